"""A stretch of whole days, and the weeks, months and quarters that it touches."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec


class Period(msgspec.Struct, frozen=True, order=True):
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def days(self) -> Iterator[date]:
        """Every day, in order."""
        return (self.first + timedelta(n) for n in range((self.last - self.first).days + 1))

    def hull(self, *others: "Period") -> "Period":
        """The shortest period that holds this one and the others."""
        return Period(min(self.first, *(o.first for o in others)), max(self.last, *(o.last for o in others)))

    def whole_weeks(self) -> "Period":
        """Widened to whole ISO weeks (Monday to Sunday)."""
        return Period(week_of(self.first).first, week_of(self.last).last)

    def whole_months(self) -> "Period":
        """Widened to whole calendar months."""
        return Period(month_of(self.first).first, month_of(self.last).last)

    def whole_quarters(self) -> "Period":
        """Widened to whole quarters of the year."""
        return Period(quarter_of(self.first).first, quarter_of(self.last).last)

    def weeks(self) -> Iterator["Period"]:
        """Every ISO week that this period touches, whole."""
        monday = week_of(self.first).first
        while monday <= self.last:
            yield Period(monday, monday + timedelta(6))
            monday += timedelta(7)

    def quarters(self) -> Iterator["Period"]:
        """Every quarter that this period touches, whole."""
        quarter = quarter_of(self.first)
        while quarter.first <= self.last:
            yield quarter
            quarter = quarter_of(quarter.last + timedelta(1))

    def months(self) -> Iterator["Period"]:
        """Every month that this period touches, whole."""
        month = month_of(self.first)
        while month.first <= self.last:
            yield month
            month = month_of(month.last + timedelta(1))


def week_of(day: date) -> Period:
    """The ISO week that holds `day`."""
    monday = day - timedelta(day.weekday())
    return Period(monday, monday + timedelta(6))


def month_of(day: date) -> Period:
    """The calendar month that holds `day`."""
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return Period(day.replace(day=1), following - timedelta(1))


def quarter_of(day: date) -> Period:
    """The quarter of the year that holds `day`."""
    start = 3 * ((day.month - 1) // 3) + 1
    return Period(date(day.year, start, 1), month_of(date(day.year, start + 2, 1)).last)


def week_name(day: date) -> str:
    """The ISO week of `day`, as in 2026-W49."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
