"""The regulation at the desk of the dialogs' tests: Tuesday, 24 November 2026, 11:20 in Moscow."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from smcal_ui.desk import Desk
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.taking import take_copy
from smcal_ui.tasks import Tasks
from tests.ui.dialogs.conftest import desk, failures, sample, tasks

__all__ = ["desk", "failures", "sample", "tasks"]


def settle(dialog: RegulationDialog) -> None:
    """Let it close without asking anybody."""
    dialog.draft.begin(dialog.draft.state)


@pytest.fixture
def make_dialog(qtbot: Any, desk: Desk, tasks: Tasks) -> Callable[[], RegulationDialog]:
    """Opens the regulation anew."""

    def make() -> RegulationDialog:
        dialog = RegulationDialog(desk, tasks)
        qtbot.addWidget(dialog, before_close_func=settle)
        dialog.show()
        return dialog

    return make


@pytest.fixture
def shown(qtbot: Any, make_dialog: Callable[[], RegulationDialog]) -> RegulationDialog:
    """The regulation that ships with smcal, on the screen."""
    dialog = make_dialog()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    dialog.contents.nav.setFocus()
    qtbot.waitUntil(dialog.contents.nav.hasFocus)
    return dialog


@pytest.fixture
def own(shown: RegulationDialog, desk: Desk) -> RegulationDialog:
    """The same, as a copy that may be changed."""
    take_copy(desk, shown.draft, shown.draft.pack, "Our rules")
    return shown


@pytest.fixture
def in_next_dialog(qtbot: Any) -> Iterator[Callable[[Callable[[Any], None]], None]]:
    """Do something in the dialog that opens over the one that is open now; what fails there fails the test."""
    timers: list[QTimer] = []
    wrong: list[BaseException] = []

    def later(act: Callable[[Any], None]) -> None:
        below, timer = QApplication.activeModalWidget(), QTimer(interval=5)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or dialog is below or not dialog.isVisible():
                return
            timer.stop()
            try:
                act(dialog)
            except BaseException as error:
                wrong.append(error)
            if dialog.isVisible():
                QDialog.reject(dialog)

        timer.timeout.connect(look)
        timer.start()
        timers.append(timer)

    yield later
    waiting = [timer.stop() for timer in timers if timer.isActive()]
    if wrong:
        raise wrong[0]
    assert not waiting, "no dialog opened"
