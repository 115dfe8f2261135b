"""Drags with real mouse events: within the week, to and from the tray, onto the mini-month."""

import datetime as dt

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from smcal.layout.board import Level
from tests.ui.planner import boards
from tests.ui.planner.boards import MONDAY

CTRL = Qt.KeyboardModifier.ControlModifier
FRIDAY, DEC_17 = MONDAY + dt.timedelta(4), dt.date(2026, 12, 17)


def test_a_card_dragged_to_another_day_asks_to_move_there(stage):
    stage.drag(stage.week.viewport(), stage.at("poe"), stage.cell("tg", 4))
    assert stage.asked == [(["poe"], "tg", FRIDAY, False)]
    assert not stage.controller.active


def test_ctrl_copies(stage):
    stage.drag(stage.week.viewport(), stage.at("poe"), stage.cell("vk", 4), CTRL)
    assert stage.asked == [(["poe"], "vk", FRIDAY, True)]


def test_ctrl_pressed_and_let_go_on_the_way_is_asked_about_at_once(stage):
    stage.carry(stage.week.viewport(), stage.at("poe"), stage.cell("vk", 4))
    QTest.keyPress(stage.week, Qt.Key.Key_Control)
    assert stage.previewed[-1][3] is True
    QTest.keyRelease(stage.week, Qt.Key.Key_Control)
    assert stage.previewed[-1][3] is False
    stage.let_go(stage.week.viewport(), stage.cell("vk", 4))
    assert stage.asked == [(["poe"], "vk", FRIDAY, False)]


def test_escape_puts_everything_back(stage):
    stage.carry(stage.week.viewport(), stage.at("poe"), stage.cell("tg", 4))
    assert stage.week.look().dragged == {"poe"}
    QTest.keyClick(stage.week, Qt.Key.Key_Escape)
    assert not stage.controller.active
    assert stage.week.look().target is None and not stage.week.look().dragged
    stage.let_go(stage.week.viewport(), stage.cell("tg", 4))
    assert stage.asked == []


def test_a_refused_cell_says_why_and_changes_nothing(stage):
    stage.refused.add(FRIDAY)
    stage.carry(stage.week.viewport(), stage.at("poe"), stage.cell("vk", 4))
    assert stage.week.look().verdict.text == "This day has passed"
    assert stage.week.look().verdict.level is Level.BAD
    stage.let_go(stage.week.viewport(), stage.cell("vk", 4))
    assert stage.asked == []


def test_only_the_cell_under_the_pointer_lights_up_and_each_is_asked_about_once(stage):
    viewport = stage.week.viewport()
    stage.carry(viewport, stage.at("poe"), stage.cell("tg", 4))
    first = stage.week.look().target
    asked = len(stage.previewed)
    QTest.mouseMove(viewport, stage.cell("tg", 4) + QPoint(9, -9))
    assert stage.week.look().target == first and len(stage.previewed) == asked
    QTest.mouseMove(viewport, stage.cell("kids", 5))
    assert stage.week.look().target == (2, 5) and len(stage.previewed) == asked + 1
    stage.controller.cancel()


def test_a_drop_outside_any_place_does_nothing(stage):
    stage.drag(stage.week.viewport(), stage.at("poe"), QPoint(5, 5))
    assert stage.asked == []


def test_a_short_jerk_is_no_drag(stage):
    viewport, start = stage.week.viewport(), stage.at("poe")
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(2, 2))
    assert not stage.controller.active
    stage.let_go(viewport, start)


def test_several_chosen_cards_travel_together(stage):
    viewport = stage.week.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=stage.at("poe"))
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, CTRL, stage.at("novels"))
    stage.drag(viewport, stage.at("poe"), stage.cell("vk", 4))
    assert stage.asked == [(["novels", "poe"], "vk", FRIDAY, False)]


def test_from_the_week_to_the_tray(stage):
    viewport = stage.week.viewport()
    stage.drag(viewport, stage.at("poe"), stage.over(viewport, stage.tray.viewport(), stage.tray.rect_of(2).center()))
    assert stage.asked == [(["poe"], None, None, False)]


