"""The week as a place to drop on: which cell, what it says, and scrolling at the edges."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

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
        """Whether a drag is held near the upper or lower edge and there is more to show."""
        step, bar = self._step_at(pos), self._view.verticalScrollBar()
        return (step < 0 and bar.value() > bar.minimum()) or (step > 0 and bar.value() < bar.maximum())

    def lean(self, pos: QPoint) -> None:
        """Scroll a little."""
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + self._step_at(pos))

    def _step_at(self, pos: QPoint) -> int:
        viewport = self._view.viewport()
        at, area = viewport.mapFromGlobal(pos), viewport.rect()
        if not area.contains(at) or not self._view.isVisible():
            return 0
        return -STEP if at.y() < TOP + EDGE else STEP if at.y() > area.bottom() - EDGE else 0
