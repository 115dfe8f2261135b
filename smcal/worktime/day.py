"""One day as the calendar shows it."""

import datetime as dt
from enum import StrEnum

import msgspec


class DayKind(StrEnum):
    """Whether a day is worked, and whether for a full day."""

    WORKING = "working"
    OFF = "off"
    SHORTENED = "shortened"


class Origin(StrEnum):
    """Who made a day what it is; the last one to have a say."""

    WEEK = "week"  # nobody: a plain day of the week, with or without hours
    HOLIDAY = "holiday"  # a public holiday set by law
    MOVED = "moved"  # a day off that a decree has moved here, or that is observed for one on a weekend
    SWAPPED = "swapped"  # a weekend day worked, by decree, for another one
    EVE = "eve"  # right before a public holiday, and so one hour shorter
    LIBRARY = "library"  # a change of the whole library's own
    BRANCH = "branch"  # a change of the branch's own


class Day(msgspec.Struct, frozen=True):
    """A day with its hours (None when off), its name, where it comes from, and whether a decree may still change it."""

    date: dt.date
    kind: DayKind
    opens: dt.time | None = None
    closes: dt.time | None = None
    name: str = ""  # of the holiday, the swap, the eve, or the reason of the library's own change
    provisional: bool = False
    origin: Origin = Origin.WEEK
