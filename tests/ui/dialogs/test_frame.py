"""How long a dialog lives."""

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from smcal.model import Branch, new_id
from smcal_ui.desk import Desk
from smcal_ui.dialogs.history import HistoryDialog
from smcal_ui.dialogs.library import LibraryDialog
from smcal_ui.dialogs.who import WhoDialog


def test_a_dialog_that_was_closed_hears_of_no_more_changes(qtbot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LibraryDialog(desk, window)
    QTimer.singleShot(0, dialog.reject)
    dialog.exec()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    desk.do("Add a branch", lambda work: work.put(Branch(id=new_id(), name="After")))
    assert window.children() == []


def test_the_answer_can_be_asked_for_after_it_was_closed(qtbot, desk: Desk) -> None:
    dialog = WhoDialog(desk)
    QTimer.singleShot(0, dialog.accept)
    assert dialog.exec() and dialog.person == desk.person


def test_a_dialog_opens_as_large_as_it_asks(qtbot, desk: Desk) -> None:
    with desk.read() as reader:
        post_id = reader.tray()[0].id
    dialog = HistoryDialog(desk, post_id)
    qtbot.addWidget(dialog)
    dialog.show()
    room = dialog.screen().availableSize()
    assert dialog.width() >= min(820, room.width() - 16) and dialog.height() >= min(520, room.height() - 48)
