"""A day as people type it."""

import datetime as dt
import re
from collections.abc import Sequence

IN_FIGURES = re.compile(r"(\d{1,2})[./\-\s](\d{1,2})(?:[./\-\s](\d{4}|\d\d))?\.?")
RUN_TOGETHER = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)?")
YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
IN_WORDS = re.compile(r"(?:[^\W\d]+[.,]?\s+)?(\d{1,2})\s+([^\W\d]{3,})\.?(?:\s+(\d{4}))?")


def parse_day(text: str, today: dt.date, months: Sequence[Sequence[str]] = ()) -> dt.date | None:
    """The day that was typed, or None when it cannot be read as one of this century.

    "27.11", "27/11/26", "27-11-2026", "27112026", "2026-11-27" and, with the names of the twelve `months`,
    "Fri 27 Nov 2026". Without a year it is the one that puts the day nearest to today.
    """
    text = text.strip()
    if found := YEAR_FIRST.fullmatch(text):
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    if found := IN_FIGURES.fullmatch(text) or RUN_TOGETHER.fullmatch(text):
        day, month, year = found.groups()
        return _in_year(int(day), int(month), year, today)
    if found := IN_WORDS.fullmatch(text):
        day, word, year = found.groups()
        for number, names in enumerate(months, 1):
            if word[:3].casefold() in {name[:3].casefold() for name in names}:
                return _in_year(int(day), number, year, today)
    return None


def _in_year(day: int, month: int, year: str | None, today: dt.date) -> dt.date | None:
    if year is not None:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = [_day(today.year + step, month, day) for step in (-1, 0, 1)]
    return min((d for d in near if d is not None), key=lambda d: abs(d - today), default=None)


def _day(year: int, month: int, day: int) -> dt.date | None:
    if not 2000 < year < 2100:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
