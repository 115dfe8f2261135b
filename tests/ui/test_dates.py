"""Dates as readers of each language write them."""

import datetime as dt

import pytest

from smcal.model.period import week_of
from smcal.words import speak
from smcal_ui.dates import LocaleDates

NBSP = "\u00a0"
DAY = dt.date(2026, 12, 3)


@pytest.mark.parametrize(
    ("language", "day", "long", "moment", "month"),
    [
        ("ru", "чт 3 дек", "3 декабря 2026", "чт 3 дек, 18:00", "Декабрь 2026"),
        ("en", "Thu 3 Dec", "3 December 2026", "Thu 3 Dec, 18:00", "December 2026"),
        ("lv", "C 3. dec", "2026. gada 3. decembris", "C 3. dec, 18:00", "Decembris 2026"),
        ("de", "Do 3. Dez", "3. Dezember 2026", "Do 3. Dez, 18:00", "Dezember 2026"),
    ],
)
def test_days_moments_and_months(qapp, language, day, long, moment, month):
    dates = LocaleDates(language)
    said = (dates.day(DAY), dates.long_day(DAY), dates.moment(dt.datetime(2026, 12, 3, 18)), dates.month_title(DAY))
    assert tuple(text.replace(NBSP, " ") for text in said) == (day, long, moment, month)


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (dt.date(2026, 12, 10), "7–13 декабря 2026"),
        (dt.date(2026, 12, 3), "30 ноября – 6 декабря 2026"),
        (dt.date(2026, 12, 31), "28 декабря 2026 – 3 января 2027"),
    ],
)
def test_a_week_is_named_by_its_days(qapp, day, title):
    assert LocaleDates("ru").week_title(week_of(day)).replace(NBSP, " ") == title


@pytest.mark.parametrize(
    ("language", "day", "title"),
    [
        ("lv", dt.date(2026, 12, 10), "2026. gada 7.–13. decembris"),
        ("lv", dt.date(2026, 12, 3), "2026. gada 30. novembris – 6. decembris"),
        ("lv", dt.date(2026, 12, 31), "2026. gada 28. decembris – 2027. gada 3. janvāris"),
        ("de", dt.date(2026, 12, 10), "7.–13. Dezember 2026"),
        ("de", dt.date(2026, 12, 3), "30. November – 6. Dezember 2026"),
    ],
)
def test_days_are_ordinals_in_latvian_and_german(qapp, language, day, title):
    assert LocaleDates(language).week_title(week_of(day)).replace(NBSP, " ") == title
    assert LocaleDates(language).date(DAY) == "03.12.2026"


@pytest.mark.parametrize(
    ("language", "near", "far"),
    [
        ("ru", "7–13 дек", "30 ноя – 6 дек"),
        ("lv", "7.–13. dec", "30. nov – 6. dec"),
        ("de", "7.–13. Dez", "30. Nov – 6. Dez"),
    ],
)
def test_short_days_are_ordinals_in_latvian_and_german_too(qapp, language, near, far):
    dates = LocaleDates(language)
    spans = (dates.short_span(week_of(day)) for day in (dt.date(2026, 12, 10), DAY))
    assert [span.replace(NBSP, " ") for span in spans] == [near, far]
    assert dates.day_in_figures(DAY) == "03.12"


def test_months_stand_in_the_case_that_follows_a_number(qapp):
    assert LocaleDates("ru").day(dt.date(2026, 5, 9)).replace(NBSP, " ") == "сб 9 мая"


def test_english_dates_have_the_day_first(qapp):
    assert LocaleDates("en").date(DAY) == "03/12/2026"


def test_the_number_of_a_week_is_that_of_iso(qapp):
    speak("en")
    assert LocaleDates("en").week_number(week_of(dt.date(2027, 1, 1))) == "week 53"


def test_a_day_does_not_break_over_lines(qapp):
    assert " " not in LocaleDates("ru").day(DAY)
