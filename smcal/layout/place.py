"""Where everything of a board lies, in whole pixels, and what lies at a point. Sizes come in; nothing is measured here.

Coordinates are those of the grid: (0, 0) is the top left corner of the first page's Monday. Heads lie outside it.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence

import msgspec

from smcal.layout.board import Card, Spot, WeekBoard

MORE = -2
"""Index of the line «3 more» in a cell whose cards don't all fit."""


class Metrics(msgspec.Struct, frozen=True):
    """The sizes a board is laid out by, in pixels."""

    row_head: int = 168
    min_column: int = 92
    min_row: int = 104
    stretch: int = 200  # rows grow up to this height to fill the window
    pad: int = 6  # between a cell's edge and its cards
    gap: int = 6  # between cards
    foot: int = 16  # room kept free below the last card of a cell: there one clicks the cell itself
    limit: int | None = None  # cards in a cell before «3 more»
    more: int = 16  # height of that line
    narrow: bool = False  # columns are tight: titles are set smaller
    card: int | None = None  # height of every card; None: each is measured


ROOMY = Metrics()
COMPACT = Metrics(min_row=60, stretch=60, pad=3, gap=2, foot=2, limit=3, more=14, card=20)


def narrowed(metrics: Metrics) -> Metrics:
    """The same density for a narrow window: more of the width for the days."""
    return msgspec.structs.replace(metrics, row_head=140, min_column=84, pad=3, narrow=True)


def slimmed(metrics: Metrics) -> Metrics:
    """For a window of half a small screen: as many days as can still be read."""
    return msgspec.structs.replace(narrowed(metrics), row_head=120, min_column=76)


class Box(msgspec.Struct, frozen=True):
    """A rectangle of the grid; `index` counts the cards of the cell, MORE is the line below them."""

    row: int
    column: int
    index: int
    x: int
    y: int
    width: int
    height: int


class Places:
    """The places of one board at one width. Built once a board or size; boxes of a row only when it is looked at."""

    def __init__(
        self,
        board: WeekBoard,
        metrics: Metrics,
        width: int,
        height: int,
        height_of: Callable[[Card, int], int],
        expanded: frozenset[str] = frozenset(),
    ) -> None:
        """Lay out in a grid `width` wide; rows stretch towards `height`. `height_of(card, width)` measures a card.

        Pages whose ids are in `expanded` show all their cards.
        """
        self._expanded = expanded
        self.board = board
        self.metrics = metrics
        self._room = (width, height)
        self._height_of = height_of
        self.xs = _edges([max(metrics.min_column, w) for w in _shares(width, 7)])
        self.card_width = min(b - a for a, b in zip(self.xs, self.xs[1:], strict=False)) - 2 * metrics.pad - 1
        heights = [self._row_height(row) for row in range(len(board.rows))]
        self.ys = _edges(_stretched(heights, metrics.stretch, height))
        self._boxes: dict[int, list[Box]] = {}

    def laid_out_for(
        self,
        metrics: Metrics,
        width: int,
        height: int,
        height_of: Callable[[Card, int], int],
        expanded: frozenset[str] = frozenset(),
    ) -> bool:
        """Whether laying the board out again with these would give the same places."""
        asked = (metrics, (width, height), height_of, expanded)
        return asked == (self.metrics, self._room, self._height_of, self._expanded)

    @property
    def width(self) -> int:
        """Width of the whole grid."""
        return self.xs[-1]

    @property
    def height(self) -> int:
        """Height of all rows."""
        return self.ys[-1]

    def cell(self, row: int, column: int) -> tuple[int, int, int, int]:
        """x, y, width and height of a cell."""
        x, y = self.xs[column], self.ys[row]
        return x, y, self.xs[column + 1] - x, self.ys[row + 1] - y

    def boxes(self, row: int) -> Sequence[Box]:
        """The cards of a row and its «more» lines, by column, then from the top."""
        found = self._boxes.get(row)
        if found is None:
            found = self._boxes[row] = [box for column in range(7) for box in self._cell_boxes(row, column)]
        return found

    def box(self, spot: Spot) -> Box | None:
        """Where a card stands; None when it is hidden behind «more»."""
        return next((b for b in self.boxes(spot.row) if b.column == spot.column and b.index == spot.index), None)

    def hidden(self, row: int, column: int) -> int:
        """How many cards of a cell are behind «more»."""
        limit, count = self.metrics.limit, len(self.board.rows[row].cells[column])
        if limit is None or count <= limit or self.board.rows[row].page.id in self._expanded:
            return 0
        return count - limit + 1

    def crowded(self, row: int, column: int) -> bool:
        """Whether a cell has more cards than show at first."""
        limit = self.metrics.limit
        return limit is not None and len(self.board.rows[row].cells[column]) > limit

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows that show between two heights."""
        first = max(0, bisect_right(self.ys, top) - 1)
        last = min(len(self.board.rows), bisect_right(self.ys, bottom))
        return range(first, last)

    def row_at(self, y: int) -> int:
        """The row at a height of the grid."""
        return bisect_right(self.ys, y) - 1

    def column_at(self, x: int) -> int:
        """The column at a distance from the grid's left edge."""
        return bisect_right(self.xs, x) - 1

    def at(self, x: int, y: int) -> Spot | None:
        """What lies at a point: a card, a «more» line (index MORE), a cell (index -1), or None outside the grid."""
        if not (0 <= x < self.width and 0 <= y < self.height):
            return None
        row, column = self.row_at(y), self.column_at(x)
        for box in self.boxes(row):
            if box.column == column and box.x <= x < box.x + box.width and box.y <= y < box.y + box.height:
                return Spot(row, column, box.index)
        return Spot(row, column)

    def _row_height(self, row: int) -> int:
        return max([self.metrics.min_row, *[self._cell_height(row, column) for column in range(7)]])

    def _cell_height(self, row: int, column: int) -> int:
        m = self.metrics
        cards = self.board.rows[row].cells[column]
        if not cards:
            return 0
        shown = len(cards) - self.hidden(row, column)
        if m.card is not None:
            high = m.card * shown
        else:
            high = sum([self._height_of(card, self.card_width) for card in cards[:shown]])
        foot = m.gap + m.more if self.crowded(row, column) else m.foot
        return 2 * m.pad + high + m.gap * (shown - 1) + foot

    def _cell_boxes(self, row: int, column: int) -> list[Box]:
        m, found = self.metrics, []
        x, y = self.xs[column] + m.pad, self.ys[row] + m.pad
        width = self.xs[column + 1] - self.xs[column] - 2 * m.pad - 1
        cards, hidden = self.board.cards(row, column), self.hidden(row, column)
        for index, card in enumerate(cards[: len(cards) - hidden]):
            height = m.card or self._height_of(card, self.card_width)
            found.append(Box(row, column, index, x, y, width, height))
            y += height + m.gap
        if self.crowded(row, column):
            found.append(Box(row, column, MORE, x, y, width, m.more))
        return found


def _shares(whole: int, parts: int) -> list[int]:
    """`whole` in equal parts that differ by one pixel at most."""
    return [whole * (n + 1) // parts - whole * n // parts for n in range(parts)]


def _edges(sizes: Sequence[int]) -> list[int]:
    edges = [0]
    for size in sizes:
        edges.append(edges[-1] + size)
    return edges


def _stretched(heights: Sequence[int], most: int, room: int) -> list[int]:
    """Rows lower than `most` share the room that is left, none beyond `most`."""
    spare = room - sum(heights)
    if spare <= 0 or not heights:
        return list(heights)
    share = spare // len(heights)
    return [max(h, min(h + share, most)) for h in heights]
