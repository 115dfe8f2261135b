"""Nothing of Qt ends in the worker's thread, and nobody who is gone hears of a job."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject

from smcal_ui.shell.waiting import wait_with_message
from smcal_ui.tasks import Tasks


class SlowToLetGo:
    """A worker that holds on to job and future until it is told; then they end in its thread, if they end there."""

    def __init__(self) -> None:
        self.let_go = threading.Event()
        self.threads: list[threading.Thread] = []

    def submit(self, job: Callable[..., Any], /, *args: Any) -> Future[Any]:
        future: Future[Any] = Future()
        held: list[Any] = [job, args, future]
        self.threads.append(threading.Thread(target=self._work, args=(held,)))
        del job, args
        self.threads[-1].start()
        return future

    def _work(self, held: list[Any]) -> None:
        time.sleep(0.05)  # whoever asked has added what is to be called by now
        assert held[2].set_running_or_notify_cancel()
        held[2].set_result(held[0](*held[1]))
        self.let_go.wait(10)
        held.clear()

    def end(self) -> None:
        self.let_go.set()
        for thread in self.threads:
            thread.join()


@pytest.fixture
def worker() -> Iterator[SlowToLetGo]:
    found = SlowToLetGo()
    yield found
    found.end()


class Canary:
    """Tells in which thread it ended."""

    def __init__(self, ended: list[bool]) -> None:
        self._ended, self.heard = ended, False

    def hear(self, _value: object) -> None:
        self.heard = True

    def work(self, _stop: threading.Event) -> "Canary":
        return self

    def wait(self) -> str:
        return "done"

    def __del__(self) -> None:
        self._ended.append(threading.current_thread() is threading.main_thread())


@pytest.mark.parametrize("part", ["listener", "job", "value"])
def test_what_a_job_held_ends_on_the_windows_thread(qtbot, worker: SlowToLetGo, part: str) -> None:
    ended: list[bool] = []
    heard: list[object] = []
    canary = Canary(ended)
    tasks = Tasks(worker)
    if part == "listener":
        tasks.run(lambda _stop: 1, canary.hear, heard.append)
    elif part == "job":
        tasks.run(canary.work, lambda _value: None, heard.append)
    else:
        tasks.run(lambda _stop: Canary(ended), lambda _value: None, heard.append)
    qtbot.waitUntil(lambda: not tasks.busy)
    del canary
    worker.end()
    assert ended and all(ended) and not heard


def test_what_was_waited_for_ends_on_the_windows_thread(qtbot, worker: SlowToLetGo) -> None:
    ended: list[bool] = []
    canary = Canary(ended)
    assert wait_with_message(canary.wait, "Waiting", worker) == "done"
    del canary
    worker.end()
    assert ended == [True]


def test_waiting_gives_the_error_of_the_job(qtbot, worker: SlowToLetGo) -> None:
    def fail() -> None:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        wait_with_message(fail, "Waiting", worker)


def test_an_asker_that_is_gone_hears_of_nothing(qtbot, worker: SlowToLetGo) -> None:
    asker, heard = QObject(), []
    gate = threading.Event()
    tasks = Tasks(worker)
    tasks.run(lambda _stop: gate.wait(10), heard.append, heard.append, asker)
    shiboken6.delete(asker)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert heard == []
