"""Takes a proposal, or some of it, into the plan."""

from collections.abc import Iterable

import msgspec

from smcal.model import Post
from smcal.planning.edit import edit
from smcal.planning.proposal.values import Item
from smcal.store.work import Work


def accept(work: Work, items: Iterable[Item]) -> list[Post]:
    """Put the chosen posts on their days, new ones as drafts, and return them as stored.

    Raises `UnknownPost` when one has left the tray for good meanwhile.
    """
    return [_put(work, item) for item in items]


def _put(work: Work, item: Item) -> Post:
    post = item.post
    if item.new:
        return work.put(msgspec.structs.replace(post))
    return edit(work, post.id, page_id=post.page_id, date=post.date, time=post.time)
