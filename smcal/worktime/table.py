"""The days of one year, worked out from the national calendar, the hours and the library's own changes."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from smcal.model import CalendarChange, ChangeKind
from smcal.words import Words
from smcal.worktime.day import Day, DayKind, Origin
from smcal.worktime.holiday import HolidayYear, SpecialDay
from smcal.worktime.hours import Hours, Span

HOUR = dt.timedelta(hours=1)
_PLAIN = SpecialDay(dt.date.min)


class YearTable:
    """One year: its days in order, and of the working ones ordinals, openings and closings, in order."""

    __slots__ = ("closes", "days", "first", "opens", "ordinals")

    def __init__(self, days: Sequence[Day]) -> None:
        self.days = tuple(days)
        self.first = days[0].date.toordinal()
        worked = [day for day in days if day.opens is not None and day.closes is not None]
        self.ordinals = [day.date.toordinal() for day in worked]
        self.opens = [dt.datetime.combine(day.date, day.opens) for day in worked if day.opens]
        self.closes = [dt.datetime.combine(day.date, day.closes) for day in worked if day.closes]


class _Rules(NamedTuple):
    """What holds for every day of a year."""

    hours: Hours
    words: Words
    provisional: bool


def year_table(
    known: HolidayYear, hours: Hours, changes: Mapping[dt.date, Sequence[CalendarChange]], words: Words
) -> YearTable:
    """Work out every day of a year."""
    special = {day.date: day for day in known.days}
    first = dt.date(known.year, 1, 1).toordinal()
    last = dt.date(known.year, 12, 31).toordinal()
    dates = map(dt.date.fromordinal, range(first, last + 1))
    rules = _Rules(hours, words, not known.decreed)
    return YearTable([_day(date, special.get(date, _PLAIN), changes.get(date, ()), rules) for date in dates])


def national_day(known: HolidayYear, hours: Hours, date: dt.date, words: Words) -> Day:
    """A day as it would be without any change of the library's own."""
    special = next((day for day in known.days if day.date == date), _PLAIN)
    return _day(date, special, (), _Rules(hours, words, not known.decreed))


def _day(date: dt.date, special: SpecialDay, changes: Sequence[CalendarChange], rules: _Rules) -> Day:
    span, name = _national_span(date, special, rules.hours), _national_name(special, rules.words)
    short, origin = bool(special.eve_of), _national_origin(special)
    for change in changes:
        name = change.reason or name
        origin = Origin.BRANCH if change.branch_id else Origin.LIBRARY
        match change.kind:
            case ChangeKind.FREE:
                span = None
            case ChangeKind.WORKING:
                span = span or rules.hours.near(date.weekday())
            case ChangeKind.SHORTENED:
                short = True
    if span and short:
        span = _an_hour_less(span)
    if span is None:
        if not (special.off or changes):  # the eve on a Sunday is nobody's news
            name, origin = "", Origin.WEEK
        return Day(date, DayKind.OFF, None, None, name, rules.provisional, origin)
    return Day(date, DayKind.SHORTENED if short else DayKind.WORKING, *span, name, rules.provisional, origin)


def _national_span(date: dt.date, special: SpecialDay, hours: Hours) -> Span | None:
    if special.off:
        return None
    if special.swapped_with:
        return hours.on(special.swapped_with.weekday()) or hours.on(date.weekday())
    if special.working:
        return hours.near(date.weekday())
    return hours.on(date.weekday())


def _national_name(special: SpecialDay, words: Words) -> str:
    if special.off:
        return special.name
    if special.swapped_with:
        swapped = special.swapped_with.strftime("%d.%m.%Y")
        return words.gettext("Working day instead of {date}").format(date=swapped)
    return words.gettext("Eve: {holiday}").format(holiday=special.eve_of) if special.eve_of else ""


def _national_origin(special: SpecialDay) -> Origin:
    if special.off:
        return Origin.MOVED if special.moved else Origin.HOLIDAY
    if special.working:
        return Origin.SWAPPED
    return Origin.EVE if special.eve_of else Origin.WEEK


def _an_hour_less(span: Span) -> Span | None:
    """The span closing one hour earlier; None when nothing is left of it."""
    opens, closes = span
    day = dt.date.min
    if dt.datetime.combine(day, closes) - dt.datetime.combine(day, opens) <= HOUR:
        return None
    return opens, (dt.datetime.combine(day, closes) - HOUR).time()
