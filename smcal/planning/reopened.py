"""Which posts lost the curator's hearing or agreement by an edit, and the way back to what the curator saw."""

import msgspec

from smcal.model import Attachment, Post, State
from smcal.planning.edit import SEEN_STATES
from smcal.store.changes import Area, Change, ChangeSet

OPEN_AGAIN = frozenset({State.DRAFT, State.IDEA})


def reopened(changes: ChangeSet) -> list[Post]:
    """The posts, as they were before, whose review this change set has re-opened. Taking a plan back is no edit."""
    if changes.ids(Area.SUBMISSIONS):
        return []
    posts = [(c.before, c.after) for c in changes.changes if c.area is Area.POSTS]
    return [
        before
        for before, after in posts
        if isinstance(before, Post)
        and isinstance(after, Post)
        and before.state in SEEN_STATES
        and after.state in OPEN_AGAIN
    ]


def of_post(changes: ChangeSet, post_id: str) -> ChangeSet:
    """The part of a change set that is about one post and its files."""
    kept = tuple(change for change in changes.changes if _is_of(change, post_id))
    return msgspec.structs.replace(changes, changes=kept)


def _is_of(change: Change, post_id: str) -> bool:
    if change.area is Area.POSTS:
        return change.id == post_id
    value = change.after or change.before
    return isinstance(value, Attachment) and value.post_id == post_id
