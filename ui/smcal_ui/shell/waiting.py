"""Waiting for the worker thread while the window lives on, with a word about it when that takes a while."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel

from smcal_ui.tasks import Worker
from smcal_ui.widgets.labels import PlainLabel

T = TypeVar("T")

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


def wait_with_message(job: Callable[[], T], text: str, executor: Worker) -> T:
    """What a job gives, which the worker does meanwhile; raises what it raises."""
    loop, message, patience = QEventLoop(), _message(text), QTimer(singleShot=True, interval=SOON)
    landing = _Landing(loop)
    patience.timeout.connect(message.show)
    patience.start()
    done = executor.submit(job)
    done.add_done_callback(lambda _future: landing.landed.emit())
    if not done.done():
        loop.exec()
    patience.stop()
    message.close()
    message.deleteLater()
    return done.result()


def _message(text: str) -> QLabel:
    message = PlainLabel(text)
    message.setWindowFlags(Qt.WindowType.SplashScreen | Qt.WindowType.WindowStaysOnTopHint)
    message.setMargin(24)
    return message
