"""What a proposal says: posts on days, why each, and what cannot be met."""

from enum import StrEnum

import msgspec

from smcal.model import Period, Post
from smcal.regulation import Finding


class Cause(StrEnum):
    """Why a post is proposed."""

    EVENT = "event"  # a city event that the page has not announced
    TOPIC = "topic"  # a topic that the page still owes
    FREQUENCY = "frequency"  # the week has too few posts
    SHARE = "share"  # partners would have too much of the month
    TRAY = "tray"  # it waits in the tray, and there is room


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One post on its day, as it would stand in the plan: out of the tray, or new and still to be written."""

    post: Post
    new: bool
    cause: Cause
    instead_of: str = ""  # the post that was proposed here, where somebody has taken another one

    @property
    def slot(self) -> str:
        """The identifier of the post that was proposed: it stays whatever post is taken."""
        return self.instead_of or self.post.id


class Lack(StrEnum):
    """Why something cannot be met."""

    NO_DAY_IN_TIME = "no-day-in-time"  # what days are left are past, or too near to be handed in
    URGENT = "urgent"  # it has to be said before a day that only an urgent post can still meet
    OUTSIDE = "outside"  # only days outside the period would help
    NO_ROOM = "no-room"  # the weeks are full
    PLANNED_SO = "planned-so"  # it stands in the plan already: only a person can move or drop it
    LEFT_OUT = "left-out"  # something proposed would meet it, and is not wanted
    CHOSEN = "chosen"  # the day or the post that somebody chose instead of the proposed one breaks it


class Unmet(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that stays although everything proposed is accepted, and why."""

    finding: Finding
    lack: Lack


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """For one page and a period."""

    page_id: str
    period: Period
    items: tuple[Item, ...]  # by date and time
    unmet: tuple[Unmet, ...]
    left: tuple[Post, ...]  # of the tray, for which no place was found
