"""The year by mouse and keys: every change is one step, and undo takes it back."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from smcal.model import ChangeKind
from smcal.words import speak
from smcal.worktime import DayKind, Origin
from smcal_ui.calendar.dialog import CalendarDialog
from smcal_ui.calendar.signs import look_of
from smcal_ui.desk import Desk
from tests.ui.dialogs.test_every_dialog import (
    assert_every_key_is_for_one_thing,
    assert_everything_has_a_name,
    assert_tab_reaches_everything,
    assert_text_is_text,
)

LEFT = Qt.MouseButton.LeftButton


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def click(calendar: CalendarDialog, date: str) -> None:
    QTest.mouseClick(calendar.view, LEFT, pos=calendar.view.rect_of(day(date)).center())


def own(desk: Desk) -> list[tuple[str, str, str]]:
    with desk.read() as reader:
        return [(str(c.date), c.kind.value, c.reason) for c in reader.calendar_changes()]


def told(calendar: CalendarDialog) -> str:
    panel = calendar.panel
    return "\n".join(label.text() for label in (panel.title, panel.kind, panel.lines))


def test_it_opens_on_today(calendar: CalendarDialog) -> None:
    assert (calendar.view.year, calendar.view.day) == (2026, day("2026-11-24"))
    assert told(calendar).startswith("Tuesday, 24\xa0November\xa02026\nWorking day, 09:00–18:00")


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2026-11-04", ["Day off", "Unity Day|День народного единства", "public holiday"]),
        ("2026-03-09", ["Day off", "moved here"]),
        ("2026-11-03", ["Shortened day, 09:00–17:00", "next day is a public holiday"]),
        ("2026-11-28", ["Day off", "hours of the week"]),
    ],
)
def test_a_click_tells_where_a_day_comes_from(calendar: CalendarDialog, date: str, said: list[str]) -> None:
    click(calendar, date)
    for words in said:
        assert any(word in told(calendar) for word in words.split("|")), told(calendar)


def test_a_provisional_year_says_so(calendar: CalendarDialog) -> None:
    calendar.show_year(2028)
    assert "Provisional: for 2028" in told(calendar)


def test_hovering_tells_and_leaves_the_chosen_day(calendar: CalendarDialog) -> None:
    QTest.mouseMove(calendar.view, calendar.view.rect_of(day("2026-05-01")).center())
    assert "1\xa0May\xa02026" in told(calendar)
    assert calendar.view.day == day("2026-11-24")
    QTest.mouseMove(calendar.view, QPoint(2, 2))
    assert "24\xa0November" in told(calendar)


def test_keys_walk_through_days_months_and_years(calendar: CalendarDialog) -> None:
    keys = [Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_End]
    for key in keys:
        QTest.keyClick(calendar.view, key)
    assert (calendar.view.day, calendar.view.year, calendar.year.text()) == (day("2027-02-28"), 2027, "2027")
    QTest.keyClick(calendar.view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert calendar.view.day == day("2026-02-28")
    assert "28\xa0February\xa02026" in calendar.view.accessibleName()


def test_a_free_day_is_made_by_keys_alone_and_taken_back(calendar: CalendarDialog, desk: Desk) -> None:
    QTest.keyClick(calendar.view, Qt.Key.Key_Right)
    QTest.keyClick(calendar.view, Qt.Key.Key_Return)
    reason = calendar.panel.form.fields["reason"].widget
    reason.setFocus()
    QTest.keyClicks(reason, "stock-taking")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert own(desk) == [("2026-11-25", "free", "stock-taking")]
    assert desk.workspace.worktime().day(day("2026-11-25")).origin is Origin.LIBRARY
    assert "Without it: working day" in told(calendar)
    calendar.view.setFocus()
    QTest.keySequence(calendar.view, "Ctrl+Z")
    assert own(desk) == []
    assert "Without it" not in told(calendar)


def test_several_days_are_made_alike_in_one_step(calendar: CalendarDialog, desk: Desk, own_day) -> None:
    before = own_day("2026-12-02", ChangeKind.SHORTENED, "meeting")
    click(calendar, "2026-12-01")
    form = calendar.panel.form
    QTest.keyClicks(form.fields["reason"].widget, "repairs")
    form.fields["until"].show(day("2026-12-03"))
    QTest.mouseClick(calendar.panel.save, LEFT)
    assert own(desk) == [(f"2026-12-0{n}", "free", "repairs") for n in (1, 2, 3)]
    with desk.read() as reader:
        assert before.id in {change.id for change in reader.calendar_changes()}
    assert calendar.view.hasFocus()
    desk.undo()
    assert own(desk) == [("2026-12-02", "shortened", "meeting")]


@pytest.mark.parametrize("until", ["2026-11-30", "2028-01-01"])
def test_days_that_end_before_they_begin_or_go_on_for_years_are_not_saved(
    calendar: CalendarDialog, desk: Desk, until: str
) -> None:
    click(calendar, "2026-12-01")
    form = calendar.panel.form
    QTest.keyClicks(form.fields["reason"].widget, "repairs")
    form.fields["until"].show(day(until))
    QTest.mouseClick(calendar.panel.save, LEFT)
    assert own(desk) == []
    assert "last day" in calendar.panel.notice.text


def test_the_librarys_calendar_tells_what_branches_say(calendar: CalendarDialog, desk: Desk, own_day) -> None:
    with desk.read() as reader:
        branch = reader.branches()[0]
    own_day("2026-12-01", branch_id=branch.id, reason="stock-taking")
    click(calendar, "2026-12-01")
    assert f"{branch.name}: free, stock-taking" in told(calendar)


def test_without_a_reason_nothing_is_saved(calendar: CalendarDialog, desk: Desk) -> None:
    click(calendar, "2026-12-01")
    QTest.mouseClick(calendar.panel.save, LEFT)
    assert own(desk) == []
    assert "Say why" in calendar.panel.notice.text


def test_a_day_is_changed_and_removed(calendar: CalendarDialog, desk: Desk, own_day) -> None:
    own_day("2026-12-01")
    click(calendar, "2026-12-01")
    calendar.panel.form.fields["kind"].show(ChangeKind.SHORTENED)
    QTest.mouseClick(calendar.panel.save, LEFT)
    assert own(desk) == [("2026-12-01", "shortened", "repairs")]
    assert desk.workspace.worktime().day(day("2026-12-01")).kind is DayKind.SHORTENED
    QTest.mouseClick(calendar.panel.remove, LEFT)
    assert own(desk) == []
    assert not calendar.panel.remove.isEnabled()


def test_delete_removes_the_days_own_word_and_is_silent_without_one(
    calendar: CalendarDialog, desk: Desk, own_day
) -> None:
    own_day("2026-11-24")
    QTest.keyClick(calendar.view, Qt.Key.Key_Delete)
    assert own(desk) == []
    QTest.keyClick(calendar.view, Qt.Key.Key_Delete)
    assert desk.undo_stack.undo_label == "Remove a special day"


def test_a_branch_has_a_calendar_of_its_own(calendar: CalendarDialog, desk: Desk, own_day) -> None:
    with desk.read() as reader:
        branch = reader.branches()[0]
    own_day("2026-12-01", branch_id=branch.id)
    assert not look_of(calendar.view._days[day("2026-12-01")]).own
    calendar.owner.widget.setCurrentText(branch.name)
    found = calendar.view._days[day("2026-12-01")]
    assert (found.origin, found.kind) == (Origin.BRANCH, DayKind.OFF)
    click(calendar, "2026-12-01")
    assert "special day of the branch" in told(calendar)
    assert calendar.panel.form.value("branch_id") == branch.id


def test_markup_in_a_reason_is_shown_as_it_is(calendar: CalendarDialog, own_day) -> None:
    own_day("2026-12-01", reason="<b>closed</b>")
    click(calendar, "2026-12-01")
    assert "<b>closed</b>" in told(calendar)


def test_every_kind_of_day_looks_different_without_its_colour() -> None:
    def signs(date: str, changes=()):
        look = look_of(calendar_of(changes).day(day(date)))
        return look.fill != "", look.strong, look.mark, look.own

    from tests.core.worktime.calendars import calendar as calendar_with
    from tests.core.worktime.calendars import change

    def calendar_of(changes):
        return calendar_with(changes=changes)

    seen = [
        signs("2026-11-24"),
        signs("2026-11-28"),
        signs("2026-11-04"),
        signs("2026-03-09"),
        signs("2025-11-01"),
        signs("2024-04-27"),
        signs("2026-11-24", [change("2026-11-24", ChangeKind.FREE)]),
        signs("2026-11-24", [change("2026-11-24", ChangeKind.WORKING)]),
        signs("2026-11-24", [change("2026-11-24", ChangeKind.SHORTENED)]),
        signs("2026-11-28", [change("2026-11-28", ChangeKind.WORKING)]),
    ]
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_it_is_ready_for_everybody(qtbot, desk: Desk, language: str) -> None:
    speak(language)
    dialog = CalendarDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert_every_key_is_for_one_thing(dialog)
    assert_text_is_text(dialog)
    assert_everything_has_a_name(dialog)
    assert_tab_reaches_everything(dialog)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_it_fits_an_old_screen(qtbot, desk: Desk, language: str) -> None:
    speak(language)
    dialog = CalendarDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(1008, 652)
    assert (dialog.width(), dialog.height()) == (1008, 652)
    assert dialog.view.rect_of(day("2026-12-31")).height() >= 14


def test_an_edit_paints_only_where_something_changed(calendar: CalendarDialog) -> None:
    before = calendar.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    click(calendar, "2026-11-26")
    after = calendar.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    place = calendar.view.rect_of(day("2026-05-15"))
    assert before.copy(place) == after.copy(place)
    assert before.copy(calendar.view.rect_of(day("2026-11-26"))) != after.copy(calendar.view.rect_of(day("2026-11-26")))
