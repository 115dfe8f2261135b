"""A real window on a copy of the sample library, on Tuesday, 24 November 2026, 11:20 in Moscow."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from smcal.model import Page, Period, Post, Role
from smcal.sample import make_sample
from smcal.store import Workspace
from smcal_ui.desk import Desk
from smcal_ui.main_window import MainWindow
from smcal_ui.tasks import Tasks
from smcal_ui.theme import Theme

MOMENT = dt.datetime(2026, 11, 24, 8, 20, tzinfo=dt.UTC)
NEXT_WEEK = Period(dt.date(2026, 11, 30), dt.date(2026, 12, 6))


@pytest.fixture(autouse=True)
def _mouse_let_go(qapp: QApplication) -> Iterator[None]:
    """A double click of QTest holds the button down for ever: the next test begins with none."""
    yield
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        nobody = QWidget()
        nobody.show()
        QTest.mouseRelease(nobody, Qt.MouseButton.LeftButton)
        nobody.close()
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, made once."""
    path = tmp_path_factory.mktemp("sample") / "sample.smcal"
    with make_sample(path, at=MOMENT) as workspace:
        workspace.close(backup=False)
    return path


@pytest.fixture
def library_file(sample_library: Path, tmp_path: Path) -> Path:
    """A copy of the sample library for one test."""
    path = tmp_path / "library.smcal"
    shutil.copy(sample_library, path)
    shutil.copytree(sample_library.with_suffix(".media"), path.with_suffix(".media"))
    return path


class Opened:
    """A window and short ways to what tests ask for."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.desk = window.desk
        self.inspector = window.inspector

    def settle(self) -> None:
        """Let everything that waits for the event loop happen."""
        for _turn in range(4):
            QApplication.processEvents()

    def field(self, name: str) -> QWidget:
        """An editor of the inspector."""
        found = self.inspector.findChild(QWidget, name)
        assert found is not None, name
        return found

    def show(self, post_id: str) -> None:
        """Choose a post, as a search would."""
        self.window.jump_to(post_id)
        self.settle()

    def type(self, name: str, text: str, *, over: bool = True) -> None:
        """Put the cursor into a field and type, in place of what is there."""
        editor = self.field(name)
        editor.setFocus()
        if over:
            QTest.keySequence(editor, "Ctrl+A")
        write(editor, text)

    def write(self, name: str, text: str) -> None:
        """Go on typing where the cursor is."""
        write(self.field(name), text)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key to whatever has the keyboard."""
        QTest.keyClick(QApplication.focusWidget(), key, held)
        self.settle()

    def keys(self, sequence: str) -> None:
        """A shortcut to whatever has the keyboard."""
        QTest.keySequence(QApplication.focusWidget() or self.window, sequence)
        self.settle()

    def stored(self, post_id: str) -> Post:
        """A post as the file has it."""
        post = self.desk.post(post_id)
        assert post is not None
        return post

    def a_post(self, which: Callable[[Post], bool] = lambda post: True) -> Post:
        """The first post of next week of which something holds."""
        with self.desk.read() as reader:
            return next(post for post in reader.posts(NEXT_WEEK) if which(post))

    def page(self, network: str) -> Page:
        """The first page in a network."""
        return next(page for page in self.desk.book.pages if page.network == network)

    def make(self, **fields: Any) -> Post:
        """A post that is simply there, not a step to undo."""
        from smcal.planning import edit

        page_id = fields.pop("page_id", None) or self.page("vk").id
        with self.desk.workspace.work("Prepare") as work:
            post = edit.new_post(work, page_id, **{"date": dt.date(2026, 12, 3), "time": dt.time(12), **fields})
        self.desk.book.take(work.changes)
        self.desk.changed.emit(work.changes)
        self.settle()
        return post


def write(editor: QWidget, text: str) -> None:
    """Press a key for every letter; QTest itself knows no Cyrillic ones."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(editor, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


@pytest.fixture
def make_window(library_file: Path, tmp_path: Path, qtbot: Any) -> Iterator[Callable[[], MainWindow]]:
    """Makes windows on the copy, one after the other; what was made is closed and deleted at the end."""
    made: list[MainWindow] = []
    with ThreadPoolExecutor(1) as pool, Workspace.open(library_file, anywhere=True) as workspace:
        with workspace.read() as reader:
            person = next(p for p in reader.people() if p.role is Role.COORDINATOR)

        def make() -> MainWindow:
            desk = Desk(workspace, person, clock=lambda: MOMENT)
            memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
            window = MainWindow(desk, Theme.chosen("light"), Tasks(pool), memory)
            made.append(window)
            return window

        yield make
        for window in made:
            end(window)
        workspace.close(backup=False)


@pytest.fixture
def opened(make_window: Callable[[], MainWindow], qtbot: Any) -> Opened:
    """The window on next week, with the keyboard on the planner."""
    window = make_window()
    window.resize(1412, 860)
    window.show_week(NEXT_WEEK.first)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.view.setFocus()
    qtbot.waitUntil(window.view.hasFocus)
    return Opened(window)


@pytest.fixture
def opened_under(tmp_path: Path, qtbot: Any) -> Iterator[Callable[[str], Opened]]:
    """`opened_under("espelkamp")` is a window like `opened`, on the sample library of that regulation."""
    made: list[MainWindow] = []
    with ThreadPoolExecutor(1) as pool:

        def make(regulation: str) -> Opened:
            workspace = make_sample(tmp_path / f"{regulation}.smcal", regulation, MOMENT)
            with workspace.read() as reader:
                people = reader.people()
            person = next((person for person in people if person.role is Role.COORDINATOR), people[0])
            memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
            desk = Desk(workspace, person, clock=lambda: MOMENT)
            window = MainWindow(desk, Theme.chosen("light"), Tasks(pool), memory)
            made.append(window)
            window.resize(1412, 860)
            window.show_week(NEXT_WEEK.first)
            window.show()
            qtbot.waitExposed(window)
            window.activateWindow()
            window.view.setFocus()
            qtbot.waitUntil(window.view.hasFocus)
            return Opened(window)

        yield make
        for window in made:
            workspace = window.desk.workspace
            end(window)
            workspace.close(backup=False)


@pytest.fixture
def press_in_dialog(qtbot: Any) -> Iterator[Callable[[str], None]]:
    """`press_in_dialog("Stay")` presses the button of that name in the modal dialog that opens next."""
    timer, wanted = QTimer(interval=20), [""]

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        found = [] if dialog is None else dialog.findChildren(QAbstractButton)
        for button in found:
            if wanted[0] in button.text().replace("&", "") and button.isVisible():
                timer.stop()
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return

    def press(word: str) -> None:
        wanted[0] = word
        timer.start()

    timer.timeout.connect(look)
    yield press
    timer.stop()


def end(window: MainWindow) -> None:
    """Close a window and delete it now."""
    import shiboken6

    if shiboken6.isValid(window):
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
