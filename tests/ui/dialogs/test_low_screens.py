"""On half the pixels of a small laptop every dialog keeps its buttons within reach; the rest scrolls."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from smcal_ui.desk import Desk
from smcal_ui.dialogs import frame
from smcal_ui.tasks import Tasks
from tests.ui.dialogs.test_every_dialog import DIALOGS

LOW = (660, 320)


@pytest.fixture
def on_low_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen of the tests has 800 pixels: as if that were few."""
    monkeypatch.setattr(frame, "LOW", 10_000)


@pytest.mark.parametrize("name", DIALOGS)
def test_the_buttons_stay_within_reach(
    name: str, on_low_screen: None, qtbot, desk: Desk, tasks: Tasks, tmp_path: Path
) -> None:
    dialog = DIALOGS[name](desk, tasks, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    QApplication.processEvents()  # it opens as large as it would like to be
    dialog.resize(*LOW)
    QApplication.processEvents()
    assert dialog.height() <= LOW[1]
    buttons = [dialog.footer.itemAt(n).widget() for n in range(dialog.footer.count())]
    shown = [button for button in buttons if button is not None and button.isVisible()]
    assert shown and all(dialog.rect().contains(place_of(button, dialog)) for button in shown)


def test_what_had_the_keyboard_keeps_it_and_tab_comes_to_the_buttons_last(on_low_screen: None, qtbot) -> None:
    dialog, line = frame.Dialog("Title"), QLineEdit()
    other = QLineEdit()
    dialog.body.addWidget(other)
    dialog.body.addWidget(line)
    closing = dialog.add_buttons("Save")
    line.setFocus()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    seen = []
    for _step in range(4):
        dialog.focusNextChild()
        seen.append(QApplication.focusWidget())
    assert seen == [closing, dialog.primary, other, line]
    assert isinstance(closing, QPushButton)


def place_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())
