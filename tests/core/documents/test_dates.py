"""Dates in words."""

import datetime as dt

import pytest

from smcal.documents import BabelDates
from smcal.model import Period

D = dt.date


@pytest.mark.parametrize(
    ("language", "first", "last", "said"),
    [
        ("ru", D(2026, 11, 30), D(2026, 12, 6), "30 ноября – 6 декабря 2026"),
        ("ru", D(2026, 12, 7), D(2026, 12, 13), "7–13 декабря 2026"),
        ("ru", D(2026, 12, 28), D(2027, 1, 3), "28 декабря 2026 – 3 января 2027"),
        ("ru", D(2026, 5, 1), D(2026, 5, 1), "1 мая 2026"),
        ("en", D(2026, 11, 30), D(2026, 12, 6), "November 30 – December 6, 2026"),
        ("en", D(2026, 12, 7), D(2026, 12, 13), "December 7–13, 2026"),
        ("lv", D(2026, 12, 7), D(2026, 12, 13), "2026. gada 7.–13. decembris"),
        ("lv", D(2026, 11, 30), D(2026, 12, 6), "2026. gada 30. novembris – 6. decembris"),
        ("lv", D(2026, 12, 28), D(2027, 1, 3), "2026. gada 28. decembris – 2027. gada 3. janvāris"),
        ("de", D(2026, 12, 7), D(2026, 12, 13), "7.–13. Dezember 2026"),
        ("de", D(2026, 11, 30), D(2026, 12, 6), "30. November – 6. Dezember 2026"),
        ("de", D(2026, 5, 1), D(2026, 5, 1), "1. Mai 2026"),
    ],
)
def test_a_span_says_once_what_both_ends_share(language: str, first: D, last: D, said: str) -> None:
    assert BabelDates(language).span(Period(first, last)).replace("\u00a0", " ") == said


def test_moments_do_not_break_inside_a_date() -> None:
    assert BabelDates("ru").moment(dt.datetime(2026, 11, 23, 18)) == "23\u00a0ноября, 18:00"
    assert BabelDates("ru").weekday(D(2026, 11, 30)) == "пн"
    assert BabelDates("lv").moment(dt.datetime(2026, 12, 3, 18)) == "3.\u00a0decembris, 18:00"
    assert BabelDates("lv").weekday(D(2026, 11, 30)) == "pirmd."
    assert BabelDates("de").moment(dt.datetime(2026, 12, 3, 18)) == "3.\u00a0Dezember, 18:00"
    assert BabelDates("de").weekday(D(2026, 11, 30)) == "Mo"
