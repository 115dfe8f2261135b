"""Whatever stands in a list of days: it is read or refused in words, never more."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from smcal.errors import UnreadableFile
from smcal.imports.days import read_days, years_from
from smcal.imports.days_found import FoundDays
from smcal.imports.days_preview import Outcome, preview_days
from smcal.text import clean_name
from tests.core.worktime.calendars import calendar

YEARS = years_from(dt.date(2026, 11, 24))
VALUES = st.sampled_from(
    [
        *("20270308", "20260231", "2027-03-08", "20270308T100000", "20270308T100000Z", "00000000", "99991231", "0"),
        *("P3D", "-P3D", "PT1H", "P999999999D", "FREQ=DAILY", "FREQ=YEARLY;COUNT=0", "FREQ=WEEKLY;INTERVAL=-1"),
        *("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270301", "FREQ=", "FREQ=DAILY;COUNT=x", "20270308,20270309", "TRUE", ""),
        *("FREQ=YEARLY;BYMONTHDAY=99", "FREQ=WEEKLY;BYDAY=XX", "19960403T020000Z/PT3H", "\ud7ff\\n,;", "CANCELLED"),
    ]
) | st.text(max_size=12)
STARTS = ("DTSTART", "DTSTART;VALUE=DATE", "DTSTART;VALUE=", "DTSTART;TZID=Mars/X", "DTEND;VALUE=DATE", "DURATION")
REPEATS = ("RRULE", "EXDATE", "EXDATE;VALUE=DATE", "RDATE", "RDATE;VALUE=PERIOD", "RECURRENCE-ID;VALUE=DATE")
OTHERS = ("SUMMARY", "CATEGORIES", "STATUS", "UID", "BEGIN", "END", "X-MICROSOFT-CDO-ALLDAYEVENT")
NAMES = st.sampled_from([*STARTS, *REPEATS, *OTHERS])
EVENTS = st.lists(st.lists(st.tuples(NAMES, VALUES), max_size=6), max_size=4)
CELLS = st.sampled_from(
    [
        "Дата",
        "Вид",
        "Причина",
        "25.12.2026",
        "31.02.2027",
        "3/12/26",
        "выходной",
        "рабочий",
        "x",
        "",
        "пн 1.1",
        '"',
        "46000",
    ]
) | st.text(max_size=10)
TABLES = st.lists(st.lists(CELLS, max_size=4), max_size=6)


def read(name: str, data: bytes) -> FoundDays | None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            return read_days(path, YEARS)
        except UnreadableFile as error:
            assert str(error)
            return None


def judge(found: FoundDays | None) -> None:
    """Every day can be taken or says why not; what can be taken has all that a calendar needs."""
    if found is None:
        return
    for row in preview_days(found, [], calendar()):
        assert (row.change is None) is (row.outcome not in (Outcome.NEW, Outcome.REPLACES))
        if row.change is not None:
            assert row.change.reason == clean_name(row.change.reason) != ""
        if row.outcome is Outcome.REFUSED:
            assert row.remark


@given(EVENTS)
@example([[("RECURRENCE-ID;VALUE=DATE", "P3D")]])
def test_events_of_any_kind(events: list[list[tuple[str, str]]]) -> None:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for event in events:
        lines += ["BEGIN:VEVENT", *(f"{name}:{value}" for name, value in event), "END:VEVENT"]
    judge(read("days.ics", "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()))


@given(TABLES)
def test_tables_of_any_kind(rows: list[list[str]]) -> None:
    judge(read("days.csv", "\n".join(";".join(row) for row in rows).encode()))


@given(st.binary(max_size=300), st.sampled_from(["days.ics", "days.csv"]))
def test_bytes_of_any_kind(data: bytes, name: str) -> None:
    judge(read(name, data))
