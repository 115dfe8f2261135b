"""Lists of days, good rows and bad ones."""

import datetime as dt
import time
from pathlib import Path

import pytest

from smcal.errors import UnreadableFile
from smcal.imports.days import read_days, years_from
from smcal.imports.days_preview import Outcome, changes_after, import_days, preview_days
from smcal.model import ChangeKind
from smcal.store import Workspace
from tests.core.worktime.calendars import calendar, change
from tests.library import make_library

YEARS = years_from(dt.date(2026, 11, 24))


def read(tmp_path: Path, text: str, name: str = "days.csv", encoding: str = "utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return read_days(path, YEARS)


def told(found):
    return [(day.date and str(day.date), day.kind and day.kind.value, day.reason) for day in found.days]


def refusals(found):
    return {day.line: day.refusal for day in found.days if day.refusal}


def ics(*events: str) -> str:
    body = "\r\n".join(f"BEGIN:VEVENT\r\nUID:{n}\r\n{event}\r\nEND:VEVENT" for n, event in enumerate(events))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n{body}\r\nEND:VCALENDAR\r\n"


GOOD = [
    ("2026-12-25", "free", "санитарный день"),
    ("2027-02-20", "working", "рабочая суббота"),
    ("2027-03-05", "shortened", "собрание"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("mark", [";", "\t", ","])
def test_a_table_in_whatever_encoding_and_with_whatever_separator(tmp_path: Path, encoding: str, mark: str) -> None:
    text = (
        "Дата;Вид дня;Основание\n25.12.2026;нерабочий;санитарный день\n2027-02-20;рабочий;рабочая суббота\n"
        "5 марта 2027;сокращённый;собрание\n"
    )
    assert told(read(tmp_path, text.replace(";", mark), encoding=encoding)) == GOOD


@pytest.mark.parametrize(
    "text",
    [
        "date,type,reason\n25.12.2026,closed,санитарный день\n20.02.2027,open,рабочая суббота\n"
        "05.03.2027,short,собрание\n",
        "25.12.2026;выходной;санитарный день\n20.02.2027;рабочий;рабочая суббота\n05.03.2027;сокращенный;собрание\n",
        "Свои дни библиотеки;;\nПричина;Дата;Тип\nсанитарный день;25.12.26;выходной\n"
        "рабочая суббота;сб 20.02.27;рабочий день\n\nсобрание;пт 05.03.27;короткий день\n",
    ],
)
def test_headings_in_any_order_or_none_at_all(tmp_path: Path, text: str) -> None:
    assert told(read(tmp_path, text)) == GOOD


def test_without_a_column_that_says_what_the_days_are_they_are_free(tmp_path: Path) -> None:
    assert told(read(tmp_path, "Дата;Примечание\n25.12.2026;Рождество\n")) == [("2026-12-25", "free", "Рождество")]


def test_what_the_kind_says_beyond_its_kind_is_the_reason(tmp_path: Path) -> None:
    found = read(tmp_path, "Дата;Вид\n25.12.2026;Санитарный день\n26.12.2026;рабочая суббота\n27.12.2026;выходной\n")
    assert told(found) == [
        ("2026-12-25", "free", "Санитарный день"),
        ("2026-12-26", "working", "рабочая суббота"),
        ("2026-12-27", "free", ""),
    ]


def test_bad_rows_are_refused_one_by_one(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Дата;Вид;Причина\n"
        "31.02.2027;выходной;нет такого дня\n"
        ";выходной;без даты\n"
        "01.03.2027;может быть;не сказано что\n"
        "02.03.2027;;пусто\n"
        "03.03;выходной;без года\n"
        "04.03.2027 10:00;выходной;со временем\n"
        "пн 05.03.2027;выходной;не тот день недели\n"
        "06.03.2027;рабочий;годный\n",
    )
    assert told(found)[-1] == ("2027-03-06", "working", "годный")
    said = refusals(found)
    assert sorted(said) == [2, 3, 4, 5, 6, 7, 8]
    assert "31.02.2027" in said[2]
    assert "может быть" in said[4]
    assert "year" in said[6]
    assert "whole days" in said[7]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"  \n", "is empty"),
        ("list.csv", "имя;возраст\nАнна;три\nОльга;пять\n".encode(), "no column holds dates"),
        ("picture.csv", bytes(range(256)) * 20, "not a table"),
        ("table.xlsx", b"PK\x03\x04 something", "Excel"),
        ("cut.ics", ics("DTSTART;VALUE=DATE:20270308\r\nSUMMARY:x").encode()[:100], "cut off"),
        ("noise.ics", b"this is no calendar", "cut off"),
        ("none.ics", ics().encode(), "cut off|holds no days"),
        ("many.csv", ("Дата;Причина\n" + "08.03.2027;x\n" * 5001).encode(), "more than 5000 days"),
        (
            "many.ics",
            ics(
                "DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY\r\nSUMMARY:x",
                *["DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20261231\r\nSUMMARY:y"] * 12,
            ).encode(),
            "more than 5000 days",
        ),
    ],
)
def test_what_is_no_list_is_explained(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=said):
        read_days(path, YEARS)


