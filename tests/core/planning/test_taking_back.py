"""Plans taken back: as if they had not been handed in, as long as nobody has worked with them."""

import datetime as dt

import pytest

from smcal.model import Decision, Period, State
from smcal.planning.answer import answer, mark_published
from smcal.planning.edit import edit
from smcal.planning.refusal import LaterVersion, PlanAnswered, PlanGone, PlanIsOut
from smcal.planning.submit import submit
from smcal.planning.taking_back import take_back, why_not

from .conftest import NOW

WEEK = Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29))
TWO_WEEKS = Period(dt.date(2026, 11, 23), dt.date(2026, 12, 6))
LATER = NOW + dt.timedelta(hours=1)


def hand_in(library, at=NOW, period=WEEK):
    return submit(library.workspace, library.page, period, at, library.coordinator.id)[0]


def take(library, submission):
    """The change set of taking a plan back."""
    with library.workspace.work("Take back a plan", library.coordinator.id, LATER) as work:
        take_back(work, submission.id)
    return work.changes


def say(library, post, decision):
    with library.workspace.work("answer", at=LATER) as work:
        answer(work, post.id, decision, comment="When?", curator_id=library.curator.id, at=LATER)


def plans(library):
    with library.workspace.read() as reader:
        return [(plan.number, plan.version) for plan in reader.submissions()]


def refusal(library, submission):
    with library.workspace.read() as reader:
        return type(why_not(reader, submission))


def test_its_posts_are_what_they_were_and_the_curator_has_nothing(library):
    one, other = library.post(), library.post()
    submission = hand_in(library)
    assert refusal(library, submission) is type(None)
    take(library, submission)
    assert [library.now(one), library.now(other)] == [one, other]
    assert plans(library) == []
    with library.workspace.read() as reader:
        assert reader.submitted_posts(submission.id) == []


def test_it_is_one_step_that_can_be_undone(library):
    post = library.post()
    submission = hand_in(library)
    handed_in = library.now(post)
    taken = take(library, submission)
    back = library.workspace.apply(taken.inverse())
    assert library.now(post) == handed_in and plans(library) == [(1, 1)]
    library.workspace.apply(back.inverse())
    assert library.now(post) == post and plans(library) == []


def test_neither_number_nor_version_is_given_twice(library):
    library.post()
    take(library, hand_in(library))
    first, second = hand_in(library), hand_in(library, LATER)
    assert [(s.number, s.version) for s in (first, second)] == [(2, 1), (2, 2)]
    take(library, second)
    third = hand_in(library, LATER)
    assert (third.number, third.version) == (2, 3)


def test_the_version_before_counts_again(library):
    same, changed, fresh = library.post(), library.post(), None
    hand_in(library)
    with library.workspace.work("edit") as work:
        edit(work, changed.id, text="Come at seven.")
    fresh = library.post()
    before = [library.now(post) for post in (same, changed, fresh)]
    second = hand_in(library, LATER)
    take(library, second)
    assert [library.now(post) for post in (same, changed, fresh)] == before
    assert [post.state for post in before] == [State.SUBMITTED, State.DRAFT, State.DRAFT]
    assert plans(library) == [(1, 1)]


def test_what_the_curator_wanted_changed_is_wanted_again(library):
    asked, agreed = library.post(), library.post()
    hand_in(library)
    say(library, asked, Decision.CHANGES)
    say(library, agreed, Decision.APPROVED)
    with library.workspace.work("edit") as work:
        edit(work, asked.id, text="Come at seven.")
    before = [library.now(post) for post in (asked, agreed)]
    take(library, hand_in(library, LATER))
    assert [library.now(post) for post in (asked, agreed)] == before
    assert [post.state for post in before] == [State.CHANGES_REQUESTED, State.APPROVED]


def test_an_agreed_post_that_was_changed_is_a_draft_again(library):
    post = library.post()
    hand_in(library)
    say(library, post, Decision.APPROVED)
    with library.workspace.work("edit") as work:
        edit(work, post.id, text="Come at seven.")
    before = library.now(post)
    take(library, hand_in(library, LATER))
    assert library.now(post) == before and before.state is State.DRAFT


def test_what_was_edited_since_stays_edited(library):
    post = library.post()
    submission = hand_in(library)
    with library.workspace.work("edit") as work:
        edit(work, post.id, text="Come at seven.")
    take(library, submission)
    now = library.now(post)
    assert (now.text, now.state, now.first_submitted, now.in_time_from) == ("Come at seven.", State.DRAFT, None, None)


@pytest.mark.parametrize("decision", list(Decision))
def test_what_the_curator_has_answered_stays(library, decision):
    post, _other = library.post(), library.post()
    submission = hand_in(library)
    say(library, post, decision)
    refused(library, submission, PlanAnswered)


def test_what_has_gone_out_stays(library):
    post = library.post()
    submission = hand_in(library)
    with library.workspace.work("out", at=LATER) as work:
        mark_published(work, post.id, "")
    refused(library, submission, PlanIsOut)


def test_plans_are_taken_back_from_the_last_one_on(library):
    library.post()
    first = hand_in(library)
    second = hand_in(library, LATER)
    refused(library, first, LaterVersion)
    take(library, second)
    take(library, first)
    assert plans(library) == []


def test_a_plan_of_other_days_with_the_same_post_comes_first(library):
    library.post()
    first = hand_in(library)
    hand_in(library, LATER, TWO_WEEKS)
    refused(library, first, LaterVersion)


def test_nobody_takes_it_back_twice(library):
    library.post()
    submission = hand_in(library)
    take(library, submission)
    refused(library, submission, PlanGone)


def refused(library, submission, why):
    """It says why, and raises it, and nothing has changed."""
    with library.workspace.read() as reader:
        before = reader.seq()
    assert refusal(library, submission) is why
    with pytest.raises(why):
        take(library, submission)
    with library.workspace.read() as reader:
        assert reader.seq() == before


def test_the_list_counts_posts_and_answers(library):
    one, _other = library.post(), library.post()
    first = hand_in(library)
    say(library, one, Decision.CHANGES)
    second = hand_in(library, LATER)
    with library.workspace.read() as reader:
        assert reader.answered() == {first.id: (2, 1), second.id: (2, 0)}
        assert reader.submissions() == reader.submissions(library.page.id) == [second, first]
        assert reader.submissions(library.other.id) == []
