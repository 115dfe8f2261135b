"""The program: another workspace in place of the one before, who works here, and an orderly end."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from smcal.sample import make_sample
from smcal.store import Workspace, find_backups
from smcal_ui.app import App
from tests.ui.conftest import MOMENT, Opened


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path, library_file: Path):
    """The program on the copy of the sample library."""
    app = App(qapp, home=tmp_path / "home")
    assert app.open(library_file)
    yield app
    app.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_another_workspace_takes_the_place_and_the_one_before_is_backed_up(app, tmp_path, library_file):
    other = tmp_path / "other.smcal"
    with make_sample(other, at=MOMENT) as workspace:
        workspace.close(backup=False)
    first = app.window
    opened = Opened(first)
    with first.desk.read() as reader:
        post_id = reader.tray()[0].id
    opened.show(post_id)
    opened.type("text", "Недописано")
    assert app.open(other)
    assert app.window is not first and app.window.desk.workspace.path == other
    assert len(find_backups(library_file)) == 1
    with Workspace.open(library_file, read_only=True) as before, before.read() as reader:
        assert reader.post(post_id).text == "Недописано"


def test_the_workspace_that_is_open_is_not_opened_twice(app, library_file):
    window = app.window
    assert app.open(library_file)
    assert app.window is window


def test_a_file_that_cannot_be_opened_leaves_the_one_before(app, tmp_path, press_in_dialog):
    foreign = tmp_path / "foreign.smcal"
    foreign.write_text("no workspace", "utf-8")
    window = app.window
    press_in_dialog("Close")
    assert not app.open(foreign)
    assert app.window is window and window.isVisible()
    assert foreign.read_text("utf-8") == "no workspace"


def test_who_works_here_is_asked_once_and_may_be_answered_later(app, press_in_dialog, qtbot):
    assert app.window.desk.person is None
    press_in_dialog("Later")
    app.settle()
    qtbot.waitUntil(lambda: app.window.desk.workspace.id in app.preferences.people)
    assert app.window.desk.person is None
    app.settle()
    QApplication.processEvents()  # would wait for a dialog for ever
    assert app.preferences.people[app.window.desk.workspace.id] == ""


def test_who_works_here_is_asked_after_the_backup_not_over_it(app, tmp_path, library_file, press_in_dialog, qtbot):
    other = tmp_path / "other.smcal"
    make_sample(other, at=MOMENT).close(backup=False)
    press_in_dialog("Later")
    app.settle()
    qtbot.waitUntil(lambda: app.window.desk.workspace.id in app.preferences.people)
    asked_meanwhile = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            asked_meanwhile.append(dialog)
            dialog.close()

    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.start()
    app.executor.submit(time.sleep, 0.4)  # the backup takes its time
    assert app.open(other)
    timer.stop()
    assert asked_meanwhile == []
    press_in_dialog("Later")
    qtbot.waitUntil(lambda: app.window.desk.workspace.id in app.preferences.people)


def test_with_a_workspace_open_nobody_is_welcomed_again(app, press_in_dialog, qtbot):
    titles = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        titles.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(50, look)
    assert not app.welcome()
    assert titles == ["Make or open a workspace"]