def test_events_of_a_calendar(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ics(
            "DTSTART;VALUE=DATE:20270308\r\nSUMMARY:Праздник\\, выходной",
            "DTSTART;VALUE=DATE:20270701\r\nDTEND;VALUE=DATE:20270704\r\nSUMMARY:Ремонт",
            "DTSTART;VALUE=DATE:20270710\r\nDURATION:P2D\r\nSUMMARY:Переезд",
            "DTSTART;VALUE=DATE:20270720\r\nDTEND;VALUE=DATE:20270720\r\nSUMMARY:Один день",
            "DTSTART;VALUE=DATE:20270220\r\nSUMMARY:Рабочая суббота",
            "DTSTART;VALUE=DATE:20270305\r\nCATEGORIES:сокращённый\r\nSUMMARY:Собрание",
            "DTSTART:20270806T000000\r\nDTEND:20270807T000000\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\nSUMMARY:Outlook",
        ),
        "days.ics",
    )
    assert found.format == "iCalendar"
    assert told(found) == [
        ("2027-03-08", "free", "Праздник, выходной"),
        ("2027-07-01", "free", "Ремонт"),
        ("2027-07-02", "free", "Ремонт"),
        ("2027-07-03", "free", "Ремонт"),
        ("2027-07-10", "free", "Переезд"),
        ("2027-07-11", "free", "Переезд"),
        ("2027-07-20", "free", "Один день"),
        ("2027-02-20", "working", "Рабочая суббота"),
        ("2027-03-05", "shortened", "Собрание"),
        ("2027-08-06", "free", "Outlook"),
    ]
    assert found.days[0].line == 4


def test_repetitions_are_followed_through_this_year_and_two_more(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ics(
            "DTSTART;VALUE=DATE:20250131\r\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270301T000000Z\r\n"
            "EXDATE;VALUE=DATE:20261225\r\nSUMMARY:Санитарный день",
            "DTSTART;VALUE=DATE:20200527\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:День библиотек",
            "DTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=DAILY;COUNT=2\r\nRDATE;VALUE=DATE:20261210\r\nSUMMARY:Опись",
        ),
        "days.ics",
    )
    by_reason: dict[str, list[str]] = {}
    for day in found.days:
        by_reason.setdefault(day.reason, []).append(str(day.date))
    monthly = by_reason["Санитарный день"]
    assert (monthly[0], monthly[-1], len(monthly)) == ("2026-01-30", "2027-02-26", 13)
    assert "2026-12-25" not in monthly
    assert by_reason["День библиотек"] == ["2026-05-27", "2027-05-27", "2028-05-27"]
    assert by_reason["Опись"] == ["2026-12-01", "2026-12-02", "2026-12-10"]


