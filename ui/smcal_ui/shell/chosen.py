"""Which posts are chosen: in the week, in the tray, or just moved out of sight."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Signal, Slot

from smcal.layout.board import Card, WeekBoard
from smcal.model import Period, Post
from smcal.store.changes import ChangeSet
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.planner.tray import Tray
from smcal_ui.planner.view import WeekView


class Chosen(QObject):
    """One choice for week and tray. It goes with its posts: a post that is moved stays chosen wherever it goes.

    Whoever leafs through the weeks leaves behind what is not there.
    """

    changed = Signal(list)  # ids; the inspector shows them, commands act on them

    def __init__(self, desk: Desk, view: WeekView, tray: Tray) -> None:
        super().__init__(view)
        self._desk, self._view, self._tray = desk, view, tray
        self._ids: list[str] = []
        self._week: Period | None = None
        self._quiet = False
        view.selectionChanged.connect(self._on_view)
        tray.selectionChanged.connect(self._on_tray)
        for part in (view, tray):
            part.viewport().installEventFilter(self)

    @property
    def ids(self) -> list[str]:
        """The chosen posts."""
        return list(self._ids)

    @Slot(object)
    def show_board(self, board: WeekBoard) -> None:
        """Show a week; what was chosen stays so where it still is in sight or was moved away from here."""
        leafed = self._week is not None and board.week != self._week
        self._week = board.week
        with self._quietly():
            self._view.show_board(board)
        self._follow(leafed)

    @Slot(list)
    def show_cards(self, cards: list[Card]) -> None:
        """Show the tray, likewise."""
        with self._quietly():
            self._tray.show_cards(cards)
        self._follow(leafed=False)

    def take(self, ids: Sequence[str]) -> None:
        """Choose posts and bring them into view; what is not in sight is chosen all the same."""
        with self._quietly():
            self._view.select(ids)
            self._tray.select([] if self._view.selected() else ids)
        self._settle(list(ids))

    def take_back(self, step: ChangeSet) -> None:
        """Choose the posts that a step brings back, where nothing else is chosen."""
        back = [c.id for c in step.changes if isinstance(c.after, Post) and c.after.binned is None]
        if back and not self._ids:
            self.take(back)

    def is_away(self) -> bool:
        """Whether the chosen posts are neither in the shown week nor in the tray."""
        return bool(self._ids) and not self._view.selected() and not self._tray.selected()

    def whereabouts(self) -> str:
        """Where the chosen post is when it is in another week, in a sentence; otherwise ""."""
        post = self._desk.post(self._ids[0]) if len(self._ids) == 1 and self.is_away() else None
        if post is None or post.date is None or (self._week is not None and post.date in self._week):
            return ""
        return _("In another week now: {day}.").format(day=self._desk.dates.full_day(post.date))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click into the week or the tray lets go of what is out of sight."""
        if event.type() is QEvent.Type.MouseButtonPress and self.is_away():
            self._settle([])
        return super().eventFilter(watched, event)

    def _follow(self, leafed: bool) -> None:
        """Choose the same posts where they are now."""
        ids = self._ids
        if not ids:
            return
        with self._quietly():
            here, there = self._view.selected(), self._tray.selected()
            self._view.choose(ids)
            if set(self._view.selected()) - set(here):
                self._view.select(self._view.selected())
            found = self._view.selected()
            self._tray.choose([] if found else ids)
            if set(self._tray.selected()) - set(there):
                self._tray.select(self._tray.selected())
        found = found or self._tray.selected()
        self._settle(found or ([] if leafed else [post_id for post_id in ids if self._is_planned(post_id)]))

    def _is_planned(self, post_id: str) -> bool:
        post = self._desk.post(post_id)
        return post is not None and post.binned is None

    def _settle(self, ids: list[str]) -> None:
        if ids != self._ids:
            self._ids = ids
            self.changed.emit(list(ids))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What week and tray lose meanwhile was not let go by a person."""
        self._quiet = True
        yield
        self._quiet = False

    @Slot(list)
    def _on_view(self, ids: list[str]) -> None:
        self._on_person(ids, self._tray)

    @Slot(list)
    def _on_tray(self, ids: list[str]) -> None:
        self._on_person(ids, self._view)

    def _on_person(self, ids: list[str], other: WeekView | Tray) -> None:
        if self._quiet:
            return
        if ids:
            with self._quietly():
                other.choose([])
        self._settle(ids or other.selected())
