"""The desk: steps are taken back and done again in the name of whoever works there."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from smcal.planning.edit import edit
from smcal.planning.scope import scope_for
from smcal.regulation import check_plan
from smcal.store import Workspace
from smcal_ui.desk import Desk
from tests.library import ANNA, WEEK, make_library

AT = dt.datetime(2026, 11, 2, 7, tzinfo=dt.UTC)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk with one post; nobody has said who works at it."""
    with Workspace.open(make_library(tmp_path / "plan.smcal", posts=1)) as workspace:
        yield Desk(workspace, clock=lambda: AT)


def test_undo_and_redo_are_by_whoever_takes_them(desk: Desk) -> None:
    nina = msgspec.structs.replace(ANNA, id=ANNA.id[:-1] + "2", name="Nina")
    desk.do("people", lambda work: work.put(nina))
    with desk.read() as reader:
        (post,) = reader.posts(WEEK)
    desk.person = ANNA
    desk.do("text", lambda work: edit(work, post.id, text="Another"))
    desk.person = nina
    desk.failed.connect(pytest.fail)
    desk.undo()
    desk.redo()
    desk.person = None
    desk.undo()
    with desk.read() as reader:
        by = [entry.person_id for entry in reader.history(post.id)]
    assert by[:4] == [None, nina.id, nina.id, ANNA.id]


def test_the_plan_in_memory_is_checked_like_the_one_on_disk(desk: Desk) -> None:
    with desk.read() as reader:
        stored = scope_for(desk.workspace, reader, WEEK, AT)
    scope = desk.scope(WEEK)
    settled = ("period", "now", "zone", "pr_service")
    assert [getattr(scope, name) for name in settled] == [getattr(stored, name) for name in settled]
    assert scope.pack is stored.pack and scope.worktime is stored.worktime
    assert check_plan(scope) == check_plan(stored) != []
