"""The findings of the shown week, like the problems list of an editor: choosing one jumps to its post."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from smcal.regulation import Severity
from smcal.words import _, ngettext
from smcal_ui.shell.findings_lines import Line
from smcal_ui.theme import Theme
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DOT, LEFT, ROW = 8, 16, 26
PAGE_FROM = 700  # pixels of width from which the page has a column of its own


class FindingsModel(QAbstractTableModel):
    """Findings as lines of three columns: the clause, the page, the sentence."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines: list[Line] = []

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme

    def show(self, lines: list[Line]) -> None:
        """Replace what is shown."""
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        return self._shown(line, index.column(), role)

    def _shown(self, line: Line, column: int, role: int) -> object:
        kind = _("required") if line.finding.severity is Severity.REQUIRED else _("advice")
        shade = "faint" if line.past else "text" if column else "quiet"
        roles: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: (line.clause, line.page, line.text)[column],
            Qt.ItemDataRole.UserRole: line.finding.severity is Severity.REQUIRED,
            Qt.ItemDataRole.ToolTipRole: plain_tip(f"{line.page}: {line.text}"),
            Qt.ItemDataRole.AccessibleTextRole: f"{kind}: {line.page}: {line.text}",
            Qt.ItemDataRole.ForegroundRole: self._theme.colour(shade),
        }
        return roles.get(role)


class SeverityDelegate(QStyledItemDelegate):
    """Draws a dot in the colour of the severity before the clause; required ones are filled, advice is a ring."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, then the dot."""
        required = bool(index.data(Qt.ItemDataRole.UserRole))
        colour = self._theme.colour("bad" if required else "warn")
        box = QRectF(option.rect)
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if required else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(box.left() + LEFT, box.center().y() - DOT / 2, DOT, DOT))
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The words begin behind the dot."""
        super().initStyleOption(option, index)
        option.text = "\u2003\u2003" + option.text

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the dot too."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 8, max(hint.height(), ROW))


class FindingsTable(QTableView):
    """Lines that are chosen by click or by Enter; walking with the arrows only reads."""

    chosen = Signal(int)  # row

    def __init__(self) -> None:
        super().__init__()
        self.wanted = {0: 100, 1: 200}  # widths of clause and page where there is room

    def fit(self) -> None:
        """In a narrow window clause and page give way: the sentence says most."""
        for column, width in self.wanted.items():
            self.setColumnWidth(column, min(width, self.viewport().width() * 27 // 100))
        self.setColumnHidden(1, self.viewport().width() < PAGE_FROM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space jump."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come in on the first line."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))


class FindingsList(QWidget):
    """Heading with the count, and the lines; without findings it says that the week is in order."""

    jumpRequested = Signal(object)  # Finding

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel(role="strong")
        self.table = FindingsTable()
        self._model = FindingsModel(theme, self)
        self.table.setModel(self._model)
        self._delegate = SeverityDelegate(theme, self)
        self.table.setItemDelegateForColumn(0, self._delegate)
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self.heading.setContentsMargins(LEFT, 0, LEFT, 0)
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        column.addStretch()
        self.table.clicked.connect(self._on_clicked)
        self.table.chosen.connect(self._on_chosen)
        self.setFocusProxy(self.table)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._delegate.set_theme(theme)
        self._model.set_theme(theme)
        self.table.viewport().update()

    def show_lines(self, lines: list[Line]) -> None:
        """Show findings in their order."""
        self._model.show(lines)
        self.heading.setText(_heading(lines))
        self.table.setVisible(bool(lines))
        if lines:
            self._widen(lines)

    @property
    def lines(self) -> list[Line]:
        """What is shown."""
        return self._model.lines

    def _widen(self, lines: list[Line]) -> None:
        """Clause and page as wide as they need, within limits: the sentence gets the rest."""
        letters = self.table.fontMetrics()
        for column, texts, beside, widest in (
            (0, {line.clause for line in lines}, LEFT + DOT + 16, 170),
            (1, {line.page for line in lines}, 16, 240),
        ):
            longest = max(sorted(texts, key=len)[-3:], key=letters.horizontalAdvance)
            self.table.wanted[column] = min(letters.horizontalAdvance(longest) + beside + 12, widest)
        self.table.fit()

    def _dress(self) -> None:
        table = self.table
        table.setObjectName("findings")
        table.setAccessibleName(_("Findings"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.verticalHeader().setMinimumSectionSize(ROW)
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setStretchLastSection(True)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._on_chosen(index.row())

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        self.jumpRequested.emit(self._model.lines[row].finding)


def _heading(lines: list[Line]) -> str:
    if not lines:
        return _("No findings: this week is in order.")
    past = sum(line.past for line in lines)
    count = len(lines) - past
    text = _("Findings · {n}").format(n=count) if count else _("Nothing to mend any more")
    if past:
        text += " · " + ngettext("{n} about days gone by", "{n} about days gone by", past).format(n=past)
    return text
