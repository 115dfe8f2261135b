"""The one door for slow work: jobs run in one thread, their results arrive on the thread of the window."""

from collections.abc import Callable
from functools import cache
from threading import Event
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
Call = Callable[["Errand", bool], object]


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


class Errand:
    """A job on its way to the worker and back: all that the worker holds, and nothing of Qt.

    What a thread lets go of last ends in that thread, and a widget must not end in the worker's.
    """

    def __init__(self, job: Callable[[Event], Any]) -> None:
        self.job: Callable[[Event], Any] | None = job
        self.value: Any = None
        self.error: Exception | None = None

    def __call__(self, stop: Event) -> None:
        """Do the job, in the worker; what came of it is kept for the window's thread."""
        assert self.job is not None
        try:
            self.value = self.job(stop)
        except Exception as error:
            self.error = error

    def take(self) -> tuple[Any, Exception | None]:
        """The value or the error, on the window's thread. The worker may still hold the errand: it gets it empty."""
        taken = self.value, self.error
        self.job = self.value = self.error = None
        return taken

    def land(self, future: "Future[None]") -> None:
        """Report to the window's thread; a worker that ends calls this also for jobs never begun."""
        shore().landed.emit(self, future.cancelled())


class Shore(QObject):
    """Where the worker reports to. It is never let go of: whoever waits for a job may come and go."""

    landed = Signal(object, bool)  # Errand, whether it was never begun

    def __init__(self) -> None:
        super().__init__()
        self.calls: dict[Errand, Call] = {}
        self.landed.connect(self._on_landed)

    @Slot(object, bool)
    def _on_landed(self, errand: Errand, cancelled: bool) -> None:
        call = self.calls.pop(errand, None)
        if call is not None:
            call(errand, cancelled)


@cache
def shore() -> Shore:
    """The one of this program; made on the window's thread, with the first job."""
    return Shore()


def send(errand: Errand, land: Call, worker: Worker, stop: Event) -> "Future[None]":
    """Give a job to the worker; `land` is called on the window's thread when it is done or will never begin."""
    shore().calls[errand] = land
    future = worker.submit(errand, stop)
    future.add_done_callback(errand.land)
    return future


class Tasks(QObject):
    """Runs jobs one after the other, away from the window. The executor belongs to whoever made it."""

    def __init__(self, executor: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor
        self._running: set[Event] = set()

    def run(
        self,
        job: Callable[[Event], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        asker: QObject | None = None,
    ) -> Event:
        """Start a job; set the returned event to ask it to stop. `done` or `failed` comes on the window's thread.

        Neither comes when the asker is gone by then.
        """
        stop, errand = Event(), Errand(job)

        def land(errand: Errand, cancelled: bool) -> None:
            self._running.discard(stop)
            value, error = errand.take()
            if cancelled or not (asker is None or isValid(asker)):
                return
            if error is not None:
                failed(error)
            else:
                done(value)

        self._running.add(stop)
        send(errand, land, self._executor, stop)
        return stop

    @property
    def busy(self) -> bool:
        """Whether a job is running or waiting."""
        return bool(self._running)

    def stop_all(self) -> None:
        """Ask every job to stop: the program is about to end."""
        for stop in self._running:
            stop.set()
