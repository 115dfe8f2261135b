"""Lay the sample's posts over the weeks around today: what has been published, handed in, drafted."""

import datetime as dt
from collections.abc import Iterator
from itertools import cycle, islice

import msgspec

from smcal.sample.content import Sample, SamplePost

FIRST_WEEK = -3
DAYS_BY_COUNT = {1: (2,), 2: (1, 4), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}
TIMES = (dt.time(10, 0), dt.time(12, 0), dt.time(15, 30), dt.time(18, 0))


class Placed(msgspec.Struct, frozen=True):
    """A post of the sample on its day."""

    post: SamplePost
    page: str
    date: dt.date
    time: dt.time
    week: int  # from the current one


def placed_posts(sample: Sample, today: dt.date) -> Iterator[Placed]:
    """Every dated post of the sample, in the weeks around a day."""
    monday = today - dt.timedelta(today.weekday())
    for case in sample.case:
        yield _case(case, today)
    for number, (page, counts) in enumerate(sample.rhythm.items()):
        stock = islice(cycle(sample.post), number * 7, None)
        for week, count in enumerate(counts, FIRST_WEEK):
            for turn, day in enumerate(DAYS_BY_COUNT.get(count, ())):
                date = monday + dt.timedelta(7 * week + (day + number) % 5)
                yield Placed(next(stock), page, date, TIMES[(turn + number + week) % len(TIMES)], week)


def _case(case: SamplePost, today: dt.date) -> Placed:
    assert case.page is not None
    monday = today - dt.timedelta(today.weekday())
    days = case.ahead if case.ahead is not None else 7 * (case.week or 0) + (case.day or 0) - today.weekday()
    date = today + dt.timedelta(days)
    time = dt.time.fromisoformat(case.time) if case.time else TIMES[1]
    return Placed(case, case.page, date, time, (date - monday).days // 7)
