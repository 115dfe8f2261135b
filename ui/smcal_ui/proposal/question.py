"""What a proposal is asked for: which pages, and which days."""

import datetime as dt
from typing import Any

from smcal.model import Page, Period
from smcal.model.period import month_of, quarter_of, week_of
from smcal.planning.proposal import first_in_time
from smcal.words import N_, _
from smcal_ui.coverage.choosing import About, choices
from smcal_ui.coverage.words import stretch_title
from smcal_ui.desk import Desk
from smcal_ui.names import page_name
from smcal_ui.post.fields import ChoiceField, DateField
from smcal_ui.widgets.form import Form, Row

LATE = 3
"""Thursday: from then on a week is no longer one to plan, unless somebody asks for it."""

FORTNIGHT = dt.timedelta(13)


class Question(Form):
    """A page, a branch or all pages; a week, month or quarter ahead, or days of one's own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            [
                (
                    Row("about", N_("&Page"), lambda key: ChoiceField(key, ())),
                    Row("period", N_("&Days"), lambda key: ChoiceField(key, ())),
                    Row("first", N_("F&rom"), DateField),
                    Row("last", N_("&To"), DateField),
                )
            ]
        )
        self._desk = desk
        self.names: dict[str, str] = {}  # of all pages, by their ids

    @property
    def pages(self) -> list[Page]:
        """The chosen pages."""
        about: About = self.value("about") or About()
        return about.pages(self._desk.book.pages)

    @property
    def period(self) -> Period | None:
        """The chosen days; None while they make no sense."""
        chosen: Period | None = self.value("period")
        if chosen is not None:
            return Period(chosen.first, chosen.last)
        first, last = self.value("first"), self.value("last")
        return Period(first, last) if first and last and first <= last else None

    @property
    def first_day(self) -> dt.date:
        """The first day that a plan handed in now is in time for."""
        return first_in_time(self._desk.scope(week_of(self._desk.today)))

    def begin(self, page_id: str | None, shown: Period) -> None:
        """Offer pages and days: a page, else the person's own; the shown week, or the first that can be planned."""
        desk, pages = self._desk, self._desk.book.pages
        with desk.read() as reader:
            branches = reader.branches()
        by_id = {branch.id: branch for branch in branches}
        self.names = {page.id: page_name(page, by_id) for page in pages}
        own = next((p.id for p in pages if desk.person and p.coordinator_id == desk.person.id), None)
        offered, periods = choices(pages, branches), self.periods(shown)
        self._offer("about", offered)
        self._offer("period", [*periods, (None, _("other days"))])
        wanted = About(page_id=page_id or own)
        about = wanted if wanted in [found for found, _name in offered] else (offered[0][0] if offered else None)
        self.show_values({"about": about, "period": periods[0][0], "first": desk.today, "last": desk.today + FORTNIGHT})

    def periods(self, shown: Period) -> list[tuple[Period, str]]:
        """Weeks, months and quarters ahead, the one that can still be planned first."""
        dates, first = self._desk.dates, self.first_day
        likely = shown if shown.last >= first else _week_to_plan(first)
        following = week_of(_after(likely))
        middle = likely.first + (likely.last - likely.first) // 2  # of a week in two months, the one with more of it
        month, quarter = month_of(middle), quarter_of(middle)
        later_month, later_quarter = month_of(_after(month)), quarter_of(_after(quarter))
        named = (
            (likely, dates.week_title(likely)),
            (week_of(first), dates.week_title(week_of(first))),
            (following, dates.week_title(following)),
            (month, dates.month_title(month.first)),
            (later_month, dates.month_title(later_month.first)),
            (quarter, stretch_title(quarter, dates)),
            (later_quarter, stretch_title(later_quarter, dates)),
            (shown, _("shown: {week}").format(week=dates.week_title(shown))),
        )
        unique: dict[Period, str] = {}
        for period, text in named:
            unique.setdefault(period, text)
        return list(unique.items())

    def settle(self) -> None:
        """Show the two days only where they are asked for."""
        for key in ("first", "last"):
            self.set_row_visible(key, self.value("period") is None)

    def _offer(self, key: str, offered: list[tuple[Any, str]]) -> None:
        field = self.fields[key]
        assert isinstance(field, ChoiceField)
        field.offer(offered)


def _week_to_plan(first: dt.date) -> Period:
    """The week of the first day in time; where little more than its weekend is left, the one after."""
    week = week_of(first)
    return week if first.weekday() < LATE else week_of(_after(week))


def _after(period: Period) -> dt.date:
    return period.last + dt.timedelta(1)
