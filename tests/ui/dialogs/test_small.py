"""Preferences, errors, about, shortcuts, print."""

import datetime as dt
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from smcal.layout.board import WeekBoard
from smcal.preferences import Preferences
from smcal_ui import running
from smcal_ui.desk import Desk
from smcal_ui.dialogs.about import AboutDialog
from smcal_ui.dialogs.errors import ErrorDialog, show_error
from smcal_ui.dialogs.preferences import PreferencesDialog
from smcal_ui.dialogs.printing import WeekPreview
from smcal_ui.dialogs.shortcuts import ShortcutsDialog, shortcut_lines
from smcal_ui.shell.week_desk import WeekDesk
from smcal_ui.widgets.labels import PlainLabel


def test_preferences_are_chosen_by_keyboard(qtbot) -> None:
    before = Preferences(recent=("a.smcal",))
    dialog = PreferencesDialog(before)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.form.fields["language"].widget, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.form.fields["theme"].widget, Qt.Key.Key_End)
    qtbot.keyClick(dialog.form.fields["scale"].widget, Qt.Key.Key_End)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.preferences == Preferences(language="ru", theme="dark", scale="1.5", recent=("a.smcal",))


@pytest.mark.parametrize(("stored", "system", "used"), [("1.25", None, "1.25"), ("1.25", "2", "2"), ("9", None, None)])
def test_a_larger_size_is_there_before_the_program(tmp_path, monkeypatch, stored, system, used) -> None:
    monkeypatch.setattr("smcal.preferences.folder", lambda: tmp_path)
    monkeypatch.setenv("QT_SCALE_FACTOR", system or "")
    if system is None:
        monkeypatch.delenv("QT_SCALE_FACTOR")
    (tmp_path / "preferences.json").write_text(f'{{"scale": "{stored}"}}')
    running.enlarge()
    assert os.environ.get("QT_SCALE_FACTOR") == used


def test_cancelled_preferences_stay(qtbot) -> None:
    dialog = PreferencesDialog(Preferences(language="en"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.form.fields["language"].widget, Qt.Key.Key_Home)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.preferences == Preferences(language="en")


def test_an_error_is_shown_as_it_is_and_can_be_copied(qtbot) -> None:
    text = "<b>library.smcal</b> & friends: <img src='http://example.com/x.png'>"
    dialog = ErrorDialog(text)
    qtbot.addWidget(dialog)
    dialog.show()
    labels = [label for label in dialog.findChildren(PlainLabel) if label.text() == text]
    assert labels and labels[0].textFormat() is Qt.TextFormat.PlainText
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == text
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_an_error_inside_a_dialog_stands_in_it(qtbot) -> None:
    dialog = AboutDialog()

    def fail() -> None:
        show_error("The disk is full.")
        assert QApplication.activeModalWidget() is dialog
        dialog.reject()

    QTimer.singleShot(0, fail)
    dialog.exec()
    assert dialog.notice.text == "The disk is full."


@pytest.fixture
def actions(qapp: QApplication) -> list[QAction]:
    made = []
    for name, text, keys in (
        ("post.move", "&Move…", "Ctrl+M"),
        ("file.import", "&Import…", "Ctrl+I"),
        ("edit.redo", "&Redo", "Ctrl+Y; Ctrl+Shift+Z"),
        ("go.bin", "&Bin…", ""),
    ):
        action = QAction(text)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(part) for part in keys.split("; ") if part])
        made.append(action)
    return made


def test_shortcuts_are_those_of_the_commands_in_groups(qtbot, actions: list[QAction]) -> None:
    lines = [line for line in shortcut_lines(actions) if line.group != "In the week"]
    assert [tuple(line) for line in lines] == [
        ("File", "Import", "Ctrl+I"),
        ("Edit", "Redo", "Ctrl+Y or Ctrl+Shift+Z"),
        ("Post", "Move", "Ctrl+M"),
    ]
    dialog = ShortcutsDialog(actions)
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(PlainLabel)}
    assert {"Import", "Ctrl+I", "Post"} <= shown


@pytest.fixture
def board(desk: Desk) -> WeekBoard:
    week = WeekDesk(desk)
    week.show_week(dt.date(2026, 11, 30))
    QApplication.processEvents()
    assert week.board is not None
    return week.board


def print_to_pdf(dialog: WeekPreview, path: Path) -> None:
    """What comes out of the preview, had somebody chosen a printer that writes PDF."""
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    dialog.paintRequested.emit(printer)


def test_a_week_becomes_a_pdf(qtbot, desk: Desk, board: WeekBoard, tmp_path: Path) -> None:
    path = tmp_path / "week.pdf"
    dialog = WeekPreview(board, desk)
    qtbot.addWidget(dialog)
    print_to_pdf(dialog, path)
    assert path.read_bytes()[:5] == b"%PDF-" and path.stat().st_size > 5000


def test_the_preview_shows_the_week_and_lives_as_long_as_it_is_open(qtbot, desk: Desk, board: WeekBoard) -> None:
    dialog = WeekPreview(board, desk)
    qtbot.addWidget(dialog)
    dialog.show()
    for _n in range(3):
        QApplication.processEvents()
        dialog.resize(dialog.width() + 10, dialog.height())
    picture = dialog.grab().toImage()
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    assert len({picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}) > 10


def test_paper_is_white_in_the_dark_too(qtbot, desk: Desk, board: WeekBoard, tmp_path: Path, needs_program) -> None:
    import subprocess

    from PIL import Image

    path = tmp_path / "week.pdf"
    dialog = WeekPreview(board, desk)
    qtbot.addWidget(dialog)
    print_to_pdf(dialog, path)
    subprocess.run([needs_program("pdftoppm"), "-r", "40", "-png", str(path), str(tmp_path / "page")], check=True)
    page = Image.open(next(tmp_path.glob("page*.png"))).convert("L")
    assert page.getpixel((2, 2)) == 255 and page.getextrema()[0] < 120
