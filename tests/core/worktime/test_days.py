"""Days: national ones, eves, swapped Saturdays, hours and a library's own changes."""

import datetime as dt

import pytest

from smcal.errors import WrongUse
from smcal.model import ChangeKind
from smcal.worktime import Day, DayKind, Hours, Worktime
from tests.core.worktime.calendars import calendar, change, day, span

EIGHT_HOURS = Hours.weekdays(dt.time(9), dt.time(17))


def days_of(worktime: Worktime, year: int) -> list[Day]:
    first = dt.date(year, 1, 1)
    return [worktime.day(first + dt.timedelta(n)) for n in range(366) if (first + dt.timedelta(n)).year == year]


def shortened(country: str, year: int) -> list[str]:
    return [d.date.isoformat()[5:] for d in days_of(calendar(country), year) if d.kind is DayKind.SHORTENED]


@pytest.mark.parametrize(
    ("year", "months", "days", "hours"),
    [(2012, 12, 249, 1986), (2017, 6, 118, 942), (2024, 12, 248, 1979)],
)
def test_published_days_and_hours_of_a_russian_forty_hour_week(year: int, months: int, days: int, hours: int) -> None:
    seen = [d for d in days_of(calendar(hours=EIGHT_HOURS), year) if d.date.month <= months]
    worked = [(d.opens, d.closes) for d in seen if d.opens and d.closes]
    assert len(worked) == days
    assert sum(closes.hour - opens.hour for opens, closes in worked) == hours


@pytest.mark.parametrize(
    ("year", "eves"),
    [
        (2018, ["02-22", "03-07", "04-28", "05-08", "06-09", "12-29"]),
        (2020, ["04-30", "05-08", "06-11", "11-03", "12-31"]),
        (2021, ["02-20", "04-30", "06-11", "11-03"]),
        (2022, ["02-22", "03-05", "11-03"]),
        (2024, ["02-22", "03-07", "05-08", "06-11", "11-02"]),
        (2025, ["03-07", "04-30", "06-11", "11-01"]),
        (2026, ["04-30", "05-08", "06-11", "11-03"]),
    ],
)
def test_shortened_days_of_russia(year: int, eves: list[str]) -> None:
    assert shortened("RU", year) == eves


@pytest.mark.parametrize("full", ["2025-05-07", "2024-12-28", "2025-12-30", "2024-04-27", "2026-12-30"])
def test_the_day_before_a_moved_day_off_is_full(full: str) -> None:
    assert calendar().day(day(full)).kind is DayKind.WORKING


def test_a_swapped_saturday_is_as_long_as_its_weekday() -> None:
    swapped, plain = calendar().day(day("2024-11-02")), calendar().day(day("2024-04-27"))
    assert (swapped.kind, swapped.closes, swapped.name) == (
        DayKind.SHORTENED,
        dt.time(17),
        "Working day instead of 30.04.2024",
    )
    assert (plain.kind, plain.closes) == (DayKind.WORKING, dt.time(18))


def test_a_swapped_saturday_has_the_hours_of_its_weekday() -> None:
    hours = Hours((span(12, 20), span(9, 18), span(9, 18), span(9, 18), span(9, 16), span(10, 15), None))
    assert calendar(hours=hours).day(day("2024-04-27")).closes == dt.time(20)  # swapped with a Monday
    assert calendar(hours=hours).day(day("2024-11-02")).closes == dt.time(17)  # with a Tuesday, the eve of 1 May
    assert calendar(hours=hours).day(day("2024-11-09")).closes == dt.time(15)


def test_where_the_swapped_weekday_is_not_worked_the_saturday_stays_as_it_is() -> None:
    tuesday_to_saturday = Hours((None, *[span(11, 20)] * 4, span(11, 18), None))
    assert calendar(hours=tuesday_to_saturday).day(day("2024-04-27")).closes == dt.time(18)
    tuesday_to_friday = Hours((None, *[span(11, 20)] * 4, None, None))
    assert not calendar(hours=tuesday_to_friday).is_working(day("2024-04-27"))


def test_latvia_shortens_eves_and_not_observed_days() -> None:
    assert shortened("LV", 2026) == ["04-02", "04-30", "11-17", "12-23", "12-30"]
    assert calendar("LV").day(day("2026-01-17")).kind is DayKind.WORKING
    assert not calendar("LV").is_working(day("2026-01-02"))


def test_a_latvian_observed_day_off_has_a_full_day_before_it() -> None:
    assert not calendar("LV").is_working(day("2025-05-05"))  # 4 May 2025 is a Sunday
    open_on_sundays = Hours((span(9, 18),) * 7)
    assert calendar("LV", open_on_sundays).day(day("2025-05-04")).kind is DayKind.OFF
    assert calendar("LV", open_on_sundays).day(day("2025-05-03")).kind is DayKind.SHORTENED


def test_germany_shortens_nothing() -> None:
    assert shortened("DE", 2026) == []
    assert not calendar("DE").is_working(day("2026-12-25"))


