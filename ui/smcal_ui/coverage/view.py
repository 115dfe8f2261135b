"""The matrix of topics and time, painted at once, walked by mouse and keys."""

import datetime as dt

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from smcal.layout.coverage import CoverageBoard
from smcal.words import _
from smcal_ui.coverage.grid import TOP, Cell, Matrix, smallest, walked
from smcal_ui.coverage.signs import MatrixPainter
from smcal_ui.coverage.words import Teller
from smcal_ui.dates import LocaleDates
from smcal_ui.widgets.shade import theme_of
from smcal_ui.widgets.tips import plain_tip

STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Home: (0, -1000),
    Qt.Key.Key_End: (0, 1000),
}
PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CoverageView(QWidget):
    """Shows a board; a click or Enter on a cell is for whoever listens."""

    moved = Signal(object)  # Cell: another one has the keyboard
    hovered = Signal(object)  # Cell below the pointer, or None
    pressed = Signal(object)  # Cell: somebody wants to go to its posts, or to fill it
    stretchRequested = Signal(int)  # Page keys: so many stretches on

    def __init__(self, dates: LocaleDates, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates, self._today = dates, today
        self._board: CoverageBoard | None = None
        self._teller: Teller | None = None
        self._cell = Cell(0, 0)
        self._below: Cell | None = None
        self._drawing: MatrixPainter | None = None
        self._matrix = Matrix(0, 1, 1, 1, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def cell(self) -> Cell:
        """The cell with the keyboard."""
        return self._cell

    def show_board(self, board: CoverageBoard, teller: Teller) -> None:
        """Show a board; the keyboard stays at its place as far as there is one."""
        fresh = self._board is None or self._board.columns != board.columns
        self._board, self._teller, self._below = board, teller, None
        if fresh:
            self._cell = Cell(self._cell.row, self._column_of_today(board))
        self._cell = walked(self._cell, (0, 0), max(self._row_count(board), 1), len(board.columns))
        self.setMinimumSize(QSize(*smallest(len(board.rows), len(board.columns), any(board.untold))))
        self._lay_out()
        self._speak()
        self.update()

    def go_to(self, cell: Cell) -> None:
        """Put the keyboard into a cell."""
        before, self._cell = self._cell, cell
        for touched in (before, cell):
            self.update(self._matrix.cell(touched))
        self._speak()
        self.moved.emit(cell)

    def rect_of(self, cell: Cell) -> QRect:
        """Where a cell stands."""
        return self._matrix.cell(cell)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, grounds, posts, and the rings last."""
        board, teller, theme = self._board, self._teller, theme_of(self)
        if board is None or teller is None:
            return
        if self._drawing is None or self._drawing.theme is not theme:
            self._drawing = MatrixPainter(theme, self._dates)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number in range(len(board.rows)):
                self._row(painter, self._drawing, number)
            self._lines(painter)
            self._foot(painter, self._drawing)
            self._rings(painter, self._drawing)
            self._names(painter, self._drawing)

    def _names(self, painter: QPainter, drawing: MatrixPainter) -> None:
        """The columns' names; over the rows that were scrolled away below them."""
        assert self._board is not None and self._teller is not None
        above = self._above
        if above:
            painter.fillRect(0, above, self.width(), TOP, theme_of(self).colour("surface"))
            painter.setPen(QPen(theme_of(self).colour("hairline"), 1))
            painter.drawLine(0, above + TOP, self.width(), above + TOP)
        for number, column in enumerate(self._board.columns):
            rect = self._matrix.name(number).translated(0, above)
            drawing.name(painter, rect, self._teller.column(number), self._today in column)

    @property
    def _above(self) -> int:
        """Pixels that are scrolled away at the top."""
        return max(-self.y(), 0)

    def _row(self, painter: QPainter, drawing: MatrixPainter, number: int) -> None:
        assert self._board is not None and self._teller is not None
        row = self._board.rows[number]
        for column, posts in enumerate(row.cells):
            rect = self._matrix.cell(Cell(number, column))
            days = self._board.columns[column]
            drawing.ground(painter, rect, row.is_owed_in(days), days.last < self._today)
            if posts:
                drawing.posts(painter, rect, row.topic.id, posts)
        name = self._teller.short_topic(row) if self._matrix.is_slim else self._teller.topic(row)
        drawing.head(painter, self._matrix.head(number), row, name, self._teller.status(row))

    def _lines(self, painter: QPainter) -> None:
        assert self._board is not None
        matrix, bottom = self._matrix, self._matrix.foot().top()
        painter.setPen(QPen(theme_of(self).colour("hairline"), 1))
        for row in range(len(self._board.rows) + 1):
            y = matrix.row(row).top()
            painter.drawLine(0, y, self.width(), y)
        for column in range(len(self._board.columns)):
            x = matrix.name(column).left()
            painter.drawLine(x, matrix.row(0).top(), x, bottom)

    def _foot(self, painter: QPainter, drawing: MatrixPainter) -> None:
        assert self._board is not None
        if any(self._board.untold):
            drawing.foot(painter, self._matrix.foot(), _("without a topic"), 0)
            for column, posts in enumerate(self._board.untold):
                if posts:
                    drawing.foot(painter, self._matrix.foot(column), str(len(posts)), 0.5)

    def _rings(self, painter: QPainter, drawing: MatrixPainter) -> None:
        assert self._board is not None
        if not self._board.rows:
            return
        shown = self._cell if self.hasFocus() else None
        for cell in dict.fromkeys(filter(None, (self._below, shown))):
            rect = self._matrix.cell(cell)
            if cell.row < len(self._board.rows) and not self._board.posts_in(*cell):
                drawing.plus(painter, rect)
            drawing.ring(painter, rect, "accent" if cell == shown else "faint", 2 if cell == shown else 1)

    # events

    def event(self, event: QEvent) -> bool:
        """A tip with what the cell or the topic below the pointer says."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text, rect = self._tip(event.pos())
            if text:
                QToolTip.showText(event.globalPos(), plain_tip(text), self, rect)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a cell."""
        cell = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.go_to(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click is whole once it ends where it began."""
        cell = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None and cell == self._cell:
            self.pressed.emit(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which cell is below the pointer."""
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is below the pointer."""
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by cells, Home and End to the first and last column, Page keys by stretches; Enter acts."""
        key, board = Qt.Key(event.key()), self._board
        if board is None or not board.rows:
            event.ignore()
        elif key in STEPS:
            self.go_to(walked(self._cell, STEPS[key], self._row_count(board), len(board.columns)))
        elif key in PRESSING:
            self.pressed.emit(self._cell)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.stretchRequested.emit(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys are here: show where."""
        self.update(self._matrix.cell(self._cell))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        self.update(self._matrix.cell(self._cell))

    def moveEvent(self, event: QMoveEvent) -> None:
        """Scrolled: the names stay, so they are elsewhere in the matrix."""
        for y in (event.oldPos().y(), event.pos().y()):
            self.update(0, max(-y, 0), self.width(), TOP + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the matrix out anew."""
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Roomy rows."""
        return QSize(780, 520)

    def _lay_out(self) -> None:
        board = self._board
        if board is not None:
            foot = any(board.untold)
            self._matrix = Matrix(len(board.rows), len(board.columns), self.width(), self.height(), foot)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._below:
            for touched in filter(None, (self._below, cell)):
                self.update(self._matrix.cell(touched))
            self._below = cell
            self.hovered.emit(cell)

    def _is_name(self, pos: QPoint) -> bool:
        return pos.y() < self._above + TOP

    def _at(self, pos: QPoint) -> Cell | None:
        """The cell at a point; None below the columns' names."""
        return None if self._is_name(pos) else self._matrix.at(pos)

    def _tip(self, pos: QPoint) -> tuple[str, QRect]:
        cell, row = self._at(pos), self._matrix.head_at(pos)
        if self._is_name(pos) or self._teller is None or self._board is None:
            return "", QRect()
        if cell is not None:
            return self._teller.cell(cell), self._matrix.cell(cell)
        if row is not None:
            shown = self._board.rows[row]
            text = "\n".join(
                filter(None, (self._teller.topic(shown), self._teller.status(shown), self._teller.standings(shown)))
            )
            return text, self._matrix.head(row)
        return "", QRect()

    @staticmethod
    def _row_count(board: CoverageBoard) -> int:
        """Rows that can be walked to: posts without a topic are one, where there are some."""
        return len(board.rows) + any(board.untold)

    def _column_of_today(self, board: CoverageBoard) -> int:
        return next((n for n, column in enumerate(board.columns) if self._today in column), 0)

    def _speak(self) -> None:
        if self._board is None or self._teller is None or not self._board.rows:
            return
        self.setAccessibleName(self._teller.cell(self._cell))
        if self._board.posts_in(*self._cell):
            self.setAccessibleDescription(_("Enter goes to the post."))
        else:
            makes = self._cell.row < len(self._board.rows)
            self.setAccessibleDescription(_("Enter makes a post here.") if makes else "")
