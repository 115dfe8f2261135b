"""The tray by mouse and keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.planner import boards

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def click(stage, index, held=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(stage.tray.viewport(), Qt.MouseButton.LeftButton, held, stage.tray.rect_of(index).center())


def test_clicks_choose_one_several_and_a_stretch(stage):
    click(stage, 0)
    assert stage.tray.selected() == ["t1"]
    click(stage, 2, CTRL)
    assert stage.tray.selected() == ["t1", "t3"]
    click(stage, 0)
    click(stage, 2, SHIFT)
    assert stage.tray.selected() == ["t1", "t2", "t3"]


def test_a_click_beside_the_cards_chooses_none_and_a_double_click_asks_for_a_post(stage, heard):
    asked = heard(stage.tray.newRequested)
    click(stage, 0)
    below = stage.tray.rect_of(2).bottomLeft() + QPoint(10, 40)
    QTest.mouseClick(stage.tray.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert stage.tray.selected() == [] and asked == []
    QTest.mouseDClick(stage.tray.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert asked == [(None, None)]


def test_keys_walk_open_and_delete(stage, heard):
    opened, deleted = heard(stage.tray.openRequested), heard(stage.tray.deleteRequested)
    click(stage, 0)
    for key in (K.Key_Down, K.Key_Return, K.Key_Delete):
        QTest.keyClick(stage.tray, key)
    assert opened == [("t2",)] and deleted == [(["t2"],)]
    QTest.keyClick(stage.tray, K.Key_Down, SHIFT)
    assert stage.tray.selected() == ["t2", "t3"]
    assert "Idea t3" in stage.tray.accessibleDescription()


def test_what_was_chosen_stays_chosen_when_others_go(stage):
    click(stage, 2)
    stage.tray.show_cards([boards.card(name, 0, None, None, name) for name in ("t3", "new")])
    assert stage.tray.selected() == ["t3"]


def test_an_empty_tray_shows_a_hint_and_keys_do_no_harm(stage):
    stage.tray.show_cards([])
    stage.tray.setFocus()
    for key in (K.Key_Down, K.Key_Return, K.Key_Delete):
        QTest.keyClick(stage.tray, key)
    assert not stage.tray.grab().isNull()
