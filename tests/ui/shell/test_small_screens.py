"""The window on small screens: what the week needs the room of folds and comes back, and nothing lies over another."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from smcal.layout.board import Spot
from smcal.words import WINDOW_LANGUAGES, speak
from smcal_ui.planner.canvas import TOP
from smcal_ui.shell.panels import FINDINGS, INSPECTOR, LITTLE, SIDE
from tests.ui.conftest import NEXT_WEEK, Opened

HALF = (683, 340)
"""Half the pixels of a 1366 × 768 screen, less a bar of the system: what a scale of 200 % leaves."""


@pytest.fixture
def half(opened: Opened) -> Opened:
    opened.window.view.choose([])
    opened.settle()
    opened.window.resize(*HALF)
    opened.settle()
    return opened


def days_in_view(opened: Opened) -> int:
    """The days that are whole in view."""
    view = opened.window.view
    cells = [view.rect_of(Spot(0, column)) for column in range(7)]
    left, right = view.places().metrics.row_head, view.viewport().width()
    return sum(left <= cell.left() and cell.right() < right for cell in cells)


def shown(opened: Opened) -> set[str]:
    return {name for name in (SIDE, FINDINGS, INSPECTOR) if opened.window.panels.is_shown(name)}


def test_half_a_small_screen_shows_all_days_and_a_page(half):
    assert half.window.size().toTuple() == HALF
    assert shown(half) == set()
    assert days_in_view(half) == 7
    assert half.window.view.viewport().height() >= TOP + half.window.view.rect_of(Spot(0, 0)).height()


@pytest.mark.parametrize("part", [SIDE, FINDINGS, INSPECTOR])
def test_there_every_part_comes_when_asked_for_and_nothing_lies_over_another(half, part):
    post = half.make(title="Вечер")
    if part == INSPECTOR:
        half.show(post.id)
    else:
        half.keys({SIDE: "Ctrl+1", FINDINGS: "Ctrl+2"}[part])
    assert half.window.size().toTuple() == HALF
    assert shown(half) == {part}
    side, week, inspector = half.window.tray.parentWidget(), half.window.view, half.window.inspector
    parts = [each for each in (side, week, inspector, half.window.findings) if each.isVisible()]
    places = [place_of(each, half.window) for each in parts]
    assert not places[0].intersects(places[1])
    assert all(half.window.rect().contains(place) for place in places)
    assert week.viewport().height() > TOP + 60
    focus = week.focus_spot()
    assert 0 < week.rect_of(Spot(0, focus.column)).center().x() < week.viewport().width()


@pytest.mark.parametrize("language", WINDOW_LANGUAGES)
def test_nothing_of_a_post_is_cut_beside_a_small_week(language, make_window, qtbot):
    speak(language)
    window = make_window()
    window.resize(*HALF)
    window.show_week(NEXT_WEEK.first)
    window.show()
    qtbot.waitExposed(window)
    for post_id in [card.id for _spot, card in window.week.board.spots()][:6]:
        window.jump_to(post_id)
        QApplication.processEvents()
        sheet = window.inspector.findChild(QScrollArea)
        assert window.inspector.width() == LITTLE[INSPECTOR]
        assert sheet.widget().minimumSizeHint().width() <= sheet.viewport().width()


def test_a_part_that_folded_comes_back_with_the_room_and_one_put_away_stays_away(half):
    half.window.resize(1412, 860)
    half.settle()
    assert shown(half) == {SIDE, FINDINGS, INSPECTOR}
    half.keys("Ctrl+2")
    half.window.resize(*HALF)
    half.settle()
    half.window.resize(1412, 860)
    half.settle()
    assert shown(half) == {SIDE, INSPECTOR}


def test_the_month_goes_where_the_side_panel_is_low_and_the_tray_stays(half):
    half.keys("Ctrl+1")
    assert not half.window.month.isVisible() and half.window.tray.height() >= 60
    half.window.resize(683, 600)
    half.settle()
    assert half.window.month.isVisible()


def test_beside_both_panels_a_small_screen_shows_the_working_week(opened):
    window, post = opened.window, opened.make(title="Вечер")
    before = window.panels.across.sizes()
    window.resize(1024, 700)
    opened.show(post.id)
    assert shown(opened) == {SIDE, FINDINGS, INSPECTOR}
    assert days_in_view(opened) >= 5
    window.resize(1412, 860)
    opened.settle()
    assert window.panels.across.sizes() == before


def test_what_folded_by_itself_is_not_remembered_as_put_away(half, make_window):
    half.window.close()
    again = make_window()
    again.resize(1412, 860)
    again.show()
    half.settle()
    assert all(again.panels.is_shown(name) for name in (SIDE, FINDINGS, INSPECTOR))


def place_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
