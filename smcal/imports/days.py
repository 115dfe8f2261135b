"""Reads lists of days for a library's calendar, row by row: `read_days`, then `days_preview`."""

import datetime as dt
from pathlib import Path

import msgspec

from smcal.errors import UnreadableFile
from smcal.imports.decode import read_bytes, read_text, text_of
from smcal.imports.table import parse_table
from smcal.model import ChangeKind
from smcal.words import _

MAX_DAYS = 5_000
AHEAD = 2  # years after this one into which repetitions are followed


class FoundDay(msgspec.Struct, frozen=True, kw_only=True):
    """One day of a list. Without a date or a kind, or with a `refusal`, it cannot be taken, and that says why."""

    line: int  # in the file, as an editor or a spreadsheet counts
    written: str  # the date as it stands in the file
    date: dt.date | None = None
    kind: ChangeKind | None = None
    reason: str = ""
    refusal: str = ""


class FoundDays(msgspec.Struct, frozen=True):
    """A list as it was read: the file's name, what it is ("CSV, utf-8", "iCalendar"), and its days in order."""

    name: str
    format: str
    days: tuple[FoundDay, ...]


def years_from(today: dt.date) -> range:
    """The years into which repetitions are followed: this one and the next two."""
    return range(today.year, min(today.year + AHEAD, dt.MAXYEAR) + 1)


def read_days(path: Path, years: range) -> FoundDays:
    """The days of an ICS or a CSV file; what repeats is followed through `years`.

    Raises `UnreadableFile` for what is no list at all; a bad row is a day with a refusal.
    """
    data = read_bytes(path)
    if path.suffix.lower() in (".ics", ".ical", ".ifb") or b"BEGIN:VCALENDAR" in data[:1000]:
        from smcal.imports.days_ics import days_of_calendar, line_numbers, unfolded  # icalendar: only for such a file

        text, _encoding = text_of(unfolded(data), path)
        found = FoundDays(path.name, "iCalendar", tuple(days_of_calendar(text, path.name, years, line_numbers(data))))
    else:
        from smcal.imports.days_table import days_of_table

        text, encoding = read_text(path)
        table = parse_table(text, path.name, encoding)
        found = FoundDays(path.name, f"CSV, {encoding}", tuple(days_of_table(table)))
    if not found.days:
        raise UnreadableFile(_("{file} holds no days. Nothing was imported.").format(file=path.name))
    if len(found.days) > MAX_DAYS:
        raise too_many(path.name)
    return found


def too_many(name: str) -> UnreadableFile:
    """A list that is longer than the days of many years."""
    message = _("{file} holds more than {limit} days. Split the list and import the parts.")
    return UnreadableFile(message.format(file=name, limit=MAX_DAYS))
