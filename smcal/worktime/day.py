"""One day as the calendar shows it."""

import datetime as dt
from enum import StrEnum

import msgspec


class DayKind(StrEnum):
    """Whether a day is worked, and whether for a full day."""

    WORKING = "working"
    OFF = "off"
    SHORTENED = "shortened"


class Day(msgspec.Struct, frozen=True):
    """A day with its hours (None when off), its name, and whether a decree may still change it."""

    date: dt.date
    kind: DayKind
    opens: dt.time | None = None
    closes: dt.time | None = None
    name: str = ""  # of the holiday, the swap, the eve, or the reason of the library's own change
    provisional: bool = False
