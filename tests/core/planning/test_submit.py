"""Handing in: blockers stop it, the snapshot stays, the curator answers."""

import datetime as dt

import msgspec
import pytest

from smcal.model import Decision, Period, Post, State
from smcal.planning.answer import answer, mark_published, place_deferred
from smcal.planning.edit import edit
from smcal.planning.refusal import EmptyPlan, NotHandedIn, NotReady, OwnPost
from smcal.planning.submit import readiness, submit

from .conftest import LATER, NOW

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


def test_nobody_approves_their_own_post(library):
    post = library.post()
    hand_in(library)
    with pytest.raises(OwnPost), library.workspace.work("answer") as work:
        answer(work, post.id, Decision.APPROVED, comment="", curator_id=library.coordinator.id, at=NOW)
    assert library.now(post).state is State.SUBMITTED


def test_there_is_no_answer_to_what_was_not_handed_in(library):
    post = library.post()
    with pytest.raises(NotHandedIn), library.workspace.work("answer") as work:
        answer(work, post.id, Decision.APPROVED, comment="", curator_id=library.curator.id, at=NOW)


def test_from_approved_through_deferred_to_published(library):
    post = library.post()
    hand_in(library)
    with library.workspace.work("answer") as work:
        approved = answer(work, post.id, Decision.APPROVED, comment="", curator_id=library.curator.id, at=NOW)
        scheduled = place_deferred(work, post.id, True)
        published = mark_published(work, post.id, "https://vk.example/7")
    assert [p.state for p in (approved, scheduled, published)] == [State.APPROVED, State.SCHEDULED, State.PUBLISHED]
    assert published.date == LATER
