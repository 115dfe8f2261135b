"""The checklist: a point is confirmed once for a page and a week, and can be taken back."""

import datetime as dt

import pytest
from msgspec.structs import replace

from smcal.model import Media, MediaKind, Period, State
from smcal.planning.confirm import confirm, confirm_period, still_hold, unconfirm
from smcal.planning.edit import attach, edit
from smcal.planning.record import facts_after
from smcal.planning.submit import readiness
from smcal.regulation import Severity
from smcal.store.changes import Area

from .conftest import LATER, NOW

MONDAY = dt.date(2026, 11, 23)
WEEKS = Period(dt.date(2026, 11, 26), dt.date(2026, 12, 9))  # touches three


def confirmed(library):
    with library.workspace.read() as reader:
        return reader.facts().confirmed


def test_any_day_stands_for_its_week_and_once_is_enough(library):
    with library.workspace.work("confirm", at=NOW) as work:
        first = confirm(work, library.page.id, "ethics", MONDAY + dt.timedelta(3), library.coordinator.id)
        again = confirm(work, library.page.id, "ethics", MONDAY, library.curator.id)
    assert first == again and (first.monday, first.at) == (MONDAY, NOW)
    assert set(confirmed(library)) == {(library.page.id, "ethics", MONDAY)}


def test_taking_back_takes_this_one_only(library):
    with library.workspace.work("confirm") as work:
        for item in ("ethics", "law"):
            confirm_period(work, library.page.id, item, WEEKS, None)
        confirm(work, library.other.id, "law", MONDAY, None)
    with library.workspace.work("take back") as work:
        unconfirm(work, library.page.id, "law", MONDAY)
        unconfirm(work, library.page.id, "unheard-of", MONDAY)
    mondays = [MONDAY + dt.timedelta(7 * n) for n in range(3)]
    assert set(confirmed(library)) == {
        *((library.page.id, "ethics", monday) for monday in mondays),
        *((library.page.id, "law", monday) for monday in mondays[1:]),
        (library.other.id, "law", MONDAY),
    }


def test_a_period_is_one_step(library):
    with library.workspace.work("confirm") as work:
        assert confirm_period(work, library.page.id, "law", WEEKS, library.coordinator.id) == 3
    assert len(work.changes.ids(Area.CONFIRMATIONS)) == 3
    library.workspace.apply(work.changes.inverse())
    assert confirmed(library) == {}
    library.workspace.apply(work.changes)
    with library.workspace.work("take back") as work:
        confirm_period(work, library.page.id, "law", WEEKS, None, holds=False)
    assert confirmed(library) == {}


WEEK = Period(MONDAY, MONDAY + dt.timedelta(6))


@pytest.fixture
def looked(library):
    """A post, and a week in which every point was confirmed."""
    post = library.post()
    look(library)
    return post


def look(library, person_id=None):
    with library.workspace.work("confirm", at=NOW) as work:
        for point in library.workspace.pack().checklist:
            confirm(work, library.page.id, point.id, MONDAY, person_id)
    return work.changes


def asked(library):
    """How the points that are asked for stand, each once."""
    ready = readiness(library.workspace, library.page, WEEK, NOW)
    found = [finding for finding in (*ready.blockers, *ready.advice) if "item" in finding.args]
    assert len(found) in (0, len(library.workspace.pack().checklist))
    return {finding.args.get("case", "never") for finding in found}


def test_what_was_seen_is_not_asked_again(library, looked):
    assert asked(library) == set()
    with library.workspace.work("elsewhere", at=NOW) as work:
        edit(work, looked.id, time=dt.time(15), note="Call Anna", date=LATER + dt.timedelta(2))
    library.post(page=library.other)
    library.post(MONDAY + dt.timedelta(7))
    assert asked(library) == set()


def test_a_post_that_came_is_asked_about(library, looked):
    library.post()
    assert asked(library) == {"changed"}
    look(library)
    assert asked(library) == set()


def test_a_post_that_moved_there_is_asked_about(library, looked):
    post = library.post(MONDAY + dt.timedelta(8))
    with library.workspace.work("move", at=NOW) as work:
        edit(work, post.id, date=MONDAY)
    assert asked(library) == {"changed"}


def test_a_post_that_left_is_not(library, looked):
    library.post(MONDAY)
    look(library)
    with library.workspace.work("move", at=NOW) as work:
        edit(work, looked.id, date=MONDAY + dt.timedelta(8))
    assert asked(library) == set()


@pytest.mark.parametrize("fields", [{"text": "Quite another"}, {"title": "Another"}, {"partner": "Casino"}])
def test_a_post_that_reads_otherwise_is_asked_about(library, looked, fields):
    with library.workspace.work("edit", at=NOW) as work:
        edit(work, looked.id, **fields)
    assert asked(library) == {"changed"}
    with library.workspace.work("edit back", at=NOW) as work:
        edit(work, looked.id, **{name: getattr(looked, name) for name in fields})
    assert asked(library) == set()


def test_a_picture_is_asked_about(library, looked):
    with library.workspace.work("picture", at=NOW) as work:
        media = work.put(Media(id="a" * 64, name="a.jpg", kind=MediaKind.PICTURE, suffix=".jpg", size=9))
        attach(work, looked.id, media.id)
    assert asked(library) == {"changed"}


def test_what_was_handed_in_and_rewritten_is_asked_about(library, looked):
    with library.workspace.work("hand in", at=NOW) as work:
        work.put(replace(looked, state=State.SUBMITTED, first_submitted=NOW))
    assert asked(library) == set()
    with library.workspace.work("rewrite", at=NOW) as work:
        edit(work, looked.id, text="Quite another")
    assert asked(library) == {"changed"}


def test_confirmed_again_it_is_one_step_with_another_name(library, looked):
    library.post()
    with library.workspace.read() as reader:
        before = reader.confirmations(library.page.id, WEEK)
        assert before and still_hold(reader, before) == []
    changes = look(library, library.curator.id)
    with library.workspace.read() as reader:
        after = reader.confirmations(library.page.id, WEEK)
        assert still_hold(reader, after) == after
    assert [made.id for made in after] == [made.id for made in before]
    assert {made.person_id for made in after} == {library.curator.id}
    library.workspace.apply(changes.inverse())
    with library.workspace.read() as reader:
        assert reader.confirmations(library.page.id, WEEK) == before
    assert asked(library) == {"changed"}


def test_facts_follow_or_are_read_again(library):
    library.post()
    with library.workspace.read() as reader:
        empty = reader.facts()
    changes = look(library)
    with library.workspace.read() as reader:
        stored = reader.facts()
    assert facts_after(empty, changes).confirmed == stored.confirmed
    library.post()
    assert facts_after(stored, look(library)) is None


def test_an_override_of_a_point_is_of_the_posts_that_were_there(library):
    from .test_override import decide, own_regulation

    own_regulation(library, lambda text: text.replace('"profile.fit" = { severity = "recommended"', REQUIRED))
    library.post()
    points = [f for f in readiness(library.workspace, library.page, WEEK, NOW).blockers if "item" in f.args]
    assert points and points[0].severity is Severity.REQUIRED
    for point in points:
        decide(library, point)
    assert readiness(library.workspace, library.page, WEEK, NOW).ready
    library.post()
    assert len(readiness(library.workspace, library.page, WEEK, NOW).blockers) == len(points)


REQUIRED = '"profile.fit" = { severity = "required"'
