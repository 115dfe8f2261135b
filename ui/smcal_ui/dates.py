"""Dates as people write them, in the language of the window, by Qt's own locale data."""

import datetime as dt

from PySide6.QtCore import QDate, QLocale

from smcal.model import Period
from smcal.words import _

NBSP = "\u00a0"
_LATVIAN_WEEKDAYS = ("P", "O", "T", "C", "Pk", "S", "Sv")  # as in Latvian calendars; Qt's are nearly whole words


class LocaleDates:
    """Dates in one language; what findings and views show."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._locale = QLocale("en_GB" if language == "en" else language)  # day before month
        self._point = "." if language in ("lv", "de") else ""  # the day is an ordinal there

    def day(self, day: dt.date) -> str:
        """A day with its weekday, as in «чт 3 дек»."""
        return f"{self.weekday(day)}{NBSP}{day.day}{self._point}{NBSP}{self.month_short(day)}"

    def plain_day(self, day: dt.date) -> str:
        """A day inside a sentence, as in «3 декабря»."""
        return self._text(day, f"d{self._point} MMMM")

    def full_day(self, day: dt.date) -> str:
        """A day with its weekday inside a sentence, as in «чт, 3 декабря»."""
        return f"{self.weekday(day)},{NBSP}{self.plain_day(day)}"

    def long_day(self, day: dt.date) -> str:
        """A day with its year, as in «3 декабря 2026»."""
        return self._with_year(self.plain_day(day), day.year)

    def date(self, day: dt.date) -> str:
        """A day in figures, as in 03.12.2026."""
        if self._point:  # where Qt knows years of two figures only
            return self._text(day, "dd.MM.yyyy")
        return self._locale.toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)

    def moment(self, at: dt.datetime) -> str:
        """A day and the wall clock, as in «пн 23 ноя, 18:00»."""
        return f"{self.day(at.date())}, {self.time(at.time())}"

    def day_in_figures(self, day: dt.date) -> str:
        """A day in figures without its year, as in 03.12: for the head of a narrow column."""
        return self.date(day)[:5]

    def time(self, at: dt.time) -> str:
        """The wall clock, as in 09:30."""
        return f"{at.hour:02d}:{at.minute:02d}"

    def weekday(self, day: dt.date) -> str:
        """The short name of the weekday, as in «чт»."""
        if self.language == "lv":
            return _LATVIAN_WEEKDAYS[day.weekday()]
        return self._locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat).rstrip(".")

    def long_weekday(self, day: dt.date) -> str:
        """The name of the weekday, as in «четверг»."""
        return self._locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)

    def month_short(self, day: dt.date) -> str:
        """The month as it stands after a day, short: «дек», «мая»."""
        return self._locale.monthName(day.month, QLocale.FormatType.ShortFormat)[:3]

    def month_title(self, day: dt.date) -> str:
        """A month as a heading, as in «Декабрь 2026»."""
        return f"{self.month_name(day)}{NBSP}{day.year}"

    def month_name(self, day: dt.date) -> str:
        """A month standing alone, as in «Декабрь»."""
        name = self._locale.standaloneMonthName(day.month, QLocale.FormatType.LongFormat)
        return f"{name[:1].upper()}{name[1:]}"

    def number(self, value: float) -> str:
        """A number as people write it, with one place behind the comma where it needs one: «1 979», «159,5»."""
        return self._locale.toString(value, "f", 0 if value == round(value) else 1)

    def week_title(self, week: Period) -> str:
        """A week as a heading, as in «30 ноября – 6 декабря 2026»."""
        first, last = week.first, week.last
        if first.year != last.year:
            return f"{self.long_day(first)} – {self.long_day(last)}"
        return self._with_year(self.span(week), last.year)

    def span(self, days: Period) -> str:
        """Days in a row, as in «30 ноября – 6 декабря», «5–11 октября»; the year is not said."""
        first, last = days.first, days.last
        if first == last:
            return self.plain_day(last)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}{self._point}–{self.plain_day(last)}"
        return f"{self.plain_day(first)} – {self.plain_day(last)}"

    def short_span(self, days: Period) -> str:
        """As `span`, with short months: «30 ноя – 6 дек», «5–11 окт»."""
        first, last = (f"{day.day}{self._point}" for day in (days.first, days.last))
        end = f"{last}{NBSP}{self.month_short(days.last)}"
        if days.first.month == days.last.month:
            return f"{first}–{end}"
        return f"{first}{NBSP}{self.month_short(days.first)} – {end}"

    def week_number(self, week: Period) -> str:
        """The number of a week, as in «неделя 49»."""
        return _("week {n}").format(n=week.first.isocalendar().week)

    def _with_year(self, days: str, year: int) -> str:
        return f"{year}.{NBSP}gada{NBSP}{days}" if self.language == "lv" else f"{days}{NBSP}{year}"

    def _text(self, day: dt.date, pattern: str) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), pattern).replace(" ", NBSP)
