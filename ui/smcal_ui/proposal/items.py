"""The posts of a proposal as a table with ticks."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from smcal.planning.proposal import Item
from smcal.words import _
from smcal_ui.widgets.table import Column, Index, ValueModel, ValueTable

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Row(NamedTuple):
    """One proposed post in words."""

    item: Item
    day: str
    time: str
    page: str
    title: str
    origin: str
    why: str


class TickModel(ValueModel):
    """Rows with a tick before the first column."""

    ticked = Signal()

    def __init__(self, columns: Sequence[Column], parent: Any, tint: Callable[[Any], str] = lambda value: "") -> None:
        super().__init__(columns, parent, tint)
        self.off: set[str] = set()  # posts without a tick

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and index.column() == 0 and role == Qt.ItemDataRole.CheckStateRole:
            return UNCHECKED if self.values[index.row()].item.post.id in self.off else CHECKED
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) is CHECKED)
        return True

    def tick(self, rows: Sequence[int], on: bool) -> None:
        """Give rows a tick, or take it."""
        ids = {self.values[row].item.post.id for row in rows}
        self.off = self.off - ids if on else self.off | ids
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.values) - 1, len(self.columns) - 1))
        self.ticked.emit()


class ItemTable(ValueTable):
    """Space, Enter and a click on the box tick or untick a post."""

    MODEL = TickModel
    ticked = Signal()

    def __init__(self, *, pages: bool) -> None:
        columns = [
            Column(_("Day"), lambda row: row.day),
            Column(_("Time"), lambda row: row.time),
            *([Column(_("Page"), lambda row: row.page, widest=200)] if pages else []),
            Column(_("Post"), lambda row: row.title, wide=True),
            Column(_("Comes from"), lambda row: row.origin),
            Column(_("Why"), lambda row: row.why, widest=250),
        ]
        super().__init__(_("Proposed posts"), columns, self._tint_of)
        self.ticks.ticked.connect(self.ticked)
        self.chosen.connect(self._toggle)

    @property
    def ticks(self) -> TickModel:
        """The rows with their ticks."""
        assert isinstance(self._model, TickModel)
        return self._model

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show a fresh proposal, everything ticked."""
        self.ticks.off = set()
        self.show_values(rows)

    def items(self) -> list[Item]:
        """The posts with a tick."""
        return [row.item for row in self.values if row.item.post.id not in self.ticks.off]

    def tick_all(self, on: bool) -> None:
        """Tick everything, or nothing."""
        if self.values:
            self.ticks.tick(range(len(self.values)), on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks whichever column is the current one."""
        if event.key() == Qt.Key.Key_Space and self.current() is not None:
            self._toggle(self.current())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a box makes its row the current one too."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.choose(index.row())

    def _toggle(self, row: Row) -> None:
        number = self.values.index(row)
        self.ticks.tick([number], row.item.post.id in self.ticks.off)

    def _tint_of(self, row: Row) -> str:
        return "faint" if row.item.post.id in self.ticks.off else ""
