"""Working days and hours of one calendar, and the deadlines that follow from them."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from smcal.errors import WrongUse
from smcal.model import CalendarChange
from smcal.words import _, words
from smcal.worktime.day import Day
from smcal.worktime.holiday import HolidayYear
from smcal.worktime.hours import Hours
from smcal.worktime.table import YearTable, national_day, year_table
from smcal.worktime.window import UrgentClock, Window

_DAY = dt.timedelta(1)


class Worktime:
    """Working time of the curator or of a branch. Immutable: build a new one when hours or changes do.

    Takes and gives local wall-clock times (naive). Years are asked for once, when a day of theirs is needed.
    `changes` are those that hold here: the library's, and the branch's own, which go before the library's.
    """

    __slots__ = ("_changes", "_deadlines", "_hours", "_tables", "_words", "_years", "country", "window")

    def __init__(
        self,
        country: str,
        years: Callable[[int], HolidayYear],
        hours: Hours | None = None,
        changes: Iterable[CalendarChange] = (),
        *,
        language: str = "ru",
        window: Window | None = None,
    ) -> None:
        self.country = country
        self.window = window or Window()
        self._years = years
        self._hours = hours or Hours.default()
        self._changes = _by_date(changes)
        self._words = words(language)
        self._tables: dict[int, YearTable] = {}
        self._deadlines: dict[int, tuple[int, list[dt.datetime]]] = {}

    def day(self, day: dt.date) -> Day:
        """What kind of day it is, with its hours."""
        table = self._table(day.year)
        return table.days[day.toordinal() - table.first]

    def national_day(self, day: dt.date) -> Day:
        """What kind of day it would be without changes of the library's own."""
        return national_day(self._years(day.year), self._hours, day, self._words)

    def with_changes(self, changes: Iterable[CalendarChange]) -> "Worktime":
        """The same calendar, hours and window with these changes in place of its own: what would be, were they made."""
        return Worktime(
            self.country, self._years, self._hours, changes, language=self._words.language, window=self.window
        )

    def with_window(self, window: Window) -> "Worktime":
        """The same calendar, hours and changes, counted another way."""
        fresh = Worktime(self.country, self._years, self._hours, language=self._words.language, window=window)
        fresh._changes = self._changes
        return fresh

    def with_hours(self, hours: Hours) -> "Worktime":
        """The same calendar, changes and counting with other hours of the week: what would be, were they settled."""
        fresh = Worktime(self.country, self._years, hours, language=self._words.language, window=self.window)
        fresh._changes = self._changes
        return fresh

    def is_working(self, day: dt.date) -> bool:
        """Whether the day is worked, shortened or not."""
        return self.day(day).opens is not None

    def submit_by(self, publish: dt.date) -> dt.datetime:
        """The last minute at which a post to be published on that date is handed in in time (spb-cbs 5.6, 5.11)."""
        try:
            first, deadlines = self._deadlines[publish.year]
        except KeyError:
            first, deadlines = self._deadlines_of(publish.year)
        return deadlines[publish.toordinal() - first]

    def effective(self, handed_in: dt.datetime) -> dt.datetime:
        """From when something handed in counts: the same moment in working hours, else the next opening.

        The whole closing minute is in time and counts as its beginning.
        """
        table, place = self._next_working(handed_in.toordinal())
        if handed_in < table.opens[place]:
            return table.opens[place]
        closes = table.closes[place]
        if handed_in.replace(second=0, microsecond=0) <= closes:
            return min(handed_in, closes)
        table, place = self._next_working(handed_in.toordinal() + 1)
        return table.opens[place]

    def is_late(self, handed_in: dt.datetime, publish: dt.date) -> bool:
        """Whether it counts from after *submit by*."""
        return self.effective(handed_in) > self.submit_by(publish)

    def horizon(self, now: dt.datetime) -> dt.date:
        """The first publication date that a plan handed in now is in time for; days before it are urgent only."""
        table, place = self._after(self.effective(now).toordinal(), self.window.steps)
        return table.closes[place].date() + _DAY

    def urgent_due(self, handed_in: dt.datetime) -> dt.datetime:
        """When the curator's decision about an urgent post is due (spb-cbs 5.6)."""
        arrived = self.effective(handed_in)
        table, place = self._next_working(arrived.toordinal())
        if self.window.urgent is UrgentClock.CLOSE_OF_DAY:
            return table.closes[place]
        left = table.closes[place] - table.opens[place]
        while arrived + left > table.closes[place]:
            left -= table.closes[place] - arrived
            table, place = self._next_working(arrived.toordinal() + 1)
            arrived = table.opens[place]
        return arrived + left

    def close(self, day: dt.date) -> dt.datetime:
        """The close of that day, or of the next working day when it is off."""
        table, place = self._next_working(day.toordinal())
        return table.closes[place]

    def next_working_day(self, day: dt.date) -> dt.date:
        """The first working day after that day."""
        table, place = self._next_working(day.toordinal() + 1)
        return table.closes[place].date()

    def working_days_between(self, first: dt.date, last: dt.date) -> int:
        """How many working days there are from `first` to `last`, both included; none when `last` comes first."""
        return sum(
            bisect_left(table.ordinals, last.toordinal() + 1) - bisect_left(table.ordinals, first.toordinal())
            for table in map(self._table, range(first.year, last.year + 1))
            if first <= last
        )

    def provisional(self, first: dt.date, last: dt.date) -> bool:
        """Whether a day from `first` to `last` lies in a year whose moved days are not decreed yet."""
        return not (self._years(first.year).decreed and self._years(last.year).decreed)  # decreed years have no gaps

    def _table(self, year: int) -> YearTable:
        table = self._tables.get(year)
        if table is None:
            if not dt.MINYEAR <= year <= dt.MAXYEAR:
                raise WrongUse(_("This date is too far away: no working days can be counted from it."))
            table = self._tables[year] = year_table(self._years(year), self._hours, self._changes, self._words)
        return table

    def _next_working(self, ordinal: int) -> tuple[YearTable, int]:
        """The first working day on or after a day, as its year and its place among the working days of that year."""
        return self._after(ordinal, 1)

    def _after(self, ordinal: int, steps: int) -> tuple[YearTable, int]:
        """The working day that is so many steps away; a working day is one step from itself."""
        year = _year_of(ordinal)
        table = self._table(year)
        place, idle = bisect_left(table.ordinals, ordinal) + steps - 1, 0
        while place >= len(table.ordinals):
            place -= len(table.ordinals)
            year, idle = year + 1, 0 if table.ordinals else idle + 1
            self._must_work_at_all(idle)
            table = self._table(year)
        return table, place

    def _closes_before(self, year: int, count: int) -> list[dt.datetime]:
        """The last closings before a year, at least `count` of them, in order."""
        found: list[dt.datetime] = []
        idle = 0
        while len(found) < count:
            year -= 1
            closes = self._table(year).closes
            found, idle = closes + found, 0 if closes else idle + 1
            self._must_work_at_all(idle)
        return found

    def _must_work_at_all(self, idle: int) -> None:
        if idle > 2:
            raise WrongUse(_("No day is worked here, so nothing can be due: set the working hours first."))

    def _deadlines_of(self, year: int) -> tuple[int, list[dt.datetime]]:
        """*Submit by* of every day of a year, kept: then asking costs an index."""
        table, steps = self._table(year), self.window.steps
        recent = self._closes_before(year, steps)
        deadlines = []
        for day in table.days:
            deadlines.append(recent[-steps])
            if day.closes is not None:
                recent.append(dt.datetime.combine(day.date, day.closes))
        found = self._deadlines[year] = table.first, deadlines
        return found


def _year_of(ordinal: int) -> int:
    if not 1 <= ordinal <= dt.date.max.toordinal():
        raise WrongUse(_("This date is too far away: no working days can be counted from it."))
    return dt.date.fromordinal(ordinal).year


def _by_date(changes: Iterable[CalendarChange]) -> dict[dt.date, Sequence[CalendarChange]]:
    """Changes of each date in the order in which they apply: the library's, then the branch's, each by age."""
    found: dict[dt.date, list[CalendarChange]] = {}
    for change in sorted(changes, key=lambda c: (c.branch_id is not None, c.id)):
        found.setdefault(change.date, []).append(change)
    return dict(found)
