"""What an opened workspace is owed once it is painted: writing made ready, holidays up to date, the file read through.

All of it runs in the one worker thread; the window hears of it on its own.
"""

import datetime as dt
from contextlib import suppress
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from smcal.errors import SmcalError
from smcal.store import Damaged, Workspace
from smcal_ui.desk import Desk
from smcal_ui.tasks import Tasks

AGAIN = 300  # ms between two looks whether the dialog that is open has gone


class Aftercare(QObject):
    """Looks after one desk, once; it belongs to the window and ends with it."""

    damaged = Signal(str)  # what the file suffers from; comes when no dialog is open

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._trouble = ""
        self._patience = QTimer(self, singleShot=True, interval=AGAIN)
        self._patience.timeout.connect(self._tell)
        self._stop: Event | None = None

    def start(self) -> None:
        """Begin; returns at once."""
        workspace, today = self._desk.workspace, self._desk.today
        self._stop = self._tasks.run(
            lambda stop: look_after(workspace, today, stop), self._on_done, self._on_failed, self
        )

    def stop(self) -> None:
        """The window goes: what is not begun yet is left out, and nothing is announced any more."""
        if self._stop is not None:
            self._stop.set()
        self._patience.stop()

    def _on_done(self, news: bool) -> None:
        if news and not self._left:
            self._desk.renewed.emit()

    def _on_failed(self, error: Exception) -> None:
        if self._left:
            return
        if not isinstance(error, SmcalError):
            raise error  # a fault of ours: the guard tells it
        if isinstance(error, Damaged):
            self._trouble = str(error)
            self._tell()
        else:
            self._desk.failed.emit(str(error))

    @property
    def _left(self) -> bool:
        return self._stop is None or self._stop.is_set()

    @Slot()
    def _tell(self) -> None:
        """A restored file means another window, so a dialog on this one must have been closed before."""
        if QApplication.activeModalWidget() is None:
            self.damaged.emit(self._trouble)
        else:
            self._patience.start()


def look_after(workspace: Workspace, today: dt.date, stop: Event) -> bool:
    """True when working time has changed. Raises Damaged where the file is; leaves off between steps when told to."""
    with suppress(SmcalError):
        workspace.prepare_writing()  # the first edit itself will say why it cannot be
    news = not stop.is_set() and workspace.refresh_calendar(today)
    if not stop.is_set():
        workspace.verify()
    return news
