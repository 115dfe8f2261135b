"""One page as the checks look at it, and what all pages of one run share."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple

from smcal.model import COUNTED_STATES, Attachment, Page, Period, Post, State
from smcal.model.period import week_name
from smcal.regulation.scope import Scope, context

_date = attrgetter("date")


class Week(NamedTuple):
    """An ISO week, whole."""

    first: dt.date
    last: dt.date
    name: str


@lru_cache(maxsize=64)
def weeks_of(period: Period) -> tuple[Week, ...]:
    """Every ISO week that a period touches."""
    return tuple(Week(week.first, week.last, week_name(week.first)) for week in period.weeks())


@lru_cache(maxsize=64)
def stretches_of(period: Period, kind: str) -> tuple[Period, ...]:
    """Every month or quarter that a period touches, whole."""
    return tuple(period.months() if kind == "month" else period.quarters())


class Ground:
    """What the checks of one run share: the scope, and deadlines worked out once."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.context = context(scope.period, scope.pack)
        self.usual: dict[int | None, str | None] = {t.id: t.direction for t in scope.pack.topics}
        self._horizons: dict[dt.datetime, dt.date] = {}

    @cached_property
    def horizon(self) -> dt.date:
        """The first publication date that a plan handed in now would be in time for."""
        return self.scope.worktime.horizon(self.scope.now)

    def horizon_at(self, instant: dt.datetime) -> dt.date:
        """The first publication date that a plan handed in at an instant (UTC) was in time for."""
        found = self._horizons.get(instant)
        if found is None:
            found = self._horizons[instant] = self.scope.worktime.horizon(self.local(instant))
        return found

    def local(self, instant: dt.datetime) -> dt.datetime:
        """An instant as the wall clock of the workspace shows it."""
        return instant.astimezone(self.scope.zone).replace(tzinfo=None)


class Look:
    """One page: its counted posts, in order, those of the period and those around it."""

    def __init__(self, page: Page, ground: Ground) -> None:
        scope = ground.scope
        self.page, self.ground, self.pack, self.period = page, ground, scope.pack, scope.period
        posts = scope.plan.posts.get(page.id, [])
        around = posts[bisect_left(posts, ground.context.first, key=_date) :]
        around = around[: bisect_right(around, ground.context.last, key=_date)]
        self._around = [p for p in around if p.state in COUNTED_STATES and p.binned is None]
        self._dates = list(map(_date, self._around))
        self.posts = self.between(self.period.first, self.period.last)

    def between(self, first: dt.date, last: dt.date) -> Sequence[Post]:
        """The counted posts of these days, both included."""
        return self._around[bisect_left(self._dates, first) : bisect_right(self._dates, last)]

    @cached_property
    def weeks(self) -> list[tuple[Week, int]]:
        """Every ISO week that the period touches, with the number of its counted posts."""
        ends = [(week, bisect_left(self._dates, week.first)) for week in weeks_of(self.period)]
        return [(week, bisect_right(self._dates, week.last, lo=start) - start) for week, start in ends]

    @cached_property
    def gone_by(self) -> list[Post]:
        """Posts of the period whose day has passed without their being handed in or published."""
        today = self.ground.scope.now.date()
        past = self.posts[: bisect_left(self.posts, today, key=_date)]
        return [p for p in past if p.first_submitted is None and p.state is not State.PUBLISHED]

    @cached_property
    def live(self) -> Sequence[Post]:
        """Posts of the period without those that have gone by: the ones worth saying something about."""
        gone = {post.id for post in self.gone_by}
        return [p for p in self.posts if p.id not in gone] if gone else self.posts

    @cached_property
    def unpublished(self) -> list[Post]:
        """Live posts that are still to come out."""
        return [p for p in self.live if p.state is not State.PUBLISHED]

    def attachments(self, post: Post) -> tuple[Attachment, ...]:
        """The files of a post."""
        return self.ground.scope.plan.attachments.get(post.id, ())
