"""Everything the planner paints: grid and cards first, the heads that stay above them last."""

from itertools import pairwise

import msgspec
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QRegion

from smcal.layout.place import Metrics, Places
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.cards import CardFace
from smcal_ui.planner.drop import Verdict
from smcal_ui.planner.ground import ground_of
from smcal_ui.planner.heads import HEAD, NOTES, HeadPainter
from smcal_ui.planner.painter import GridPainter, Look
from smcal_ui.theme import Theme

TOP = HEAD + NOTES


class Frame(msgspec.Struct, frozen=True):
    """What the window shows of a board: its places, and where the grid's corner stands."""

    places: Places
    origin: QPoint
    size: QSize
    look: Look

    @property
    def left(self) -> int:
        """Width of the heads of pages."""
        return self.places.metrics.row_head


class Canvas:
    """Paints frames of one theme at one density."""

    def __init__(self, theme: Theme, dates: LocaleDates, metrics: Metrics) -> None:
        compact = metrics.card is not None
        self.metrics = metrics
        self.theme = theme
        self.face = CardFace(theme, compact, metrics.narrow)
        self._grid = GridPainter(theme, self.face)
        self.heads = HeadPainter(theme, dates, compact)

    def paint(self, painter: QPainter, region: QRegion, frame: Frame) -> None:
        """Paint a region of the window."""
        self._cells(painter, region, frame)
        self._pages(painter, region, frame)
        self._days(painter, region, frame)

    def paint_focus(self, painter: QPainter, region: QRegion, frame: Frame) -> None:
        """Paint where the keys are, on a week that is painted already."""
        cells = region.intersected(QRect(frame.left, TOP, frame.size.width(), frame.size.height()))
        painter.save()
        painter.setClipRegion(cells)
        painter.translate(frame.origin)
        self._grid.focus(painter, frame.places, frame.look)
        painter.restore()

    def says_all(self, cell: QRect, verdict: Verdict) -> bool:
        """Whether a cell has room for all words of a verdict."""
        return self._grid.says_all(cell, verdict)

    def _cells(self, painter: QPainter, region: QRegion, frame: Frame) -> None:
        places, look = frame.places, frame.look
        cells = region.intersected(QRect(frame.left, TOP, frame.size.width(), frame.size.height()))
        if cells.isEmpty():
            return
        painter.save()
        painter.setClipRegion(cells)
        painter.translate(frame.origin)
        self._grid.paint(painter, places, cells.translated(-frame.origin), look)
        if look.target is not None and look.verdict is not None:
            self._grid.words(painter, QRect(*places.cell(*look.target)), look.verdict)
        painter.restore()

    def _days(self, painter: QPainter, region: QRegion, frame: Frame) -> None:
        board, places, width = frame.places.board, frame.places, frame.size.width()
        if not region.intersects(QRect(0, 0, width, TOP)):
            return
        dx, line = frame.origin.x(), self.theme.colour("hairline")
        painter.save()
        painter.setClipRect(QRect(frame.left, 0, width, TOP))
        painter.translate(dx, 0)
        self._grid.ground.days(painter, board, places.xs, QRect(-dx, 0, width, HEAD))
        narrowest = min(after - x for x, after in pairwise(places.xs))
        short = not self.heads.hours_fit(board.days, narrowest)
        for column, day in enumerate(board.days):
            x, wide = places.xs[column], places.xs[column + 1] - places.xs[column]
            painter.fillRect(x, HEAD, wide, NOTES, self.theme.colour(ground_of(day)))
            self.heads.day(painter, day, QRect(x, 0, wide, HEAD), short)
            self.heads.notes(painter, day, QRect(x, HEAD, wide, NOTES))
            painter.fillRect(x + wide - 1, 0, 1, TOP, line)
        self._grid.ground.horizon(painter, places, 0, TOP)
        painter.restore()
        painter.fillRect(0, 0, frame.left, TOP, self.theme.colour("surface"))
        self.heads.notes_title(painter, QRect(0, HEAD, frame.left, NOTES))
        painter.fillRect(0, HEAD - 1, width, 1, line)
        painter.fillRect(0, TOP - 1, width, 1, line)
        painter.fillRect(frame.left - 1, 0, 1, TOP, line)

    def _pages(self, painter: QPainter, region: QRegion, frame: Frame) -> None:
        board, places = frame.places.board, frame.places
        side = QRect(0, TOP, frame.left, frame.size.height() - TOP)
        if not region.intersects(side):
            return
        line, dy = self.theme.colour("hairline"), frame.origin.y()
        painter.save()
        painter.setClipRect(side)
        painter.fillRect(side, self.theme.colour("surface"))
        for row in places.rows_between(TOP - dy, frame.size.height() - dy):
            rect = QRect(0, dy + places.ys[row], frame.left, places.ys[row + 1] - places.ys[row])
            if region.intersects(rect):
                self.heads.page(painter, board.rows[row], rect)
            painter.fillRect(0, rect.bottom(), frame.left, 1, line)
        painter.fillRect(frame.left - 1, TOP, 1, side.height(), line)
        painter.restore()
