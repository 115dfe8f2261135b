"""The week as screen readers see it: a list of cells by page and day, in each its cards."""

from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from smcal.layout.board import Spot, WeekBoard
from smcal_ui.planner.access_nodes import CardNode, CellNode, Node
from smcal_ui.planner.canvas import TOP

if TYPE_CHECKING:
    from smcal_ui.planner.view import WeekView

Key = tuple[str | None, ...]
MANY = 20
"""More chosen posts than this are told of as one change."""


def grow(view: QObject) -> "WeekAccess":
    """The tree of a week. Its nodes have no object of their own, so that they must go when the view does."""
    tree = WeekAccess(cast("WeekView", view))
    view.destroyed.connect(lambda: tree.clear())  # noqa: PLW0108 - a bound method alone would not hold the tree
    return tree


def tree_of(view: "WeekView") -> "WeekAccess":
    """The tree of a week; Qt has it built when it is asked for the first time."""
    return cast(WeekAccess, QAccessible.queryAccessibleInterface(view))


class WeekAccess(QAccessibleWidget):
    """The root: the widget itself. It keeps every node it ever handed out, until the board has it no more."""

    def __init__(self, view: "WeekView") -> None:
        super().__init__(view, QAccessible.Role.List)
        self._nodes: dict[Key, tuple[Node, int]] = {}  # with the id Qt knows it by
        self._board: WeekBoard | None = None
        self._spots: dict[Key, Spot] = {}
        self._told: tuple[Node, str] | None = None

    @property
    def view(self) -> "WeekView | None":
        """The view; None when it is gone or about to go."""
        widget = self.object() if shiboken6.isValid(self) else None
        return cast("WeekView", widget) if widget is not None and shiboken6.isValid(widget) else None

    # what is where

    def board(self) -> WeekBoard | None:
        """The board that is shown."""
        view = self.view
        board = view.board() if view is not None else None
        if board is not self._board:
            self._board, self._spots = board, {}
            if board is not None:
                self._spots = {card_key(board, spot): spot for spot, _card in board.spots()}
                for row in range(len(board.rows)):
                    self._spots |= {cell_key(board, row, column): Spot(row, column) for column in range(7)}
        return board

    def spot(self, key: Key) -> Spot | None:
        """Where a node stands now."""
        return self._spots.get(key) if self.board() is not None else None

    def node(self, spot: Spot) -> "Node | None":
        """The node of a card or cell, made when it is asked for."""
        board = self.board()
        if board is None or not (0 <= spot.row < len(board.rows) and 0 <= spot.column < 7):
            return None
        card = board.card(spot)
        key = card_key(board, spot) if card is not None else cell_key(board, spot.row, spot.column)
        if key not in self._nodes:
            node = CardNode(self, key) if card is not None else CellNode(self, key)
            self._nodes[key] = node, QAccessible.registerAccessibleInterface(node)
        return self._nodes[key][0]

    def rect_of(self, spot: Spot) -> QRect:
        """A card or cell on the screen."""
        view = self.view
        if view is None:
            return QRect()
        return view.rect_of(spot).translated(view.viewport().mapToGlobal(QPoint(0, 0)))

    def in_sight(self, spot: Spot) -> bool:
        """Whether a card or cell shows: it is not scrolled away."""
        view = self.view
        if view is None:
            return False
        grid = view.viewport().rect().adjusted(view.places().metrics.row_head, TOP, 0, 0)
        return grid.intersects(view.rect_of(spot))

    # what Qt asks

    def text(self, kind: QAccessible.Text) -> str:
        """The name of the week; all else is that of any widget."""
        view, board = self.view, self.board()
        if kind is QAccessible.Text.Name and view is not None and board is not None:
            return f"{view.accessibleName()}, {view.dates.week_title(board.week)}"
        return super().text(kind)

    def childCount(self) -> int:
        """Cells."""
        board = self.board()
        return 7 * len(board.rows) if board is not None else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A cell: first those of the first page."""
        return self.node(Spot(index // 7, index % 7)) if index >= 0 else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The number of a cell, or -1."""
        spot = self.spot(child.key) if isinstance(child, CellNode) else None
        return spot.row * 7 + spot.column if spot is not None else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The cell at a point of the screen."""
        view = self.view
        spot = view.spot_at(view.viewport().mapFromGlobal(QPoint(x, y))) if view is not None else None
        return self.node(Spot(spot.row, spot.column)) if spot is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The card or cell where the keys are."""
        view = self.view
        spot = view.focus_spot() if view is not None and view.hasFocus() else None
        return self.node(spot) if spot is not None else None

    # news

    def tell_focus(self) -> None:
        """Say where the keys are now, or that it reads differently."""
        node = cast(Node | None, self.focusChild())
        if node is None:
            return
        before, self._told = self._told, (node, node.text(QAccessible.Text.Name))
        if before is None or before[0] is not node:
            send(node, QAccessible.Event.Focus)
        elif before[1] != self._told[1]:
            send(node, QAccessible.Event.NameChanged)

    def tell_selection(self, before: set[str], now: set[str]) -> None:
        """Say which cards were chosen and which are not any more."""
        board, changed = self.board(), before ^ now
        if board is None:
            return
        if len(changed) > MANY:
            send(self, QAccessible.Event.SelectionWithin)
            return
        for spot, card in board.spots():
            if card.id in changed and (node := self.node(spot)) is not None:
                send(node, QAccessible.Event.SelectionAdd if card.id in now else QAccessible.Event.SelectionRemove)

    def prune(self) -> None:
        """Let go of what the board does not have any more."""
        self.board()
        for key in [key for key in self._nodes if key not in self._spots]:
            send(self._nodes[key][0], QAccessible.Event.ObjectDestroyed)
            self._drop(key)

    def clear(self) -> None:
        """Let go of everything: the view is gone."""
        for key in list(self._nodes):
            self._drop(key)
        self._board, self._spots, self._told = None, {}, None

    def _drop(self, key: Key) -> None:
        node, number = self._nodes.pop(key)
        if self._told is not None and self._told[0] is node:
            self._told = None
        QAccessible.deleteAccessibleInterface(number)  # Qt deletes its half; ours is let go with this method


def card_key(board: WeekBoard, spot: Spot) -> Key:
    """What makes a card the same card: a moved one is another, for its place is part of how it is read."""
    return (*cell_key(board, spot.row, spot.column), board.cards(spot.row, spot.column)[spot.index].id)


def cell_key(board: WeekBoard, row: int, column: int) -> Key:
    """What makes a cell the same cell on another board."""
    return board.rows[row].page.id, board.days[column].date.isoformat()


def send(node: QAccessibleInterface, kind: QAccessible.Event) -> None:
    """Send an event to whoever listens."""
    QAccessible.updateAccessibility(QAccessibleEvent(node, kind))
