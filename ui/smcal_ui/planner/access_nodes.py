"""Cells and cards for screen readers. A node knows only its key; all it says is asked of the view when it is asked.

Nodes are owned by their tree and stay registered with Qt as long as it keeps them (decision 7).
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from shiboken6 import VoidPtr, getCppPointer

from smcal.layout.board import Card, Spot
from smcal_ui.planner.access_actions import Actions
from smcal_ui.planner.speech import card_name, cell_words

if TYPE_CHECKING:
    from smcal_ui.planner.access_tree import Key, WeekAccess

NOTHING = VoidPtr(0)
"""None would be taken for an address by the bindings."""


class Node(QAccessibleInterface):
    """What cells and cards have in common."""

    def __init__(self, tree: "WeekAccess", key: "Key") -> None:
        super().__init__()
        self.tree, self.key = tree, key
        self._actions = Actions(self)
        self._address = VoidPtr(getCppPointer(self._actions)[0])

    @property
    def spot(self) -> Spot | None:
        """Where it stands; None when the board has it no more."""
        return self.tree.spot(self.key) if self.tree.view is not None else None

    def isValid(self) -> bool:
        """Whether it is on the board."""
        return self.spot is not None

    def object(self) -> None:  # type: ignore[override]
        """There is no object behind it: it is painted."""

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window it is in."""
        view = self.tree.view
        return view.window().windowHandle() if view is not None else None

    def rect(self) -> QRect:
        """Where it is on the screen."""
        spot = self.spot
        return self.tree.rect_of(spot) if spot is not None else QRect()

    def state(self) -> QAccessible.State:
        """Whether it has the focus, and whether it is scrolled away."""
        state, spot, view = QAccessible.State(), self.spot, self.tree.view
        if spot is None or view is None:
            state.invalid = True
            return state
        state.focusable = True
        state.focused = view.hasFocus() and view.focus_spot() == spot
        state.offscreen = not self.tree.in_sight(spot)
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """The words that are spoken."""
        spot = self.spot
        return self.words(spot) if spot is not None and kind is QAccessible.Text.Name else ""

    def words(self, spot: Spot) -> str:
        """How it is read."""
        raise NotImplementedError

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names come from the plan; nobody sets them here."""

    def childCount(self) -> int:
        """How many nodes it holds."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A node that it holds."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The node that it holds at a point of the screen."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The number of a node that it holds, or -1."""
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The node that it holds where the keys are."""
        return None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """Its actions; it has nothing else."""
        return self._address if kind is QAccessible.InterfaceType.ActionInterface else NOTHING


class CellNode(Node):
    """A page on a day, with its cards."""

    def role(self) -> QAccessible.Role:
        """A group of cards."""
        return QAccessible.Role.Grouping

    def parent(self) -> QAccessibleInterface:
        """The week."""
        return self.tree

    def words(self, spot: Spot) -> str:
        """Page, day, how many posts."""
        board, view = self.tree.board(), self.tree.view
        assert board is not None and view is not None
        count = len(board.cards(spot.row, spot.column))
        return cell_words(board.rows[spot.row], board.days[spot.column], count, view.dates)

    def childCount(self) -> int:
        """Cards, also those behind «3 more»."""
        spot, board = self.spot, self.tree.board()
        return len(board.cards(spot.row, spot.column)) if spot is not None and board is not None else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A card, from the top."""
        spot = self.spot
        if spot is None or not 0 <= index < self.childCount():
            return None
        return self.tree.node(Spot(spot.row, spot.column, index))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The number of a card, or -1."""
        spot, own = child.spot if isinstance(child, CardNode) else None, self.spot
        same = spot is not None and own is not None and (spot.row, spot.column) == (own.row, own.column)
        return spot.index if spot is not None and same else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The card at a point of the screen."""
        for index in range(self.childCount()):
            card = self.child(index)
            if card is not None and card.rect().contains(x, y):
                return card
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Its card where the keys are."""
        found = self.tree.focusChild()
        return found if found is not None and self.indexOfChild(found) >= 0 else None


class CardNode(Node):
    """A post in its cell."""

    def role(self) -> QAccessible.Role:
        """One of a list."""
        return QAccessible.Role.ListItem

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Its cell."""
        spot = self.spot
        return self.tree.node(Spot(spot.row, spot.column)) if spot is not None else None

    def card(self) -> Card | None:
        """The post as it stands there."""
        board = self.tree.board()
        return board.card(self.spot) if board is not None else None

    def words(self, spot: Spot) -> str:
        """Title, when, what, where, and what needs attention."""
        board, view, card = self.tree.board(), self.tree.view, self.card()
        assert board is not None and view is not None and card is not None
        return card_name(card, board.rows[spot.row], view.dates)

    def state(self) -> QAccessible.State:
        """Also whether it is chosen, and whether it hides behind «3 more»."""
        state, card, view, spot = super().state(), self.card(), self.tree.view, self.spot
        if card is not None and view is not None and spot is not None:
            state.selectable = state.extSelectable = state.multiSelectable = True
            state.selected = card.id in view.look().selected
            state.invisible = view.places().box(spot) is None
        return state
