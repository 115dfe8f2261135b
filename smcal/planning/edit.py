"""Make a post and change it; an edit of what the curator has seen re-opens review."""

from collections.abc import Iterable
from typing import Any

import msgspec

from smcal.model import Attachment, Post, State, new_id
from smcal.planning.refusal import PostHasHappened, UnknownPost
from smcal.store.changes import Area
from smcal.store.work import Work

REVIEWED_FIELDS = frozenset(
    {"page_id", "date", "time", "title", "text", "partner", "borrowed", "author", "source", "direction", "topic"}
)
"""What the curator agrees to: changing one of these re-opens review."""

SEEN_STATES = frozenset({State.SUBMITTED, State.APPROVED, State.SCHEDULED})
"""States in which the curator has the post before them, or has agreed to it."""


def new_post(work: Work, page_id: str | None, **fields: Any) -> Post:
    """Make a post: a draft where it has a date, an idea in the tray; returns it as stored."""
    state = State.DRAFT if fields.get("date") else State.IDEA
    post = Post(**{"id": new_id(), "page_id": page_id, "state": state, **fields})
    work.put(post)
    return post


def edit(work: Work, post_id: str, **fields: Any) -> Post:
    """Change fields of a post and return it as stored.

    A post that the curator has seen becomes a draft again when one of `REVIEWED_FIELDS` really changes: the text that
    was agreed to is the text that goes out. A published post keeps its page and date: it has happened.
    """
    post = fetch(work, post_id)
    if post.state in {State.PUBLISHED, State.REMOVED} and {"page_id", "date"} & _changed(post, fields):
        raise PostHasHappened(post)
    changed = msgspec.structs.replace(post, **fields)
    if reopens(post, fields) and "state" not in fields:
        changed = msgspec.structs.replace(changed, state=State.DRAFT)
    changed = _settle(changed)
    work.put(changed)
    return changed


def reopens(post: Post, fields: dict[str, Any]) -> bool:
    """Whether these changes re-open the review of the post."""
    return post.state in SEEN_STATES and bool(REVIEWED_FIELDS & _changed(post, fields))


def attach(work: Work, post_id: str, media_id: str, **fields: Any) -> Attachment:
    """Place a stored file in a post, after those it has."""
    _media_changed(work, post_id)
    there = work.read.attachments([post_id]).get(post_id, ())
    position = max((a.position for a in there), default=-1) + 1
    attachment = Attachment(id=new_id(), post_id=post_id, media_id=media_id, position=position, **fields)
    work.put(attachment)
    return attachment


def edit_attachment(work: Work, attachment_id: str, **fields: Any) -> Attachment:
    """Change alternative text, credit or place of a picture."""
    attachment = work.get(Area.ATTACHMENTS, attachment_id)
    if not isinstance(attachment, Attachment):
        raise UnknownPost(attachment_id)
    changed = msgspec.structs.replace(attachment, **fields)
    if changed != attachment:
        _media_changed(work, attachment.post_id)
        work.put(changed)
    return changed


def arrange(work: Work, attachment_ids: Iterable[str]) -> None:
    """Put the files of a post into this order."""
    for position, attachment_id in enumerate(attachment_ids):
        edit_attachment(work, attachment_id, position=position)


def detach(work: Work, attachment_id: str) -> None:
    """Take a file out of its post; the file itself stays until nothing needs it."""
    attachment = work.get(Area.ATTACHMENTS, attachment_id)
    if isinstance(attachment, Attachment):
        _media_changed(work, attachment.post_id)
        work.remove(Area.ATTACHMENTS, attachment_id)


def fetch(work: Work, post_id: str) -> Post:
    """The post, or `UnknownPost`."""
    post = work.get(Area.POSTS, post_id)
    if not isinstance(post, Post):
        raise UnknownPost(post_id)
    return post


def _changed(post: Post, fields: dict[str, Any]) -> set[str]:
    return {name for name, value in fields.items() if getattr(post, name) != value}


def _settle(post: Post) -> Post:
    """Without a date a post is an idea; with a date and a page an idea becomes a draft."""
    if post.date is None and post.state is State.DRAFT:
        return msgspec.structs.replace(post, state=State.IDEA)
    if post.date is not None and post.state is State.IDEA:
        return msgspec.structs.replace(post, state=State.DRAFT)
    return post


def _media_changed(work: Work, post_id: str) -> None:
    post = fetch(work, post_id)
    if post.state in SEEN_STATES:
        work.put(msgspec.structs.replace(post, state=State.DRAFT))
