"""The composition root: builds preferences, theme, desk and window, and hands each what it needs."""

import datetime as dt
import json
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, QSettings, Qt, QTimer, QTranslator, Slot
from PySide6.QtWidgets import QApplication, QDialog

from smcal import preferences
from smcal.errors import SmcalError
from smcal.model import Person
from smcal.store import Workspace
from smcal.words import LANGUAGES, speak, system_language
from smcal_ui.collector import Collector
from smcal_ui.desk import Desk
from smcal_ui.guard import Guard
from smcal_ui.main_window import MainWindow
from smcal_ui.tasks import Tasks
from smcal_ui.theme import Theme


class App(QObject):
    """What lives as long as the program: preferences, the theme, one worker thread, and the window on one workspace."""

    def __init__(self, qt: QApplication, home: Path | None = None) -> None:
        super().__init__()
        self.qt = qt
        home = home or preferences.folder()
        self._preferences_path = home / "preferences.json"
        self.preferences, _ignored = preferences.load(self._preferences_path)
        self._memory = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="smcal")
        self.tasks = Tasks(self._executor)
        self.window: MainWindow | None = None
        self.collector = Collector(self)
        self._settled = False
        speak(language_of(self.preferences.language))
        self._speak_qt()
        self.theme = Theme.chosen(self.preferences.theme)
        self.theme.apply(qt, follow_system=not self.preferences.theme)
        qt.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def start(self, file: Path | None) -> bool:
        """Open a file, else the workspace last open, else the welcome; False when nothing was opened."""
        last = Path(self.preferences.workspace) if self.preferences.workspace else None
        wanted = file or (last if last and last.exists() else None)
        return (wanted is not None and self.open(wanted)) or self.welcome()

    @Slot()
    def welcome(self) -> bool:
        """First start, or another workspace: make, open, or look at the sample. False when nothing was chosen."""
        from smcal_ui.dialogs.welcome import WelcomeDialog  # only at the first start

        recent = [Path(name) for name in self.preferences.recent]
        dialog = WelcomeDialog(recent, self.tasks, parent=self.window)
        while dialog.exec() == QDialog.DialogCode.Accepted and dialog.path is not None:
            if self.open(dialog.path):
                self._take_on(dialog.person_id)
                return True
        return False

    @Slot(object)
    def open(self, path: Path) -> bool:
        """Open a workspace in the window in place of the one before; a file that cannot be opened is explained."""
        before = self.window
        if before is not None and before.desk.workspace.path == Path(path).absolute():
            return True  # it is here already
        try:
            workspace = Workspace.open(path)
        except SmcalError as error:
            self.explain(str(error))
            return False
        if before is not None and not before.close():  # something could not be saved, and the person stays with it
            workspace.close(backup=False)
            return False
        self._remember(self.preferences.remembering(workspace.path))
        self._show(Desk(workspace, self._person(workspace)))
        if before is not None:
            self._end(before.desk.workspace)
        return True

    def close(self) -> None:
        """Close the workspace with a verified backup, and end the worker. The window goes before the program does."""
        self.tasks.stop_all()
        if self.window is not None:
            workspace, window, self.window = self.window.desk.workspace, self.window, None
            window.close()
            window.deleteLater()
            self.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._end(workspace)
        self.collector.stop()
        self._executor.shutdown(cancel_futures=True)

    @Slot()
    def ask_person(self) -> None:
        """Ask who works here, and remember it for this workspace."""
        from smcal_ui.dialogs.who import WhoDialog  # asked once a workspace

        assert self.window is not None
        desk = self.window.desk
        dialog = WhoDialog(desk, self.window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.person is not None:
            desk.person = dialog.person
        person_id = desk.person.id if desk.person is not None else ""  # "": was asked, and did not say
        people = self.preferences.people | {desk.workspace.id: person_id}
        self._remember(msgspec.structs.replace(self.preferences, people=people))

    @Slot()
    def ask_preferences(self) -> None:
        """Language and scheme; the window is built anew in them."""
        from smcal_ui.dialogs.preferences import PreferencesDialog  # opened rarely

        assert self.window is not None
        dialog = PreferencesDialog(self.preferences, self.window)
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.preferences == self.preferences:
            return
        self._remember(dialog.preferences)
        speak(language_of(self.preferences.language))
        self._speak_qt()
        self.theme = Theme.chosen(self.preferences.theme)
        self.theme.apply(self.qt, follow_system=not self.preferences.theme)
        self._show(Desk(self.window.desk.workspace, self.window.desk.person))

    def _take_on(self, person_id: str | None) -> None:
        """Whoever made a branch works there: they need not be asked."""
        if person_id is not None and self.window is not None:
            desk = self.window.desk
            people = self.preferences.people | {desk.workspace.id: person_id}
            self._remember(msgspec.structs.replace(self.preferences, people=people))
            desk.person = self._person(desk.workspace)

    def settle(self) -> None:
        """After the first paint: keep what was made, and load what writing needs while nobody waits."""
        self.collector.start()
        self._settled = True
        if self.window is not None:
            self.window.show_week(self.window.week.week.first)
        self._settle_window()

    @Slot()
    def _settle_window(self) -> None:
        """What a window just opened needs: writing made ready, and a name for the history, which is asked for once."""
        if self.window is None:
            return
        desk = self.window.desk
        threading.Thread(target=prepare, args=(desk.workspace,), daemon=True).start()
        if desk.person is None and desk.workspace.id not in self.preferences.people:
            self.ask_person()

    def _end(self, workspace: Workspace) -> None:
        from smcal_ui.shell.closing import close_with_message  # when a workspace is left

        complaint = close_with_message(workspace, self._executor)
        if complaint:
            self.explain(complaint)

    def explain(self, text: str) -> None:
        """Say what went wrong."""
        from smcal_ui.dialogs.errors import show_error  # only when something goes wrong

        show_error(text, self.window)

    def save_typing(self) -> None:
        """Save what is being typed: something went wrong elsewhere."""
        if self.window is not None:
            self.window.inspector.save()

    def _show(self, desk: Desk) -> None:
        before, week = self.window, self.preferences.weeks.get(desk.workspace.id)
        if before is not None:
            before.close()
            before.deleteLater()
            before.desk.deleteLater()
        window = self.window = MainWindow(desk, self.theme, self.tasks, self._memory)
        window.openRequested.connect(self.open)
        window.welcomeRequested.connect(self.welcome)
        window.personRequested.connect(self.ask_person)
        window.preferencesRequested.connect(self.ask_preferences)
        window.weekShown.connect(self._on_week_shown)
        day = dt.date.fromisoformat(week) if week else desk.today
        if self._settled:
            window.show_week(day)
        else:
            window.glance_at(day)  # `settle` follows the first paint
        window.show()
        if self._settled:
            QTimer.singleShot(0, self._settle_window)

    def _person(self, workspace: Workspace) -> Person | None:
        known = self.preferences.people.get(workspace.id)
        with workspace.read() as reader:
            return next((p for p in reader.people() if p.id == known), None)

    @Slot()
    def _on_scheme_changed(self) -> None:
        """The system went dark or light: follow it, unless a scheme was chosen."""
        fresh = Theme.chosen(self.preferences.theme)
        if fresh.dark != self.theme.dark:
            self.theme = fresh
            self.theme.apply(self.qt, follow_system=not self.preferences.theme)
            if self.window is not None:
                self.window.set_theme(self.theme)

    @Slot(object)
    def _on_week_shown(self, monday: dt.date) -> None:
        if self.window is not None:
            weeks = self.preferences.weeks | {self.window.desk.workspace.id: monday.isoformat()}
            self.preferences = msgspec.structs.replace(self.preferences, weeks=weeks)

    def _remember(self, changed: preferences.Preferences) -> None:
        self.preferences = changed
        self.save_preferences()

    def save_preferences(self) -> None:
        """Write preferences down; where that is impossible they hold until the program ends."""
        with suppress(OSError, SmcalError):
            preferences.save(self._preferences_path, self.preferences)

    def _speak_qt(self) -> None:
        language = language_of(self.preferences.language)
        translator = QTranslator(self.qt)
        if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self.qt.installTranslator(translator)
        QLocale.setDefault(QLocale("en_GB" if language == "en" else language))


class FirstPaint(QObject):
    """Calls back once, right after a widget has been painted for the first time."""

    def __init__(self, done: Callable[[], None]) -> None:
        super().__init__()
        self._done = done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event, then for the event loop."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False


def run(file: Path | None = None, trace: Path | None = None, argv: list[str] | None = None) -> int:
    """Open the window on a file (None: where one left off) until it is closed; returns the exit code."""
    from smcal_ui.start import process_started  # the entry point knows when the process began

    started = process_started()
    imported = time.time()
    qt = QApplication.instance() or QApplication(argv or sys.argv[:1])
    assert isinstance(qt, QApplication)
    qt.setApplicationName("smcal")
    qt.setDesktopFileName("smcal")
    qt.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    app = App(qt)
    guard = Guard(app.save_typing, app.explain, app)
    guard.install()
    if not app.start(file):
        app.close()
        guard.remove()
        return 0
    shown = time.time()

    def painted() -> None:
        if trace is not None:
            moments = {"import_ms": imported, "window_ms": shown, "painted_ms": time.time()}
            trace.write_text(json.dumps({k: round((v - started) * 1000, 1) for k, v in moments.items()}), "utf-8")
        app.settle()

    assert app.window is not None
    first = FirstPaint(painted)
    app.window.view.viewport().installEventFilter(first)
    code = qt.exec()
    app.save_preferences()
    app.close()
    guard.remove()
    return code


def language_of(chosen: str) -> str:
    """The language of the window: as chosen, else the system's where we speak it, else English."""
    return chosen if chosen in LANGUAGES else system_language()


def prepare(workspace: Workspace) -> None:
    """Load what the first edit needs; when it fails, the edit itself will say why."""
    with suppress(SmcalError):
        workspace.prepare_writing()
