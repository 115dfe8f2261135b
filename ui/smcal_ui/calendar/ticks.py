"""A table whose rows can be ticked."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from smcal_ui.widgets.table import ValueModel, ValueTable

Index = QModelIndex | QPersistentModelIndex


class TickModel(ValueModel):
    """The first column has a tick wherever there is something to accept."""

    ticksChanged = Signal()

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.can: Callable[[Any], bool] = lambda value: True
        self.ticked: set[int] = set()  # rows

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._has_tick(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and self._has_tick(index):
            return Qt.CheckState.Checked if index.row() in self.ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._has_tick(index):
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, rows: Sequence[int], on: bool) -> None:
        """Tick rows, or take their ticks away; rows with nothing to accept stay as they are."""
        touched = {row for row in rows if self.can(self.values[row])}
        self.ticked = self.ticked | touched if on else self.ticked - touched
        if touched:
            last = self.index(len(self.values) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
            self.ticksChanged.emit()

    def _has_tick(self, index: Index) -> bool:
        return index.isValid() and index.column() == 0 and self.can(self.values[index.row()])


class TickTable(ValueTable):
    """Space ticks the current row; all rows are ticked at first."""

    MODEL = TickModel
    ticksChanged = Signal()

    def __init__(self, *args: Any, can: Callable[[Any], bool], **named: Any) -> None:
        super().__init__(*args, **named)
        assert isinstance(self._model, TickModel)
        self._ticks = self._model
        self._ticks.can = can
        self._ticks.ticksChanged.connect(self.ticksChanged)

    def show_values(self, values: Sequence[Any]) -> None:
        """Replace the rows, everything ticked that can be."""
        self._ticks.ticked = {row for row, value in enumerate(values) if self._ticks.can(value)}
        super().show_values(values)
        self.ticksChanged.emit()

    @property
    def ticked(self) -> list[Any]:
        """The values of the ticked rows, in order."""
        return [self.values[row] for row in sorted(self._ticks.ticked)]

    def tick_all(self, on: bool) -> None:
        """Tick every row that can be, or none."""
        self._ticks.tick(range(len(self.values)), on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self._ticks.tick([row], row not in self._ticks.ticked)
            return
        super().keyPressEvent(event)
