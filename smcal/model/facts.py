"""What a library has recorded beside its posts: the checks ask it."""

import datetime as dt

import msgspec

from smcal.model.calendar import DayNote
from smcal.model.people import Person
from smcal.model.ruling import Override, Removal


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """People, events and decisions, as they stood at one moment."""

    people: dict[str, Person] = {}
    events: tuple[DayNote, ...] = ()  # city events and changes of service, by date; plain notes left out
    removals: dict[str, Removal] = {}  # by post
    confirmed: dict[tuple[str, str, dt.date], tuple[str, ...]] = {}
    """By page, point of the checklist and Monday: marks of the posts that whoever confirmed it had before them."""
    overrides: dict[str, Override] = {}  # by the finding's key; withdrawn ones left out


NO_FACTS = Facts()
