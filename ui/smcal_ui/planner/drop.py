"""What a drag asks and is told: a place to drop on, and the verdict on it."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec
from PySide6.QtCore import QPoint

from smcal.layout.board import Level


class Verdict(msgspec.Struct, frozen=True):
    """What dropping here would do: whether it is possible, how it is meant, and why in few words."""

    allowed: bool
    level: Level = Level.OK
    text: str = ""


class Drop(msgspec.Struct, frozen=True):
    """A place to drop on: a day of a page; page None keeps each post on its page, date None is the tray."""

    page_id: str | None
    date: dt.date | None


Preview = Callable[[Sequence[str], str | None, dt.date | None, bool], Verdict]
"""(ids, page_id, date, copy) -> what that drop would do. Asked once for every cell the pointer enters."""


class DropTarget(Protocol):
    """A widget that posts can be dropped on."""

    roomy: bool  # a place as large as a card: the card in hand stays over it

    @property
    def shows_words(self) -> bool:
        """Whether it paints all words of the verdict shown last; otherwise the card in hand carries them."""

    def drop_at(self, pos: QPoint) -> Drop | None:
        """The place at a position on the screen, or None where nothing can be dropped."""

    def show_verdict(self, drop: Drop | None, verdict: Verdict | None) -> None:
        """Light up one place, and let the last one go dark."""

    def take(self, ids: Sequence[str], drop: Drop, copy: bool) -> None:
        """Ask for the posts to be put there."""

    def near_edge(self, pos: QPoint) -> bool:
        """Whether a drag held here should bring more into view."""

    def lean(self, pos: QPoint) -> None:
        """Bring a little more into view; called every few milliseconds while the drag is held near an edge."""