def test_a_repetition_that_was_moved_counts_once(tmp_path: Path) -> None:
    text = ics("DTSTART;VALUE=DATE:20261204\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\nSUMMARY:Опись", "SUMMARY:Опись").replace(
        "UID:1\r\n", "UID:0\r\nRECURRENCE-ID;VALUE=DATE:20261211\r\nDTSTART;VALUE=DATE:20261214\r\n"
    )
    assert [str(day.date) for day in read(tmp_path, text, "days.ics").days] == ["2026-12-04", "2026-12-14"]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("DTSTART;VALUE=DATE:20260231\r\nSUMMARY:x", "20260231"),
        ("DTSTART:20260301T100000\r\nSUMMARY:x", "whole days"),
        ("DTSTART:20260301T100000Z\r\nDTEND:20260301T110000Z\r\nSUMMARY:x", "whole days"),
        ("SUMMARY:x", "No date"),
        ("DTSTART;VALUE=DATE:20260305\r\nDTEND;VALUE=DATE:20260301\r\nSUMMARY:x", "ends before"),
        ("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20280101\r\nSUMMARY:x", "longer than a year"),
        ("DTSTART;VALUE=DATE:20260301\r\nDTSTART;VALUE=DATE:20260302\r\nSUMMARY:x", "several dates"),
        ("DTSTART;VALUE=DATE:00010101\r\nRRULE:FREQ=DAILY\r\nSUMMARY:x", "outside the years"),
        ("DTSTART;VALUE=DATE:20260301\r\nSTATUS:CANCELLED\r\nSUMMARY:x", "called off"),
        ("DTSTART;VALUE=DATE:20260301\r\nRRULE:FREQ=SECONDLY\r\nSUMMARY:x", "repeats cannot"),
        ("DTSTART;VALUE=DATE:20260301\r\nRRULE:FREQ=DAILY;INTERVAL=0\r\nSUMMARY:x", "repeats cannot"),
        ("DTSTART;VALUE=DATE:20260301\r\nRRULE:FREQ=DAILY;BYHOUR=1,2\r\nSUMMARY:x", "repeats cannot"),
        ("DTSTART;VALUE=DATE:20260301\r\nRRULE:FREQ=SOMETIMES\r\nSUMMARY:x", "repeats cannot"),
        (
            "DTSTART;VALUE=DATE:20260301\r\nRRULE:FREQ=DAILY\r\nEXDATE;VALUE=DATE:20260231\r\nSUMMARY:x",
            "repeats cannot",
        ),
        ("DTSTART;VALUE=DATE:20200301\r\nRRULE:FREQ=YEARLY;COUNT=2\r\nSUMMARY:x", "No day of it"),
        ("DTSTART;VALUE=DATE:20260201\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\nSUMMARY:x", "No day of it"),
    ],
)
def test_events_that_give_no_day_say_why(tmp_path: Path, event: str, said: str) -> None:
    found = read(tmp_path, ics(event, "DTSTART;VALUE=DATE:20270308\r\nSUMMARY:good"), "days.ics")
    assert said in found.days[0].refusal
    assert (str(found.days[1].date), found.days[1].refusal) == ("2027-03-08", "")


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=999999999",
    ],
)
def test_f76_a_rule_that_never_ends_is_not_followed(tmp_path: Path, rule: str) -> None:
    events = [f"DTSTART;VALUE=DATE:20260101\r\nRRULE:{rule}\r\nSUMMARY:x"] * 4
    began = time.perf_counter()
    assert len(read(tmp_path, ics(*events), "days.ics").days) <= 4 * 1096
    assert time.perf_counter() - began < 15  # two seconds and one rule, on a slow and busy machine


def test_daily_rules_that_leave_days_out_are_read(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ics(
            "DTSTART;VALUE=DATE:20261220\r\nRRULE:FREQ=DAILY;BYDAY=MO,TU;COUNT=3\r\nSUMMARY:weekdays",
            "DTSTART;VALUE=DATE:20270130\r\nRRULE:FREQ=DAILY;BYMONTH=2;UNTIL=20270203\r\nSUMMARY:months",
            "DTSTART;VALUE=DATE:20261230\r\nRRULE:FREQ=DAILY;BYMONTHDAY=1;UNTIL=20270301\r\nSUMMARY:first",
            "DTSTART;VALUE=DATE:20261230\r\nRRULE:FREQ=DAILY;INTERVAL=2;BYDAY=MO\r\nSUMMARY:refused",
        ),
        "days.ics",
    )
    by_reason: dict[str, list[str]] = {}
    for day in found.days:
        by_reason.setdefault(day.reason, []).append(str(day.date))
    assert by_reason == {
        "weekdays": ["2026-12-21", "2026-12-22", "2026-12-28"],
        "months": ["2027-02-01", "2027-02-02", "2027-02-03"],
        "first": ["2027-01-01", "2027-02-01", "2027-03-01"],
        "refused": ["None"],
    }


