"""Which pages a change can have an effect on, as the checks see it."""

from collections.abc import Callable, Iterator

from smcal.model import Attachment, Confirmation, DayNote, NoteKind, Override, Post, Removal
from smcal.store.changes import Area, Change, ChangeSet

UNSEEN = frozenset({Area.BRANCHES, Area.MEDIA, Area.SUBMISSIONS, Area.SUBMITTED_POSTS, Area.VERDICTS, Area.PACKS})
"""What no check looks at."""

OF_PAGES = frozenset({Area.POSTS, Area.ATTACHMENTS, Area.REMOVALS, Area.CONFIRMATIONS, Area.OVERRIDES})
"""What bears on the page it belongs to, and on no other."""


def touched_pages(changes: ChangeSet, page_of: Callable[[str], str | None] | None = None) -> frozenset[str] | None:
    """The pages whose findings may be others after these changes; None means that any page's may.

    A post that went from page to page touches both. A file or a removal touches the page of its post; where the post is
    not part of the changes, `page_of` is asked for it by the post's identifier, and without `page_of` it is None.
    """
    relevant = [change for change in changes.changes if not _is_unseen(change)]
    if any(change.area not in OF_PAGES for change in relevant):
        return None
    posts = {change.id: frozenset(_pages_of_post(change)) for change in relevant if change.area is Area.POSTS}
    touched: set[str] = set().union(*posts.values())
    for change in relevant:
        for value in (change.before, change.after):
            if isinstance(value, Confirmation | Override):
                touched.add(value.page_id)
            elif isinstance(value, Attachment | Removal) and value.post_id not in posts:
                if page_of is None:
                    return None
                page_id = page_of(value.post_id)
                touched |= {page_id} if page_id else set()
    return frozenset(touched)


def _is_unseen(change: Change) -> bool:
    """Changes that leave every finding as it is, notes that ask for nothing among them."""
    if change.area is Area.DAY_NOTES:
        notes = (change.before, change.after)
        return all(note.kind is NoteKind.NOTE for note in notes if isinstance(note, DayNote))
    return change.area in UNSEEN


def _pages_of_post(change: Change) -> Iterator[str]:
    for post in (change.before, change.after):
        if isinstance(post, Post) and post.page_id:
            yield post.page_id
