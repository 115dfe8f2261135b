"""Which open deadlines move when the calendar, the hours or the window change."""

import datetime as dt
from collections.abc import Callable, Sequence
from enum import StrEnum
from zoneinfo import ZoneInfo

import msgspec

from smcal.model import Period, Post, State
from smcal.planning.today import OPEN_STATES
from smcal.store.reader import Reader
from smcal.worktime import Worktime
from smcal.worktime.zone import to_local

FAR = dt.timedelta(days=3 * 366)
"""How far ahead posts are looked at: nobody plans further."""


class Clock(StrEnum):
    """What is due."""

    HAND_IN = "hand-in"  # the post, to the curator (spb-cbs 5.6, 5.11)
    DECISION = "decision"  # the curator's answer about an urgent post (5.6)


class MovedDeadline(msgspec.Struct, frozen=True):
    """A deadline before and after, in local time, and whether it is missed as things stand now."""

    post_id: str
    page_id: str
    before: dt.datetime
    after: dt.datetime
    late_before: bool
    late_after: bool
    clock: Clock = Clock.HAND_IN

    @property
    def newly_late(self) -> bool:
        """In time before, late now."""
        return self.late_after and not self.late_before


def open_posts(reader: Reader, today: dt.date) -> list[Post]:
    """The posts whose deadlines still run: planned for today or later, on a page."""
    return reader.posts(Period(today, min(today, dt.date.max - FAR) + FAR))


def moved_deadlines(
    before: Worktime, after: Worktime, posts: Sequence[Post], now: dt.datetime, zone: ZoneInfo
) -> list[MovedDeadline]:
    """What changes between two calendars, seen at a local moment: newly late posts first, then by date.

    Of posts not handed in yet (or sent back for corrections) it is *submit by*; of urgent ones that are with the
    curator it is when the answer is due. Posts that have passed, or are settled, have no open deadline.
    """
    one, other = _Deadlines(before, now, zone), _Deadlines(after, now, zone)
    found = [
        MovedDeadline(post.id, post.page_id, *due, clock)
        for post in posts
        if post.page_id is not None
        and post.date is not None
        and post.date >= now.date()
        and (clock := _clock_of(post)) is not None
        and (due := _both(one.of(post, clock), other.of(post, clock))) is not None
    ]
    day = {post.id: post.date for post in posts}
    return sorted(found, key=lambda moved: (not moved.newly_late, moved.after, day[moved.post_id], moved.post_id))


def _clock_of(post: Post) -> Clock | None:
    if post.state in OPEN_STATES:
        return Clock.HAND_IN
    return Clock.DECISION if post.state is State.SUBMITTED and post.urgent and post.first_submitted else None


Due = tuple[dt.datetime, bool]


def _both(before: Due, after: Due) -> tuple[dt.datetime, dt.datetime, bool, bool] | None:
    return None if before[0] == after[0] else (before[0], after[0], before[1], after[1])


class _Deadlines:
    """The deadlines of one calendar."""

    def __init__(self, worktime: Worktime, now: dt.datetime, zone: ZoneInfo) -> None:
        self._worktime, self._now, self._zone = worktime, now, zone
        self._counted = worktime.effective(now)
        self._ways: dict[Clock, Callable[[Post], Due]] = {Clock.HAND_IN: self._hand_in, Clock.DECISION: self._decision}

    def of(self, post: Post, clock: Clock) -> Due:
        """When it is due, and whether that is missed already."""
        return self._ways[clock](post)

    def _hand_in(self, post: Post) -> Due:
        assert post.date is not None
        by, first = self._worktime.submit_by(post.date), post.first_submitted
        counted = self._counted if first is None else self._worktime.effective(to_local(first, self._zone))
        return by, counted > by and not post.urgent

    def _decision(self, post: Post) -> Due:
        assert post.first_submitted is not None
        due = self._worktime.urgent_due(to_local(post.first_submitted, self._zone))
        return due, self._now > due
