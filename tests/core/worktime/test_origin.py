"""Where a day comes from, and what a stretch of days adds up to."""

import datetime as dt

import msgspec
import pytest

from smcal.model import ChangeKind, Period
from smcal.worktime import DayKind, HolidayYear, Hours, Norm, Origin, holiday_year, norm_of
from tests.core.worktime.calendars import calendar, change, day, span


@pytest.mark.parametrize(
    ("country", "date", "origin", "kind"),
    [
        ("RU", "2026-11-24", Origin.WEEK, DayKind.WORKING),
        ("RU", "2026-11-28", Origin.WEEK, DayKind.OFF),
        ("RU", "2025-11-04", Origin.HOLIDAY, DayKind.OFF),
        ("RU", "2025-11-03", Origin.MOVED, DayKind.OFF),
        ("RU", "2025-11-01", Origin.SWAPPED, DayKind.SHORTENED),
        ("RU", "2024-04-27", Origin.SWAPPED, DayKind.WORKING),
        ("RU", "2026-11-03", Origin.EVE, DayKind.SHORTENED),
        ("RU", "2026-03-07", Origin.WEEK, DayKind.OFF),  # an eve on a Saturday that nobody works on
        ("RU", "2026-03-09", Origin.MOVED, DayKind.OFF),  # 8 March is a Sunday
        ("LV", "2025-05-05", Origin.MOVED, DayKind.OFF),  # observed
        ("LV", "2026-11-18", Origin.HOLIDAY, DayKind.OFF),
        ("DE", "2026-12-25", Origin.HOLIDAY, DayKind.OFF),
    ],
)
def test_national_days_know_where_they_come_from(country: str, date: str, origin: Origin, kind: DayKind) -> None:
    found = calendar(country).day(day(date))
    assert (found.origin, found.kind) == (origin, kind)


def test_the_last_change_has_made_the_day() -> None:
    library, branch = (
        change("2026-11-03", ChangeKind.FREE, "repairs"),
        change("2026-11-03", ChangeKind.WORKING, "open after all", branch_id="b"),
    )
    assert calendar(changes=[library]).day(day("2026-11-03")).origin is Origin.LIBRARY
    found = calendar(changes=[branch, library]).day(day("2026-11-03"))
    assert (found.origin, found.name) == (Origin.BRANCH, "open after all")


def test_a_change_that_changes_nothing_is_still_the_librarys_word() -> None:
    found = calendar(changes=[change("2026-11-29", ChangeKind.FREE, "closed on Sundays")]).day(day("2026-11-29"))
    assert (found.kind, found.origin) == (DayKind.OFF, Origin.LIBRARY)


def test_what_a_day_would_be_without_the_library() -> None:
    worktime = calendar(changes=[change("2026-11-04", ChangeKind.WORKING, "open day")])
    assert worktime.day(day("2026-11-04")).kind is DayKind.WORKING
    found = worktime.national_day(day("2026-11-04"))
    assert (found.kind, found.name, found.origin) == (DayKind.OFF, "Unity Day", Origin.HOLIDAY)
    for date in Period(day("2026-01-01"), day("2026-12-31")).days():
        assert calendar().national_day(date) == calendar().day(date)


def test_the_same_calendar_with_other_changes() -> None:
    hours = Hours.weekdays(dt.time(10), dt.time(19))
    free = change("2026-11-25", ChangeKind.FREE)
    for date in ("2026-11-24", "2026-11-25", "2026-11-26"):
        asked = calendar(hours=hours).with_changes([free]).day(day(date))
        assert asked == calendar(hours=hours, changes=[free]).day(day(date))
    assert calendar(changes=[free]).with_changes([]).submit_by(day("2026-11-30")) == calendar().submit_by(
        day("2026-11-30")
    )


def test_a_year_kept_before_moved_days_were_known_is_asked_for_again() -> None:
    fresh = holiday_year("RU", 2025, language="en")
    assert fresh.library_version.endswith("/2")
    assert any(special.moved for special in fresh.days)
    assert msgspec.json.decode(msgspec.json.encode(fresh), type=HolidayYear) == fresh


@pytest.mark.parametrize(
    ("period", "norm"),
    [
        (Period(day("2024-01-01"), day("2024-12-31")), Norm(248, 1979 * 60)),
        (Period(day("2026-11-01"), day("2026-11-30")), Norm(20, 159 * 60)),
        (Period(day("2026-01-01"), day("2026-01-09")), Norm(0, 0)),
    ],
)
def test_days_and_hours_of_a_stretch(period: Period, norm: Norm) -> None:
    assert norm_of(calendar(hours=Hours.weekdays(dt.time(9), dt.time(17))), period) == norm


def test_months_add_up_to_the_year() -> None:
    worktime = calendar(hours=Hours((*[span(9, 18)] * 5, span(10, 16), None)))
    year = Period(day("2026-01-01"), day("2026-12-31"))
    assert sum((norm_of(worktime, month) for month in year.months()), Norm(0, 0)) == norm_of(worktime, year)
    assert norm_of(worktime, year).days == worktime.working_days_between(year.first, year.last)
