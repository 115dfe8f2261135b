"""*Submit by*, late and horizon against dates worked out by hand."""

import pytest

from smcal.model import ChangeKind
from smcal.worktime import Counting, Hours, Window
from tests.core.worktime.calendars import calendar, change, day, moment, span

BY_HAND = [
    pytest.param("2026-11-30", "2026-11-23 18:00", id="five plain weekdays"),
    pytest.param("2026-01-12", "2025-12-24 18:00", id="31 Dec and 1-9 Jan are free"),
    pytest.param("2026-05-12", "2026-05-04 18:00", id="9 May falls on Saturday, 11 May is free"),
    pytest.param("2025-11-05", "2025-10-28 18:00", id="Sat 1 Nov works, 3-4 Nov are free"),
    pytest.param("2024-05-02", "2024-04-23 18:00", id="Sat 27 Apr works, 29 Apr-1 May are free"),
    pytest.param("2027-02-24", "2027-02-16 18:00", id="Sat 20 Feb works, 22-23 Feb are free"),
    pytest.param("2026-11-11", "2026-11-03 17:00", id="the day itself is the eve of 4 Nov"),
    pytest.param("2026-11-29", "2026-11-23 18:00", id="published on a Sunday"),
    pytest.param("2026-05-09", "2026-05-04 18:00", id="published on a holiday"),
]


@pytest.mark.parametrize(("publish", "by"), BY_HAND)
def test_the_fifth_working_day_before(publish: str, by: str) -> None:
    assert calendar().submit_by(day(publish)) == moment(by)


@pytest.mark.parametrize(
    ("publish", "by"),
    [("2026-11-30", "2026-11-20 18:00"), ("2026-01-12", "2025-12-23 18:00"), ("2025-11-05", "2025-10-27 18:00")],
)
def test_five_clear_days_are_one_day_earlier(publish: str, by: str) -> None:
    assert calendar(window=Window(counting=Counting.CLEAR_DAYS)).submit_by(day(publish)) == moment(by)


def test_a_pack_may_ask_for_another_number_of_days() -> None:
    assert calendar(window=Window(1)).submit_by(day("2026-11-30")) == moment("2026-11-27 18:00")
    assert calendar(window=Window(60)).submit_by(day("2026-11-30")) == moment("2026-09-04 18:00")


def test_the_window_of_a_country_without_moved_days() -> None:
    assert calendar("DE").submit_by(day("2026-12-28")) == moment("2026-12-18 18:00")


def test_latvian_days_off_are_left_out() -> None:
    assert calendar("LV").submit_by(day("2026-06-29")) == moment("2026-06-18 18:00")


def test_handed_in_at_the_closing_minute_is_in_time() -> None:
    worktime, publish = calendar(), day("2026-11-30")
    assert not worktime.is_late(moment("2026-11-23 18:00"), publish)
    assert not worktime.is_late(moment("2026-11-23 18:00:59"), publish)
    assert worktime.is_late(moment("2026-11-23 18:01"), publish)


def test_the_horizon_is_the_first_date_in_time() -> None:
    worktime = calendar()
    assert worktime.horizon(moment("2026-11-23 18:00")) == day("2026-11-28")
    assert worktime.horizon(moment("2026-11-23 18:01")) == day("2026-12-01")
    assert worktime.horizon(moment("2026-11-21 12:00")) == day("2026-11-28")
    assert worktime.horizon(moment("2025-12-30 12:00")) == day("2026-01-16")


def test_a_free_day_of_the_library_moves_it() -> None:
    free = change("2026-11-26", ChangeKind.FREE)
    assert calendar(changes=[free]).submit_by(day("2026-11-30")) == moment("2026-11-20 18:00")


def test_the_hours_are_those_of_the_weekday() -> None:
    hours = Hours((span(10, 19), span(9, 18), span(9, 18), span(9, 18), span(9, 16), None, None))
    assert calendar(hours=hours).submit_by(day("2026-11-30")) == moment("2026-11-23 19:00")
    assert calendar(hours=hours).submit_by(day("2026-11-28")) == moment("2026-11-23 19:00")
    assert calendar(hours=hours).submit_by(day("2026-11-27")) == moment("2026-11-20 16:00")
