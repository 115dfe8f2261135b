"""What a list of days would change in the library's calendar, and changing it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from smcal.imports.days_found import FoundDay, FoundDays
from smcal.model import CalendarChange, ChangeKind, new_id
from smcal.store.work import Work
from smcal.words import _
from smcal.worktime import DayKind, Worktime

KIND_AFTER = {
    ChangeKind.FREE: DayKind.OFF,
    ChangeKind.WORKING: DayKind.WORKING,
    ChangeKind.SHORTENED: DayKind.SHORTENED,
}


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"  # a day more of the library's own
    REPLACES = "replaces"  # another word on a day that the library has spoken about
    SAME = "same"  # the calendar says so already
    DOUBLE = "double"  # stands in the file twice
    REFUSED = "refused"


TAKEN = frozenset({Outcome.NEW, Outcome.REPLACES})
"""Outcomes that change something, and so can be accepted."""


class DayRow(msgspec.Struct, frozen=True):
    """One day of the file and what becomes of it; `remark` says why, in words."""

    found: FoundDay
    outcome: Outcome
    remark: str = ""
    change: CalendarChange | None = None  # what accepting it would store


def preview_days(
    found: FoundDays,
    changes: Iterable[CalendarChange],
    worktime: Worktime,
    branch_id: str | None = None,
    reason: str = "",
) -> list[DayRow]:
    """Every row in the order of the file. `worktime` is that of the branch, or of the whole library (None).

    `reason` serves rows that give none; without it they are refused.
    """
    own = {change.date: change for change in changes if change.branch_id == branch_id}
    seen: dict[dt.date, FoundDay] = {}
    rows = []
    for day in found.days:
        said = msgspec.structs.replace(day, reason=day.reason or reason.strip())
        row = _row(said, seen, own, worktime, branch_id)
        if row.outcome is not Outcome.REFUSED and said.date is not None:
            seen.setdefault(said.date, said)
        rows.append(row)
    return rows


def changes_after(changes: Iterable[CalendarChange], accepted: Sequence[DayRow]) -> list[CalendarChange]:
    """The library's changes as they would be with these rows accepted."""
    new = {row.change.id: row.change for row in accepted if row.change is not None}
    return [change for change in changes if change.id not in new] + list(new.values())


def import_days(work: Work, accepted: Sequence[DayRow]) -> list[CalendarChange]:
    """Store the accepted rows; what the library said of these days before is replaced."""
    stored = [row.change for row in accepted if row.change is not None]
    for change in stored:
        work.put(change)
    return stored


def _row(
    day: FoundDay,
    seen: dict[dt.date, FoundDay],
    own: dict[dt.date, CalendarChange],
    worktime: Worktime,
    branch_id: str | None,
) -> DayRow:
    if day.refusal or day.date is None or day.kind is None or not day.reason:
        return DayRow(day, Outcome.REFUSED, day.refusal or _("No reason is given: type one for such rows above."))
    if day.date in seen:
        return _repeated(day, seen[day.date])
    before = own.get(day.date)
    if before is not None and (before.kind, before.reason) == (day.kind, day.reason):
        return DayRow(day, Outcome.SAME, _("It stands in the calendar already."))
    if before is None and worktime.day(day.date).kind is KIND_AFTER[day.kind]:
        return DayRow(day, Outcome.SAME, _already(worktime, day.date))
    change = CalendarChange(
        id=before.id if before else new_id(), date=day.date, kind=day.kind, reason=day.reason, branch_id=branch_id
    )
    if before is None:
        return DayRow(day, Outcome.NEW, _about(worktime, day.date), change)
    return DayRow(day, Outcome.REPLACES, _("Until now: {reason}").format(reason=before.reason), change)


def _repeated(day: FoundDay, first: FoundDay) -> DayRow:
    if (first.kind, first.reason) == (day.kind, day.reason):
        return DayRow(day, Outcome.DOUBLE, _("The same as row {line}.").format(line=first.line))
    return DayRow(day, Outcome.REFUSED, _("Row {line} says something else about this day.").format(line=first.line))


def _already(worktime: Worktime, date: dt.date) -> str:
    name = worktime.day(date).name
    return _("It is so already: {name}").format(name=name) if name else _("It is so already.")


def _about(worktime: Worktime, date: dt.date) -> str:
    """What the day is called so far."""
    name = worktime.day(date).name
    return _("Now: {name}").format(name=name) if name else ""
