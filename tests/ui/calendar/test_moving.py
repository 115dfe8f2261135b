"""What moves is told, in the window, whoever changed the calendar; and before an import is accepted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal.model import CURATOR, CalendarChange, ChangeKind, new_id
from smcal.planning.recalc import open_posts
from smcal.planning.setup import set_hours
from smcal.words import speak
from smcal.worktime import Hours
from smcal_ui.calendar.dialog import CalendarDialog
from smcal_ui.calendar.importing import ImportDaysDialog
from smcal_ui.calendar.moved import MovedDialog
from smcal_ui.desk import Desk
from tests.core.worktime.calendars import day
from tests.ui.dialogs.test_every_dialog import (
    assert_every_key_is_for_one_thing,
    assert_everything_has_a_name,
    assert_tab_reaches_everything,
    assert_text_is_text,
)

LEFT = Qt.MouseButton.LeftButton
LIST = (
    "Дата;Вид;Причина\n27.11.2026;выходной;санитарный день\n31.02.2027;выходной;нет такого\n"
    "30.11.2026;сокращённый;отчёт\n"
)


@pytest.fixture
def importing(qtbot, desk: Desk, tmp_path: Path) -> ImportDaysDialog:
    path = tmp_path / "days.csv"
    path.write_text(LIST, "utf-8")
    dialog = ImportDaysDialog(desk, path=path)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def own(desk: Desk) -> list[str]:
    with desk.read() as reader:
        return [str(change.date) for change in reader.calendar_changes()]


def tick_box(dialog: ImportDaysDialog, row: int):
    """The place of a row's tick."""
    table = dialog.rows
    place = table.visualRect(table.model().index(row, 0)).center()
    place.setX(table.visualRect(table.model().index(row, 0)).left() + 16)
    return place


def test_an_import_shows_its_rows_and_what_they_would_move(importing: ImportDaysDialog, desk: Desk) -> None:
    assert [(row.found.line, row.outcome.value) for row in importing.rows.values] == [
        (3, "refused"),
        (2, "new"),
        (4, "new"),
    ]
    assert "31.02.2027" in importing.rows.values[0].remark
    assert importing.verdict.text.startswith("2 days can be taken; known already: 0; cannot be taken: 1. ")
    assert importing.moved.values
    assert f"{len(importing.moved.values)} posts would move" in importing.verdict.text
    assert own(desk) == []


def test_single_rows_are_accepted_in_one_step(qtbot, importing: ImportDaysDialog, desk: Desk) -> None:
    before = len(importing.moved.values)
    QTest.mouseClick(importing.rows.viewport(), LEFT, pos=tick_box(importing, 2))
    assert [row.found.line for row in importing.rows.ticked] == [2]
    assert 0 < len(importing.moved.values) <= before
    with qtbot.waitSignal(importing.accepted):
        QTest.mouseClick(importing.primary, LEFT)
    assert own(desk) == ["2026-11-27"]
    desk.undo()
    assert own(desk) == []


def test_ticks_by_keys_and_all_or_none(importing: ImportDaysDialog) -> None:
    importing.rows.choose(1)
    QTest.keyClick(importing.rows, Qt.Key.Key_Space)
    assert [row.found.line for row in importing.rows.ticked] == [4]
    importing.rows.choose(0)
    QTest.keyClick(importing.rows, Qt.Key.Key_Space)  # a refused row takes no tick
    assert [row.found.line for row in importing.rows.ticked] == [4]
    QTest.mouseClick(importing.none, LEFT)
    assert not importing.primary.isEnabled()
    assert "No open deadline would move" in importing.verdict.text
    QTest.mouseClick(importing.all, LEFT)
    assert len(importing.rows.ticked) == 2


def test_what_is_no_list_is_explained_and_nothing_is_offered(qtbot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "broken.ics"
    path.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "utf-8")
    dialog = ImportDaysDialog(desk, path=path)
    qtbot.addWidget(dialog)
    assert "cut off" in dialog.notice.text
    assert not dialog.primary.isEnabled()


