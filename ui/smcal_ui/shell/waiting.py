"""Waiting for the worker thread while the window lives on, with a word about it when that takes a while."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar, cast

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QLabel

from smcal_ui.tasks import Errand, Worker, send
from smcal_ui.widgets.labels import PlainLabel

T = TypeVar("T")

SOON = 300  # ms that nobody notices: no word is needed


def wait_with_message(job: Callable[[], T], text: str, executor: Worker) -> T:
    """What a job gives, which the worker does meanwhile; raises what it raises."""
    loop, message, patience = QEventLoop(), _message(text), QTimer(singleShot=True, interval=SOON)
    patience.timeout.connect(message.show)
    patience.start()
    errand = Errand(lambda _stop: job())
    done = send(errand, lambda _errand, _cancelled: loop.quit(), executor, Event())
    if not done.done():
        loop.exec()
    patience.stop()
    message.close()
    message.deleteLater()
    done.result()  # a program told to end leaves the loop early, and still waits
    value, error = errand.take()
    if error is not None:
        raise error
    return cast(T, value)


def _message(text: str) -> QLabel:
    message = PlainLabel(text)
    message.setWindowFlags(Qt.WindowType.SplashScreen | Qt.WindowType.WindowStaysOnTopHint)
    message.setMargin(24)
    return message
