"""The curator's answer: about what was handed in, by somebody else, and by name."""

import datetime as dt
import io

import msgspec
import pytest
from PIL import Image

from smcal.model import Decision, Period, Post, State
from smcal.planning.answer import answer, mark_published, place_deferred, set_state
from smcal.planning.edit import attach, edit
from smcal.planning.refusal import (
    ChangedSince,
    InDeferred,
    NotHandedIn,
    OwnPost,
    PostHasHappened,
    Refused,
    UnnamedCurator,
)
from smcal.planning.submit import submit

from .conftest import LATER, NOW

WEEK = Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29))


@pytest.fixture
def post(library) -> Post:
    """A post that the coordinator has handed in."""
    made = library.post()
    submit(library.workspace, library.page, WEEK, NOW, library.coordinator.id)
    return library.now(made)


def say(library, post: Post, decision=Decision.APPROVED, by="curator") -> Post:
    curator = getattr(library, by).id if by else None
    with library.workspace.work("answer") as work:
        return answer(work, post.id, decision, comment="", curator_id=curator, at=NOW)


def refused(library, post: Post, why: type[Refused], decision=Decision.APPROVED, by="curator") -> None:
    before = library.now(post)
    with pytest.raises(why):
        say(library, post, decision, by)
    with library.workspace.read() as reader:
        assert reader.post(post.id) == before and all(v.decision is not decision for v in reader.verdicts(post.id))


def test_from_approved_through_deferred_to_published(library, post):
    with library.workspace.work("answer") as work:
        approved = answer(work, post.id, Decision.APPROVED, comment="", curator_id=library.curator.id, at=NOW)
        scheduled = place_deferred(work, post.id, True)
        published = mark_published(work, post.id, "https://vk.example/7")
    assert [p.state for p in (approved, scheduled, published)] == [State.APPROVED, State.SCHEDULED, State.PUBLISHED]
    assert published.date == LATER


def test_there_is_no_answer_to_what_was_not_handed_in(library):
    refused(library, library.post(), NotHandedIn)


@pytest.mark.parametrize("decision", Decision)
def test_nobody_answers_their_own_post(library, post, decision):
    refused(library, post, OwnPost, decision, by="coordinator")


def test_an_approval_has_a_name_and_other_answers_need_none(library, post):
    refused(library, post, UnnamedCurator, by=None)
    assert say(library, post, Decision.CHANGES, by=None).state is State.CHANGES_REQUESTED


def test_a_plan_without_a_name_is_the_coordinators_of_its_page(library):
    made = library.post()
    with library.workspace.work("coordinator") as work:
        work.put(msgspec.structs.replace(library.page, coordinator_id=library.coordinator.id))
    submit(library.workspace, library.page, WEEK, NOW, None)
    refused(library, made, OwnPost, by="coordinator")
    assert say(library, made).state is State.APPROVED


def test_without_any_author_whoever_is_named_approves(library):
    made = library.post()
    submit(library.workspace, library.page, WEEK, NOW, None)
    assert say(library, made, by="coordinator").state is State.APPROVED


@pytest.mark.parametrize("decision", Decision)
def test_a_text_nobody_saw_is_not_answered(library, post, decision):
    say(library, post)
    with library.workspace.work("edit") as work:
        assert edit(work, post.id, text="Quite another text.").state is State.DRAFT
    with pytest.raises(ChangedSince), library.workspace.work("answer") as work:
        answer(work, post.id, decision, comment="", curator_id=library.curator.id, at=NOW)
    assert library.now(post).state is State.DRAFT
    submit(library.workspace, library.page, WEEK, NOW, library.coordinator.id)
    assert say(library, post).state is State.APPROVED


@pytest.mark.parametrize("first", [Decision.CHANGES, Decision.REJECTED])
def test_what_was_mended_is_approved_only_after_it_was_handed_in_again(library, post, first):
    say(library, post, first)
    with library.workspace.work("edit") as work:
        assert edit(work, post.id, text="Come at seven.").state is not State.DRAFT
    refused(library, post, ChangedSince)


def test_a_new_picture_is_a_change_and_a_new_note_is_none(library, post):
    say(library, post, Decision.CHANGES)
    with library.workspace.work("note") as work:
        edit(work, post.id, note="ask Anna")
    assert say(library, post).state is State.APPROVED
    say(library, post, Decision.CHANGES)
    with library.workspace.work("picture") as work:
        file = io.BytesIO()
        Image.new("RGB", (8, 8), "teal").save(file, "PNG")
        media = library.workspace.media.add(file.getvalue(), "picture.png")
        work.put(media)
        attach(work, post.id, media.id)
    with pytest.raises(ChangedSince):
        say(library, post)


def test_a_curator_may_think_again_until_the_post_is_with_the_network(library, post):
    say(library, post, Decision.REJECTED)
    assert say(library, post).state is State.APPROVED
    with library.workspace.work("placed") as work:
        place_deferred(work, post.id, True)
    with pytest.raises(InDeferred):
        say(library, post, Decision.CHANGES)
    with library.workspace.work("taken out") as work:
        place_deferred(work, post.id, False)
    assert say(library, post, Decision.CHANGES).state is State.CHANGES_REQUESTED


def test_what_has_happened_is_told_by_its_name(library, post):
    with library.workspace.work("published") as work:
        mark_published(work, post.id, "")
    with pytest.raises(PostHasHappened, match="has been published"):
        say(library, post)
    removed = msgspec.structs.replace(library.now(post), state=State.REMOVED)
    with library.workspace.work("removed") as work:
        work.put(removed)
    with pytest.raises(PostHasHappened, match="was published and removed"), library.workspace.work("hold") as work:
        set_state(work, post.id, State.ON_HOLD)
