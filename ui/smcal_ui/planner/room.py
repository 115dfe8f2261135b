"""Where everything of a week is on a viewport: the density that fits, places of cards and heads, scrolling."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractScrollArea

from smcal.layout.board import Spot, WeekBoard
from smcal.layout.place import COMPACT, ROOMY, Metrics, Places, narrowed, slimmed
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.ahead import Ahead, nothing_chosen
from smcal_ui.planner.canvas import TOP, Canvas
from smcal_ui.theme import Theme

CROWDED = 16
"""More pages than this are shown compact."""

NARROW = 960
"""Below this width columns hold so little that heads, margins and titles are made smaller."""

SLIM = 690
"""Below this width they are made smaller still."""


class Room:
    """Lays a board out on the viewport of a scroll area, whenever board or size change."""

    def __init__(self, area: QAbstractScrollArea, theme: Theme, dates: LocaleDates) -> None:
        self._area = area
        self._theme, self._dates = theme, dates
        self._board: WeekBoard | None = None
        self._expanded: frozenset[str] = frozenset()  # pages of which all cards show, however many
        self._canvas: Canvas | None = None
        self._places: Places | None = None
        self._laying_out = False
        self.ahead = Ahead()

    def show_board(self, board: WeekBoard) -> None:
        """Lay out a week."""
        self._board = board
        self.lay_out()

    def prepare(self, board: WeekBoard) -> None:
        """Lay out and draw a week that may be shown next, on a picture that waits for it."""
        size = self._area.viewport().size()
        if self._board is None or self.is_compact() != (len(board.rows) > CROWDED) or size.isEmpty():
            return
        frame = nothing_chosen(self._laid_out(board), self.origin(), size)
        self.ahead.prepare(self.canvas(), frame, self._area.devicePixelRatioF())

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme, self._canvas = theme, None
        self.ahead.clear()
        self.lay_out()

    def is_compact(self) -> bool:
        """Whether cards have one line: with many pages they do."""
        return self._board is not None and len(self._board.rows) > CROWDED

    def toggle_more(self, row: int) -> None:
        """Make room for all cards of a page, or for few again."""
        if self._board is not None:
            self._expanded ^= {self._board.rows[row].page.id}
            self.lay_out()

    def spot_at(self, pos: QPoint) -> Spot | None:
        """What is at a point of the viewport; None on the heads and below the last page."""
        if (
            self._board is None
            or pos.x() < self._left()
            or pos.y() < TOP
            or not self._area.viewport().rect().contains(pos)
        ):
            return None
        at = pos - self.origin()
        return self.places().at(at.x(), at.y())

    def head_at(self, pos: QPoint) -> tuple[int | None, int | None]:
        """The column whose head is at a point of the viewport, or the row whose head is."""
        at, places = pos - self.origin(), self.places()
        if pos.y() < TOP and pos.x() >= self._left() and 0 <= at.x() < places.width:
            return places.column_at(at.x()), None
        if pos.y() >= TOP and pos.x() < self._left() and 0 <= at.y() < places.height:
            return None, places.row_at(at.y())
        return None, None

    def rect_of(self, spot: Spot) -> QRect:
        """The rectangle of a card or cell on the viewport."""
        places = self.places()
        box = places.box(spot) if spot.index >= 0 else None
        rect = QRect(box.x, box.y, box.width, box.height) if box else QRect(*places.cell(spot.row, spot.column))
        return rect.translated(self.origin())

    def places(self) -> Places:
        """The places of everything, laid out if need be."""
        if self._places is None:
            assert self._board is not None
            self._places = self._laid_out(self._board)
        return self._places

    def _laid_out(self, board: WeekBoard) -> Places:
        metrics, area, height_of = self._metrics(), self._area.viewport().size(), self.canvas().face.height
        width, height = area.width() - metrics.row_head, area.height() - TOP
        ready = self.ahead.places(board)
        if ready is not None and ready.laid_out_for(metrics, width, height, height_of, self._expanded):
            return ready
        return Places(board, metrics, width, height, height_of, self._expanded)

    def canvas(self) -> Canvas:
        """What paints at the density in use."""
        metrics = self._metrics()
        if self._canvas is None or self._canvas.metrics != metrics:
            self._canvas = Canvas(self._theme, self._dates, metrics)
        return self._canvas

    def _metrics(self) -> Metrics:
        metrics = COMPACT if self.is_compact() else ROOMY
        width = self._area.viewport().width()
        return metrics if width >= NARROW else narrowed(metrics) if width >= SLIM else slimmed(metrics)

    def _left(self) -> int:
        return self.places().metrics.row_head

    def origin(self) -> QPoint:
        """Where the first cell stands on the viewport, scrolled as it is."""
        return QPoint(
            self._left() - self._area.horizontalScrollBar().value(), TOP - self._area.verticalScrollBar().value()
        )

    def resize(self, before: QSize, focus: Spot | None) -> None:
        """Lay out for another size. A spot that was in view stays there: beside a post that opens one sees its card."""
        seen = self._places is not None and focus is not None and self._is_seen(focus, before)
        self.lay_out()
        if seen and focus is not None:
            self.show_spot(focus)

    def _is_seen(self, spot: Spot, size: QSize) -> bool:
        grid = QRect(self._left(), TOP, size.width() - self._left(), size.height() - TOP)
        return grid.contains(self.rect_of(spot).center())

    def show_spot(self, spot: Spot) -> None:
        """Scroll until a spot is in view."""
        rect, bar = self.rect_of(spot), self._area.verticalScrollBar()
        above, below = rect.top() - TOP, rect.bottom() - self._area.viewport().height()
        if above < 0:
            bar.setValue(bar.value() + above - 8)
        elif below > 0:  # what is higher than the window shows its top
            bar.setValue(bar.value() + min(below + 8, above))
        self._show_column(spot)

    def _show_column(self, spot: Spot) -> None:
        bar = self._area.horizontalScrollBar()
        if bar.maximum() == 0:
            return
        cell = self.rect_of(Spot(spot.row, spot.column))
        if cell.left() < self._left():
            bar.setValue(bar.value() + cell.left() - self._left())
        elif cell.right() >= self._area.viewport().width():
            bar.setValue(bar.value() + cell.right() + 1 - self._area.viewport().width())

    def lay_out(self) -> None:
        """Lay out for the room there is; a scroll bar that comes or goes changes the room, so look again."""
        if self._laying_out:
            return
        self._laying_out = True
        for _attempt in range(3):  # two bars may come one after the other; more would be going round in circles
            room = self._area.viewport().size()
            self._set_ranges(room)
            if room == self._area.viewport().size():
                break
        self._laying_out = False
        self._area.viewport().update()

    def _set_ranges(self, room: QSize) -> None:
        self._places = None
        if self._board is None:
            return
        places, left = self.places(), self._left()
        bars = (
            (self._area.verticalScrollBar(), room.height() - TOP, places.height),
            (self._area.horizontalScrollBar(), room.width() - left, places.width),
        )
        for bar, shown, whole in bars:
            bar.setPageStep(max(0, shown))
            bar.setRange(0, max(0, whole - shown))
