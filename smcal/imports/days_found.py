"""What was found in a list of days: values, and how many are too many."""

import datetime as dt

import msgspec

from smcal.errors import UnreadableFile
from smcal.model import ChangeKind
from smcal.words import _

MAX_DAYS = 5_000
LONGEST = 366
"""Days of one event, or of one stretch of days."""


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


def too_many(name: str) -> UnreadableFile:
    """A list that is longer than the days of many years."""
    message = _("{file} holds more than {limit} days. Split the list and import the parts.")
    return UnreadableFile(message.format(file=name, limit=MAX_DAYS))
