"""Dialogs at a desk with the sample library, on Tuesday, 24 November 2026, 11:20 in Moscow."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from smcal.model import Role
from smcal.sample import make_sample
from smcal.store import Workspace
from smcal_ui.desk import Desk
from smcal_ui.tasks import Tasks

AT = dt.datetime(2026, 11, 24, 8, 20, tzinfo=dt.UTC)


class AtOnce(Executor):
    """Runs a job when it is handed in."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **named))
        except Exception as error:
            future.set_exception(error)
        return future


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library, made once."""
    path = tmp_path_factory.mktemp("sample") / "sample.smcal"
    make_sample(path, at=AT).close()
    return path


@pytest.fixture
def desk(sample: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """A desk on a copy of the sample; the first coordinator works at it."""
    path = tmp_path / "library.smcal"
    shutil.copy(sample, path)
    shutil.copytree(sample.with_suffix(".media"), path.with_suffix(".media"))
    with Workspace.open(path, anywhere=True) as workspace:
        with workspace.read() as reader:
            person = next(p for p in reader.people() if p.role is Role.COORDINATOR)
        yield Desk(workspace, person, clock=lambda: AT)


@pytest.fixture
def tasks() -> Tasks:
    """Jobs that are done at once."""
    return Tasks(AtOnce())


@pytest.fixture
def failures(desk: Desk) -> list[str]:
    """What the desk said went wrong."""
    said: list[str] = []
    desk.failed.connect(said.append)
    return said


@pytest.fixture
def in_next_dialog() -> Callable[[Callable[[Any], None]], None]:
    """Do something in the dialog that the next step opens, which waits for it."""

    def later(act: Callable[[Any], None]) -> None:
        def now() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog), dialog
            try:
                act(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        QTimer.singleShot(0, now)

    return later