def test_f77_twenty_thousand_events_are_refused_before_they_are_read(tmp_path: Path) -> None:
    text = ics(*["DTSTART;VALUE=DATE:20260101\r\nSUMMARY:x"] * 20_000)
    began = time.perf_counter()
    with pytest.raises(UnreadableFile, match="more than 5000"):
        read(tmp_path, text, "days.ics")
    assert time.perf_counter() - began < 2


def test_f77_a_zone_that_nobody_knows_spoils_its_event_only(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ics("DTSTART;TZID=Mars/Olympus:20260301T100000\r\nSUMMARY:x", "DTSTART;VALUE=DATE:20270308\r\nSUMMARY:good"),
        "days.ics",
    )
    assert "whole days" in found.days[0].refusal
    assert not found.days[1].refusal


def test_a_line_folded_inside_a_letter_is_read(tmp_path: Path) -> None:
    whole = ics("DTSTART;VALUE=DATE:20270308\r\nSUMMARY:Женский день").encode()
    place = whole.index("день".encode()) + 1
    path = tmp_path / "days.ics"
    path.write_bytes(whole[:place] + b"\r\n " + whole[place:])
    assert read_days(path, YEARS).days[0].reason == "Женский день"


# what it would change


TABLE = (
    "Дата;Вид;Причина\n"
    "25.11.2026;выходной;санитарный день\n"
    "25.11.2026;выходной;санитарный день\n"
    "25.11.2026;рабочий;нет, рабочий\n"
    "26.11.2026;сокращённый;собрание\n"
    "04.11.2026;выходной;праздник\n"
    "27.11.2026;выходной;опись\n"
    "29.11.2026;выходной;воскресенье\n"
    "30.11.2026;выходной;\n"
)


def test_each_row_says_what_becomes_of_it(tmp_path: Path) -> None:
    own = [change("2026-11-26", ChangeKind.FREE, "ремонт"), change("2026-11-27", ChangeKind.FREE, "опись")]
    rows = preview_days(read(tmp_path, TABLE), own, calendar(changes=own))
    assert [(row.found.line, row.outcome.value) for row in rows] == [
        (2, "new"),
        (3, "double"),
        (4, "refused"),
        (5, "replaces"),
        (6, "same"),
        (7, "same"),
        (8, "same"),
        (9, "refused"),
    ]
    remarks = {row.found.line: row.remark for row in rows}
    assert "row 2" in remarks[3]
    assert "ремонт" in remarks[5]
    assert "Unity Day" in remarks[6]
    assert rows[3].change is not None
    assert rows[3].change.id == own[0].id


def test_a_reason_for_all_serves_rows_without_one(tmp_path: Path) -> None:
    rows = preview_days(read(tmp_path, TABLE), [], calendar(), reason="приказ № 3")
    assert (rows[-1].outcome, rows[-1].found.reason) == (Outcome.NEW, "приказ № 3")


def test_a_branch_has_days_of_its_own(tmp_path: Path) -> None:
    library = [change("2026-11-25", ChangeKind.WORKING, "открыто")]
    rows = preview_days(read(tmp_path, TABLE), library, calendar(changes=library), branch_id="b")
    assert (rows[0].outcome, rows[0].change.branch_id) == (Outcome.NEW, "b")


def test_accepted_rows_are_stored_in_one_step_and_again_change_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, TABLE)
    with Workspace.open(make_library(tmp_path / "library.smcal"), anywhere=True) as workspace:
        rows = preview_days(found, workspace.read().calendar_changes(), workspace.worktime())
        accepted = [row for row in rows if row.change is not None]
        would_be = changes_after(workspace.read().calendar_changes(), accepted)
        with workspace.work("Import") as work:
            stored = import_days(work, accepted)
        assert sorted(str(c.date) for c in stored) == ["2026-11-25", "2026-11-26", "2026-11-27"]
        assert sorted(workspace.read().calendar_changes(), key=lambda c: c.id) == sorted(would_be, key=lambda c: c.id)
        again = preview_days(found, workspace.read().calendar_changes(), workspace.worktime())
        assert not [row for row in again if row.change is not None]
        workspace.apply(work.changes.inverse())
        assert workspace.read().calendar_changes() == []
        workspace.close(backup=False)


