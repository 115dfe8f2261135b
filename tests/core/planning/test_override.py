"""Overrides: they hold for one finding alone, are somebody's, say why, and can be taken back."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from smcal.model import Artwork, Media, MediaKind, Override, Period, State
from smcal.planning.edit import attach, edit, edit_attachment
from smcal.planning.override import override, withdraw
from smcal.planning.refusal import (
    NoReason,
    NothingToOverride,
    NotOverridden,
    NotReady,
    OverriddenAlready,
    UnnamedRuler,
)
from smcal.planning.submit import readiness, submit
from smcal.regulation import Severity, pack_text, read_pack
from smcal.store import Area

from .conftest import NOW

WEEK = Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29))
LATER = NOW + dt.timedelta(hours=1)


def ready(library):
    return readiness(library.workspace, library.page, WEEK, NOW)


def decide(library, finding, *, at=NOW, **given) -> Override:
    said = {"reason": "The museum answers on Monday.", "person_id": library.curator.id, "message": "No author named."}
    with library.workspace.work("override", at=at) as work:
        return override(work, finding, **{**said, "pack_text": library.workspace.pack_text(), **given})


def take_back(library, made, person_id=None):
    with library.workspace.work("withdraw", at=LATER) as work:
        return withdraw(work, made.id, person_id or library.coordinator.id)


def test_it_keeps_who_when_why_the_rule_its_words_and_the_regulation(library):
    post = library.post(borrowed=True)
    (finding,) = ready(library).blockers
    made = decide(library, finding, reason="  The museum answers on Monday.\x00 ")
    with library.workspace.read() as reader:
        assert reader.overrides() == [made]
        kept = reader.get(Area.PACKS, made.pack_id)
    assert (made.rule, made.clause, made.post_id, made.page_id) == (
        "credits.complete",
        finding.clause,
        post.id,
        library.page.id,
    )
    assert (made.reason, made.message, made.at) == ("The museum answers on Monday.", "No author named.", NOW)
    assert made.person_id == library.curator.id
    assert (kept.regulation, kept.version, kept.toml) == ("spb-cbs", 1, library.workspace.pack_text())


def test_the_plan_goes_and_says_so(library):
    library.post(borrowed=True)
    (finding,) = ready(library).blockers
    made = decide(library, finding)
    now = ready(library)
    assert (now.blockers, [f.override for f in now.overridden], now.ready) == ((), [made.id], True)
    submission, _changes = submit(library.workspace, library.page, WEEK, NOW, library.coordinator.id)
    assert submission.pack_id == made.pack_id


def test_it_holds_for_one_finding_alone(library):
    one, other = library.post(borrowed=True), library.post(borrowed=True)
    decide(library, next(f for f in ready(library).blockers if f.post_id == one.id))
    assert [f.post_id for f in ready(library).blockers] == [other.id]
    with pytest.raises(NotReady):
        submit(library.workspace, library.page, WEEK, NOW, library.coordinator.id)


def test_it_does_not_hold_for_a_post_on_another_day(library):
    post = library.post(borrowed=True)
    decide(library, ready(library).blockers[0])
    with library.workspace.work("move") as work:
        edit(work, post.id, date=post.date + dt.timedelta(1))
    assert [f.post_id for f in ready(library).blockers] == [post.id] and not ready(library).overridden


def test_it_does_not_hold_for_one_post_more_in_the_week(library):
    for _number in range(8):
        library.post()
    (too_many,) = ready(library).blockers
    decide(library, too_many)
    assert ready(library).ready
    library.post()
    (more,) = ready(library).blockers
    assert more.rule == "frequency.max" and more.args["count"] == 9


JUDGED = [
    ({"direction": "politics"}, {"direction": "advertising"}),
    ({"direction": "politics"}, {"text": "Quite another text"}),
    ({"partner": "Museum"}, {"partner": "Casino"}),
    ({"partner": "Museum"}, {"text": "Play and win"}),
    ({"borrowed": True}, {"text": "A borrowed text of somebody else"}),
    ({"borrowed": True, "author": "Anna"}, {"author": "Boris"}),
    ({"urgent": True}, {"title": "Something else"}),
    ({"text": " "}, {"title": "Something else"}),
]


@pytest.mark.parametrize(("fields", "changes"), JUDGED)
def test_it_does_not_hold_once_what_was_judged_reads_otherwise(library, fields, changes):
    post = library.post(**fields)
    (finding,) = ready(library).blockers
    made = decide(library, finding)
    with library.workspace.work("edit") as work:
        edit(work, post.id, **changes)
    (again,) = ready(library).blockers
    assert again.rule == finding.rule and not ready(library).overridden
    with library.workspace.work("edit back") as work:
        edit(work, post.id, **{name: getattr(post, name) for name in changes})
    assert [f.override for f in ready(library).overridden] == [made.id]


def test_it_holds_while_something_else_about_the_post_changes(library):
    post = library.post(borrowed=True, partner="Museum")
    for finding in ready(library).blockers:
        decide(library, finding)
    with library.workspace.work("edit") as work:
        edit(work, post.id, time=dt.time(10), note="Ask again", artwork=Artwork.ARRIVED, topic=6)
    assert ready(library).ready and len(ready(library).overridden) == 2


def test_it_does_not_hold_for_another_file(library):
    post = library.post()
    files = [Media(id=digit * 64, name="a.jpg", kind=MediaKind.PICTURE, suffix=".jpg", size=9) for digit in "ab"]
    with library.workspace.work("picture") as work:
        one, other = (work.put(media) for media in files)
        file = attach(work, post.id, one.id, borrowed=True)
    decide(library, ready(library).blockers[0])
    assert ready(library).ready
    with library.workspace.work("describe") as work:
        edit_attachment(work, file.id, alt="A hall")
    assert ready(library).ready
    with library.workspace.work("exchange") as work:
        edit_attachment(work, file.id, media_id=other.id)
    assert len(ready(library).blockers) == 1


def test_it_does_not_hold_for_a_stricter_rule(library):
    for _number in range(8):
        library.post()
    decide(library, ready(library).blockers[0])
    assert ready(library).ready
    own_regulation(library, lambda text: text.replace("max = 7", "max = 3"))
    (too_many,) = ready(library).blockers
    assert (too_many.rule, too_many.args["max"]) == ("frequency.max", 3)


def test_lateness_is_overridden_for_a_deadline_not_for_any(library):
    library.post(date=dt.date(2026, 11, 5))
    week = Period(dt.date(2026, 11, 2), dt.date(2026, 11, 8))

    def blockers():
        return list(readiness(library.workspace, library.page, week, NOW).blockers)

    (late,) = blockers()
    assert late.rule == "submission.window"
    decide(library, late)
    assert blockers() == []
    own_regulation(library, lambda text: text.replace("working_days = 5", "working_days = 20"))
    assert [f.rule for f in blockers()] == ["submission.window"]


class Late:
    """A post that is late by one working day, excused before it is handed in."""

    PERIOD = Period(dt.date(2026, 11, 9), dt.date(2026, 11, 15))
    DUE_FRIDAY = dt.date(2026, 11, 9)
    CLOSE = NOW + dt.timedelta(hours=8)  # 18:00, to the minute
    TOMORROW = NOW + dt.timedelta(1)

    def __init__(self, library) -> None:
        self.library = library
        self.post = library.post(date=self.DUE_FRIDAY)
        (finding,) = self.ready(NOW).blockers
        self.made = decide(library, finding)

    def ready(self, at):
        return readiness(self.library.workspace, self.library.page, self.PERIOD, at)

    def hand_in(self, at):
        return submit(self.library.workspace, self.library.page, self.PERIOD, at, self.library.coordinator.id)

    def excused(self, at):
        return [finding.override for finding in self.ready(at).overridden]


@pytest.fixture
def late(library):
    return Late(library)


def test_lateness_excused_before_handing_in_is_excused_after_it(late):
    assert late.excused(late.CLOSE) == [late.made.id]
    late.hand_in(late.CLOSE)
    (was_late,) = late.ready(late.CLOSE).overridden
    assert (was_late.override, was_late.args["at"]) == (late.made.id, dt.datetime(2026, 11, 2, 18))
    second, _changes = late.hand_in(late.TOMORROW + dt.timedelta(2))  # it was handed in once, and not later
    assert second.version == 2 and late.excused(late.TOMORROW + dt.timedelta(3)) == [late.made.id]


def test_lateness_of_one_working_day_does_not_excuse_two(late):
    for at in (late.CLOSE + dt.timedelta(minutes=1), late.TOMORROW):
        assert not late.excused(at)
        with pytest.raises(NotReady):
            late.hand_in(at)
    assert late.excused(late.CLOSE) == [late.made.id]


def test_excused_lateness_does_not_hold_for_a_version_handed_in_later_still(late):
    _version, changes = late.hand_in(NOW)
    late.library.workspace.apply(changes.inverse())
    (later,) = late.ready(late.TOMORROW).blockers
    decide(late.library, later)
    late.hand_in(late.TOMORROW)
    assert late.excused(late.TOMORROW) != [late.made.id] and late.ready(late.TOMORROW).ready
    with late.library.workspace.work("withdraw", at=LATER) as work:
        withdraw(work, late.excused(late.TOMORROW)[0], late.library.curator.id)
    assert [f.post_id for f in late.ready(late.TOMORROW).blockers] == [late.post.id]


@pytest.mark.parametrize("handed_in", [False, True])
def test_excused_lateness_does_not_hold_for_another_day(late, handed_in):
    if handed_in:
        late.hand_in(NOW)
    with late.library.workspace.work("earlier") as work:
        edit(work, late.post.id, date=late.DUE_FRIDAY - dt.timedelta(3))
    week = Period(dt.date(2026, 11, 2), dt.date(2026, 11, 8))
    now = readiness(late.library.workspace, late.library.page, week, NOW)
    assert [f.rule for f in now.blockers] == ["submission.window"] and not now.overridden


def test_excused_lateness_does_not_hold_for_another_post_of_that_day(late):
    late.hand_in(NOW)
    other = late.library.post(date=late.DUE_FRIDAY)
    assert [f.post_id for f in late.ready(NOW).blockers] == [other.id]
    assert late.excused(NOW) == [late.made.id]


def test_mended_and_broken_again_it_is_the_same_finding(library):
    post = library.post(borrowed=True)
    made = decide(library, ready(library).blockers[0])
    with library.workspace.work("mend") as work:
        edit(work, post.id, author="A. Ivanova", source="Museum")
    assert ready(library).ready and not ready(library).overridden
    with library.workspace.work("break") as work:
        edit(work, post.id, author="", source="")
    assert [f.override for f in ready(library).overridden] == [made.id]


def test_withdrawn_it_stands_in_the_way_again(library):
    library.post(borrowed=True)
    before = ready(library)
    made = decide(library, before.blockers[0])
    gone = take_back(library, made)
    assert (gone.withdrawn, gone.withdrawn_by) == (LATER, library.coordinator.id)
    assert ready(library) == before
    with library.workspace.read() as reader:
        assert reader.overrides() == [gone]
    again = decide(library, before.blockers[0], at=LATER)
    assert again.id != made.id and ready(library).ready


def test_nobody_withdraws_twice(library):
    library.post(borrowed=True)
    made = decide(library, ready(library).blockers[0])
    gone = take_back(library, made)
    with pytest.raises(NotOverridden):
        take_back(library, made)
    with library.workspace.read() as reader:
        assert reader.overrides() == [gone]


def test_what_it_refuses_changes_nothing(library):
    library.post(borrowed=True)
    now = ready(library)
    (finding,) = now.blockers
    left = replace(library.curator, archived=True)
    with library.workspace.work("leave") as work:
        work.put(left)
    for refusal, said in (
        (NothingToOverride, {"finding": now.advice[0]}),
        (UnnamedRuler, {"person_id": None}),
        (UnnamedRuler, {"person_id": "nobody"}),
        (UnnamedRuler, {"person_id": left.id}),
        (NoReason, {"reason": " \n\u200e\x00 ", "person_id": library.coordinator.id}),
    ):
        with pytest.raises(refusal):
            decide(library, said.pop("finding", finding), **said)
    made = decide(library, finding, person_id=library.coordinator.id)
    with pytest.raises(OverriddenAlready):
        decide(library, finding, person_id=library.coordinator.id)
    with pytest.raises(UnnamedRuler):
        take_back(library, made, left.id)
    with library.workspace.read() as reader:
        assert reader.overrides() == [made]


def test_it_holds_after_whoever_made_it_has_left(library):
    library.post(borrowed=True)
    decide(library, ready(library).blockers[0])
    with library.workspace.work("leave") as work:
        work.put(replace(library.curator, archived=True))
    assert ready(library).ready


def test_undo_takes_it_back_and_redo_makes_it_again(library):
    library.post(borrowed=True)
    (finding,) = ready(library).blockers
    with library.workspace.work("override", at=NOW) as work:
        made = override(
            work,
            finding,
            reason="Why",
            person_id=library.curator.id,
            message="What",
            pack_text=library.workspace.pack_text(),
        )
    taken = library.workspace.apply(work.changes.inverse())
    assert ready(library).blockers == (finding,)
    with library.workspace.read() as reader:
        assert not reader.overrides() and not reader.kept_packs()
    library.workspace.apply(taken.inverse())
    assert [f.override for f in ready(library).overridden] == [made.id]


def own_regulation(library, change):
    """Put a changed copy of the regulation in force."""
    from smcal.model import Setting
    from smcal.planning.keeping import keep_pack

    text = change(pack_text("spb-cbs"))
    with library.workspace.work("regulation", at=LATER) as work:
        kept = keep_pack(work, text)
        work.put(Setting(id="pack", value=f'"{kept.id}"'))
    return kept


def test_another_regulation_does_not_rewrite_what_was_decided(library):
    library.post(borrowed=True)
    made = decide(library, ready(library).blockers[0])
    submission, _changes = submit(library.workspace, library.page, WEEK, NOW, library.coordinator.id)
    kept = own_regulation(library, lambda text: text.replace("version = 1", "version = 2", 1))
    assert library.workspace.pack().version == 2 and kept.id != made.pack_id
    with library.workspace.read() as reader:
        assert reader.overrides() == [made]
        first = reader.get(Area.PACKS, made.pack_id)
        assert reader.submissions(library.page.id) == [submission]
    assert first.toml == pack_text("spb-cbs") and read_pack(first.toml.encode(), "kept").version == 1
    again, _changes = submit(library.workspace, library.page, WEEK, LATER, library.coordinator.id)
    assert (submission.pack_id, again.pack_id) == (made.pack_id, kept.id)


def test_a_regulation_is_kept_once(library):
    one, other = library.post(borrowed=True), library.post(borrowed=True)
    for finding in ready(library).blockers:
        decide(library, finding)
    with library.workspace.read() as reader:
        assert len(reader.kept_packs()) == 1
        assert {made.post_id for made in reader.overrides()} == {one.id, other.id}


def standing(library):
    with library.workspace.read() as reader:
        return list(reader.facts().overrides.values())


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """A library with several blockers of different kinds."""
    from smcal.store import Settings, Workspace

    from .conftest import Library

    path = tmp_path_factory.mktemp("overrides") / "library.smcal"
    with Workspace.create(path, Settings(library="Library")) as workspace:
        made = Library(workspace)
        for number in range(9):
            made.post(borrowed=number % 3 == 0, urgent=number == 4)
        yield made


@settings(max_examples=20)
@given(data=st.data())
def test_each_holds_for_exactly_one_and_leaves_no_trace(plan, data):
    for left_behind in standing(plan):  # by an example that failed
        take_back(plan, left_behind)
    before = ready(plan)
    chosen = data.draw(st.lists(st.sampled_from(before.blockers), unique_by=lambda f: f.key, min_size=1))
    made = [decide(plan, finding) for finding in chosen]
    now = ready(plan)
    assert {f.key for f in now.overridden} == {f.key for f in chosen}
    assert {f.key for f in now.blockers} == {f.key for f in before.blockers} - {f.key for f in chosen}
    assert now.advice == before.advice
    assert all(f.severity is Severity.REQUIRED for f in now.overridden)
    for one in data.draw(st.permutations(made)):
        take_back(plan, one)
    assert ready(plan) == before
    assert all(post.state is State.DRAFT for post in before.posts)
