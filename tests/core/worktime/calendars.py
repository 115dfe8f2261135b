"""Calendars that the tests share: each year is asked of the library once."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from smcal.model import CalendarChange, ChangeKind, new_id
from smcal.worktime import HolidayYear, Hours, Worktime, national_years


@cache
def years(country: str) -> Callable[[int], HolidayYear]:
    """The years of a country, kept from test to test."""
    return national_years(country, language="en")


def calendar(
    country: str = "RU", hours: Hours | None = None, changes: Iterable[CalendarChange] = (), **rest: Any
) -> Worktime:
    """Working time of a country in English."""
    return Worktime(country, years(country), hours, changes, language="en", **rest)


def day(text: str) -> dt.date:
    """A date, as in 2026-11-30."""
    return dt.date.fromisoformat(text)


def moment(text: str) -> dt.datetime:
    """A local time, as in 2026-11-30 18:00."""
    return dt.datetime.fromisoformat(text)


def change(date: str, kind: ChangeKind, reason: str = "our own day", branch_id: str | None = None) -> CalendarChange:
    """A change of the library's, or of a branch's."""
    return CalendarChange(id=new_id(), date=day(date), kind=kind, reason=reason, branch_id=branch_id)


def span(opens: int, closes: int) -> tuple[dt.time, dt.time]:
    """Hours of one day."""
    return dt.time(opens), dt.time(closes)
