"""Lay the sample's posts over the quarter around today: what has been published, handed in, drafted."""

import datetime as dt
from collections.abc import Iterator
from itertools import cycle, islice

import msgspec

from smcal.model import Period
from smcal.model.period import quarter_of, week_of
from smcal.sample.content import Rhythm, Sample, SampleNote, SamplePost

LAST_WEEK = -1  # where what is near begins
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
    """Every dated post of the sample: rich around today, thin towards both ends of the quarter."""
    for case in sample.case:
        yield _case(case, today)
    for number, (page, rhythm) in enumerate(sample.rhythm.items()):
        stock = islice(cycle(sample.post), number * 7, None)
        for week, turn, date in _days(rhythm, number, today):
            yield Placed(next(stock), page, date, TIMES[(turn + number + week) % len(TIMES)], week)


def _days(rhythm: Rhythm, number: int, today: dt.date) -> Iterator[tuple[int, int, dt.date]]:
    """The weeks of a page's posts, which of the week's posts each is, and its day."""
    monday, quarter = week_of(today).first, quarter_of(today)
    for week, count in _weeks(rhythm, monday, quarter):
        near = 0 <= week - LAST_WEEK < len(rhythm.near)
        for turn, day in enumerate(DAYS_BY_COUNT.get(count, ())):
            date = monday + dt.timedelta(7 * week + (day + number) % 5)
            if near or date in quarter:
                yield week, turn, date


def _weeks(rhythm: Rhythm, monday: dt.date, quarter: Period) -> Iterator[tuple[int, int]]:
    """Weeks from the current one with the number of posts in each: the near ones first, whatever today is."""
    after = LAST_WEEK + len(rhythm.near)
    yield from enumerate(rhythm.near, LAST_WEEK)
    yield from zip(range(after, (quarter.last - monday).days // 7 + 1), cycle(rhythm.far), strict=False)
    yield from zip(range(LAST_WEEK - 1, (quarter.first - monday).days // 7 - 1, -1), cycle(rhythm.past), strict=False)


def day_of(made: SamplePost | SampleNote, today: dt.date) -> dt.date:
    """The day of a case or a note: so many days from today, or a weekday of a week counted from the current one."""
    if made.ahead is not None:
        return today + dt.timedelta(made.ahead)
    return week_of(today).first + dt.timedelta(7 * (made.week or 0) + (made.day or 0))


def _case(case: SamplePost, today: dt.date) -> Placed:
    assert case.page is not None
    date = day_of(case, today)
    time = dt.time.fromisoformat(case.time) if case.time else TIMES[1]
    return Placed(case, case.page, date, time, (date - week_of(today).first).days // 7)
