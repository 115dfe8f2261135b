"""After the first paint: holidays brought up to date, a damaged file found, and the way back to a backup."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from smcal import preferences
from smcal.planning import edit
from smcal.store import Workspace, back_up, find_backups
from smcal_ui.app import App
from smcal_ui.dialogs.damage import DamageDialog
from smcal_ui.dialogs.errors import ErrorDialog
from smcal_ui.dialogs.restoring import RestoreDialog
from smcal_ui.main_window import MainWindow
from smcal_ui.running import run


@pytest.fixture
def app(qapp: QApplication, tmp_path: Path):
    """The program before anything is open."""
    app = App(qapp, home=tmp_path / "home")
    yield app
    app.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def answer():
    """`answer(DamageDialog, "primary")` presses a button of the dialogs of these kinds, one after the other."""
    seen, wanted, timer = [], [], QTimer(interval=20)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not wanted or not isinstance(dialog, wanted[0][0]):
            return
        _kind, act = wanted.pop(0)
        seen.append(dialog)
        act(dialog)

    def expect(kind: type[QDialog], act) -> list[QDialog]:
        wanted.append((kind, act))
        timer.start()
        return seen

    timer.timeout.connect(look)
    yield expect
    timer.stop()


def press(dialog: QDialog) -> None:
    dialog.primary.click()


def leave(dialog: QDialog) -> None:
    dialog.reject()


def known(app: App, path: Path) -> None:
    """Nobody is asked who works here."""
    with Workspace.open(path, read_only=True) as workspace:
        app.preferences.people[workspace.id] = ""


def titles(path: Path) -> set[str]:
    with Workspace.open(path, read_only=True) as workspace, workspace.read() as reader:
        return {post.title for post in reader.tray()}


def damage(path: Path) -> None:
    """Break a reference, which neither opening nor the first week comes across."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE post SET page_id = 'nowhere' WHERE id = (SELECT max(id) FROM post)")


def test_holidays_of_another_version_are_brought_up_to_date_and_views_ask_again(app, library_file, qtbot):
    with closing(sqlite3.connect(library_file)) as connection, connection:
        connection.execute("UPDATE holiday_year SET days = replace(days, '_version\":\"', '_version\":\"0.')")
        connection.execute("UPDATE holiday_year SET days = replace(days, '\"off\":true', '\"off\":false')")
    known(app, library_file)
    app.start(library_file)
    app.settle()
    desk, week = app.window.desk, app.window.week
    shown = []
    week.boardChanged.connect(shown.append)
    with qtbot.waitSignal(desk.renewed, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: bool(shown))


def test_f15_damage_is_told_and_the_newest_backup_takes_the_place(app, library_file, qtbot, answer):
    whole = titles(library_file)
    back_up(library_file)
    damage(library_file)
    known(app, library_file)
    app.start(library_file)
    before = app.window
    answer(DamageDialog, press)
    seen = answer(RestoreDialog, press)
    app.settle()
    qtbot.waitUntil(lambda: app.window is not None and app.window is not before, timeout=20_000)
    assert len(seen) == 2
    assert app.window.isVisible() and app.window.desk.workspace.path == library_file
    app.window.desk.workspace.verify()
    assert titles(library_file) == whole
    assert library_file.with_name("library.replaced-1.smcal").exists()


def test_f15_who_goes_on_with_a_damaged_file_goes_on(app, library_file, qtbot, answer):
    damage(library_file)
    known(app, library_file)
    app.start(library_file)
    window = app.window
    seen = answer(DamageDialog, leave)
    app.settle()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert app.window is window and window.isVisible()
    answer(ErrorDialog, leave)
    app.close()
    assert "could not be backed up" in seen[-1].text and not find_backups(library_file)


def test_f14_a_file_that_does_not_open_is_restored_where_there_is_a_backup(app, library_file, answer):
    whole = titles(library_file)
    back_up(library_file)
    os.truncate(library_file, 8192)
    answer(DamageDialog, press)
    answer(RestoreDialog, press)
    assert app.open(library_file)
    assert titles(library_file) == whole


def test_a_person_goes_back_to_a_backup_and_the_plan_of_now_is_backed_up_first(app, library_file, answer, qtbot):
    known(app, library_file)
    back_up(library_file)
    before = titles(library_file)
    app.start(library_file)
    app.settle()
    app.window.desk.do("New post", lambda work: edit.new_post(work, None, title="Лишнее"))

    def choose_oldest(dialog: RestoreDialog) -> None:
        dialog.backups.choose(len(dialog.backups.values) - 1)
        press(dialog)

    answer(RestoreDialog, choose_oldest)
    app.window.actions_by_name["file.restore"].trigger()
    assert titles(library_file) == before
    assert "Лишнее" in titles(library_file.with_name("library.replaced-1.smcal"))
    assert len(find_backups(library_file)) == 2
    assert app.window.isVisible() and app.qt.quitOnLastWindowClosed()


def test_closing_collects_files_that_nothing_refers_to(app, library_file):
    media = library_file.with_suffix(".media")
    old, fresh = media / f"{'0' * 64}.jpg", media / f"{'1' * 64}.jpg"
    for file in (old, fresh):
        file.write_bytes(b"left by a crash")
    week_ago = time.time() - 8 * 86_400
    os.utime(old, (week_ago, week_ago))
    kept = set(media.iterdir()) - {old}
    app.open(library_file)
    app.close()
    assert set(media.iterdir()) == kept


def test_a_trace_that_cannot_be_written_is_said_and_settling_goes_on(qapp, library_file, tmp_path, monkeypatch, capsys):
    with Workspace.open(library_file, read_only=True) as workspace:
        asked = preferences.Preferences(people={workspace.id: ""})
    preferences.save(tmp_path / "home" / "preferences.json", asked)
    monkeypatch.setattr(preferences, "folder", lambda: tmp_path / "home")
    settled, timer = [], QTimer(interval=50)

    def close_when_settled() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.week.checked:
                settled.append(window.close())

    timer.timeout.connect(close_when_settled)
    timer.start()
    assert run(library_file, tmp_path / "no" / "trace.json", ["smcal"]) == 2
    timer.stop()
    said = capsys.readouterr().err
    assert settled and said.count("\n") == 1 and "trace.json" in said