def test_a_row_without_a_reason_takes_the_one_for_all(qtbot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "days.csv"
    path.write_text("date;reason\n27.11.2026;\n", "utf-8")
    dialog = ImportDaysDialog(desk, path=path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.rows.ticked
    QTest.keyClicks(dialog.form.fields["reason"].widget, "order 5")
    assert [row.found.reason for row in dialog.rows.ticked] == ["order 5"]


def test_the_calendar_goes_to_the_first_day_that_came(
    calendar: CalendarDialog, desk: Desk, tmp_path: Path, in_next_dialog, monkeypatch
) -> None:
    path = tmp_path / "days.csv"
    path.write_text(LIST, "utf-8")
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_args: (str(path), ""))

    def accept(dialog: ImportDaysDialog) -> None:
        dialog._on_choose() if dialog._found is None else None
        QTest.mouseClick(dialog.primary, LEFT)

    in_next_dialog(accept)
    QTest.mouseClick(calendar.take, LEFT)
    assert own(desk) == ["2026-11-27", "2026-11-30"]
    assert calendar.view.day == day("2026-11-27")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_preview_is_ready_for_everybody(qtbot, desk: Desk, tmp_path: Path, language: str) -> None:
    speak(language)
    path = tmp_path / "days.csv"
    path.write_text(LIST, "utf-8")
    dialog = ImportDaysDialog(desk, path=path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert_every_key_is_for_one_thing(dialog)
    assert_text_is_text(dialog)
    assert_everything_has_a_name(dialog)
    assert_tab_reaches_everything(dialog)
    QApplication.processEvents()
    dialog.resize(1008, 652)  # an old screen less its bars
    assert (dialog.width(), dialog.height()) == (1008, 652)


# in the window


def moved_dialog(opened) -> MovedDialog | None:
    opened.settle()
    found = QApplication.activeModalWidget()
    return found if isinstance(found, MovedDialog) else None


def free(desk: Desk, date: str) -> None:
    change = CalendarChange(id=new_id(), date=day(date), kind=ChangeKind.FREE, reason="repairs")
    desk.do("Own day", lambda work: work.put(change))


def test_a_free_day_tells_what_it_moves_and_goes_there(opened) -> None:
    opened.settle()
    free(opened.desk, "2026-11-27")
    dialog = moved_dialog(opened)
    assert dialog is not None
    late = [pair[0].newly_late for pair in dialog.table.values]
    assert late == sorted(late, reverse=True)
    wanted = dialog.table.values[0][1]
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    opened.settle()
    assert moved_dialog(opened) is None
    assert opened.window.selected() == [wanted.id]


def test_undo_tells_the_way_back(opened) -> None:
    opened.settle()
    free(opened.desk, "2026-11-27")
    there = moved_dialog(opened)
    moved = {(p[0].post_id, p[0].before, p[0].after) for p in there.table.values}
    there.reject()
    opened.desk.undo()
    back = moved_dialog(opened)
    assert {(p[0].post_id, p[0].after, p[0].before) for p in back.table.values} == moved
    back.reject()


def test_other_hours_move_deadlines_too(opened) -> None:
    opened.settle()
    hours = Hours.weekdays(opened.desk.now.time().replace(hour=9, minute=0), opened.desk.now.time().replace(hour=16))

    def put(work) -> bool:
        set_hours(work, CURATOR, hours)
        return True

    opened.desk.do("Hours", put)
    dialog = moved_dialog(opened)
    with opened.desk.read() as reader:
        assert {p[0].post_id for p in dialog.table.values} <= {p.id for p in open_posts(reader, opened.desk.today)}
    dialog.reject()


def test_what_moves_nothing_is_not_talked_about(opened) -> None:
    opened.settle()
    free(opened.desk, "2026-11-28")  # a Saturday
    assert moved_dialog(opened) is None
    opened.make(title="Вечер")
    assert moved_dialog(opened) is None


def test_the_menu_opens_the_year_and_a_jump_from_there_closes_it(opened) -> None:
    opened.settle()
    seen: list[str] = []

    def act() -> None:
        calendar = QApplication.activeModalWidget()
        assert isinstance(calendar, CalendarDialog)
        free(opened.desk, "2026-11-27")
        dialog = moved_dialog(opened)
        seen.append(dialog.table.values[0][1].id)
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, act)
    opened.window.actions_by_name["library.year"].trigger()
    assert opened.window.selected() == seen
