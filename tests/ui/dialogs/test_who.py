"""Who works here."""

import msgspec
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


def test_a_new_coordinator_takes_the_pages_that_have_nobody(qtbot, desk: Desk) -> None:
    first, second = desk.book.pages[:2]
    desk.do("free", lambda work: [work.put(msgspec.structs.replace(p, coordinator_id=None)) for p in (first, second)])
    others = {page.id: page.coordinator_id for page in desk.book.pages[2:]}
    dialog = WhoDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.orphans.isVisible()
    name = dialog.form.fields["name"].widget
    qtbot.keyClicks(name, "Vera S.")
    assert dialog.orphans.isVisible() and dialog.orphans.text() == "I coordinate the 2 pages that have nobody yet"
    qtbot.keyClick(name, Qt.Key.Key_Return)
    held = {page.id: page.coordinator_id for page in desk.book.pages}
    assert held == others | {first.id: dialog.person.id, second.id: dialog.person.id}
    desk.undo()
    assert all(page.coordinator_id is None for page in desk.book.pages[:2])
