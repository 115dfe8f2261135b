"""The findings of the shown week, like the problems list of an editor: choosing one jumps to its post."""

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from smcal.regulation import Finding, Severity, clause_text
from smcal.words import _, ngettext, spoken
from smcal_ui.theme import Theme
from smcal_ui.widgets.labels import PlainLabel

Index = QModelIndex | QPersistentModelIndex
DOT = 8


class Line(NamedTuple):
    """One finding as it is shown: where it is from, and what it says."""

    finding: Finding
    clause: str
    page: str
    text: str


class FindingsModel(QAbstractTableModel):
    """Findings as lines of three columns: the clause, the page, the sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Replace what is shown."""
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.clause, line.page, line.text)[index.column()]
        if role == Qt.ItemDataRole.UserRole:
            return line.finding.severity
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = _("required") if line.finding.severity is Severity.REQUIRED else _("advice")
            return f"{kind}: {line.page}: {line.text}"
        return None


class SeverityDelegate(QStyledItemDelegate):
    """Draws a dot in the colour of the severity before the clause; required ones are filled, advice is a ring."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        required = index.data(Qt.ItemDataRole.UserRole) == Severity.REQUIRED
        colour = QColor(self._theme.colour("bad" if required else "warn"))
        box = option.rect
        inner = QStyleOptionViewItem(option)
        inner.rect = box.adjusted(DOT + 20, 0, 0, 0)
        super().paint(painter, inner, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour)
        painter.setBrush(colour if required else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRect(box.left() + 16, box.center().y() - DOT // 2 + 1, DOT, DOT))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + DOT + 24, max(hint.height(), 28))


class FindingsList(QWidget):
    """Heading with the count, and the lines; without findings it says that the week is in order."""

    jumpRequested = Signal(object)  # Finding

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = PlainLabel(role="strong")
        self._model = FindingsModel(self)
        self._table = QTableView()
        self._table.setModel(self._model)
        self._delegate = SeverityDelegate(theme, self)
        self._table.setItemDelegateForColumn(0, self._delegate)
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self._heading.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self._heading)
        column.addWidget(self._table)
        self._table.clicked.connect(self._on_chosen)
        self._table.activated.connect(self._on_chosen)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._delegate.set_theme(theme)
        self._table.viewport().update()

    def show_findings(self, lines: list[tuple[Finding, str, str]]) -> None:
        """Show findings, each with its page and sentence, required ones first."""
        words = spoken()
        ordered = sorted(lines, key=lambda line: line[0].severity is not Severity.REQUIRED)
        self._model.show([Line(f, clause_text(f.clause, words), page, text) for f, page, text in ordered])
        count = len(lines)
        self._heading.setText(
            ngettext("{n} finding", "{n} findings", count).format(n=count)
            if count
            else _("No findings: this week is in order.")
        )
        self._table.setVisible(bool(count))

    def _dress(self) -> None:
        table = self._table
        table.setAccessibleName(_("Findings"))
        table.setShowGrid(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(0, 148)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        table.setColumnWidth(1, 220)
        table.horizontalHeader().setStretchLastSection(True)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.jumpRequested.emit(self._model.lines[index.row()].finding)
