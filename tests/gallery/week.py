"""The week in the main window: calm, with findings, on small and wide screens, a card in hand."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from smcal.layout.board import Spot
from smcal_ui.planner.view import WeekView
from smcal_ui.shell.panels import FINDINGS, INSPECTOR, SIDE
from tests.gallery.stage import Stage, fullest


def this_week(stage: Stage) -> QWidget:
    """The current week, nothing chosen."""
    return stage.window()


def next_week(stage: Stage) -> QWidget:
    """A week with findings, one of their posts in the inspector."""
    window = stage.window(2)
    window.jump_to(next(card.id for _spot, card in window.week.board.spots() if card.badges))
    return window


def moved_away(stage: Stage) -> QWidget:
    """A post that was dropped on a far day: it stays in the inspector, and the window says where it went."""
    window = next_week(stage)
    window.week.move(window.selected(), None, stage.desk.today + dt.timedelta(23), False)
    QApplication.processEvents()
    return window


def small_screen(stage: Stage) -> QWidget:
    """The same on a small old screen."""
    window = next_week(stage)
    window.resize(1024, 700)
    return window


def half_screen(part: str = "") -> Callable[[Stage], QWidget]:
    """Half the pixels of a small laptop, as at 200 %: the week alone, or beside it what somebody asked for."""

    def show(stage: Stage) -> QWidget:
        window = stage.window(2)
        window.resize(683, 340)
        QApplication.processEvents()
        if part == INSPECTOR:
            window.jump_to(next(card.id for _spot, card in window.week.board.spots() if card.badges))
        elif part:
            window.panels.show_part(part, True)
        return window

    return show


def wide_screen(stage: Stage) -> QWidget:
    """The same on a large screen."""
    window = next_week(stage)
    window.resize(1680, 1000)
    return window


def dragging(stage: Stage) -> QWidget:
    """A card in hand over a cell where it would be the eighth of the week."""
    window = stage.window(2)
    board, view = window.week.board, window.view
    full = fullest(board)
    spot, card = next((spot, card) for spot, card in board.spots() if spot.row != full)
    picture = view.grab(view.rect_of(spot).adjusted(3, 3, -3, -3)).copy(0, 0, 94, 60)
    view.focus_on(Spot(full, 5))
    window.drag.start(view.viewport(), [card.id], picture, QPoint(12, 12), _middle(view, Spot(0, 0)), False)
    window.drag.move(_middle(view, Spot(full, 5)), False)
    return window


def _middle(view: WeekView, spot: Spot) -> QPoint:
    return view.viewport().mapToGlobal(view.rect_of(spot).center())


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    "this-week": this_week,
    "week": next_week,
    "moved-away": moved_away,
    "small-screen": small_screen,
    "half-screen": half_screen(),
    "half-screen-post": half_screen(INSPECTOR),
    "half-screen-tray": half_screen(SIDE),
    "half-screen-findings": half_screen(FINDINGS),
    "wide-screen": wide_screen,
    "drag": dragging,
}
