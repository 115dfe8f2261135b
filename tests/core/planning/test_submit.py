"""Handing in: blockers stop it, the snapshot stays, the curator answers."""

import datetime as dt

import msgspec
import pytest

from smcal.model import CalendarChange, ChangeKind, Decision, Period, Post, State, new_id
from smcal.planning.answer import answer, mark_published
from smcal.planning.edit import edit
from smcal.planning.refusal import EmptyPlan, NotReady
from smcal.planning.submit import readiness, submit
from smcal.words import speak

from .conftest import NOW

WEEK = Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29))


def hand_in(library, at=NOW):
    return submit(library.workspace, library.page, WEEK, at, library.coordinator.id)


def test_a_plan_is_numbered_and_versioned(library):
    library.post()
    library.post()
    first, _changes = hand_in(library)
    second, _changes = hand_in(library, NOW + dt.timedelta(hours=1))
    assert [(s.number, s.version) for s in (first, second)] == [(1, 1), (1, 2)]
    other = Period(WEEK.first, WEEK.last + dt.timedelta(7))
    third, _changes = submit(library.workspace, library.page, other, NOW, library.coordinator.id)
    assert (third.number, third.version) == (2, 1)


def test_what_was_handed_in_stays_as_it_was(library):
    post = library.post()
    submission, _changes = hand_in(library)
    with library.workspace.work("edit") as work:
        edit(work, post.id, text="Quite another text.")
    with library.workspace.read() as reader:
        (kept,) = reader.submitted_posts(submission.id)
    snapshot = msgspec.convert(msgspec.json.decode(kept.snapshot)["post"], Post)
    assert snapshot.text == "Come at six."
    assert (snapshot.state, snapshot.first_submitted) == (State.SUBMITTED, NOW)
    assert library.now(post).state is State.DRAFT


def test_a_required_finding_stops_it_and_nothing_is_written(library):
    post = library.post(borrowed=True)
    ready = readiness(library.workspace, library.page, WEEK, NOW)
    assert [f.rule for f in ready.blockers] == ["credits.complete"]
    assert not ready.ready
    with pytest.raises(NotReady):
        hand_in(library)
    assert library.now(post) == post


def test_advice_does_not_stop_it(library):
    library.post()  # one post a week is fewer than two
    assert {f.rule for f in readiness(library.workspace, library.page, WEEK, NOW).advice} >= {"frequency.min"}
    hand_in(library)


def test_an_empty_plan_is_no_plan(library):
    with pytest.raises(EmptyPlan):
        hand_in(library)


def test_a_late_post_must_be_urgent(library):
    soon = Period(dt.date(2026, 11, 2), dt.date(2026, 11, 8))
    post = library.post(date=dt.date(2026, 11, 5))
    assert readiness(library.workspace, library.page, soon, NOW).blockers
    with library.workspace.work("urgent") as work:
        edit(work, post.id, urgent=True, urgent_reason="The heating broke.")
    assert not readiness(library.workspace, library.page, soon, NOW).blockers


def test_handing_in_again_after_the_curator_asked_is_never_late(library):
    post = library.post()
    hand_in(library)
    with library.workspace.work("answer") as work:
        answer(work, post.id, Decision.CHANGES, comment="When?", curator_id=library.curator.id, at=NOW)
    eve = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
    assert not readiness(library.workspace, library.page, WEEK, eve).blockers


def test_a_published_post_does_not_stop_the_rest_of_its_week(library):
    gone = library.post(borrowed=True)
    with library.workspace.work("published") as work:
        mark_published(work, gone.id, "")
    library.post()
    ready = readiness(library.workspace, library.page, WEEK, NOW)
    assert ready.ready and gone.id in {f.post_id for f in ready.advice if f.rule == "credits.complete"}


def test_the_number_of_open_findings_is_said_in_russian_too(library):
    library.post(borrowed=True)
    with pytest.raises(NotReady, match="1 required finding is open"):
        hand_in(library)
    speak("ru")
    assert "открыто 1\xa0обязательное замечание" in str(NotReady(1)) and "3\xa0обязательных" in str(NotReady(3))


def test_what_was_handed_in_in_time_stays_in_time_when_a_day_becomes_free_afterwards(library):
    period = Period(dt.date(2026, 11, 2), dt.date(2026, 11, 15))
    post = library.post(dt.date(2026, 11, 10))  # due on Monday the second, the day of handing in
    submit(library.workspace, library.page, period, NOW, library.coordinator.id)
    assert library.now(post).in_time_from == dt.date(2026, 11, 10)
    with library.workspace.work("free", at=NOW) as work:
        work.put(CalendarChange(id=new_id(), date=dt.date(2026, 11, 5), kind=ChangeKind.FREE, reason="Repairs"))
    ready = readiness(library.workspace, library.page, period, NOW)
    assert [f for f in ready.blockers if f.rule == "submission.window"] == []
    with library.workspace.work("earlier", at=NOW) as work:
        edit(work, post.id, date=dt.date(2026, 11, 9))
    late = readiness(library.workspace, library.page, period, NOW).blockers
    assert [f.args["at"] for f in late if f.rule == "submission.window"] == [NOW.replace(hour=10, tzinfo=None)]
