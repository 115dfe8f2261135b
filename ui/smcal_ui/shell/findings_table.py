"""The lines of the findings: clause, page, sentence."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from smcal.words import _
from smcal_ui.shell.findings_lines import Line, overridden
from smcal_ui.shell.findings_links import KEYS, MEND, WHY, LineLinks
from smcal_ui.shell.findings_marks import ROW, LineMarks
from smcal_ui.theme import Theme
from smcal_ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LEFT = 16
PAD, BEHIND = 8, 34  # from a column's edge to its words; those of the first stand behind the dot
PAGE_FROM = 700  # pixels of width from which the page has a column of its own


def wanted_by(lines: list[Line], letters: QFontMetrics) -> tuple[int, int]:
    """Pixels that clause and page of some lines need, within limits: the sentence gets the rest."""

    def longest(texts: set[str], beside: int, most: int) -> int:
        widest = max(map(letters.horizontalAdvance, sorted(texts, key=len)[-3:]), default=0)
        return min(widest + beside + 12, most)

    return longest({line.clause for line in lines}, 40, 170), longest({line.page for line in lines}, 16, 240)


def granted(wanted: int, wide: int) -> int:
    """In a narrow window clause and page give way: the sentence says most."""
    return min(wanted, wide * 27 // 100)


def columns_in(wide: int, wanted: tuple[int, int]) -> list[tuple[int, int, int]]:
    """Each column that is shown in so many pixels: its number, where its words begin, and their room."""
    clause, page = granted(wanted[0], wide), granted(wanted[1], wide) if wide >= PAGE_FROM else 0
    edges = ((0, BEHIND, clause), (1, clause + PAD, clause + page), (2, clause + page + PAD, wide))
    return [(number, x, end - PAD - x) for number, x, end in edges if end - PAD > x]


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
                return line.told[index.column()]
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
    overridden. The line under the pointer and the chosen one show two links at their end: why, and what mends it.
    """

    chosen = Signal(int)  # row
    whyRequested = Signal(int, QRect)  # row, where on the screen
    fixesRequested = Signal(int, QRect)
    menuRequested = Signal(int, QRect, QPoint)  # row, its rectangle, where the menu opens

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.wanted = (100, 200)  # widths of clause and page where there is room
        self.model_of_lines = FindingsModel(self)
        self._theme = theme
        self._marks = LineMarks(theme)
        self._links = LineLinks(theme)
        self._over = -1  # the row under the pointer
        self.setModel(self.model_of_lines)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._marks, self._links = LineMarks(theme), LineLinks(theme)
        self.viewport().update()

    def row_rect(self, row: int) -> QRect:
        """A row on the screen."""
        top = self.rowViewportPosition(row)
        corner = self.viewport().mapToGlobal(QPoint(LEFT, top))
        return QRect(corner, QRect(0, 0, self.viewport().width() - LEFT, ROW).size())

    def link_rect(self, row: int, link: str) -> QRect:
        """Where the link of a row stands in the viewport."""
        return self._links.rect(link, self.viewport().width(), self.rowViewportPosition(row))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines in view."""
        with QPainter(self.viewport()) as painter:
            self._paint(painter, event.rect())

    def _paint(self, painter: QPainter, area: QRect) -> None:
        lines, colour, marks = self.model_of_lines.lines, self._theme.colour, self._marks
        dpr, wide = painter.device().devicePixelRatio(), self.viewport().width()
        columns = columns_in(wide, self.wanted)
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        painter.setFont(marks.font)
        row = self.rowAt(max(area.top(), 0))
        while 0 <= row < len(lines) and (top := self.rowViewportPosition(row)) <= area.bottom():
            line, selected = lines[row], row in chosen
            if selected:
                painter.fillRect(0, top, wide, ROW, colour("accent.soft"))
            words = colour("text" if selected else "faint" if line.past else "quiet" if overridden(line) else "text")
            clause = colour("text" if selected else "faint" if line.past else "quiet")
            linked = selected or row == self._over
            for column, x, width in columns:
                painter.setPen(words if column else clause)
                room = width - (self._links.width if linked and column == 2 else 0)
                painter.drawStaticText(QPointF(x, top + marks.above), marks.words(line.told[column], room))
            if linked:
                self._links.paint(painter, wide, top)
                painter.setFont(marks.font)
            painter.drawPixmap(LEFT - 1, top, marks.sign(line, dpr))
            row += 1

    def prepare(self, lines: list[Line]) -> None:
        """Set the words of findings that may be shown next, so many as there is room for."""
        columns = columns_in(self.viewport().width(), wanted_by(lines, self.fontMetrics()))
        for line in lines[: self.viewport().height() // ROW + 1]:
            for column, _x, room in columns:
                self._marks.words(line.told[column], room)

    def show_lines(self, lines: list[Line]) -> None:
        """Show other lines; clause and page become as wide as these need."""
        self.model_of_lines.show(lines)
        self.wanted = wanted_by(lines, self.fontMetrics())
        self.fit()

    def fit(self) -> None:
        """In a narrow window clause and page give way: the sentence says most."""
        wide = self.viewport().width()
        for column, width in enumerate(self.wanted):
            self.setColumnWidth(column, granted(width, wide))
        self.setColumnHidden(1, wide < PAGE_FROM)

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

    def viewportEvent(self, event: QEvent) -> bool:
        """The tip of a link is its key."""
        if isinstance(event, QHelpEvent) and (link := self._link_at(event.pos())) is not None:
            QToolTip.showText(event.globalPos(), KEYS[link], self.viewport())
            return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The line under the pointer shows its links, and the pointer is a hand on them."""
        self._hover(self.rowAt(round(event.position().y())))
        on_link = self._link_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A link does what it says; anything else on a line jumps."""
        link, row = self._link_at(event.position().toPoint()), self.rowAt(round(event.position().y()))
        if event.button() is not Qt.MouseButton.LeftButton:
            return  # a menu comes, and nothing is chosen that one did not ask for
        if link is None:
            super().mousePressEvent(event)
            return
        self.selectRow(row)
        near = self.link_rect(row, link)
        on_screen = QRect(self.viewport().mapToGlobal(near.topLeft()), near.size())
        (self.whyRequested if link == WHY else self.fixesRequested).emit(row, on_screen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on a link was all there is to it."""
        if self._link_at(event.position().toPoint()) is None:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the line under the pointer, or of the chosen one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row = self.currentIndex().row() if by_key else self.rowAt(event.pos().y())
        if row >= 0:
            self.selectRow(row)
            near = self.row_rect(row)
            self.menuRequested.emit(row, near, near.bottomLeft() if by_key else event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        """No line is under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._over:
            for changed in (row, self._over):
                if changed >= 0:
                    self.viewport().update(0, self.rowViewportPosition(changed), self.viewport().width(), ROW)
            self._over = row

    def _link_at(self, pos: QPoint) -> str | None:
        row = self.rowAt(pos.y())
        shown = row >= 0 and (row == self._over or self.selectionModel().isRowSelected(row, NOWHERE))
        return next((link for link in (WHY, MEND) if shown and self.link_rect(row, link).contains(pos)), None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come in on the first line; a click has its own, and must not be scrolled away from under the pointer."""
        super().focusInEvent(event)
        clicked = event.reason() is Qt.FocusReason.MouseFocusReason
        if not clicked and not self.currentIndex().isValid() and self.model().rowCount():
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
    table.setMouseTracking(True)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(ROW)
    table.verticalHeader().setDefaultSectionSize(ROW)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.horizontalHeader().setStretchLastSection(True)
    return table