def test_an_event_is_told_by_the_line_of_the_file_where_it_begins(tmp_path: Path) -> None:
    long = "DTSTART;VALUE=DATE:20270105\r\nSUMMARY:длинное\r\n  название\r\n\t в три строки"
    found = read(tmp_path, ics(long, "DTSTART;VALUE=DATE:20270230\r\nSUMMARY:нет такого"), "days.ics")
    assert found.days[0].reason == "длинное название в три строки"
    assert [day.line for day in found.days] == [4, 11]
    assert list(refusals(found)) == [11]


def test_where_a_file_has_both_orders_a_date_with_two_readings_is_refused(tmp_path: Path) -> None:
    rows = ["03/04/2027", "12/31/2027", "31/12/2026", "05/05/2027", "07.08.2027"]
    found = read(tmp_path, "date,kind,reason\n" + "".join(f"{row},free,inventory\n" for row in rows))
    assert [day.date and str(day.date) for day in found.days] == [
        *(None, "2027-12-31", "2026-12-31", "2027-05-05", "2027-08-07")
    ]
    assert "31/12 and 12/31" in refusals(found)[2]


def test_american_dates_beside_dates_with_points_are_clear(tmp_path: Path) -> None:
    rows = ["03/04/2027", "12/31/2027", "31.12.2026"]
    found = read(tmp_path, "date,kind,reason\n" + "".join(f"{row},free,inventory\n" for row in rows))
    assert [str(day.date) for day in found.days] == ["2027-03-04", "2027-12-31", "2026-12-31"]


@pytest.mark.parametrize(
    "written",
    [
        "10.03.2026-12.03.2026",
        "10.03.2026 – 12.03.2026",
        "10.03–12.03.2026",
        "10–12.03.2026",
        "с 10 по 12 марта 2026",
        "10 марта 2026 г. - 12 марта",
        "2026-03-10—2026-03-12",
        "2026-03-10-2026-03-12",
        "10. bis 12. März 2026",
        "3/10/2026 to 3/12/2026",
    ],
)
def test_a_stretch_of_days_is_read_as_its_days(tmp_path: Path, written: str) -> None:
    found = read(tmp_path, f"Дата;Вид;Причина\n{written};выходной;ремонт\n1/31/2027;выходной;переучёт\n")
    days = ["2026-03-10", "2026-03-11", "2026-03-12", "2027-01-31"]
    assert [(day.line, str(day.date)) for day in found.days] == list(zip((2, 2, 2, 3), days, strict=True))
    assert not refusals(found) and {day.reason for day in found.days} == {"ремонт", "переучёт"}


def test_a_stretch_over_new_year_needs_one_year_only(tmp_path: Path) -> None:
    table = "Дата;Причина\n30.12–02.01.2027;каникулы\n30.12.2027–02.01;каникулы\n"
    dates = [str(day.date) for day in read(tmp_path, table).days]
    assert [dates[0], dates[3], dates[4], dates[7]] == ["2026-12-30", "2027-01-02", "2027-12-30", "2028-01-02"]


def test_stretches_that_make_no_sense_are_refused(tmp_path: Path) -> None:
    table = (
        "Дата;Причина\n12.03.2026-10.03.2026;ремонт\n10.03.2026-12.03.2028;ремонт\n10.03-12.03;ремонт\n"
        "10.03.2026-31.02.2026;ремонт\nпн 10.03.2026 – 12.03.2026;ремонт\n01.01.2027;ремонт\n"
    )
    found = read(tmp_path, table)
    assert [day.date for day in found.days if day.line < 7] == [None] * 5
    told = [refusal.split(":")[0].rstrip(".") for refusal in refusals(found).values()]
    assert told == [
        "It ends before it begins",
        "It lasts longer than a year",
        "The date lacks a year",
        "“10.03.2026-31.02.2026” is no date of the calendar",
        "This date falls on another day of the week than is written",
    ]
