"""What a click on a cell does: go to its posts, or make one on its topic where it is owed."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from smcal.layout.coverage import CoverageBoard
from smcal.model import Page, Post
from smcal.store.work import Work
from smcal.words import N_, _
from smcal_ui.coverage import making
from smcal_ui.coverage.grid import Cell
from smcal_ui.coverage.making import Chance
from smcal_ui.coverage.view import CoverageView
from smcal_ui.coverage.words import Teller
from smcal_ui.desk import Desk


class Gaps(QObject):
    """Acts at once where there is one thing to do, else opens a menu below the cell."""

    jumpRequested = Signal(str)  # id of a post to go to
    made = Signal(list)  # the posts just made: one step
    refused = Signal(str)

    def __init__(self, desk: Desk, view: CoverageView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self.menu: QMenu | None = None

    def press(self, board: CoverageBoard, cell: Cell, pages: list[Page], teller: Teller) -> None:
        """Act on a cell of a board about these pages."""
        posts, untold = board.posts_in(*cell), cell.row == len(board.rows)
        missing = self._missing(board, cell, pages) if posts and not untold else []
        if len(posts) == 1 and not missing:
            self.jumpRequested.emit(posts[0].id)
        elif posts:
            self._open_list(cell, posts, missing, teller)
        elif untold:
            return  # a post without a topic fills no gap
        elif self._desk.workspace.read_only:
            self.refused.emit(_("Open for reading only: no post can be made."))
        else:
            self._fill(board, cell, pages, teller)

    def _fill(self, board: CoverageBoard, cell: Cell, pages: list[Page], teller: Teller) -> None:
        """One page with a day in the column: at once. Otherwise it is asked for."""
        found = making.chances(self._desk, board, cell, pages)
        if len(found) == 1 and found[0].filling is not None and found[0].filling.inside:
            self._make([found[0].filling.post])
        else:
            self._open_offers(board, cell, found, teller)

    def _missing(self, board: CoverageBoard, cell: Cell, pages: list[Page]) -> list[Chance]:
        """Pages that still owe a post on the topic of a cell with posts of others, as far as it has a day for them."""
        if not board.rows[cell.row].gaps or self._desk.workspace.read_only:
            return []
        found = making.chances(self._desk, board, cell, pages)
        return [chance for chance in found if chance.filling is not None and chance.filling.inside]

    def _open_list(self, cell: Cell, posts: tuple[Post, ...], missing: list[Chance], teller: Teller) -> None:
        menu = QMenu(self._view)
        for post in posts:
            menu.addAction(teller.post(post).replace("&", "&&"), partial(self.jumpRequested.emit, post.id))
        if missing:
            menu.addSeparator()
        for chance in missing:
            assert chance.filling is not None
            text = _("New post: {where}").format(where=making.offer_text(self._desk, chance, teller.names, named=True))
            menu.addAction(text.replace("&", "&&"), partial(self._make, [chance.filling.post]))
        self._pop_up(menu, cell)

    def _open_offers(self, board: CoverageBoard, cell: Cell, found: list[Chance], teller: Teller) -> None:
        menu = QMenu(self._view)
        here = [chance.filling.post for chance in found if chance.filling is not None and chance.filling.inside]
        if not here:
            topic, last = board.rows[cell.row].topic, board.columns[cell.column].last
            menu.addAction(making.why_not_here(self._desk, topic, last, found)).setEnabled(False)
        if len(here) > 1:
            menu.addAction(making.all_text(len(here)), partial(self._make, here))
            menu.addSeparator()
        for chance in found:
            text = making.offer_text(self._desk, chance, teller.names, named=len(found) > 1)
            action = menu.addAction(text.replace("&", "&&"))
            action.setEnabled(chance.filling is not None)
            if chance.filling is not None:
                action.triggered.connect(partial(self._on_offer, [chance.filling.post]))
        self._pop_up(menu, cell, skip=len(here) > 1)

    def _pop_up(self, menu: QMenu, cell: Cell, *, skip: bool = False) -> None:
        """Below a cell; `skip`: Enter is not for the first entry."""
        self.menu = menu
        menu.aboutToHide.connect(menu.deleteLater)
        enabled = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
        menu.popup(self._view.mapToGlobal(self._view.rect_of(cell).bottomLeft() + QPoint(0, 2)))
        if enabled:
            menu.setActiveAction(enabled[1 if skip else 0])

    def _on_offer(self, posts: list[Post], _checked: bool = False) -> None:
        self._make(posts)

    def _make(self, posts: list[Post]) -> None:
        def put(work: Work) -> list[Post]:
            return [work.put(post) for post in posts]

        made = self._desk.do(N_("New post on a topic"), put)
        if made is not None:  # else the desk has told why
            self.made.emit(made)
