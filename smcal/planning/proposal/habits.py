"""On which days and at what time a page usually publishes."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

import msgspec

from smcal.model import COUNTED_STATES, Post

NOON = dt.time(12)
USUAL_WEEK = (1.0, 1.0, 1.0, 1.0, 1.0, 0.25, 0.25)
"""Where nothing is known of a page: any working day rather than the weekend."""

KNOWN_FROM = 4
"""Posts from which on a page has habits."""


class Habits(msgspec.Struct, frozen=True):
    """How much each weekday is liked, from 0 to 1, Monday first, and the hour used on it."""

    weekdays: tuple[float, ...]
    times: tuple[dt.time, ...]
    rate: float  # posts in a week that has any


def habits(posts: Iterable[Post]) -> Habits:
    """The habits that the counted posts of a page show."""
    counted = [p for p in posts if p.date is not None and p.state in COUNTED_STATES and p.binned is None]
    if len(counted) < KNOWN_FROM:
        usual = _most_common([p.time for p in counted], NOON)
        return Habits(USUAL_WEEK, (usual,) * 7, 0.0)
    days = Counter(p.date.weekday() for p in counted if p.date is not None)
    most = max(days.values())
    usual = _most_common([p.time for p in counted], NOON)
    times = tuple(_most_common([p.time for p in counted if p.date and p.date.weekday() == n], usual) for n in range(7))
    weeks = Counter(p.date.isocalendar()[:2] for p in counted if p.date is not None)
    return Habits(tuple(days[n] / most for n in range(7)), times, len(counted) / len(weeks))


def _most_common(times: list[dt.time | None], otherwise: dt.time) -> dt.time:
    known = Counter(time for time in times if time is not None)
    return min(known, key=lambda time: (-known[time], time)) if known else otherwise
