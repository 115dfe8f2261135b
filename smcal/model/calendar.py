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


class NoteKind(StrEnum):
    """What a note on a day asks for."""

    NOTE = "note"  # nothing: a memorable date, a reminder
    CITY_EVENT = "city-event"  # pages announce it (spb-cbs 4.1)
    SERVICE_CHANGE = "service-change"  # of hours or services: pages of the branch tell it (spb-cbs 5.13, App. 2, 1)


class DayNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note on a day, of one branch or of the whole library."""

    id: str
    date: dt.date
    text: str
    branch_id: str | None = None
    kind: NoteKind = NoteKind.NOTE
