"""Where rows and columns of the matrix stand: whole numbers, so that it needs no screen."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

TOP = 40  # the line with the columns' names
FOOT = 28  # the line with posts that have no topic
ROWS = (38, 50)  # least and greatest height of a row
HEADS = (136, 300)  # least and greatest width of the topics' names
LEAST = 33  # pixels of width of a column
SLIM = 220  # pixels of width of names below which they are the short ones


class Cell(NamedTuple):
    """A place in the matrix."""

    row: int
    column: int


class Matrix:
    """Topics below each other, columns of time side by side; the foot, where there is one, is a row like the others."""

    def __init__(self, rows: int, columns: int, width: int, height: int, foot: bool) -> None:
        self.rows, self.columns = rows, columns
        self.lines = rows + foot
        self._width = width
        room = height - TOP - (FOOT if foot else 0)
        self._high = min(max(room // max(rows, 1), ROWS[0]), ROWS[1])
        self._head = min(max(width - columns * LEAST, HEADS[0]), HEADS[1], max(width * 2 // 5, HEADS[0]))

    def head(self, row: int) -> QRect:
        """The name of a row."""
        return QRect(0, TOP + row * self._high, self._head, self._high)

    @property
    def is_slim(self) -> bool:
        """Whether there is room for short names of topics only."""
        return self._head < SLIM

    def name(self, column: int) -> QRect:
        """The name of a column."""
        left, right = self._edges(column)
        return QRect(left, 0, right - left, TOP)

    def cell(self, cell: Cell) -> QRect:
        """A cell."""
        left, right = self._edges(cell.column)
        high = FOOT if cell.row == self.rows else self._high
        return QRect(left, TOP + cell.row * self._high, right - left, high)

    def row(self, row: int) -> QRect:
        """A whole row, its name included."""
        return QRect(0, TOP + row * self._high, self._width, self._high)

    def foot(self, column: int | None = None) -> QRect:
        """The line below: what it is about, or its place below a column."""
        left, right = (0, self._head) if column is None else self._edges(column)
        return QRect(left, TOP + self.rows * self._high, right - left, FOOT)

    def at(self, pos: QPoint) -> Cell | None:
        """The cell at a point; None on names and beside everything."""
        row = (pos.y() - TOP) // self._high
        if not 0 <= row < self.lines:
            return None
        here = (Cell(row, column) for column in range(self.columns))
        return next((cell for cell in here if self.cell(cell).contains(pos)), None)

    def head_at(self, pos: QPoint) -> int | None:
        """The row whose name is at a point."""
        row = (pos.y() - TOP) // self._high
        return row if 0 <= row < self.rows and 0 <= pos.x() < self._head else None

    def _edges(self, column: int) -> tuple[int, int]:
        room = self._width - self._head
        return self._head + room * column // self.columns, self._head + room * (column + 1) // self.columns


def smallest(rows: int, columns: int, foot: bool) -> tuple[int, int]:
    """The width and height below which texts would touch."""
    return HEADS[0] + columns * LEAST, TOP + rows * ROWS[0] + (FOOT if foot else 0)


def walked(cell: Cell, step: tuple[int, int], rows: int, columns: int) -> Cell:
    """The cell one step away; at an edge it stays."""
    return Cell(min(max(cell.row + step[0], 0), rows - 1), min(max(cell.column + step[1], 0), columns - 1))
