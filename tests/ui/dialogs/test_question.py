"""A question: only the chosen answer does something."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smcal_ui.dialogs.question import ask


@pytest.mark.parametrize(("key", "went"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False), (None, True)])
def test_enter_and_escape_stay(qtbot, in_next_dialog, key: Qt.Key | None, went: bool) -> None:
    def answer(dialog) -> None:
        if key is None:
            QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(dialog, key)

    in_next_dialog(answer)
    assert ask("Not saved", "<b>One</b> text is not saved.", go="&Close", stay="&Stay") is went
