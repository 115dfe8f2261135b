"""What `smcal deadline` and `smcal calendar` print."""

import datetime as dt

import pytest

from smcal.errors import WrongUse
from smcal.worktime import Window, calendar_report, deadline_report
from tests.core.worktime.calendars import calendar, day, moment


def test_a_deadline_in_time() -> None:
    found = deadline_report(calendar(), Window(), "5.6", moment("2026-11-30 10:00"), moment("2026-11-23 18:00:20"))
    assert found == {
        "publish": "2026-11-30T10:00",
        "submit_by": "2026-11-23T18:00",
        "effective": "2026-11-23T18:00",
        "late": False,
        "earliest_on_time": "2026-11-28",
        "provisional": False,
        "clause": "5.6",
    }


def test_a_deadline_missed_by_a_minute() -> None:
    found = deadline_report(calendar(), Window(), "5.6", day("2026-11-30"), moment("2026-11-23 18:01"))
    assert (found["publish"], found["effective"], found["late"]) == ("2026-11-30", "2026-11-24T09:00", True)


@pytest.mark.parametrize(
    ("publish", "handed_in", "provisional"),
    [
        ("2028-01-17", "2026-11-23 12:00", True),
        ("2027-12-28", "2026-11-23 12:00", False),
        ("2027-12-28", "2027-12-29 12:00", True),
    ],
)
def test_a_date_computed_from_a_year_without_decree_says_so(publish: str, handed_in: str, provisional: bool) -> None:
    assert deadline_report(calendar(), Window(), "5.6", day(publish), moment(handed_in))["provisional"] is provisional


def test_a_pack_without_a_window_answers_null() -> None:
    found = deadline_report(calendar(), None, None, day("2026-11-30"), moment("2026-11-23 18:01"))
    assert found.pop("publish") == "2026-11-30"
    assert set(found) == {"submit_by", "effective", "late", "earliest_on_time", "provisional", "clause"}
    assert set(found.values()) == {None}


def test_a_calendar_has_every_day_of_the_year() -> None:
    found = calendar_report(calendar(), 2024)
    assert found["working_days"] == 248
    assert [d["date"] for d in found["days"]] == [str(dt.date(2024, 1, 1) + dt.timedelta(n)) for n in range(366)]
    by_date = {d.pop("date"): d for d in found["days"]}
    assert by_date["2024-11-02"] == {
        "kind": "shortened",
        "opens": "09:00",
        "closes": "17:00",
        "name": "Working day instead of 30.04.2024",
        "provisional": False,
    }
    assert by_date["2024-11-04"] == {
        "kind": "off",
        "opens": None,
        "closes": None,
        "name": "Unity Day",
        "provisional": False,
    }
    assert sum(d["kind"] != "off" for d in by_date.values()) == 248


@pytest.mark.parametrize("year", [0, 10000, -5])
def test_a_year_that_there_is_not_is_refused(year: int) -> None:
    with pytest.raises(WrongUse, match=f"no year {year}"):
        calendar_report(calendar(), year)
