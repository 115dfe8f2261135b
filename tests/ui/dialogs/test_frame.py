"""How long a dialog lives."""

import shiboken6
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from smcal.model import Branch, new_id
from smcal_ui.desk import Desk
from smcal_ui.dialogs.form_dialog import FormDialog
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.history import HistoryDialog
from smcal_ui.dialogs.library import LibraryDialog
from smcal_ui.dialogs.who import WhoDialog
from smcal_ui.post.fields import TextField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Row


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


def test_enter_presses_the_button_with_the_focus_and_else_the_primary_one(qtbot) -> None:
    dialog, line, other = Dialog("Title"), QLineEdit(), button("Other")
    pressed = []
    other.clicked.connect(lambda: pressed.append("other"))
    dialog.accepted.connect(lambda: pressed.append("primary"))
    dialog.body.addWidget(line)
    dialog.body.addWidget(other)
    dialog.add_buttons("Save")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    for widget, name in ((other, "other"), (line, "primary")):
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        qtbot.keyClick(widget, Qt.Key.Key_Return)
        assert pressed.pop() == name and not pressed


def test_a_long_introduction_takes_no_room_from_the_fields(qtbot) -> None:
    intro = "A sentence that wraps over several lines, for it has a lot to say and goes on saying it. " * 3
    dialog = FormDialog("Title", (Row("text", "Text", lambda key: TextField(key, 3)),), {}, "Save", intro=intro)
    qtbot.addWidget(dialog)
    dialog.show()
    text = dialog.form.fields["text"].widget
    qtbot.waitUntil(lambda: text.height() >= text.minimumSizeHint().height())


def test_a_size_that_somebody_gave_is_there_again(opened, qtbot):
    def show():
        dialog = Dialog("Sizes", opened.window, size=(400, 300))
        dialog.add_buttons()
        dialog.show()
        qtbot.waitExposed(dialog)
        QTest.qWait(20)
        return dialog

    first = show()
    assert first.size() == QSize(400, 300)
    first.reject()
    assert opened.window.memory.value("sizes/Dialog") is None  # nobody asked for it
    second = show()
    second.resize(520, 410)
    second.reject()
    third = show()
    assert third.size() == QSize(520, 410)
    inner = Dialog("Inner", third)
    assert inner._sizes() is opened.window.memory
    third.reject()
