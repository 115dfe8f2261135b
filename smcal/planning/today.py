"""What a coordinator has to do today: posts whose *submit by* is today, is near, or has gone by."""

import datetime as dt
from bisect import bisect_left, bisect_right

import msgspec

from smcal.model import Period, Post, State
from smcal.regulation import Scope

LOOK_AHEAD = dt.timedelta(days=45)
"""Far enough to see past the longest holidays from the last working day before them."""

OPEN_STATES = frozenset({State.DRAFT, State.CHANGES_REQUESTED})


class Due(msgspec.Struct, frozen=True):
    """A post to be handed in, and by when (local)."""

    post: Post
    submit_by: dt.datetime
    late: bool
    today: bool
    returned: bool = False  # was handed in once and has to be again
    urgent: bool = False  # too late for its window, and says why it is urgent: to be handed in at once


def agenda_period(now: dt.datetime) -> Period:
    """The days whose posts may have to be handed in today."""
    return Period(now.date(), now.date() + LOOK_AHEAD)


def due_today(scope: Scope, until: dt.date | None = None) -> list[Due]:
    """Posts not yet handed in that must be by the end of a day (today by default), the most pressing first.

    Urgent posts count as due until they are handed in, and are late only while they give no reason. A pack without a
    window asks for nothing.
    """
    if scope.pack.submission is None:
        return []
    last = _last_day_due(scope, until or scope.now.date())
    horizon = scope.worktime.horizon(scope.now)
    dues = [
        _due(scope, post, horizon)
        for row in scope.plan.posts.values()
        for post in row[bisect_left(row, scope.period.first, key=_date) : bisect_right(row, last, key=_date)]
        if post.state in OPEN_STATES
    ]
    return sorted(dues, key=lambda due: (due.submit_by, due.post.date, due.post.id))


def _last_day_due(scope: Scope, until: dt.date) -> dt.date:
    """The last publication date of the period whose *submit by* is not after a day."""
    days = list(scope.period.days())
    due = bisect_right(days, until, key=lambda day: scope.worktime.submit_by(day).date())
    return days[due - 1] if due else scope.period.first - dt.timedelta(1)


def _due(scope: Scope, post: Post, horizon: dt.date) -> Due:
    by = scope.worktime.submit_by(_date(post))
    behind = post.state is State.DRAFT and post.first_submitted is None and _date(post) < horizon
    urgent = behind and post.urgent and bool(post.urgent_reason.strip())
    again = post.state is State.CHANGES_REQUESTED or (post.first_submitted is not None and by < scope.now)
    return Due(post, by, behind and not urgent, by.date() == scope.now.date(), again, urgent)


def _date(post: Post) -> dt.date:
    assert post.date is not None  # a plan holds dated posts
    return post.date