def test_a_branch_that_works_on_saturday_closes_early_before_a_sunday_holiday() -> None:
    hours = Hours((*[span(9, 18)] * 5, span(10, 16), None))
    eve = calendar(hours=hours).day(day("2026-03-07"))
    assert (eve.kind, eve.closes, eve.name) == (DayKind.SHORTENED, dt.time(15), "Eve: International Women's Day")


def test_own_changes_and_their_reasons() -> None:
    worktime = calendar(
        changes=[
            change("2026-11-25", ChangeKind.FREE, "stock-taking"),
            change("2026-11-28", ChangeKind.WORKING, "open day"),
            change("2026-11-27", ChangeKind.SHORTENED, "staff meeting"),
            change("2026-11-29", ChangeKind.SHORTENED, "nobody is here anyway"),
        ]
    )
    seen = [worktime.day(day(f"2026-11-{n}")) for n in (25, 28, 27, 29)]
    assert [(d.kind.value, d.closes and d.closes.hour, d.name) for d in seen] == [
        ("off", None, "stock-taking"),
        ("working", 18, "open day"),
        ("shortened", 17, "staff meeting"),
        ("off", None, "nobody is here anyway"),
    ]


def test_an_own_free_day_shortens_nothing_before_it() -> None:
    assert calendar(changes=[change("2026-11-25", ChangeKind.FREE)]).day(day("2026-11-24")).kind is DayKind.WORKING


def test_a_holiday_worked_by_the_library_keeps_its_eve() -> None:
    worktime = calendar(changes=[change("2026-06-12", ChangeKind.WORKING)])
    assert worktime.day(day("2026-06-12")).kind is DayKind.WORKING
    assert worktime.day(day("2026-06-11")).kind is DayKind.SHORTENED


def test_an_eve_shortened_by_the_library_loses_one_hour_only() -> None:
    assert calendar(changes=[change("2026-06-11", ChangeKind.SHORTENED)]).day(day("2026-06-11")).closes == dt.time(17)


def test_a_day_off_worked_on_an_eve_is_shortened_too() -> None:
    assert calendar(changes=[change("2026-03-07", ChangeKind.WORKING)]).day(day("2026-03-07")).closes == dt.time(17)


def test_a_change_of_the_branch_goes_before_one_of_the_library_whatever_their_order() -> None:
    branch = change("2026-11-28", ChangeKind.FREE, "closed here", branch_id="b")
    library = change("2026-11-28", ChangeKind.WORKING, "open day")
    for changes in ([branch, library], [library, branch]):
        assert calendar(changes=changes).day(day("2026-11-28")).name == "closed here"
        assert not calendar(changes=changes).is_working(day("2026-11-28"))


def test_a_day_of_one_hour_that_is_shortened_is_off() -> None:
    hours = Hours((*[span(9, 18)] * 3, span(9, 10), span(9, 18), None, None))
    assert calendar(hours=hours).day(day("2026-06-11")).kind is DayKind.OFF
    assert calendar(hours=hours).day(day("2026-06-18")).kind is DayKind.WORKING


@pytest.mark.parametrize(
    ("country", "year", "provisional"),
    [
        ("RU", 2026, False),
        ("RU", 2028, True),
        ("LV", 2026, False),
        ("LV", 2028, True),
        ("DE", 2027, False),
        ("DE", 2040, False),
        ("RU", 2206, True),
    ],
)
def test_years_after_the_last_decree_are_provisional(country: str, year: int, provisional: bool) -> None:
    first = dt.date(year, 6, 1)
    assert calendar(country).day(first).provisional is provisional
    assert calendar(country).provisional(first, first) is provisional


def test_a_stretch_that_reaches_into_a_provisional_year_is_provisional() -> None:
    assert calendar().provisional(day("2027-12-01"), day("2029-01-10"))


def test_working_days_are_counted_with_both_ends() -> None:
    worktime = calendar()
    assert worktime.working_days_between(day("2026-11-23"), day("2026-11-30")) == 6
    assert worktime.working_days_between(day("2025-12-29"), day("2026-01-12")) == 3
    assert worktime.working_days_between(day("2024-01-01"), day("2024-12-31")) == 248
    assert worktime.working_days_between(day("2026-11-30"), day("2026-11-23")) == 0


def test_hours_that_make_no_sense_are_refused() -> None:
    with pytest.raises(WrongUse, match="from 18:00 to 09:00"):
        Hours.weekdays(dt.time(18), dt.time(9))
    with pytest.raises(WrongUse, match="seven weekdays"):
        Hours((None,))


def test_a_branch_that_never_opens_says_so_instead_of_searching_for_ever() -> None:
    closed = calendar(hours=Hours((None,) * 7))
    with pytest.raises(WrongUse, match="No day is worked"):
        closed.submit_by(day("2026-11-30"))
    with pytest.raises(WrongUse, match="No day is worked"):
        closed.horizon(dt.datetime(2026, 11, 30))


def test_dates_at_the_ends_of_the_calendar_are_refused_in_words() -> None:
    with pytest.raises(WrongUse, match="too far away"):
        calendar("DE").submit_by(dt.date.min)
    with pytest.raises(WrongUse, match="too far away"):
        calendar("DE").horizon(dt.datetime(9999, 12, 31, 20))
