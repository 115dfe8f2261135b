"""Editing: what the curator agreed to is what goes out."""

import pytest

from smcal.model import State
from smcal.planning.edit import REVIEWED_FIELDS, attach, detach, edit
from smcal.planning.refusal import PostHasHappened, UnknownPost

NEW_VALUES = {
    "text": "Come at seven.",
    "title": "Another",
    "urgent": True,
    "note": "ask Oleg",
    "deferred": True,
}


@pytest.mark.parametrize("state", [State.SUBMITTED, State.APPROVED, State.SCHEDULED])
@pytest.mark.parametrize(("field", "value"), NEW_VALUES.items())
def test_an_edit_of_what_the_curator_saw_reopens_review(library, state, field, value):
    post = library.post(state=state)
    with library.workspace.work("edit") as work:
        edited = edit(work, post.id, **{field: value})
    assert getattr(edited, field) == value
    assert edited.state is (State.DRAFT if field in REVIEWED_FIELDS else state)


def test_an_edit_that_changes_nothing_reopens_nothing(library):
    post = library.post(state=State.APPROVED)
    with library.workspace.work("edit") as work:
        assert edit(work, post.id, text=post.text).state is State.APPROVED
    assert not work.changes


def test_a_picture_more_or_less_reopens_review(library):
    post = library.post(state=State.APPROVED)
    media = library.workspace.media.add(_dot(), "dot.png")
    with library.workspace.work("attach") as work:
        work.put(media)
        attachment = attach(work, post.id, media.id)
    assert library.now(post).state is State.DRAFT
    with library.workspace.work("approve") as work:
        edit(work, post.id, state=State.APPROVED)
    with library.workspace.work("detach") as work:
        detach(work, attachment.id)
    assert library.now(post).state is State.DRAFT


def test_without_a_date_a_post_is_an_idea_and_with_one_a_draft(library):
    post = library.post()
    with library.workspace.work("edit") as work:
        assert edit(work, post.id, date=None).state is State.IDEA
        assert edit(work, post.id, date=post.date).state is State.DRAFT


def test_a_published_post_keeps_its_day_but_not_its_typing_errors(library):
    post = library.post(state=State.PUBLISHED)
    with library.workspace.work("edit") as work:
        assert edit(work, post.id, text="Come at six!").text == "Come at six!"
        with pytest.raises(PostHasHappened):
            edit(work, post.id, date=None)


def test_a_post_that_is_gone_is_named_as_such(library):
    with library.workspace.work("edit") as work, pytest.raises(UnknownPost):
        edit(work, "nobody", text="")


def _dot() -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "PNG")
    return out.getvalue()