def test_from_the_tray_to_the_week(stage):
    viewport = stage.tray.viewport()
    stage.drag(
        viewport, stage.tray.rect_of(1).center(), stage.over(viewport, stage.week.viewport(), stage.cell("kids", 4))
    )
    assert stage.asked == [(["t2"], "kids", FRIDAY, False)]


def test_from_the_tray_to_the_tray_changes_nothing(stage):
    viewport = stage.tray.viewport()
    stage.drag(viewport, stage.tray.rect_of(0).center(), stage.tray.rect_of(2).center())
    assert stage.asked == []


def test_onto_a_day_of_the_mini_month(stage):
    viewport = stage.week.viewport()
    end = stage.over(viewport, stage.month, stage.month.rect_of(DEC_17).center())
    stage.carry(viewport, stage.at("poe"), end)
    assert stage.previewed[-1] == (["poe"], None, DEC_17, False)
    stage.let_go(viewport, end)
    assert stage.asked == [(["poe"], None, DEC_17, False)]


def test_a_drag_held_on_an_arrow_of_the_mini_month_turns_it(stage, qtbot):
    viewport, shown = stage.week.viewport(), stage.month.days()
    arrow = QPoint(stage.month.width() - 12, 14)
    stage.carry(viewport, stage.at("poe"), stage.over(viewport, stage.month, arrow))
    qtbot.waitUntil(lambda: stage.month.days() != shown, timeout=3000)
    stage.controller.cancel()


def test_a_drag_held_at_the_lower_edge_scrolls(stage, qtbot):
    stage.resize(1300, 420)
    viewport, bar = stage.week.viewport(), stage.week.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    stage.carry(viewport, stage.at("poe"), viewport.rect().bottomLeft() + QPoint(400, -5))
    qtbot.waitUntil(lambda: bar.value() > 40, timeout=3000)
    stage.controller.cancel()


def test_a_window_that_goes_away_lets_go(stage):
    stage.carry(stage.week.viewport(), stage.at("poe"), stage.cell("tg", 4))
    stage.hide()
    assert not stage.controller.active and stage.asked == []


def test_a_board_shown_anew_between_press_and_drag_does_not_swap_the_card(stage):
    viewport, start = stage.week.viewport(), stage.at("poe")
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    board = boards.sample()
    stage.week.show_board(msgspec.structs.replace(board, rows=(*board.rows[1:], board.rows[0])))
    QTest.mouseMove(viewport, start + QPoint(30, 0))
    assert stage.previewed[-1][0] == ["poe"]
    stage.controller.cancel()


def test_a_post_that_went_away_between_press_and_drag_is_not_dragged(stage):
    viewport, start = stage.week.viewport(), stage.at("poe")
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    board = boards.sample()
    stage.week.show_board(msgspec.structs.replace(board, rows=board.rows[1:]))
    QTest.mouseMove(viewport, start + QPoint(30, 0))
    assert not stage.controller.active


def test_fewer_pages_during_a_drag_do_no_harm(stage):
    stage.carry(stage.week.viewport(), stage.at("poe"), stage.cell("cbs", 1))
    board = boards.sample()
    stage.week.show_board(msgspec.structs.replace(board, rows=board.rows[:1]))
    assert not stage.week.grab().isNull()
    stage.controller.cancel()


def test_a_drag_held_at_the_right_edge_brings_days_that_a_narrow_window_hides(stage, qtbot):
    stage.resize(700, 800)
    view, viewport = stage.week, stage.week.viewport()
    assert view.horizontalScrollBar().maximum() > 0
    view.select(["poe"])
    view.horizontalScrollBar().setValue(0)
    edge = QPoint(viewport.width() - 6, stage.at("poe").y())
    stage.carry(viewport, stage.at("poe"), edge)
    qtbot.waitUntil(lambda: view.horizontalScrollBar().value() == view.horizontalScrollBar().maximum())
    stage.let_go(viewport, edge)
    assert stage.asked == [(["poe"], "vk", MONDAY + dt.timedelta(6), False)]
