"""What the national calendar says about one year, as plain data that can be kept and read again."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from smcal.errors import WrongUse
from smcal.words import _

if TYPE_CHECKING:
    from holidays import HolidayBase

FIXED = "en_US"
"""The one language in which the library is asked what kind of day off a day is."""

SHORT_EVES = frozenset({"RU", "LV"})
"""Countries whose law takes an hour off the working day before a public holiday (RU: Labour Code art. 95, 112)."""

SHORT_SWAPS = frozenset({"RU"})
"""Countries where a working Saturday is as short as the weekday that it was swapped with."""

KEPT = 2
"""Which facts of a year are kept: 2 knows moved days off."""

_SWAP = re.compile(r"substituted from (\d\d)/(\d\d)/(\d{4})")
_NOT_BY_LAW = re.compile(r"substituted from|\(observed\)|\(observed, estimated\)")
_DAY = dt.timedelta(1)


class SpecialDay(msgspec.Struct, frozen=True, omit_defaults=True):
    """A day that differs from the plain week: off, a working Saturday, or the eve of a public holiday."""

    date: dt.date
    name: str = ""  # of the day off, in the language asked for
    off: bool = False
    moved: bool = False  # a day off that is no holiday itself: moved here by a decree, or observed for one
    working: bool = False  # though it falls on a weekend
    swapped_with: dt.date | None = None  # the weekday whose hours a working Saturday takes
    eve_of: str = ""  # the public holiday for which it is one hour shorter where it is worked


class HolidayYear(msgspec.Struct, frozen=True):
    """What is known of one year. `decreed` is False where the government has yet to move days about."""

    country: str
    subdivision: str | None
    year: int
    language: str
    library_version: str  # and which of its facts we keep: see `edition`
    decreed: bool
    days: tuple[SpecialDay, ...]


def holiday_year(country: str, year: int, subdivision: str | None = None, language: str = "ru") -> HolidayYear:
    """Ask the holidays library about one year; slow at first, so keep the answer.

    Names are in `language` where the library has it, else in English. Raises WrongUse for a country or a
    subdivision that the library does not know.
    """
    import holidays.version  # 0.2 s: nobody else imports it

    around = range(max(year - 1, 1), min(year + 1, dt.MAXYEAR) + 1)  # an eve, or a swap, may look into the next year
    try:
        fixed = holidays.country_holidays(country, subdivision, years=around, expand=False, language=FIXED)
    except NotImplementedError:
        place = f"{country}-{subdivision}" if subdivision else country
        raise WrongUse(
            _(
                "There is no calendar of public holidays for “{place}”; give a country code such as RU, LV or DE."
            ).format(place=place)
        ) from None
    spoken = _language_of(fixed, language)
    named = holidays.country_holidays(country, subdivision, years=around, expand=False, language=spoken)
    return HolidayYear(
        country=country,
        subdivision=subdivision,
        year=year,
        language=language,
        library_version=edition(holidays.version.__version__),
        decreed=_is_decreed(fixed, year),
        days=tuple(_special_days(country, year, fixed, named)),
    )


def edition(library_version: str) -> str:
    """What a kept year is marked with; another mark means that it is asked for again."""
    return f"{library_version}/{KEPT}"


def national_years(country: str, subdivision: str | None = None, language: str = "ru") -> Callable[[int], HolidayYear]:
    """The years of a country as Worktime asks for them, each read from the library once."""

    @cache
    def year_of(year: int) -> HolidayYear:
        return holiday_year(country, year, subdivision, language)

    return year_of


def _language_of(fixed: "HolidayBase", language: str) -> str:
    return language if language in fixed.supported_languages else FIXED


def _is_decreed(fixed: "HolidayBase", year: int) -> bool:
    """Whether no decree is still to come: it has been seen, or this country moves no days."""
    if not fixed.start_year <= year <= fixed.end_year:
        return False
    if not fixed.has_substituted_holidays:
        return True
    return year <= max((y for y, days in fixed.special_public_holidays.items() if _has_swap(days)), default=0)


def _has_swap(days: tuple[object, ...]) -> bool:
    """Whether a year's entry, one special day or several, moves a day off (month and day of both, year if another)."""
    several = days if isinstance(days[0], tuple) else (days,)
    return any(isinstance(day, tuple) and len(day) >= 4 for day in several)


def _special_days(country: str, year: int, fixed: "HolidayBase", named: "HolidayBase") -> list[SpecialDay]:
    swaps = _swaps(fixed)
    eves = _eves(country, fixed, named, swaps)
    off = {day for day in fixed if day.year == year}
    working = {day for day in fixed.weekend_workdays if day.year == year}
    eve_days = {day for day in eves if day.year == year}
    return [
        SpecialDay(
            date=day,
            name=named[day] if day in off else "",
            off=day in off,
            moved=day in off and not _is_by_law(fixed[day]),
            working=day in working,
            swapped_with=swaps.get(day) if day in working else None,
            eve_of=eves.get(day, ""),
        )
        for day in sorted(off | working | eve_days)
    ]


def _is_by_law(name: str) -> bool:
    return not _NOT_BY_LAW.search(name)


def _swaps(fixed: "HolidayBase") -> dict[dt.date, dt.date]:
    """Working Saturdays and the weekdays they were swapped with: only the name of the day off tells."""
    found = ((day, _SWAP.search(name)) for day, name in fixed.items())
    return {dt.date(int(m[3]), int(m[1]), int(m[2])): day for day, m in found if m}


def _eves(
    country: str, fixed: "HolidayBase", named: "HolidayBase", swaps: dict[dt.date, dt.date]
) -> dict[dt.date, str]:
    """Days right before a public holiday set by law, and Saturdays swapped with such a day, with its name."""
    if country not in SHORT_EVES:
        return {}
    by_law = [day for day, name in fixed.items() if _is_by_law(name)]
    eves = {day - _DAY: named[day] for day in by_law if day > dt.date.min}
    if country in SHORT_SWAPS:
        eves |= {saturday: eves[day] for saturday, day in swaps.items() if day in eves and saturday not in eves}
    return eves
