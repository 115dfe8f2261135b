"""The rows of a proposal: a tick before each, and a day and a time that can be changed."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal

from smcal.planning.proposal import Item
from smcal_ui.proposal.editing import DAY, TIME
from smcal_ui.widgets.table import Column, Index, ValueModel

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
Role = Qt.ItemDataRole


class Row(NamedTuple):
    """One proposed post in words."""

    item: Item
    day: str
    time: str
    page: str
    title: str
    origin: str
    why: str
    changed: bool = False  # somebody gave it another place, or took another post


class TickModel(ValueModel):
    """Rows with a tick before the first column."""

    ticked = Signal()
    placed = Signal(object, object, object)  # Item, the day and the time that somebody wants for it

    def __init__(self, columns: Sequence[Column], parent: Any, tint: Callable[[Any], str] = lambda value: "") -> None:
        super().__init__(columns, parent, tint)
        self.off: set[str] = set()  # posts without a tick

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Besides words: the tick, and the day or time itself for an editor."""
        if index.isValid() and role == Role.CheckStateRole and index.column() == DAY:
            return UNCHECKED if self._post(index).id in self.off else CHECKED
        if index.isValid() and role == Role.EditRole and index.column() in (DAY, TIME):
            return self._post(index).date if index.column() == DAY else self._post(index).time
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days have a tick, days and times can be edited."""
        found = super().flags(index)
        if index.isValid() and index.column() == DAY:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() in (DAY, TIME) else found

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Tick, or ask for another place: whoever listens decides about it."""
        if not index.isValid():
            return False
        if role == Role.CheckStateRole:
            self.tick([index.row()], Qt.CheckState(value) is CHECKED)
        elif role == Role.EditRole:
            item, post = self.values[index.row()].item, self._post(index)
            day, time = (value, post.time) if index.column() == DAY else (post.date, value)
            self.placed.emit(item, day, time)
        return True

    def tick(self, rows: Sequence[int], on: bool) -> None:
        """Give rows a tick, or take it."""
        ids = {self.values[row].item.post.id for row in rows}
        self.off = self.off - ids if on else self.off | ids
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.values) - 1, len(self.columns) - 1))
        self.ticked.emit()

    def _post(self, index: Index) -> Any:
        return self.values[index.row()].item.post
