"""The composition root: builds preferences, theme, desk and window, and hands each what it needs."""

import datetime as dt
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog

from smcal import preferences
from smcal.errors import SmcalError
from smcal.model import Person
from smcal.store import Damaged, Workspace
from smcal_ui.collector import Collector
from smcal_ui.desk import Desk
from smcal_ui.main_window import MainWindow
from smcal_ui.shell.rescue import Rescue
from smcal_ui.shell.speaking import speak_in_window
from smcal_ui.tasks import OneThread, Tasks
from smcal_ui.theme import Theme

if TYPE_CHECKING:
    from smcal_ui.shell.aftercare import Aftercare


class App(QObject):
    """What lives as long as the program: preferences, the theme, one worker thread, and the window on one workspace."""

    def __init__(self, qt: QApplication, home: Path | None = None) -> None:
        super().__init__()
        self.qt = qt
        home = home or preferences.folder()
        self._preferences_path = home / "preferences.json"
        self.preferences, _ignored = preferences.load(self._preferences_path)
        self._memory = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
        self.executor = OneThread()
        self.tasks = Tasks(self.executor)
        self.window: MainWindow | None = None
        self.rescue = Rescue(self)
        self._care: Aftercare | None = None
        self.collector = Collector(self)
        self._settled = False
        self._ending = False  # a workspace is being backed up and closed, with a message about it
        speak_in_window(qt, self.preferences.language)
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
            return self.rescue.cannot_open(Path(path).absolute(), error)
        if before is not None and not before.close():  # something could not be saved, and the person stays with it
            workspace.close(backup=False)
            return False
        self._remember(self.preferences.remembering(workspace.path))
        try:
            self._show(Desk(workspace, self._person(workspace)))
        except SmcalError as error:  # damaged where the first week lies
            workspace.close(backup=False)
            self._fall_back(before)
            return self.rescue.cannot_open(workspace.path, error)
        if before is not None:
            self._end(before.desk.workspace)
        return True

    def close(self) -> None:
        """Close the workspace with a verified backup, and end the worker. The window goes before the program does."""
        self.tasks.stop_all()
        self.leave(asking=False)
        self.executor.shutdown()
        self.collector.stop()  # last: Python's own collection may begin in any thread that still runs

    def leave(self, *, backup: bool = True, asking: bool = True) -> bool:
        """Close window and workspace. False when the person stays with what could not be saved, if they are asked."""
        if self.window is None:
            return True
        window, workspace = self.window, self.window.desk.workspace
        if not window.close() and asking:
            return False
        self._stop_care()
        self.window = None
        window.deleteLater()
        self.qt.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        self._end(workspace, backup=backup)
        return True

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
        speak_in_window(self.qt, self.preferences.language)
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
            with suppress(Damaged):  # aftercare reads the whole file, tells what it finds, and offers the way back
                self.window.show_week(self.window.week.week.first)
        self._settle_window()

    @Slot()
    def _settle_window(self) -> None:
        """What a window just opened needs: aftercare, and a name for the history, which is asked for once."""
        from smcal_ui.shell.aftercare import Aftercare  # after the first paint

        if self.window is None:
            return
        self._stop_care()
        self._care = Aftercare(self.window.desk, self.tasks, self.window)
        self._care.damaged.connect(self.rescue.on_damaged)
        self._care.start()
        QTimer.singleShot(0, self._ask_person_once)

    @Slot()
    def _ask_person_once(self) -> None:
        if self.window is None or self._ending:
            return
        desk = self.window.desk
        if desk.person is None and desk.workspace.id not in self.preferences.people:
            self.ask_person()

    def _stop_care(self) -> None:
        if self._care is not None:
            self._care.stop()
            self._care = None

    def _fall_back(self, before: MainWindow | None) -> None:
        """The window on the workspace before, or none: that on the next one could not be built."""
        self.window = None
        if before is not None:
            self._show(Desk(before.desk.workspace, before.desk.person))

    def _end(self, workspace: Workspace, *, backup: bool = True) -> None:
        from smcal_ui.shell.closing import close_with_message  # when a workspace is left

        self._ending = True
        try:
            complaint = close_with_message(workspace, self.executor, backup=backup)
            if complaint and backup:  # without one, the file is about to be replaced
                self.explain(complaint)
        finally:
            self._ending = False
        if self._settled and self.window is not None:
            QTimer.singleShot(0, self._ask_person_once)  # what came up meanwhile had to wait

    def explain(self, text: str) -> None:
        """Say what went wrong."""
        from smcal_ui.dialogs.errors import show_error  # only when something goes wrong

        show_error(text, self.window)

    def save_typing(self) -> None:
        """Save what is being typed: something went wrong elsewhere."""
        if self.window is not None:
            self.window.inspector.save()

    def _show(self, desk: Desk) -> None:
        self._stop_care()
        before, week = self.window, self.preferences.weeks.get(desk.workspace.id)
        if before is not None:
            before.close()
            before.deleteLater()
            before.desk.deleteLater()
        window = MainWindow(desk, self.theme, self.tasks, self._memory)
        window.openRequested.connect(self.open)
        window.welcomeRequested.connect(self.welcome)
        window.personRequested.connect(self.ask_person)
        window.preferencesRequested.connect(self.ask_preferences)
        window.restoreRequested.connect(self.rescue.ask)
        window.weekShown.connect(self._on_week_shown)
        day = dt.date.fromisoformat(week) if week else desk.today
        if self._settled:
            window.show_week(day)
        else:
            window.glance_at(day)  # `settle` follows the first paint
        self.window = window
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
