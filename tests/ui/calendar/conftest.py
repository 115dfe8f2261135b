"""The calendar at the desk of the dialogs' tests: Tuesday, 24 November 2026, 11:20 in Moscow."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from smcal.model import CalendarChange, ChangeKind, new_id
from smcal_ui.calendar.dialog import CalendarDialog
from smcal_ui.desk import Desk
from tests.ui.dialogs.conftest import desk, failures, in_next_dialog, sample

__all__ = ["desk", "failures", "in_next_dialog", "sample"]


@pytest.fixture
def calendar(qtbot: Any, desk: Desk) -> CalendarDialog:
    """The calendar of this year on the screen, the keyboard in it."""
    dialog = CalendarDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    dialog.view.setFocus()
    qtbot.waitUntil(dialog.view.hasFocus)
    return dialog


@pytest.fixture
def own_day(desk: Desk) -> Callable[..., CalendarChange]:
    """Put a day of the library's own, as a step to undo."""

    def put(date: str, kind: ChangeKind = ChangeKind.FREE, reason: str = "repairs", branch_id: str | None = None):
        change = CalendarChange(
            id=new_id(), date=dt.date.fromisoformat(date), kind=kind, reason=reason, branch_id=branch_id
        )
        return desk.do("Own day", lambda work: work.put(change))

    return put
