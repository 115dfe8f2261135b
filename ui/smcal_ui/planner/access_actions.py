"""What a screen reader can do to a card or a cell: the same wishes as of keys and mouse."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessibleActionInterface

from smcal.layout.walk import shifted
from smcal.words import N_, _

if TYPE_CHECKING:
    from smcal_ui.planner.access_nodes import Node

EARLIER, LATER = N_("Move a day earlier"), N_("Move a day later")
KEYS = {EARLIER: "Alt+Left", LATER: "Alt+Right"}
DAYS = {EARLIER: -1, LATER: 1}


class Actions(QAccessibleActionInterface):
    """The actions of one node. They begin when the caller is done: some of them make the node go away."""

    def __init__(self, node: "Node") -> None:
        super().__init__()
        self._node = node

    def actionNames(self) -> list[str]:
        """Open or begin a post, focus, menu; a card also: choose, a day earlier, a day later."""
        names = [self.pressAction(), self.setFocusAction(), self.showMenuAction()]
        return names if self._post_id() is None else [*names, self.toggleAction(), EARLIER, LATER]

    def localizedActionName(self, name: str) -> str:
        """The action in the language of the window."""
        return _(name) if name in DAYS else super().localizedActionName(name)

    def keyBindingsForAction(self, name: str) -> list[str]:
        """The keys that do the same."""
        return [KEYS[name]] if name in KEYS else []

    def doAction(self, name: str) -> None:
        """Do it, a moment later."""
        view = self._node.tree.view
        if view is not None:
            QTimer.singleShot(0, view, partial(self._do, name))

    def _do(self, name: str) -> None:
        view, spot, post_id = self._node.tree.view, self._node.spot, self._post_id()
        board = view.board() if view is not None else None
        if view is None or board is None or spot is None:
            return  # it has gone meanwhile
        chosen = view.selected()
        if name == self.setFocusAction():
            view.setFocus()
            view.focus_on(spot)
        elif name == self.showMenuAction():
            view.focus_on(spot)
            view.choose([] if post_id is None else chosen if post_id in chosen else [post_id])
            view.ask_for_menu()
        elif name == self.pressAction() and post_id is None:
            view.newRequested.emit(board.rows[spot.row].page.id, board.days[spot.column].date)
        elif name == self.pressAction():
            view.openRequested.emit(post_id)
        elif name == self.toggleAction() and post_id is not None:
            view.choose([i for i in chosen if i != post_id] if post_id in chosen else [*chosen, post_id])
        elif name in DAYS and post_id is not None:
            placements = shifted(board, [post_id], DAYS[name], 0)
            if placements:
                view.shiftRequested.emit(placements)

    def _post_id(self) -> str | None:
        board = self._node.tree.board()
        card = board.card(self._node.spot) if board is not None else None
        return card.id if card is not None else None
