"""What lies behind the cards: closed, past and urgent-only days, hairlines, and the line of the horizon."""

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from smcal.layout.board import DayColumn, WeekBoard
from smcal.layout.place import Places
from smcal_ui.theme import Theme

STRIPES = 16
"""Width of one pair of stripes."""

TILE = 256
"""Stripes are drawn once to a square of this side, a multiple of STRIPES: copying is faster than filling."""


class Ground:
    """Paints the days of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._tiles: dict[tuple[str, float], QPixmap] = {}

    def days(self, painter: QPainter, board: WeekBoard, xs: list[int], area: QRect) -> None:
        """The days in an area of the grid. Stripes hang on the grid, not on the window: they scroll with it."""
        for column, day in enumerate(board.days):
            rect = QRect(xs[column], area.top(), xs[column + 1] - xs[column], area.height()).intersected(area)
            if rect.isEmpty():
                continue
            if day.urgent_only:
                self._striped(painter, rect, ground_of(day))
            else:
                painter.fillRect(rect, self._theme.colour(ground_of(day)))

    def lines(self, painter: QPainter, places: Places, area: QRect, rows: range) -> None:
        """Hairlines between days and pages, and the horizon."""
        colour = self._theme.colour("hairline")
        for x in places.xs[1:]:
            painter.fillRect(x - 1, area.top(), 1, area.height(), colour)
        for row in rows:
            painter.fillRect(area.left(), places.ys[row + 1] - 1, area.width(), 1, colour)
        self.horizon(painter, places, area.top(), area.height())

    def horizon(self, painter: QPainter, places: Places, top: int, height: int) -> None:
        """The line before the first day that a plan handed in now is in time for."""
        column = places.board.column_of(places.board.horizon)
        if column is not None:
            painter.fillRect(places.xs[column] - 1, top, 2, height, self._theme.colour("accent"))

    def _striped(self, painter: QPainter, rect: QRect, ground: str) -> None:
        tile = self._tile(ground, painter.device().devicePixelRatio())
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        for y in range(rect.top() // TILE * TILE, rect.bottom() + 1, TILE):
            for x in range(rect.left() // TILE * TILE, rect.right() + 1, TILE):
                painter.drawPixmap(x, y, tile)
        painter.restore()

    def _tile(self, ground: str, dpr: float) -> QPixmap:
        found = self._tiles.get((ground, dpr))
        if found is None:
            found = self._tiles[(ground, dpr)] = self._drawn_tile(ground, dpr)
        return found

    def _drawn_tile(self, ground: str, dpr: float) -> QPixmap:
        tile = QPixmap(math.ceil(TILE * dpr), math.ceil(TILE * dpr))
        tile.setDevicePixelRatio(dpr)
        tile.fill(self._theme.colour(ground))
        with QPainter(tile) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            stripe = self._theme.colour("hatch_closed" if ground == "closed" else "hatch")
            painter.setPen(QPen(stripe, STRIPES / 2 / math.sqrt(2)))
            for x in range(-TILE, TILE + STRIPES, STRIPES):
                painter.drawLine(QPointF(x - 4, TILE + 4), QPointF(x + TILE + 4, -4))
        return tile


def ground_of(day: DayColumn) -> str:
    """What a day lies on, by its meaning."""
    return "past" if day.past else "closed" if day.closed else "cell"
