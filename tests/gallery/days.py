"""The calendar of the year, lists of days, and what they move."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from smcal.model import CalendarChange, ChangeKind, new_id
from smcal_ui.calendar.dialog import CalendarDialog
from smcal_ui.calendar.importing import ImportDaysDialog
from smcal_ui.calendar.moved import MovedDialog
from smcal_ui.calendar.watch import moved_by
from tests.gallery.stage import Stage

OWN_DAYS = (
    ("2026-11-26", ChangeKind.SHORTENED, "собрание коллектива"),
    ("2026-12-25", ChangeKind.FREE, "санитарный день"),
    ("2026-12-26", ChangeKind.WORKING, "новогодняя ёлка"),
)
DAY_LIST = """\
Дата;Вид;Причина
27.11.2026;выходной;санитарный день
30.11.2026;сокращённый;отчёт за месяц
31.02.2027;выходной;санитарный день
25.12.2026;может быть;перенос
01.01.2027;выходной;Новый год
27.11.2026;выходной;санитарный день
"""


def own_days(stage: Stage) -> None:
    """Give the library three days of its own."""
    with stage.desk.workspace.work("Special days", at=stage.desk.at) as work:
        for number, (date, kind, reason) in enumerate(OWN_DAYS):
            identifier = f"01990000-0000-7000-8000-0000000ca1{number:02}"
            day = dt.date.fromisoformat(date)
            work.put(CalendarChange(id=identifier, date=day, kind=kind, reason=reason))


def calendar_of(year: int) -> Callable[[Stage], QWidget]:
    """A year with days of the library's own."""

    def show(stage: Stage) -> QWidget:
        own_days(stage)
        dialog = CalendarDialog(stage.desk, dt.date(2026, 12, 25))
        dialog.show_year(year)
        return dialog

    return show


def small_calendar(stage: Stage) -> QWidget:
    """The year on a small old screen."""
    dialog = calendar_of(2026)(stage)
    dialog.show()
    QApplication.processEvents()
    dialog.resize(1008, 652)
    return dialog


def importing_days(stage: Stage) -> QWidget:
    """A list with good days, known ones and bad ones, and what it would move."""
    path = stage.place / "дни.csv"
    path.write_text(DAY_LIST, "utf-8")
    return ImportDaysDialog(stage.desk, path=path)


def moved(stage: Stage) -> QWidget:
    """Deadlines that two more free days would move."""
    free = [
        CalendarChange(id=new_id(), date=stage.desk.today + dt.timedelta(n), kind=ChangeKind.FREE, reason="ремонт")
        for n in (1, 2)
    ]
    return MovedDialog(stage.desk, moved_by(stage.desk, free))


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    "calendar": calendar_of(2026),
    "calendar-provisional": calendar_of(2028),
    "calendar-small": small_calendar,
    "import-days": importing_days,
    "moved": moved,
}
