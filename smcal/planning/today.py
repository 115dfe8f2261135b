"""What a coordinator has to do today: posts whose *submit by* is today, is near, or has gone by."""

import datetime as dt

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


def agenda_period(now: dt.datetime) -> Period:
    """The days whose posts may have to be handed in today."""
    return Period(now.date(), now.date() + LOOK_AHEAD)


def due_today(scope: Scope, until: dt.date | None = None) -> list[Due]:
    """Posts not yet handed in that must be by the end of a day (today by default), the most pressing first.

    Urgent posts count as due until they are handed in. A pack without a window asks for nothing.
    """
    until = until or scope.now.date()
    if scope.pack.submission is None:
        return []
    dues = [_due(scope, post) for posts in scope.plan.posts.values() for post in posts if _open(post, scope)]
    return sorted((d for d in dues if d.submit_by.date() <= until), key=lambda d: (d.submit_by, d.post.date, d.post.id))


def _open(post: Post, scope: Scope) -> bool:
    return post.date is not None and post.date in scope.period and post.state in OPEN_STATES


def _due(scope: Scope, post: Post) -> Due:
    assert post.date is not None
    by = scope.worktime.submit_by(post.date)
    late = post.state is State.DRAFT and post.first_submitted is None and scope.worktime.is_late(scope.now, post.date)
    return Due(post, by, late, by.date() == scope.now.date())
