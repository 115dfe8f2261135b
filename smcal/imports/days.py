"""Reads lists of days for a library's calendar, row by row: `read_days`, then `days_preview`."""

import datetime as dt
from itertools import islice
from pathlib import Path

from smcal.errors import UnreadableFile
from smcal.imports.days_found import MAX_DAYS, FoundDays, too_many
from smcal.imports.decode import read_bytes, read_text, text_of
from smcal.imports.table import parse_table
from smcal.words import _

AHEAD = 2  # years after this one into which repetitions are followed


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
        found = FoundDays(path.name, f"CSV, {encoding}", tuple(islice(days_of_table(table), MAX_DAYS + 1)))
    if not found.days:
        raise UnreadableFile(_("{file} holds no days. Nothing was imported.").format(file=path.name))
    if len(found.days) > MAX_DAYS:
        raise too_many(path.name)
    return found
