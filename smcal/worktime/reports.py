"""Answers about working time as plain values, for `smcal deadline` and `smcal calendar`."""

import datetime as dt
from typing import Any

from smcal.errors import WrongUse
from smcal.words import _
from smcal.worktime.day import Day
from smcal.worktime.window import Window
from smcal.worktime.worktime import Worktime


def deadline_report(
    worktime: Worktime,
    window: Window | None,
    clause: str | None,
    publish: dt.date | dt.datetime,
    handed_in: dt.datetime,
) -> dict[str, Any]:
    """When a post is to be handed in and whether `handed_in` is in time; local times to the minute.

    `window` is the pack's, None where it has none: then every answer is null.
    """
    day = publish.date() if isinstance(publish, dt.datetime) else publish
    shown = _moment(publish) if isinstance(publish, dt.datetime) else publish.isoformat()
    if window is None:
        nothing = ("submit_by", "effective", "late", "earliest_on_time", "provisional", "clause")
        return {"publish": shown} | dict.fromkeys(nothing)
    by, effective, earliest = worktime.submit_by(day), worktime.effective(handed_in), worktime.horizon(handed_in)
    return {
        "publish": shown,
        "submit_by": _moment(by),
        "effective": _moment(effective),
        "late": effective > by,
        "earliest_on_time": earliest.isoformat(),
        "provisional": worktime.provisional(by.date(), day) or worktime.provisional(handed_in.date(), earliest),
        "clause": clause,
    }


def calendar_report(worktime: Worktime, year: int) -> dict[str, Any]:
    """Every day of a year, and how many of them are worked."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise WrongUse(
            _("There is no year {year}; give one from {first} to {last}.").format(year=year, first=1, last=9999)
        )
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    dates = map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    days = [_day(worktime.day(date)) for date in dates]
    return {"days": days, "working_days": worktime.working_days_between(first, last)}


def _day(day: Day) -> dict[str, Any]:
    return {
        "date": day.date.isoformat(),
        "kind": day.kind.value,
        "opens": day.opens and day.opens.strftime("%H:%M"),
        "closes": day.closes and day.closes.strftime("%H:%M"),
        "name": day.name,
        "provisional": day.provisional,
    }


def _moment(at: dt.datetime) -> str:
    return at.isoformat(timespec="minutes")
