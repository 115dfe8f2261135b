"""Undo is tested by a machine: whatever was done, the way back leads to the start and the way forth to the end."""

import datetime as dt
import shutil
import tempfile
from functools import reduce
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from smcal.model import Attachment, DayNote, Media, MediaKind, Post, State
from smcal.store import Area, ChangeSet, Value, Workspace
from smcal.store.changes import AREAS
from tests.library import TELEGRAM, VK, a_post

WATCHED = (Area.POSTS, Area.DAY_NOTES, Area.ATTACHMENTS)
MEDIA = Media(id="f" * 64, name="x.jpg", kind=MediaKind.PICTURE, suffix=".jpg", size=1)
IDS = [f"post-{number}" for number in range(4)]

texts = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="\u200b"), max_size=8)
instants = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2090, 1, 1), timezones=st.just(dt.UTC))
posts = st.builds(
    a_post,
    id=st.sampled_from(IDS),
    page_id=st.sampled_from([VK.id, TELEGRAM.id, None]),
    date=st.none() | st.dates(dt.date(1990, 1, 1)),
    time=st.none() | st.times(),
    title=texts,
    text=texts,
    state=st.sampled_from(State),
    topic=st.none() | st.integers(1, 11),
    urgent=st.booleans(),
    first_submitted=st.none() | instants,
    binned=st.none() | instants,
)


class Editing(RuleBasedStateMachine):
    """Puts, removals and steps back and forth, against a dictionary."""

    template: Path
    place: Path

    def __init__(self) -> None:
        super().__init__()
        path = Path(tempfile.mkdtemp(dir=self.place)) / "plan.smcal"
        self.workspace = Workspace.open(shutil.copy(self.template, path))
        with self.workspace.work("Picture") as work:
            work.put(MEDIA)
        self.known: dict[tuple[Area, str], Value] = {}
        self.done: list[ChangeSet] = []
        self.undone: list[ChangeSet] = []

    def teardown(self) -> None:
        self._walk_back_to_the_start_and_forth_again()
        self.workspace.close(backup=False)

    @rule(wanted=st.lists(posts, min_size=1, max_size=3), note=texts)
    def put(self, wanted: list[Post], note: str) -> None:
        with self.workspace.work("Put") as work:
            for post in wanted:
                self._keep(work.put(post))
            self._keep(work.put(DayNote(id="note", date=dt.date(2026, 1, 1), text=note)))
        self._did(work.changes)

    @rule(post_id=st.sampled_from(IDS), position=st.integers(0, 3))
    def attach(self, post_id: str, position: int) -> None:
        if (Area.POSTS, post_id) in self.known:
            with self.workspace.work("Attach") as work:
                self._keep(work.put(Attachment(id=post_id, post_id=post_id, media_id=MEDIA.id, position=position)))
            self._did(work.changes)

    @rule(post_id=st.sampled_from(IDS))
    def remove(self, post_id: str) -> None:
        with self.workspace.work("Remove") as work:
            for area in (Area.POSTS, Area.ATTACHMENTS):
                work.remove(area, post_id)
                self.known.pop((area, post_id), None)
        self._did(work.changes)

    @rule()
    def undo(self) -> None:
        if self.done:
            self._back()
            self.known = self._stored()

    @rule()
    def redo(self) -> None:
        if self.undone:
            self._forth()
            self.known = self._stored()

    @invariant()
    def what_was_put_is_stored(self) -> None:
        assert self._stored() == self.known

    @invariant()
    def all_steps_are_one_step(self) -> None:
        if self.done:
            whole = reduce(ChangeSet.then, self.done)
            assert {(c.area, c.id): c.after for c in whole.changes} == self.known

    def _walk_back_to_the_start_and_forth_again(self) -> None:
        steps, undone = len(self.done), list(self.undone)
        for _ in range(steps):
            self._back()
        assert self._stored() == {}
        for _ in range(steps):
            self._forth()
        assert self._stored() == self.known
        assert self.undone == undone

    def _keep(self, value: Value) -> None:
        self.known[AREAS[type(value)], value.id] = value

    def _did(self, changes: ChangeSet) -> None:
        if changes:
            self.done.append(changes)
            self.undone.clear()

    def _back(self) -> None:
        step = self.done.pop()
        self.workspace.apply(step.inverse(), "Undo")
        self.undone.append(step)

    def _forth(self) -> None:
        step = self.undone.pop()
        self.workspace.apply(step, "Redo")
        self.done.append(step)

    def _stored(self) -> dict[tuple[Area, str], Value]:
        with self.workspace.read() as reader:
            found = [reader.get(area, id) for area in WATCHED for id in [*IDS, "note"]]
        return {(AREAS[type(value)], value.id): value for value in found if value is not None}


def test_undo_leads_back_and_forth(made: Path, tmp_path: Path) -> None:
    machine = type("EditingHere", (Editing,), {"template": made, "place": tmp_path})
    run_state_machine_as_test(machine, settings=settings(max_examples=15, stateful_step_count=10, deadline=None))
