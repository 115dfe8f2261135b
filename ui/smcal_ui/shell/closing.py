"""Closing a workspace: what changed is backed up and checked, with a word about it when that takes a while."""

from concurrent.futures import Executor

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel

from smcal.errors import SmcalError
from smcal.store import Workspace
from smcal.words import _
from smcal_ui.widgets.labels import PlainLabel

SOON = 300  # ms that nobody notices: no word is needed


class _Landing(QObject):
    """Hears from the worker on the window's thread."""

    landed = Signal()

    def __init__(self, loop: QEventLoop) -> None:
        super().__init__()
        self._loop = loop
        self.landed.connect(self._on_landed)

    @Slot()
    def _on_landed(self) -> None:
        self._loop.quit()


def close_with_message(workspace: Workspace, executor: Executor) -> str:
    """Close a workspace, backed up; returns what went wrong with the backup, or ""."""
    loop, message, patience = QEventLoop(), _message(workspace), QTimer(singleShot=True, interval=SOON)
    landing = _Landing(loop)
    patience.timeout.connect(message.show)
    patience.start()
    done = executor.submit(workspace.close)
    done.add_done_callback(lambda _future: landing.landed.emit())
    if not done.done():
        loop.exec()
    patience.stop()
    message.close()
    message.deleteLater()
    try:
        done.result()
    except SmcalError as error:
        return _("The calendar is saved, but it could not be backed up. {reason}").format(reason=error)
    return ""


def _message(workspace: Workspace) -> QLabel:
    text = _("Backing up “{name}”…").format(name=workspace.path.stem)
    message = PlainLabel(text)
    message.setWindowFlags(Qt.WindowType.SplashScreen | Qt.WindowType.WindowStaysOnTopHint)
    message.setMargin(24)
    return message
