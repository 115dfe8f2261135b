"""One page while it is being planned: what stands where, and which days would take one more post."""

import datetime as dt
from collections import Counter

from smcal.model import COUNTED_STATES, Page, Period, Post
from smcal.model.period import week_of
from smcal.planning.proposal.habits import Habits, habits
from smcal.planning.proposal.occasions import Occasions
from smcal.regulation import Scope, Severity
from smcal.regulation.checks.partners import is_partners

_DAY = dt.timedelta(1)
FAR = 3
"""Days between two posts beyond which more distance is no better."""


def is_on(scope: Scope, rule: str) -> bool:
    """Whether the library holds to a rule: a section whose rule is off binds nobody."""
    return scope.pack.severity(rule) is not Severity.OFF


def first_in_time(scope: Scope) -> dt.date:
    """The first day that a plan handed in now is in time for; tomorrow where nothing is handed in."""
    tomorrow = scope.now.date() + _DAY
    if scope.pack.submission is None or not is_on(scope, "submission.window"):
        return tomorrow
    return max(tomorrow, scope.worktime.horizon(scope.now))


class Ledger:
    """Counts the posts of a page by day, week and stretch as they are placed, and finds the best day for one more."""

    def __init__(self, scope: Scope, page: Page) -> None:
        self.scope, self.page, self.pack = scope, page, scope.pack
        row = scope.plan.posts.get(page.id, [])
        self.posts = [p for p in row if p.state in COUNTED_STATES and p.binned is None and p.date is not None]
        self.habits: Habits = habits(self.posts)
        self.occasions = Occasions(scope, page)
        frequency = self.pack.frequency
        self.min = frequency.min if frequency and is_on(scope, "frequency.min") else 0
        self.most: int | None = frequency.max if frequency and is_on(scope, "frequency.max") else None
        self._by_day: Counter[dt.date] = Counter(p.date for p in self.posts if p.date)
        self._by_week: Counter[dt.date] = Counter(week_of(p.date).first for p in self.posts if p.date)
        self.first = first_in_time(scope)
        self.days = [day for day in scope.period.days() if day >= self.first]
        self.weeks = [week.first for week in scope.period.weeks()]

    def put(self, post: Post) -> None:
        """Count one more post."""
        assert post.date is not None
        self.posts.append(post)
        self._by_day[post.date] += 1
        self._by_week[week_of(post.date).first] += 1

    def in_week(self, monday: dt.date) -> int:
        """Posts of a whole week."""
        return self._by_week[monday]

    def within(self, stretch: Period) -> list[Post]:
        """The posts of these days."""
        return [p for p in self.posts if p.date is not None and p.date in stretch]

    def best_day(self, stretch: Period, post: Post | None = None, below: int | None = None) -> dt.date | None:
        """The day of a stretch for one more post: in the emptiest week that has room, on a day the page likes.

        `below`: only weeks with fewer posts than that. A partner's `post` gets no day on which it would tip the share,
        and one about an event none on which it is of no use.
        """
        limit = min((n for n in (below, self.most) if n is not None), default=None)
        open_days = [
            day
            for day in self.days
            if day in stretch
            and (limit is None or self._by_week[week_of(day).first] < limit)
            and (post is None or (self.occasions.allows(post, day) and self.takes_partner(post, day)))
        ]
        if not open_days:
            return None
        return min(
            open_days, key=lambda day: (self._by_week[week_of(day).first], week_of(day).first, *self._worth(day))
        )

    def takes_partner(self, post: Post, day: dt.date) -> bool:
        """Whether a post may stand on a day without partners getting more than their share."""
        partners = self.pack.partners if is_on(self.scope, "partners.share") else None
        if partners is None or not is_partners(post, self.pack):
            return True
        (stretch,) = self._stretches(day, partners.period)
        there = self.within(stretch)
        theirs = sum(is_partners(p, self.pack) for p in there)
        return theirs + 1 <= partners.share * (len(there) + 1)

    def level(self, stretch: Period, owed: int) -> int | None:
        """Posts in a week at most when `owed` posts are spread evenly over the weeks left in a stretch.

        None where even full weeks do not take them all.
        """
        first = max(stretch.first, self.first, self.scope.period.first)
        counts = [self._by_week[week.first] for week in Period(first, stretch.last).weeks()] if owed else []
        highest = max(counts, default=0) + owed if self.most is None else self.most
        room = (n for n in range(1, highest + 1) if sum(max(0, n - count) for count in counts) >= owed)
        return next(room, None)

    def helps_elsewhere(self, stretch: Period) -> bool:
        """Whether a day of a stretch outside the period is in time and has room."""
        period = self.scope.period
        return any(day >= self.first and day not in period and self._has_room(day) for day in stretch.days())

    def time_on(self, day: dt.date) -> dt.time:
        """The hour at which the page publishes on such a day."""
        return self.habits.times[day.weekday()]

    def _worth(self, day: dt.date) -> tuple[float, float, dt.date]:
        gap = min((abs((day - other).days) for other in self._by_day if abs((day - other).days) < FAR), default=FAR)
        return self._by_day[day], -(self.habits.weekdays[day.weekday()] + gap / FAR), day

    def _has_room(self, day: dt.date) -> bool:
        return self.most is None or self._by_week[week_of(day).first] < self.most

    @staticmethod
    def _stretches(day: dt.date, kind: str) -> list[Period]:
        one = Period(day, day)
        return list(one.months() if kind == "month" else one.quarters())
