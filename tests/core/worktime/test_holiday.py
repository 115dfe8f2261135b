"""What is known of a year, as plain data."""

import datetime as dt
import subprocess
import sys

import msgspec
import pytest

from smcal.errors import WrongUse
from smcal.worktime import HolidayYear, Worktime, holiday_year


def test_a_year_survives_being_kept_as_json() -> None:
    year = holiday_year("RU", 2024, language="ru")
    kept = msgspec.json.decode(msgspec.json.encode(year), type=HolidayYear)
    assert kept == year
    assert Worktime("RU", lambda _year: kept).day(dt.date(2024, 11, 2)).closes == dt.time(17)


@pytest.mark.parametrize(
    ("country", "language", "name"),
    [
        ("RU", "ru", "День народного единства"),
        ("RU", "en", "Unity Day"),
        ("RU", "de", "Unity Day"),
        ("LV", "lv", "Jaungada diena"),
        ("DE", "de", "Neujahr"),
    ],
)
def test_names_are_in_the_language_asked_for(country: str, language: str, name: str) -> None:
    assert name in {day.name for day in holiday_year(country, 2026, language=language).days}


@pytest.mark.parametrize("language", ["ru", "en", "lv"])
def test_swaps_are_told_in_every_language(language: str) -> None:
    swaps = {day.date: day.swapped_with for day in holiday_year("RU", 2024, language=language).days if day.working}
    assert swaps == {
        dt.date(2024, 4, 27): dt.date(2024, 4, 29),
        dt.date(2024, 11, 2): dt.date(2024, 4, 30),
        dt.date(2024, 12, 28): dt.date(2024, 12, 30),
    }


def test_the_last_decreed_years() -> None:
    assert [holiday_year("RU", year).decreed for year in (2026, 2027, 2028)] == [True, True, False]
    assert [holiday_year("LV", year).decreed for year in (2025, 2026, 2027)] == [True, True, False]
    assert [holiday_year("DE", year).decreed for year in (2026, 2027, 2050)] == [True, True, True]


def test_parts_of_a_country_have_their_own_holidays() -> None:
    corpus_christi = dt.date(2026, 6, 4)
    assert corpus_christi in {day.date for day in holiday_year("DE", 2026, "NW").days}
    assert corpus_christi not in {day.date for day in holiday_year("DE", 2026).days}


@pytest.mark.parametrize(("country", "subdivision", "named"), [("XX", None, "“XX”"), ("DE", "QQ", "“DE-QQ”")])
def test_an_unknown_country_or_part_is_refused(country: str, subdivision: str | None, named: str) -> None:
    with pytest.raises(WrongUse, match=named):
        holiday_year(country, 2026, subdivision)


def test_far_years_have_weekends_only_and_say_so() -> None:
    for year in (1, 1800, 2206, 9999):
        known = holiday_year("RU", year)
        assert (known.days, known.decreed) == ((), False)


def test_kept_years_are_enough_to_start_without_the_library() -> None:
    code = (
        "import sys, datetime as dt\n"
        "from smcal.worktime import HolidayYear, Worktime\n"
        "years = lambda y: HolidayYear('RU', None, y, 'ru', '', True, ())\n"
        "assert Worktime('RU', years).submit_by(dt.date(2026, 11, 30)) == dt.datetime(2026, 11, 23, 18)\n"
        "assert 'holidays' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
