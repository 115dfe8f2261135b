"""The coverage view at the desk of the dialogs' tests: Tuesday, 24 November 2026, 11:20 in Moscow."""

from collections.abc import Callable
from typing import Any

import pytest

from smcal_ui.coverage.dialog import CoverageDialog
from smcal_ui.desk import Desk
from tests.ui.dialogs.conftest import desk, failures, sample

__all__ = ["desk", "failures", "sample"]


@pytest.fixture
def open_view(qtbot: Any, desk: Desk) -> Callable[..., CoverageDialog]:
    """Opens the view about a page, or about all of them, the keyboard in the matrix."""

    def make(page_id: str | None = None, of: Desk = desk) -> CoverageDialog:
        dialog = CoverageDialog(of, page_id)
        qtbot.addWidget(dialog)
        dialog.undoRequested.connect(of.undo)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        if dialog.board is not None and dialog.board.rows:
            dialog.view.setFocus()
            qtbot.waitUntil(dialog.view.hasFocus)
        return dialog

    return make
