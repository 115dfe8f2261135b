"""Lists whose order people choose: a value goes up or down among its like."""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import Slot

from smcal.model import Branch, Page
from smcal.words import _
from smcal_ui.dialogs.library.tab import Deed, ListTab

V = TypeVar("V", Branch, Page)


class OrderedTab(ListTab):
    """A list with buttons that move the chosen value."""

    REORDERING: str
    """What the step is called, marked for translation."""

    def order_deeds(self) -> tuple[Deed, Deed]:
        """The buttons."""
        return Deed("up", _("&Up"), self._on_up), Deed("down", _("Do&wn"), self._on_down)

    def like(self, value: Any) -> Sequence[Any]:
        """Those that a value stands in order with, itself included."""
        return self.table.values

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        value = self.table.current()
        changed = renumbered(self.like(value), value, by)
        if changed:
            self.desk.do(self.REORDERING, lambda work: [work.put(one) for one in changed])
            self.choose(value.id)


def renumbered(values: Sequence[V], moved: V, by: int) -> list[V]:
    """The values with new positions after moving one by a place; empty where it stands at the end already."""
    order = list(values)
    place = [value.id for value in order].index(moved.id)
    if not 0 <= place + by < len(order):
        return []
    order.insert(place + by, order.pop(place))
    return [msgspec.structs.replace(value, position=number) for number, value in enumerate(order)]
