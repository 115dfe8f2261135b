"""One post on a topic, on the best day of some days, or on the next day that is possible."""

import datetime as dt

import msgspec

from smcal.model import Page, Period, Post
from smcal.planning.proposal.ledger import Ledger
from smcal.planning.proposal.subjects import Subjects
from smcal.regulation import Scope, Topic

REACH = dt.timedelta(35)
"""So far behind the days that were asked for another day is looked for."""

_DAY = dt.timedelta(1)


class Filling(msgspec.Struct, frozen=True):
    """A new draft on its day; `inside` is whether that day is one of those asked for."""

    post: Post
    inside: bool


def reach_of(stretch: Period, today: dt.date) -> Period:
    """The days that `fill` looks at: the period of the scope that it is asked with."""
    return Period(stretch.first, max(stretch.last, today) + REACH)


def fill(scope: Scope, page: Page, topic: Topic, stretch: Period) -> Filling | None:
    """A post on a topic in a stretch; else in the first week behind it that has room; None where there is none.

    Days that are past, too near to be handed in, behind the change that the topic tells of, or in a full week
    are none. Ask with a scope over `reach_of`.
    """
    ledger = Ledger(scope, page)
    if ledger.occasions.missed(topic.id, stretch, ledger.first):
        return None
    about = Post(id="", page_id=page.id, topic=topic.id)
    day = ledger.best_day(stretch, about)
    if day is not None:
        return Filling(_draft(scope, page, topic, day, ledger), True)
    for later in _weeks_behind(scope, stretch):
        day = ledger.best_day(later, about)
        if day is not None:
            return Filling(_draft(scope, page, topic, day, ledger), False)
    return None


def _weeks_behind(scope: Scope, stretch: Period) -> list[Period]:
    first = max(stretch.last, scope.now.date()) + _DAY
    weeks = Period(first, scope.period.last).weeks() if first <= scope.period.last else ()
    return [Period(max(week.first, first), min(week.last, scope.period.last)) for week in weeks]


def _draft(scope: Scope, page: Page, topic: Topic, day: dt.date, ledger: Ledger) -> Post:
    post = Subjects(scope.pack, ledger.posts).on(topic)
    return msgspec.structs.replace(post, page_id=page.id, date=day, time=ledger.time_on(day))
