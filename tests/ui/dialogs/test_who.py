"""Who works here."""

from PySide6.QtCore import Qt

from smcal.model import Role
from smcal_ui.desk import Desk
from smcal_ui.dialogs.who import WhoDialog


def test_the_one_who_worked_here_is_chosen_and_enter_is_enough(qtbot, desk: Desk) -> None:
    dialog = WhoDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.person == desk.person and not dialog.isVisible()


def test_arrows_choose_another(qtbot, desk: Desk) -> None:
    dialog = WhoDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    row = dialog.table.currentIndex().row()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.person == dialog.table.values[row + 1]


def test_a_new_person_is_added_as_one_step(qtbot, desk: Desk) -> None:
    dialog = WhoDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    name = dialog.form.fields["name"].widget
    qtbot.keyClicks(name, "Vera S.")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert dialog.person is not None and dialog.person.role is Role.COORDINATOR
    with desk.read() as reader:
        assert dialog.person in reader.people()
    desk.undo()
    with desk.read() as reader:
        assert dialog.person not in reader.people()
