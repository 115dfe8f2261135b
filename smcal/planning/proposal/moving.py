"""Another day or another post than was proposed: where it may stand, and what that would break."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from smcal.model import Page, Post, State
from smcal.planning.preview import MovePreview
from smcal.planning.proposal.afterwards import after
from smcal.planning.proposal.values import Item
from smcal.regulation import Scope


class NoDay(StrEnum):
    """Why a proposed post cannot stand on a day."""

    PAST = "past"  # the day has gone
    OUTSIDE = "outside"  # not one of the days that are being planned: what it would break there was not asked


def no_day(scope: Scope, day: dt.date) -> NoDay | None:
    """Why a day cannot be chosen; None where it can, whatever it breaks."""
    if day < scope.now.date():
        return NoDay.PAST
    return None if day in scope.period else NoDay.OUTSIDE


def placed(item: Item, day: dt.date, time: dt.time | None) -> Item:
    """The same post on another day, or at another time."""
    return msgspec.structs.replace(item, post=msgspec.structs.replace(item.post, date=day, time=time))


def taken_instead(item: Item, post: Post) -> Item:
    """A post that waits in the tray, in the place of a proposed one."""
    state = State.DRAFT if post.state is State.IDEA else post.state
    there = msgspec.structs.replace(
        post, page_id=item.post.page_id, date=item.post.date, time=post.time or item.post.time, state=state
    )
    return msgspec.structs.replace(item, post=there, new=False, instead_of=item.slot)


def trial(scope: Scope, page: Page, wanted: Iterable[Item], item: Item) -> MovePreview:
    """A post of a proposal taken up, the others that are wanted standing in the plan: ask it for every day."""
    others = [other for other in wanted if other.post.id != item.post.id]
    return MovePreview(after(scope, page, [*others, item]), [item.post])
