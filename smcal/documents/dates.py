"""Dates in words, in a document's language."""

import datetime as dt

from smcal.model import Period

NBSP = "\u00a0"

_DAY = {"ru": "d MMMM", "en": "MMMM d", "lv": "d. MMMM", "de": "d. MMMM"}
_WITH_YEAR = {"en": f"{{days}},{NBSP}{{year}}", "lv": f"{{year}}.{NBSP}gada{NBSP}{{days}}"}


class BabelDates:
    """Says dates and times as an editor of that language writes them, with no-break spaces inside."""

    def __init__(self, language: str) -> None:
        # Babel reads its locale data when first used: only documents and commands pay for it.
        from babel import Locale

        self.language = language
        self._locale = Locale.parse(language)

    def _say(self, day: dt.date, pattern: str) -> str:
        from babel.dates import format_date

        return format_date(day, pattern, locale=self._locale).replace(" ", NBSP)

    def day(self, d: dt.date) -> str:
        """As in «30 ноября»."""
        return self._say(d, _DAY.get(self.language, "d MMMM"))

    def plain_day(self, d: dt.date) -> str:
        """The same here: a day without its weekday."""
        return self.day(d)

    def full_day(self, d: dt.date) -> str:
        """As in «30 ноября 2026»."""
        return self._with_year(self.day(d), d.year)

    def weekday(self, d: dt.date) -> str:
        """As in «пн»."""
        name = self._say(d, "ccc")
        return name.lower() if self.language == "lv" else name  # Babel's begin with a capital

    def month(self, d: dt.date) -> str:
        """As in «декабрь»."""
        return self._say(d, "LLLL")

    def time(self, t: dt.time) -> str:
        """As in «09:05»."""
        return f"{t:%H:%M}"

    def moment(self, at: dt.datetime) -> str:
        """As in «23 ноября, 18:00»."""
        return f"{self.day(at.date())}, {self.time(at.time())}"

    def full_moment(self, at: dt.datetime) -> str:
        """As in «24 ноября 2026, 11:20»."""
        return f"{self.full_day(at.date())}, {self.time(at.time())}"

    def span(self, period: Period) -> str:
        """As in «30 ноября – 6 декабря 2026»; what both ends share is said once."""
        first, last = period.first, period.last
        if first == last:
            return self.full_day(last)
        if first.year != last.year:
            return f"{self.full_day(first)} – {self.full_day(last)}"
        return self._with_year(self.short_span(period), last.year)

    def short_span(self, period: Period) -> str:
        """As `span`, without the year."""
        first, last = period.first, period.last
        if first == last:
            return self.day(last)
        if first.month == last.month:
            if self.language == "en":
                return f"{self.day(first)}–{last.day}"
            point = "." if self.language in ("lv", "de") else ""
            return f"{first.day}{point}–{self.day(last)}"
        return f"{self.day(first)} – {self.day(last)}"

    def _with_year(self, days: str, year: int) -> str:
        return _WITH_YEAR.get(self.language, f"{{days}}{NBSP}{{year}}").format(days=days, year=year)
