"""The one door for slow work: jobs run in one thread, their results arrive on the thread of the window."""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
Call = tuple[Event, Callable[[Any], object], Callable[[Exception], object]]


class Worker(Protocol):
    """Whoever does jobs: an executor of `concurrent.futures`, or `OneThread`."""

    def submit(self, job: Callable[..., T], /, *args: Any) -> "Future[T]":
        """Begin a job."""


class OneThread:
    """A worker whose thread begins with its first job: the first paint waits for neither thread nor its modules."""

    def __init__(self) -> None:
        self._pool: ThreadPoolExecutor | None = None

    def submit(self, job: Callable[..., T], /, *args: Any) -> "Future[T]":
        """Begin a job, after those before it."""
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # after the first paint

            self._pool = ThreadPoolExecutor(1, thread_name_prefix="smcal")
        return self._pool.submit(job, *args)

    def shutdown(self) -> None:
        """Wait for the job that runs; those that wait are left out."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


class Tasks(QObject):
    """Runs jobs one after the other, away from the window. The executor belongs to whoever made it."""

    _landed = Signal(object, object)  # Future, (Event, done, failed)

    def __init__(self, executor: Worker, parent: QObject | None = None) -> None:
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
        self, future: "Future[Any]", call: tuple[Event, Callable[[Any], object], Callable[..., object]]
    ) -> None:
        from concurrent.futures import CancelledError  # it is loaded: a job has run

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
