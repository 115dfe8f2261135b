"""The week as a place to drop on: which cell, what it says, and scrolling at the edges."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollBar

from smcal.layout.board import Spot
from smcal_ui.planner.canvas import TOP
from smcal_ui.planner.drop import Drop, Verdict

if TYPE_CHECKING:
    from smcal_ui.planner.view import WeekView

EDGE, STEP = 28, 18
"""Near an edge by so many pixels, a drag scrolls by so many."""


class Landing:
    """Takes drags over the cells of one view."""

    roomy = True

    def __init__(self, view: "WeekView") -> None:
        self._view = view

    def drop_at(self, pos: QPoint) -> Drop | None:
        """The cell at a position on the screen."""
        view, board = self._view, self._view.board()
        spot = view.spot_at(view.viewport().mapFromGlobal(pos)) if view.isVisible() else None
        return Drop(board.rows[spot.row].page.id, board.days[spot.column].date) if board and spot else None

    def show_verdict(self, drop: Drop | None, verdict: Verdict | None) -> None:
        """Light up the cell under a drag."""
        board = self._view.board()
        row = board.row_of(drop.page_id) if board and drop else None
        column = board.column_of(drop.date) if board and drop else None
        self._view.light_up(Spot(row, column) if row is not None and column is not None else None, verdict)

    @property
    def shows_words(self) -> bool:
        """Whether the lit cell has room for all that is said about it."""
        return self._view.says_all()

    def take(self, ids: Sequence[str], drop: Drop, copy: bool) -> None:
        """Ask for posts to be put into a cell."""
        self._view.moveRequested.emit(list(ids), drop.page_id, drop.date, copy)

    def near_edge(self, pos: QPoint) -> bool:
        """Whether a drag is held near an edge beyond which there is more to show."""
        return any(step and self._leads_on(bar, step) for bar, step in self._steps_at(pos))

    def lean(self, pos: QPoint) -> None:
        """Scroll a little."""
        for bar, step in self._steps_at(pos):
            bar.setValue(bar.value() + step)

    def _leads_on(self, bar: QScrollBar, step: int) -> bool:
        return bar.value() > bar.minimum() if step < 0 else bar.value() < bar.maximum()

    def _steps_at(self, pos: QPoint) -> list[tuple[QScrollBar, int]]:
        """By how much each scroll bar would go on."""
        view, viewport = self._view, self._view.viewport()
        at, area = viewport.mapFromGlobal(pos), viewport.rect()
        if not area.contains(at) or not view.isVisible():
            return []
        steps = [(view.verticalScrollBar(), _step(at.y(), TOP, area.bottom()))]
        across = view.horizontalScrollBar()
        if across.maximum():  # in a narrow window days lie beyond the edge
            steps.append((across, _step(at.x(), view.places().metrics.row_head, area.right())))
        return steps


def _step(at: int, first: int, last: int) -> int:
    return -STEP if at < first + EDGE else STEP if at > last - EDGE else 0
