"""What a library adds to the national calendar, its hours, and its notes on days."""

import datetime as dt
from enum import StrEnum

import msgspec

CURATOR = "curator"
"""Owner of the working hours that submissions are measured by."""


class ChangeKind(StrEnum):
    """What a library's own change makes of a day."""

    FREE = "free"
    WORKING = "working"
    SHORTENED = "shortened"


class CalendarChange(msgspec.Struct, frozen=True, kw_only=True):
    """A day that differs from the national calendar, with the reason."""

    id: str
    date: dt.date
    kind: ChangeKind
    reason: str
    branch_id: str | None = None  # None: the whole library, and so the curator's submissions too


class WorkingHours(msgspec.Struct, frozen=True, kw_only=True):
    """Opening and closing on one weekday; both None where that day is not worked."""

    id: str
    owner: str  # CURATOR or the id of a branch
    weekday: int  # Monday is 0
    opens: dt.time | None
    closes: dt.time | None


class DayNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note on a day: a city event, a memorable date, a reminder."""

    id: str
    date: dt.date
    text: str
    branch_id: str | None = None
