"""What Ctrl+Z takes back is said, can be had again by one click, and is chosen where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def test_a_deleted_post_is_back_and_chosen_and_the_step_is_named(opened):
    window = opened.window
    card = next(card for _spot, card in window.week.board.spots() if card.state == "draft")
    window.jump_to(card.id)
    window.view.setFocus()
    opened.key(Qt.Key.Key_Delete)
    assert opened.stored(card.id).binned and window.chosen.ids == []
    opened.keys("Ctrl+Z")
    assert not opened.stored(card.id).binned
    assert window.chosen.ids == [card.id] and window.view.selected() == [card.id]
    assert window.saying.text.startswith("Undone: ") and window.saying.link.text() == "Redo"
    QTest.mouseClick(window.saying.link, Qt.MouseButton.LeftButton)
    opened.settle()
    assert opened.stored(card.id).binned
    assert window.saying.text.startswith("Redone: ")


def test_where_there_is_nothing_to_take_back_nothing_is_said(opened):
    opened.window.saying.hush()
    opened.window.undo()
    assert opened.window.saying.text == ""
