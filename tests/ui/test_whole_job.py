"""From an empty folder to the two documents, in the real window: a branch, a week of posts, a drag, the plan."""

import datetime as dt
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from smcal.model import State
from smcal.model.period import week_of
from smcal_ui.app import App
from smcal_ui.dialogs.submit import SubmitDialog
from smcal_ui.dialogs.welcome import WelcomeDialog
from tests.ui.conftest import Opened, write

DAY = dt.timedelta(1)


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path):
    """The program on a computer that has never seen it."""
    app = App(qapp, home=tmp_path / "home")
    yield app
    app.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def in_dialog(kind: type[QDialog], act: Callable[[QDialog], object]) -> None:
    """Act in the next modal dialog of a kind, as soon as it is on the screen."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isActiveWindow():
            try:
                act(dialog)
            finally:
                if dialog.isVisible():
                    QDialog.reject(dialog)  # whoever waits for it goes on, and the test can fail
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def until(holds: Callable[[], bool]) -> None:
    """Let the program work until something holds, half a minute at most."""
    end = time.monotonic() + 30
    while not holds() and time.monotonic() < end:
        QTest.qWait(20)
    assert holds()


def found_a_branch(dialog: WelcomeDialog, path: Path) -> None:
    """Answer the three steps with the keyboard, and wait for the file."""
    QTest.keyClick(dialog.make, Qt.Key.Key_Space)
    regulation = dialog.steps.form.fields["regulation"].widget
    QTest.keyClick(regulation, Qt.Key.Key_Home)
    while dialog.steps.form.value("regulation") != "spb-cbs":
        QTest.keyClick(regulation, Qt.Key.Key_Down)
    write(dialog.steps.form.fields["branch"].widget, "Библиотека № 3")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    write(dialog.steps.coordinator, "Анна Петрова")
    dialog.steps.path.selectAll()
    write(dialog.steps.path, str(path))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    until(lambda: not dialog.isVisible())


def plan_a_post(opened: Opened, page_id: str, day: dt.date, title: str) -> str:
    """A new post in a cell: title, text and topic typed."""
    view = opened.window.view
    view.focus_cell(page_id, day)
    view.setFocus()
    opened.key(Qt.Key.Key_Insert)
    opened.write("title", title)
    post_id = opened.inspector.post.id
    opened.type("text", f"{title}: приходите в субботу, вход свободный.")
    opened.field("topic").setFocus()
    while opened.inspector.post.topic != 7:
        opened.key(Qt.Key.Key_Down)
    opened.field("text").setFocus()
    opened.settle()
    view.setFocus()
    return post_id


def drag(opened: Opened, post_id: str, page_id: str, day: dt.date) -> None:
    """Carry a card to a cell with the mouse."""
    view, board = opened.window.view, opened.window.week.board
    viewport = view.viewport()
    start = view._room.rect_of(board.find(post_id)).center()
    there = view._room.rect_of(board.find(post_id))
    row, column = board.row_of(page_id), board.column_of(day)
    goal = QPoint(there.center().x() + (column - board.find(post_id).column) * _column(view), there.bottom() + 4)
    assert view.spot_at(goal).row == row and view.spot_at(goal).column == column
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 9):
        QTest.mouseMove(viewport, start + (goal - start) * step / 8)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=goal)
    opened.settle()


def _column(view) -> int:
    xs = view.places().xs
    return xs[1] - xs[0]


def test_from_an_empty_folder_to_the_two_documents(app, qtbot, tmp_path):
    file, plans = tmp_path / "library.smcal", tmp_path / "plans"
    in_dialog(WelcomeDialog, lambda dialog: found_a_branch(dialog, file))
    assert app.start(None)
    assert file.exists()
    window = app.window
    window.resize(1412, 860)
    qtbot.waitExposed(window)
    app.settle()
    opened = Opened(window)
    page = window.desk.book.pages[0]
    assert window.desk.person is not None and window.desk.person.name == "Анна Петрова"

    week = week_of(window.desk.today + 28 * DAY)
    window.show_week(week.first)
    opened.settle()
    first = plan_a_post(opened, page.id, week.first, "Встреча с переводчицей")
    second = plan_a_post(opened, page.id, week.first + DAY, "Ночь сказок")
    drag(opened, second, page.id, week.first + 3 * DAY)
    assert opened.stored(second).date == week.first + 3 * DAY
    opened.keys("Ctrl+Z")
    assert opened.stored(second).date == week.first + DAY
    opened.keys("Ctrl+Y")
    assert opened.stored(second).date == week.first + 3 * DAY

    made: list[SubmitDialog] = []

    def hand_in(dialog: SubmitDialog) -> None:
        made.append(dialog)
        dialog.folder.selectAll()
        write(dialog.folder, str(plans))
        assert dialog.primary.isEnabled(), dialog.verdict.text
        QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
        until(lambda: dialog.done_ is not None or bool(dialog.notice.text))
        assert dialog.done_ is not None, dialog.notice.text
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    window.view.focus_cell(page.id, week.first)
    in_dialog(SubmitDialog, hand_in)
    QTest.mouseClick(window.head.submit, Qt.MouseButton.LeftButton)
    assert made
    assert [opened.stored(post_id).state for post_id in (first, second)] == [State.SUBMITTED] * 2
    (docx,), (pdf,) = plans.glob("*.docx"), plans.glob("*.pdf")
    with zipfile.ZipFile(docx) as parts:
        said = re.sub(r"<[^>]+>", "", parts.read("word/document.xml").decode())
    assert "Встреча с переводчицей" in said and "Ночь сказок" in said
    assert pdf.read_bytes().startswith(b"%PDF-")
