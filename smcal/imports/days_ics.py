"""Days in an iCalendar file: whole-day events, those of several days and those that repeat."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any

from icalendar import Calendar, Component
from icalendar.prop import vBroken

from smcal.errors import UnreadableFile
from smcal.imports.dates import YEARS
from smcal.imports.days_found import LONGEST, MAX_DAYS, FoundDay, too_many
from smcal.imports.days_kinds import kind_of
from smcal.imports.days_repeat import Patience, repetitions
from smcal.model import ChangeKind
from smcal.text import clean_name
from smcal.words import _

MAX_REPEATING = 100  # events that repeat: each is followed through its whole life
_DAY = dt.timedelta(1)


class _Refused(Exception):
    """Why an event gives no day; never leaves this file."""


def unfolded(data: bytes) -> bytes:
    """The file with long lines in one piece: a fold may stand inside a letter."""
    return re.sub(rb"\r?\n[ \t]", b"", data)


def line_numbers(data: bytes) -> list[int]:
    """Where each line of `unfolded(data)` begins in the file, counted from 1."""
    lines = enumerate(data.split(b"\n"), 1)
    return [number for number, line in lines if number == 1 or line[:1] not in (b" ", b"\t")]


def days_of_calendar(text: str, name: str, years: range, numbers: Sequence[int] | None = None) -> list[FoundDay]:
    """Every event as its days; `numbers` are the lines of the file that those of the text are, its own where none are.

    Raises `UnreadableFile` where the file is cut off or is no calendar.
    """
    lines = _event_lines(text, numbers)
    if len(lines) > MAX_DAYS:
        raise too_many(name)  # before they are read, which takes seconds
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except ValueError as error:
        raise _no_calendar(name) from error
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if len(lines) != len(events) or not calendars:
        raise _no_calendar(name)
    if sum("RRULE" in event for event in events) > MAX_REPEATING:
        message = _("{file} has more than {limit} repeating events: this is no list of days.")
        raise UnreadableFile(message.format(file=name, limit=MAX_REPEATING))
    moved = _moved_days(events)
    found: list[FoundDay] = []
    patience = Patience()
    for line, event in zip(lines, events, strict=True):
        found += _days(event, line, years, moved.get(str(event.get("UID", "")), frozenset()), patience)
        if len(found) > MAX_DAYS:
            break  # whoever reads the list refuses it
    return found


def _event_lines(text: str, numbers: Sequence[int] | None) -> list[int]:
    """In which line each event begins."""
    lines = text.split("\n")
    if numbers is None or len(numbers) != len(lines):  # letters of two bytes: nothing was unfolded
        numbers = range(1, len(lines) + 1)
    return [number for number, line in zip(numbers, lines, strict=True) if line.strip().upper() == "BEGIN:VEVENT"]


def _no_calendar(name: str) -> UnreadableFile:
    message = _("{file} is no whole iCalendar file: it is damaged or cut off. Export it again. Nothing was imported.")
    return UnreadableFile(message.format(file=name))


def _moved_days(events: Sequence[Component]) -> dict[str, frozenset[dt.date]]:
    """Repetitions that have an event of their own, by the identifier that they share."""
    found: dict[str, set[dt.date]] = {}
    for event in events:
        moved = event.get("RECURRENCE-ID")
        if moved is not None and not isinstance(moved, vBroken | list) and isinstance(moved.dt, dt.date):
            found.setdefault(str(event.get("UID", "")), set()).add(_date_of(moved.dt))
    return {uid: frozenset(days) for uid, days in found.items()}


def _days(
    event: Component, line: int, years: range, moved: frozenset[dt.date], patience: Patience
) -> Iterator[FoundDay]:
    reason = clean_name(str(event.get("SUMMARY", "")))
    written = _written(event)
    try:
        first, length = _first_and_length(event)
        starts = _starts(event, first, years, moved, patience)
    except _Refused as refusal:
        yield FoundDay(line=line, written=written, reason=reason, refusal=str(refusal))
        return
    kind = _kind(event, reason)
    for start in starts:
        for n in range(length):
            day = start + n * _DAY
            yield FoundDay(line=line, written=written, date=day, kind=kind, reason=reason)


def _written(event: Component) -> str:
    start = event.get("DTSTART")
    return clean_name(start.to_ical().decode()) if hasattr(start, "to_ical") else ""


def _kind(event: Component, reason: str) -> ChangeKind:
    """What the categories say, else the words of the event; free where they say nothing."""
    categories = event.get("CATEGORIES")
    listed = categories if isinstance(categories, list) else [categories] if categories is not None else []
    said = " ".join(category.to_ical().decode() for category in listed if hasattr(category, "to_ical"))
    return kind_of(said) or kind_of(reason) or ChangeKind.FREE


def _first_and_length(event: Component) -> tuple[dt.date, int]:
    """The first day of an event and how many days it has."""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        raise _Refused(_("The event was called off."))
    start, end, length = _value(event, "DTSTART"), _value(event, "DTEND"), _value(event, "DURATION")
    if start is None:
        raise _Refused(_("No date."))
    if isinstance(start, dt.datetime):
        if not _is_whole_day(event, start):
            raise _Refused(_("A time of day, but a calendar knows whole days only."))
        start, end = start.date(), _date_of(end) if end is not None else None
    if not isinstance(start, dt.date) or start.year not in YEARS:
        raise _Refused(_("The date lies outside the years {first} to {last}.").format(first=YEARS[0], last=YEARS[-1]))
    days = 1
    if end is not None:
        days = max((_date_of(end) - start).days, 1 if _date_of(end) == start else 0)
    elif isinstance(length, dt.timedelta):
        days = length.days
    if days < 1:
        raise _Refused(_("It ends before it begins."))
    if days > LONGEST:
        raise _Refused(_("It lasts longer than a year."))
    return start, days


def _value(event: Component, name: str) -> Any:
    """A date of an event, None where it has none. Refuses what cannot be read and what stands there twice."""
    value = event.get(name)
    if value is None:
        return None
    if isinstance(value, vBroken):
        text = clean_name(str(value))
        raise _Refused(_("“{text}” is no date of the calendar: write it like 20270308.").format(text=text))
    if isinstance(value, list):
        raise _Refused(_("It has several dates of the same kind."))
    return value.dt


def _is_whole_day(event: Component, start: dt.datetime) -> bool:
    """Outlook writes whole days as midnights, with a mark of its own."""
    marked = str(event.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper() == "TRUE"
    return marked and start.time() == dt.time()


def _date_of(value: Any) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    raise _Refused(_("A time of day, but a calendar knows whole days only."))


def _starts(
    event: Component, first: dt.date, years: range, moved: frozenset[dt.date], patience: Patience
) -> list[dt.date]:
    """The first days of all repetitions in the years asked for; of an event that repeats not, its own."""
    rule = event.get("RRULE")
    own = "RECURRENCE-ID" in event
    left_out = _listed(event, "EXDATE") | (frozenset() if own else moved)
    days = set(_listed(event, "RDATE"))
    days |= {first} if rule is None else set(_repetitions(rule, first, years, patience))
    kept = sorted(day for day in days - left_out if rule is None or day.year in years)
    if not kept:
        raise _Refused(_("No day of it lies in {first} to {last}.").format(first=years[0], last=years[-1]))
    return kept


def _listed(event: Component, name: str) -> frozenset[dt.date]:
    value = event.get(name)
    lists = value if isinstance(value, list) else [value] if value is not None else []
    if any(isinstance(several, vBroken) for several in lists):
        raise _Refused(_("How it repeats cannot be read."))
    return frozenset(_date_of(item.dt) for several in lists for item in several.dts)


def _repetitions(rule: Any, first: dt.date, years: range, patience: Patience) -> list[dt.date]:
    if patience.is_gone:
        raise _Refused(_("The file repeats so much that it takes too long to follow."))
    with patience:
        days = repetitions(rule, first, years)
    if days is None:
        raise _Refused(_("How it repeats cannot be read."))
    return days
