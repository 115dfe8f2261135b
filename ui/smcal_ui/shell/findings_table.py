"""The lines of the findings: clause, page, sentence."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from smcal.words import _
from smcal_ui.planner.texts import Fitter
from smcal_ui.shell.findings_lines import Line, overridden
from smcal_ui.theme import TEXT, Theme
from smcal_ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DOT, LEFT, ROW = 8, 16, 26
PAD, BEHIND = 8, 34  # from a column's edge to its words; those of the first stand behind the dot
PAGE_FROM = 700  # pixels of width from which the page has a column of its own


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

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (line.clause, line.page, line.text)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{line.page}: {line.text}")
            case Qt.ItemDataRole.AccessibleTextRole:
                kind = _("required") if line.finding.blocks else _("overridden") if overridden(line) else _("advice")
                return f"{kind}: {line.page}: {line.text}"
        return None


class FindingsTable(QTableView):
    """Lines that are chosen by click or by Enter; walking with the arrows only reads.

    It paints its lines itself: Qt's way by a style sheet takes as long as the whole week. Before a line stands a dot in
    the colour of its severity, filled where something is required, a ring where it is advice; a tick where it is
    overridden.
    """

    chosen = Signal(int)  # row

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.wanted = {0: 100, 1: 200}  # widths of clause and page where there is room
        self.model_of_lines = FindingsModel(self)
        self._theme = theme
        self._fitter = Fitter(theme.font(TEXT))
        self.setModel(self.model_of_lines)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines in view."""
        with QPainter(self.viewport()) as painter:
            self._paint(painter, event.rect())

    def _paint(self, painter: QPainter, area: QRect) -> None:
        lines, colour = self.model_of_lines.lines, self._theme.colour
        painter.setFont(self._fitter.font)
        wide = self.viewport().width()
        columns = [(c, self.columnViewportPosition(c), self.columnWidth(c)) for c in range(3)]
        columns = [column for column in columns if not self.isColumnHidden(column[0])]
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        row = self.rowAt(max(area.top(), 0))
        while 0 <= row < len(lines) and (top := self.rowViewportPosition(row)) <= area.bottom():
            line, selected = lines[row], row in chosen
            if selected:
                painter.fillRect(0, top, wide, ROW, colour("accent.soft"))
            words = colour("text" if selected else "faint" if line.past else "quiet" if overridden(line) else "text")
            clause = colour("text" if selected else "faint" if line.past else "quiet")
            told = (line.clause, line.page, line.text)
            for column, x, width in columns:
                before = PAD if column else BEHIND
                painter.setPen(words if column else clause)
                self._say(painter, told[column], x + before, top, width - before - PAD)
            self._dot(painter, line, top)
            row += 1

    def _say(self, painter: QPainter, text: str, x: int, top: int, width: int) -> None:
        base = top + (ROW - self._fitter.line) / 2 + self._fitter.ascent
        painter.drawText(QPointF(x, base), self._fitter.one(text.replace("\n", " "), width))

    def _dot(self, painter: QPainter, line: Line, top: int) -> None:
        required, settled = line.finding.blocks, overridden(line)
        tone: QColor = self._theme.colour("bad" if required else "faint" if settled else "warn")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tone, 1.5))
        painter.setBrush(tone if required else Qt.BrushStyle.NoBrush)
        x = self.columnViewportPosition(0) + LEFT
        box = QRectF(x, top + (ROW - DOT) / 2, DOT, DOT)
        if settled:  # a tick: somebody has decided
            ends = (box.left(), box.center().y()), (box.center().x() - 1, box.bottom()), (box.right() + 1, box.top())
            painter.drawPolyline([QPointF(*end) for end in ends])
        else:
            painter.drawEllipse(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

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


def findings_table(theme: Theme) -> FindingsTable:
    """An empty table that looks like a list."""
    table = FindingsTable(theme)
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
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.horizontalHeader().setStretchLastSection(True)
    return table
