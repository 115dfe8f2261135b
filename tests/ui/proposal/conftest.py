"""Proposals at the desk of the dialogs' tests: Tuesday, 24 November 2026, 11:20 in Moscow."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from smcal.model import Period
from smcal.model.period import week_of
from smcal_ui.coverage.choosing import About
from smcal_ui.desk import Desk
from smcal_ui.proposal.dialog import ProposalDialog
from smcal_ui.tasks import Tasks
from tests.ui.dialogs.conftest import desk, failures, sample, tasks

__all__ = ["desk", "failures", "sample", "tasks"]

DECEMBER = Period(dt.date(2026, 12, 7), dt.date(2026, 12, 20))


@pytest.fixture
def open_proposal(qtbot: Any, desk: Desk, tasks: Tasks) -> Callable[..., ProposalDialog]:
    """Opens a proposal for pages (None: all of them) and days, worked out at once."""

    def make(about: About | None = None, period: Period = DECEMBER) -> ProposalDialog:
        dialog = ProposalDialog(desk, tasks, None, week_of(desk.today))
        qtbot.addWidget(dialog)
        values = {"about": about or About(), "period": None, "first": period.first, "last": period.last}
        dialog.form.show_values(values)
        dialog.work_out()
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        return dialog

    return make
