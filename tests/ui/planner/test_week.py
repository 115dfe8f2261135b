"""The week by mouse and keys: choosing, walking, opening; nothing is created by a stray click."""

import datetime as dt

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal.layout.board import Spot
from smcal.layout.walk import Placement
from smcal_ui.planner.heads import part_of_page
from tests.ui.planner import boards
from tests.ui.planner.boards import MONDAY

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
K = Qt.Key


def click(stage, post_id, held=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(stage.week.viewport(), Qt.MouseButton.LeftButton, held, stage.at(post_id))


def test_a_click_chooses_one_card_and_ctrl_adds_and_takes_away(stage, heard):
    calls = heard(stage.week.selectionChanged)
    click(stage, "poe")
    click(stage, "novels", CTRL)
    assert stage.week.selected() == ["novels", "poe"]
    click(stage, "poe", CTRL)
    assert [call[0] for call in calls] == [["poe"], ["novels", "poe"], ["novels"]]


def test_shift_click_takes_all_between(stage):
    click(stage, "hours")
    click(stage, "poe", SHIFT)
    assert stage.week.selected() == ["hours", "novels", "poe"]


def test_a_click_on_one_of_several_chooses_it_alone(stage):
    stage.week.select(["hours", "novels"])
    click(stage, "novels")
    assert stage.week.selected() == ["novels"]


def test_a_stray_click_creates_nothing_and_a_double_click_asks(stage, heard):
    asked = heard(stage.week.newRequested)
    pos = stage.cell("tg", 4)
    QTest.mouseClick(stage.week.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    assert asked == [] and stage.week.selected() == []
    QTest.mouseDClick(stage.week.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    assert asked == [("tg", MONDAY + dt.timedelta(4))]


def test_a_double_click_opens_a_card(stage, heard):
    opened = heard(stage.week.openRequested)
    QTest.mouseDClick(stage.week.viewport(), Qt.MouseButton.LeftButton, pos=stage.at("edd"))
    assert opened == [("edd",)]


def test_arrows_walk_and_enter_opens_a_card_or_asks_for_a_post(stage, heard):
    opened, asked = heard(stage.week.openRequested), heard(stage.week.newRequested)
    stage.week.select(["hours"])
    for key in (K.Key_Right, K.Key_Return, K.Key_Right, K.Key_Return):
        QTest.keyClick(stage.week, key)
    assert opened == [("novels",)]
    assert asked == [("vk", MONDAY + dt.timedelta(2))]


@pytest.mark.parametrize(("key", "page", "day"), [(K.Key_Right, "vk", 4), (K.Key_Left, "vk", 2), (K.Key_Down, "tg", 3)])
def test_alt_with_arrows_moves_the_post(stage, heard, key, page, day):
    shifted = heard(stage.week.shiftRequested)
    stage.week.select(["poe"])
    QTest.keyClick(stage.week, key, ALT)
    assert shifted == [([Placement("poe", page, MONDAY + dt.timedelta(day))],)]


def test_alt_up_on_the_first_page_asks_for_nothing(stage, heard):
    shifted = heard(stage.week.shiftRequested)
    stage.week.select(["poe"])
    QTest.keyClick(stage.week, K.Key_Up, ALT)
    assert shifted == []


def test_delete_asks_for_all_that_are_chosen(stage, heard):
    deleted = heard(stage.week.deleteRequested)
    stage.week.select(["poe", "edd"])
    QTest.keyClick(stage.week, K.Key_Delete)
    assert deleted == [(["poe", "edd"],)]


def test_typing_on_an_empty_cell_begins_a_post_and_n_asks_for_one_anywhere(stage, heard):
    typed, asked = heard(stage.week.typedRequested), heard(stage.week.newRequested)
    stage.week.focus_cell("tg", MONDAY)
    QTest.keyClick(stage.week, "k")
    QTest.keyClick(stage.week, K.Key_N)
    assert typed == [("tg", MONDAY, "k")]
    stage.week.select(["edd"])
    QTest.keyClick(stage.week, K.Key_N)
    assert asked == [("tg", MONDAY), ("tg", MONDAY + dt.timedelta(2))]


@pytest.mark.parametrize(("key", "text"), [(0x422, "т"), (0x422, "Т"), (0x442, "т")])
def test_the_key_of_n_asks_for_a_post_in_the_russian_layout_too(stage, heard, key, text):
    typed, asked = heard(stage.week.typedRequested), heard(stage.week.newRequested)
    stage.week.focus_cell("tg", MONDAY)
    QApplication.sendEvent(stage.week, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))
    assert asked == [("tg", MONDAY)] and typed == []


@pytest.mark.parametrize(("key", "text"), [(0x422, "Т"), (K.Key_N, "N")])
def test_a_title_may_begin_with_the_letter_of_that_key(stage, heard, key, text):
    typed, asked = heard(stage.week.typedRequested), heard(stage.week.newRequested)
    stage.week.focus_cell("tg", MONDAY)
    QApplication.sendEvent(stage.week, QKeyEvent(QEvent.Type.KeyPress, key, SHIFT, text))
    assert typed == [("tg", MONDAY, text)] and asked == []


def test_where_nothing_is_chosen_keys_act_on_the_card_with_the_focus(stage, heard):
    moved, deleted = heard(stage.week.shiftRequested), heard(stage.week.deleteRequested)
    stage.week.select(["poe"])
    stage.week.choose([])
    QTest.keyClick(stage.week, K.Key_Right, ALT)
    assert [place.post_id for place in moved[0][0]] == ["poe"] == stage.week.selected()
    stage.week.choose([])
    held_down = QKeyEvent(QEvent.Type.KeyPress, K.Key_Delete, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(stage.week, held_down)
    assert deleted == [] and stage.week.selected() == []
    QTest.keyClick(stage.week, K.Key_Delete)
    assert deleted == [(["poe"],)]


def test_backspace_bins_nothing(stage, heard):
    for part, ids in ((stage.week, ["poe"]), (stage.tray, ["t1"])):
        deleted = heard(part.deleteRequested)
        part.choose(ids)
        QTest.keyClick(part, K.Key_Backspace)
        assert deleted == []
        QTest.keyClick(part, K.Key_Delete)
        assert deleted == [(ids,)]


def test_beyond_sunday_the_next_week_is_asked_for(stage, heard):
    weeks = heard(stage.week.weekRequested)
    stage.week.focus_cell("tg", MONDAY + dt.timedelta(6))
    QTest.keyClick(stage.week, K.Key_Right)
    QTest.keyClick(stage.week, K.Key_PageUp)
    assert weeks == [(1,), (-1,)]
    assert stage.week.focused_cell() == ("tg", MONDAY)


def test_shift_with_arrows_and_ctrl_a_choose_many(stage):
    stage.week.select(["hours"])
    QTest.keyClick(stage.week, K.Key_Right, SHIFT)
    assert stage.week.selected() == ["hours", "novels"]
    QTest.keyClick(stage.week, K.Key_A, CTRL)
    assert len(stage.week.selected()) == 16
    QTest.keyClick(stage.week, K.Key_Escape)
    assert stage.week.selected() == ["novels"]


def test_selection_and_focus_follow_a_post_to_its_new_day(stage):
    stage.week.select(["poe"])
    board = boards.sample()
    cards = [list(cell) for cell in board.rows[0].cells]
    cards[4].append(cards[3].pop())
    row = msgspec.structs.replace(board.rows[0], cells=tuple(map(tuple, cards)))
    stage.week.show_board(msgspec.structs.replace(board, rows=(row, *board.rows[1:])))
    assert stage.week.selected() == ["poe"]
    assert stage.week.focus_spot() == Spot(0, 4, 0)


def test_a_post_that_is_gone_is_no_longer_chosen(stage, heard):
    stage.week.select(["poe"])
    calls = heard(stage.week.selectionChanged)
    board = boards.sample()
    stage.week.show_board(msgspec.structs.replace(board, rows=board.rows[1:]))
    assert calls == [([],)] and stage.week.selected() == []


def test_the_menu_key_asks_for_the_menu_of_what_is_chosen(stage, heard):
    menus = heard(stage.week.contextRequested)
    stage.week.select(["poe"])
    QTest.keyClick(stage.week, K.Key_Menu)
    ids, page, date, where = menus[0]
    assert (ids, page, date) == (["poe"], "vk", MONDAY + dt.timedelta(3))
    assert isinstance(where, QPoint)


def test_a_full_compact_cell_opens_and_closes(stage):
    stage.week.show_board(boards.packed(20, 5))
    box = next(b for b in stage.week.places().boxes(0) if b.index < 0)
    QTest.mouseClick(stage.week.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.x + 200, box.y + 85))
    assert stage.week.places().hidden(0, 0) == 0
    stage.week.toggle_more(0)
    assert stage.week.places().hidden(0, 0) == 3


def test_a_card_behind_more_comes_forward_when_it_is_chosen(stage):
    stage.week.show_board(boards.packed(20, 5))
    stage.week.select(["3-2-4"])
    assert stage.week.places().box(Spot(3, 2, 4)) is not None


def test_screen_readers_hear_the_card_with_the_focus(stage):
    stage.week.select(["poe"])
    words = QAccessible.queryAccessibleInterface(stage.week).focusChild().text(QAccessible.Text.Name)
    assert "Встреча с переводчиком Э. По" in words and "15:30" in words and "нет автора фото" in words


def test_keys_bring_the_day_that_they_go_to_into_a_narrow_window(stage):
    stage.resize(700, 800)
    view = stage.week
    for column in (6, 0, 3):
        view.focus_on(Spot(0, column))
        cell = view.rect_of(Spot(0, column))
        assert cell.left() >= view.places().metrics.row_head and cell.right() < view.viewport().width()


def test_in_a_narrow_head_the_topics_say_their_figures_beside_the_count(stage):
    heads, row = stage.week.canvas().heads, stage.week.board().rows[0]
    assert heads.topics(row, 148) == "topics 7/9"
    assert heads.topics(row, 90) == "7/9"
    (topics, at), (_gauge, _rect) = part_of_page(heads, row, QRect(0, 0, 110, 120))
    assert topics == "coverage" and at.left() > 10 + heads.caption_bold.width("2 of 2–7")
