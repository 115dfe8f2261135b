"""How many days and hours are worked in a stretch of time."""

import datetime as dt

import msgspec

from smcal.model import Period
from smcal.worktime.worktime import Worktime

_NO_DAY = dt.date.min


class Norm(msgspec.Struct, frozen=True):
    """Working days, and the minutes between their openings and closings: breaks are not known and not taken off."""

    days: int
    minutes: int

    @property
    def hours(self) -> float:
        """The minutes as hours."""
        return self.minutes / 60

    def __add__(self, other: "Norm") -> "Norm":
        return Norm(self.days + other.days, self.minutes + other.minutes)


def norm_of(worktime: Worktime, period: Period) -> Norm:
    """Working days and time of a period, both ends included."""
    spans = [
        dt.datetime.combine(_NO_DAY, day.closes) - dt.datetime.combine(_NO_DAY, day.opens)
        for day in map(worktime.day, period.days())
        if day.opens is not None and day.closes is not None
    ]
    return Norm(len(spans), sum(span.seconds for span in spans) // 60)
