"""Values as a table: a list of columns over a list of values."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from smcal_ui.widgets.labels import plain_hint
from smcal_ui.widgets.shade import shade
from smcal_ui.widgets.tinted import Tinted

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = 30  # pixels
PADDING = 24  # pixels beside the words of a cell, left and right together
ROWS = 6  # that a table asks room for
WRAPPED = 300  # rows at most whose texts wrap: every one is measured


class Column(NamedTuple):
    """One column: its heading, what it shows of a value, and whether it takes the room that is left."""

    heading: str
    show: Callable[[Any], str]
    wide: bool = False
    widest: int = 280  # pixels, of a column that is not wide
    tinted: bool = True  # takes the colour of its row


class ValueModel(QAbstractTableModel):
    """Values in rows. `tint` gives the meaning of a row's colour ("bad", "faint"), or "" for the usual one."""

    def __init__(
        self, columns: Sequence[Column], parent: QWidget, tint: Callable[[Any], str] = lambda value: ""
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.values: list[Any] = []
        self._tint = tint

    def show(self, values: Sequence[Any]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.values = list(values)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.values)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.values[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self.columns[index.column()].show(value).split("\n"))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_hint(self.columns[index.column()].show(value))
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(self._tint(value)) if self.columns[index.column()].tinted else None
        return None

    def _colour(self, meaning: str) -> QColor | None:
        parent = self.parent()
        return shade(parent, meaning) if meaning and isinstance(parent, QWidget) else None


class ValueTable(QTableView):
    """A quiet table of values: whole rows are chosen; Enter and a double click act on one."""

    MODEL: type[ValueModel] = ValueModel
    chosen = Signal(object)  # the value that Enter or a double click is for
    moved = Signal()  # another row is the current one, or none

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        tint: Callable[[Any], str] = lambda value: "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self._model = self.MODEL(columns, self, tint)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self._dress()
        self._wraps = wrap
        self._fit_rows(0)
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self.moved)
        self._model.modelReset.connect(self.moved)

    def show_values(self, values: Sequence[Any]) -> None:
        """Replace the rows; the current row stays at its place as far as there is one."""
        row = self.currentIndex().row()
        self._fit_rows(len(values))
        self._model.show(values)
        self._widen()
        if values:
            self.setCurrentIndex(self._model.index(min(max(row, 0), len(values) - 1), 0))

    @property
    def values(self) -> list[Any]:
        """What is shown, in order."""
        return self._model.values

    def current(self) -> Any:
        """The value of the current row, or None."""
        row = self.currentIndex().row()
        return self._model.values[row] if 0 <= row < len(self._model.values) else None

    def current_rect(self) -> QRect:
        """The chosen line on the screen."""
        top = self.visualRect(self.currentIndex()).top()
        corner = self.viewport().mapToGlobal(QPoint(0, top))
        return QRect(corner, QSize(self.viewport().width(), self.rowHeight(self.currentIndex().row())))

    def choose(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._model.index(row, 0))

    def sizeHint(self) -> QSize:
        """Room for the heading and six rows at least."""
        high = self.horizontalHeader().sizeHint().height() + ROWS * ROW + 2 * self.frameWidth()
        return super().sizeHint().expandedTo(QSize(0, high))

    def sizeHintForRow(self, row: int) -> int:
        """Where texts wrap, as high as the highest: Qt itself forgets the padding of the cells."""
        if not self.wordWrap():
            return super().sizeHintForRow(row)
        texts, letters = self._model, self.fontMetrics()
        boxes = (
            letters.boundingRect(
                QRect(0, 0, max(self.columnWidth(column) - PADDING, 1), 1 << 20),
                Qt.TextFlag.TextWordWrap,
                texts.data(texts.index(row, column)) or "",
            )
            for column in range(texts.columnCount())
        )
        return max(box.height() for box in boxes) + ROW // 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current() is not None:
            self.chosen.emit(self.current())
            return
        super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setItemDelegate(Tinted(self))
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(56)

    def _fit_rows(self, count: int) -> None:
        """Where it is wished, rows as high as their texts, as long as the list is short."""
        if not self._wraps:
            return
        wraps, mode = count <= WRAPPED, QHeaderView.ResizeMode
        self.setWordWrap(wraps)
        self.verticalHeader().setSectionResizeMode(mode.ResizeToContents if wraps else mode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW)

    def _widen(self) -> None:
        """Columns as wide as what they hold; the wide ones share the rest."""
        header = self.horizontalHeader()
        for number, column in enumerate(self._model.columns):
            if column.wide:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                fitting = max(self.sizeHintForColumn(number), header.sectionSizeHint(number))
                self.setColumnWidth(number, min(fitting + 12, column.widest))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.values[index.row()])
