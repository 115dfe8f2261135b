"""A day as people type it."""

import datetime as dt
import re
from collections.abc import Sequence

IN_FIGURES = re.compile(r"(\d{1,2})[./\-\s](\d{1,2})(?:[./\-\s](\d{4}|\d\d))?\.?")
RUN_TOGETHER = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)?")
YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
IN_WORDS = re.compile(r"(?:[^\W\d]+[.,]?\s+)?(\d{1,2})\s+([^\W\d]{3,})\.?(?:\s+(\d{4}))?")


def parse_day(text: str, today: dt.date, months: Sequence[Sequence[str]] = (), earliest: int = 2001) -> dt.date | None:
    """The day that was typed, or None when it cannot be read as one of the years from `earliest` to 2099.

    "27.11", "27/11/26", "27-11-2026", "27112026", "2026-11-27" and, with the names of the twelve `months`,
    "Fri 27 Nov 2026". Without a year it is the one that puts the day nearest to today.
    """
    day = _read(text.strip(), today, months, earliest)
    return day if day is not None and earliest <= day.year < 2100 else None


def _read(text: str, today: dt.date, months: Sequence[Sequence[str]], earliest: int) -> dt.date | None:
    if found := YEAR_FIRST.fullmatch(text):
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    if found := IN_FIGURES.fullmatch(text) or RUN_TOGETHER.fullmatch(text):
        day, month, year = found.groups()
        return _in_year(int(day), int(month), year, today, earliest)
    if found := IN_WORDS.fullmatch(text):
        day, word, year = found.groups()
        for number, names in enumerate(months, 1):
            if word[:3].casefold() in {name[:3].casefold() for name in names}:
                return _in_year(int(day), number, year, today, earliest)
    return None


def _in_year(day: int, month: int, year: str | None, today: dt.date, earliest: int) -> dt.date | None:
    """Two figures are a year of this century, or of the last one where that lies ahead and the last is allowed."""
    if year is not None:
        full = int(year) + (2000 if len(year) == 2 else 0)
        ahead = len(year) == 2 and full > today.year and full - 100 >= earliest
        return _day(full - 100 if ahead else full, month, day)
    near = [_day(today.year + step, month, day) for step in (-1, 0, 1)]
    return min((d for d in near if d is not None), key=lambda d: abs(d - today), default=None)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
