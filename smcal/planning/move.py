"""Move, shift, copy, duplicate, bin: one gesture, one unit of work."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import msgspec

from smcal.model import FIXED_STATES, Post, State, new_id
from smcal.planning.edit import edit, fetch
from smcal.planning.refusal import PastDay, PostHasHappened
from smcal.store.work import Work

KEPT_BY_A_COPY = (
    "title",
    "text",
    "topic",
    "direction",
    "direction_consent",
    "partner",
    "borrowed",
    "author",
    "source",
    "artwork",
    "note",
    "time",
)


def move(
    work: Work, post_ids: Iterable[str], page_id: str | None, date: dt.date | None, *, today: dt.date
) -> list[Post]:
    """Move posts to a day of a page (None: leave the page as it is), or to the tray (date None).

    Clock times stay. Refused as a whole, with nothing changed: a past day, a published or removed post.
    """
    refuse_past(date, today)
    return [edit(work, post_id, **_place(_movable(work, post_id), page_id, date)) for post_id in post_ids]


def shift(work: Work, post_ids: Iterable[str], days: int, *, today: dt.date) -> list[Post]:
    """Move posts by a number of days, each from where it stands; undated ones stay in the tray."""
    moved = []
    for post_id in post_ids:
        post = _movable(work, post_id)
        if post.date is not None:
            date = post.date + dt.timedelta(days)
            refuse_past(date, today)
            moved.append(edit(work, post_id, date=date))
    return moved


def copy(
    work: Work, post_ids: Iterable[str], page_id: str | None, date: dt.date | None, *, today: dt.date
) -> list[Post]:
    """Copy posts with their pictures to a day of a page (None: each to its own page), as new drafts."""
    refuse_past(date, today)
    return [_copy(work, fetch(work, post_id), page_id, date) for post_id in post_ids]


def duplicate(work: Work, post_ids: Iterable[str], *, today: dt.date) -> list[Post]:
    """Copy posts to where they stand; copies of past posts lie in the tray."""
    posts = [fetch(work, post_id) for post_id in post_ids]
    return [_copy(work, p, None, p.date if p.date and p.date >= today else None) for p in posts]


def bin_posts(work: Work, post_ids: Iterable[str], at: dt.datetime) -> None:
    """Put posts into the bin, whence `unbin` takes them back."""
    for post_id in post_ids:
        work.put(msgspec.structs.replace(fetch(work, post_id), binned=at))


def unbin(work: Work, post_ids: Iterable[str]) -> None:
    """Take posts out of the bin, to where they were."""
    for post_id in post_ids:
        work.put(msgspec.structs.replace(fetch(work, post_id), binned=None))


def refuse_past(date: dt.date | None, today: dt.date) -> None:
    """Raise `PastDay` for a day before today."""
    if date is not None and date < today:
        raise PastDay


def _movable(work: Work, post_id: str) -> Post:
    post = fetch(work, post_id)
    if post.state in FIXED_STATES:
        raise PostHasHappened(post)
    return post


def _place(post: Post, page_id: str | None, date: dt.date | None) -> dict[str, Any]:
    return {"page_id": page_id or post.page_id, "date": date}


def _copy(work: Work, post: Post, page_id: str | None, date: dt.date | None) -> Post:
    kept = {name: getattr(post, name) for name in KEPT_BY_A_COPY}
    state = State.DRAFT if date else State.IDEA
    twin = Post(id=new_id(), page_id=page_id or post.page_id, date=date, state=state, **kept)
    work.put(twin)
    for attachment in work.read.attachments([post.id]).get(post.id, ()):
        work.put(msgspec.structs.replace(attachment, id=new_id(), post_id=twin.id))
    return twin
