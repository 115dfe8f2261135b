"""The curator's answer to several posts at once."""

import datetime as dt

import pytest

from smcal.model import Decision, Period, State
from smcal.planning.answers import AnswerAhead, AnswerTooEarly, NotAnswered, Reply, answer_all
from smcal.planning.refusal import NotHandedIn, OwnPost, UnnamedCurator
from smcal.planning.submit import submit

from .conftest import NOW

WEEK = Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29))
TODAY = NOW.date()


@pytest.fixture
def posts(library):
    """Two posts of a plan that the coordinator has handed in."""
    made = [library.post(), library.post()]
    submit(library.workspace, library.page, WEEK, NOW, library.coordinator.id)
    return [library.now(post) for post in made]


def say(library, replies, by="curator", day=TODAY, at=NOW):
    curator = getattr(library, by).id if by else None
    with library.workspace.work("answer") as work:
        return answer_all(work, replies, curator_id=curator, day=day, at=at)


def test_each_post_gets_its_own_answer(library, posts):
    one, two = posts
    done = say(library, [Reply(one.id, Decision.APPROVED), Reply(two.id, Decision.CHANGES, "When?")])
    assert [post.state for post in done] == [State.APPROVED, State.CHANGES_REQUESTED]
    with library.workspace.read() as reader:
        assert [reader.verdicts(post.id)[0].comment for post in posts] == ["", "When?"]


def test_what_is_refused_of_one_keeps_the_other_as_it_was(library, posts):
    fresh = library.post()
    with pytest.raises(NotAnswered) as refusal:
        say(library, [Reply(posts[0].id, Decision.APPROVED), Reply(fresh.id, Decision.APPROVED)])
    assert isinstance(refusal.value.by_post.pop(fresh.id), NotHandedIn) and not refusal.value.by_post
    assert library.now(posts[0]) == posts[0]
    with library.workspace.read() as reader:
        assert reader.verdicts(posts[0].id) == []


@pytest.mark.parametrize(("by", "why"), [("coordinator", OwnPost), (None, UnnamedCurator)])
def test_nobody_approves_their_own_posts_or_without_a_name(library, posts, by, why):
    with pytest.raises(NotAnswered) as refusal:
        say(library, [Reply(post.id, Decision.APPROVED) for post in posts], by)
    assert [type(one) for one in refusal.value.by_post.values()] == [why, why]


def test_an_answer_has_the_day_on_which_it_came(library, posts):
    later = NOW + dt.timedelta(days=3)
    say(library, [Reply(posts[0].id, Decision.APPROVED)], day=TODAY + dt.timedelta(1), at=later)
    say(library, [Reply(posts[0].id, Decision.CHANGES, "No")], day=TODAY + dt.timedelta(1), at=later)
    with library.workspace.read() as reader:
        latest, first = reader.verdicts(posts[0].id)
    assert (latest.decision, first.decision) == (Decision.CHANGES, Decision.APPROVED)
    assert latest.at.date() == first.at.date() == TODAY + dt.timedelta(1)


def test_it_comes_neither_before_the_plan_nor_tomorrow(library, posts):
    reply = [Reply(posts[0].id, Decision.APPROVED)]
    with pytest.raises(NotAnswered) as refusal:
        say(library, reply, day=TODAY - dt.timedelta(1))
    assert isinstance(refusal.value.by_post[posts[0].id], AnswerTooEarly)
    with pytest.raises(AnswerAhead):
        say(library, reply, day=TODAY + dt.timedelta(1))
    assert library.now(posts[0]) == posts[0]
