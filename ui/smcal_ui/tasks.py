"""The one door for slow work: jobs run in one thread, their results arrive on the thread of the window."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")
Call = tuple[Event, Callable[[Any], object], Callable[[Exception], object]]


class Tasks(QObject):
    """Runs jobs one after the other, away from the window. The executor belongs to whoever made it."""

    _landed = Signal(object, object)  # Future, (Event, done, failed)

    def __init__(self, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._running: set[Event] = set()
        self._landed.connect(self._on_landed)

    def run(
        self,
        job: Callable[[Event], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Event:
        """Start a job; set the returned event to ask it to stop. `done` or `failed` comes on the window's thread."""
        stop = Event()
        self._running.add(stop)
        future = self._executor.submit(job, stop)
        future.add_done_callback(lambda finished: self._landed.emit(finished, (stop, done, failed)))
        return stop

    @property
    def busy(self) -> bool:
        """Whether a job is running or waiting."""
        return bool(self._running)

    def stop_all(self) -> None:
        """Ask every job to stop: the program is about to end."""
        for stop in self._running:
            stop.set()

    @Slot(object, object)
    def _on_landed(
        self, future: Future[Any], call: tuple[Event, Callable[[Any], object], Callable[..., object]]
    ) -> None:
        stop, done, failed = call
        self._running.discard(stop)
        try:
            value = future.result()
        except CancelledError:
            return
        except Exception as error:
            failed(error)
        else:
            done(value)
