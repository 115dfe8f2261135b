"""Days as people type them."""

import datetime as dt

import pytest

from smcal_ui.post.days import parse_day

TODAY = dt.date(2026, 11, 24)
MONTHS = [(name, name) for name in ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]]
MONTHS[4] = ("мая", "май")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27.11", dt.date(2026, 11, 27)),
        ("27.11.", dt.date(2026, 11, 27)),
        ("7-1", dt.date(2027, 1, 7)),
        ("29.02.28", dt.date(2028, 2, 29)),
        ("27/11/26", dt.date(2026, 11, 27)),
        ("27-11-2026", dt.date(2026, 11, 27)),
        (" 27 11 2026 ", dt.date(2026, 11, 27)),
        ("27112026", dt.date(2026, 11, 27)),
        ("271126", dt.date(2026, 11, 27)),
        ("2711", dt.date(2026, 11, 27)),
        ("2026-11-27", dt.date(2026, 11, 27)),
        ("пт 27 ноя 2026", dt.date(2026, 11, 27)),
        ("3 мая", dt.date(2027, 5, 3)),
        ("3 Май 2026", dt.date(2026, 5, 3)),
        ("пт\u00a027\u00a0ноября\u00a02026", dt.date(2026, 11, 27)),
        ("31.11.2026", None),
        ("29.02.2026", None),
        ("30.02", None),
        ("27.11.1026", None),
        ("00.00", None),
        ("27", None),
        ("27 чего 2026", None),
        ("завтра", None),
        ("", None),
    ],
)
def test_a_day_as_it_is_typed(text: str, day: dt.date | None) -> None:
    assert parse_day(text, TODAY, MONTHS) == day
