"""Dates and times as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcal.imports.dates import Order, looks_like_date, order_of, read_date, settle
from smcal.imports.times import looks_like_time, parse_time, says_utc


def date_of(cell, year=2026, order=Order.DAY):
    written = read_date(cell)
    return settle(written, order, year) if written else None


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-12-03", dt.date(2026, 12, 3)),
        ("03.12.2026", dt.date(2026, 12, 3)),
        ("3.12.26", dt.date(2026, 12, 3)),
        ("03.12.2026 г.", dt.date(2026, 12, 3)),
        ("3/12/2026", dt.date(2026, 12, 3)),
        ("18/02/25", dt.date(2025, 2, 18)),
        ("12/25/26", dt.date(2026, 12, 25)),
        ("3 декабря", dt.date(2026, 12, 3)),
        ("3 декабря 2025 года", dt.date(2025, 12, 3)),
        ("пн 30 ноя", dt.date(2026, 11, 30)),
        ("понедельник, 30 ноября", dt.date(2026, 11, 30)),
        ("03.12.2026 (чт)", dt.date(2026, 12, 3)),
        ("Dec 3, 2025", dt.date(2025, 12, 3)),
        ("3rd of December 2025", dt.date(2025, 12, 3)),
        ("mar. 1er sept. 2026", dt.date(2026, 9, 1)),
        ("3 de diciembre de 2025", dt.date(2025, 12, 3)),
        ("Do, 3. Dezember 2026", dt.date(2026, 12, 3)),
        ("20261203", dt.date(2026, 12, 3)),
        ("46359", dt.date(2026, 12, 3)),
        ("03.12", dt.date(2026, 12, 3)),
        ("29.02.2028", dt.date(2028, 2, 29)),
    ],
)
def test_a_date_is_read_as_a_person_reads_it(cell, day):
    assert date_of(cell) == day


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "31.02.2026",
        "2026-13-45",
        "Неделя 49",
        "1-7 декабря",
        "01.12–07.12",
        "когда-нибудь",
        "12",
        "00.00.2026",
        "01.01.0001",
        "31.12.9999",
    ],
)
def test_what_is_no_date_is_not_made_one(cell):
    assert read_date(cell) is None


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("2026-12-03T18:00:00", dt.time(18)),
        ("03.12.2026 в 9:05", dt.time(9, 5)),
        ("чт 3.12, 18.00", dt.time(18)),
        ("lun. 13 juil. · 18h", dt.time(18)),
        ("3 Dec 2026 6:30 PM", dt.time(18, 30)),
        ("03.12.2026", None),
    ],
)
def test_a_time_may_stand_beside_the_date(cell, time):
    written = read_date(cell)
    assert written is not None
    assert written.time == time


def test_most_dates_of_a_column_tell_what_comes_first():
    assert order_of(["3/4/25", "18/02/25", "19/2/25", "12/25/25"]) is Order.DAY
    assert order_of(["3/4/25", "12/25/25", "12/26/25", "18/02/25"]) is Order.MONTH
    assert order_of(["3/4/25"]) is Order.DAY
    assert date_of("3/4/25", order=Order.MONTH) == dt.date(2025, 3, 4)
    assert date_of("3.4.25", order=Order.MONTH) == dt.date(2025, 4, 3), "points are never American"


def test_a_weekday_chooses_the_year_next_to_the_one_given():
    assert date_of("пн 5 янв", year=2025) == dt.date(2026, 1, 5)
    assert date_of("вт 5 янв", year=2026) == dt.date(2027, 1, 5)


def test_without_any_year_there_is_no_date():
    assert settle(read_date("03.12"), Order.DAY, None) is None


MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_back_in_every_way_of_writing_it(day):
    ways = (f"{day}", f"{day:%d.%m.%Y}", f"{day:%d.%m.%y}", f"{day.day} {MONTHS[day.month - 1]} {day.year} г.")
    for way in ways:
        assert date_of(way) == day, way
        assert looks_like_date(way), way


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_dates_and_times(text):
    read_date(text)
    parse_time(text)
    looks_like_time(text)


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("18:00", dt.time(18)),
        ("18.30", dt.time(18, 30)),
        ("9-05", dt.time(9, 5)),
        ("18h", dt.time(18)),
        ("18h30", dt.time(18, 30)),
        ("10:00 AM", dt.time(10)),
        ("12:15 am", dt.time(0, 15)),
        ("6 p.m.", dt.time(18)),
        ("в 18:00", dt.time(18)),
        ("18:00–19:00", dt.time(18)),
        ("18 ч", dt.time(18)),
        ("18 Uhr", dt.time(18)),
        ("18:00 МСК", dt.time(18)),
        ("18", dt.time(18)),
        ("25:00", None),
        ("13:00 PM", None),
        ("утром", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_a_person_reads_it(cell, time):
    assert parse_time(cell) == time


def test_world_time_is_noticed():
    assert says_utc("Time (UTC)")
    assert says_utc("09:00Z")
    assert not says_utc("Время (МСК)")
