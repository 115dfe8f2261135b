"""The findings of the shown week, like the problems list of an editor: choosing one jumps to its post."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smcal.regulation import Finding
from smcal.words import _, ngettext
from smcal_ui.shell.findings_lines import Line, overridden
from smcal_ui.theme import Theme
from smcal_ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from smcal_ui.shell.findings_table import FindingsTable

MARGIN = 16


class FindingsList(QWidget):
    """Heading with the count, and the lines; without findings it says that the week is in order."""

    jumpRequested = Signal(object)  # Finding
    whyRequested = Signal(object, QRect)  # tuple[Finding, ...] of a line, where on the screen
    fixesRequested = Signal(object, QRect)
    menuRequested = Signal(object, QRect, QPoint)  # and where the menu opens

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.heading = PlainLabel(role="strong")
        self._table: FindingsTable | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)
        self.heading.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._column.addWidget(self.heading)
        self._column.addStretch()

    @property
    def table(self) -> "FindingsTable":
        """The lines. Made when first asked for: the first paint of a start knows of no findings yet."""
        if self._table is None:
            from smcal_ui.shell.findings_table import findings_table  # after the first paint

            self._table = table = findings_table(self._theme)
            table.hide()
            self._column.insertWidget(1, table, 1)
            table.clicked.connect(lambda index: self._on_chosen(index.row()))
            table.chosen.connect(self._on_chosen)
            table.whyRequested.connect(self._on_why)
            table.fixesRequested.connect(self._on_fixes)
            table.menuRequested.connect(self._on_menu)
            self.setFocusProxy(table)
        return self._table

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        if self._table is not None:
            self._table.set_theme(theme)

    @Slot(object)
    def show_lines(self, lines: list[Line]) -> None:
        """Show findings in their order."""
        self.table.show_lines(lines)
        self.heading.setText(_heading(lines))
        self.table.setVisible(bool(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whole lines only: half a line at the foot looks like a fault."""
        super().resizeEvent(event)
        if self._table is not None:
            row, room = self._table.verticalHeader().defaultSectionSize(), self.height() - self._table.y()
            self._table.setMaximumHeight(max(room // row, 1) * row)

    def prepare(self, lines: list[Line]) -> None:
        """Set the words of findings that may be shown next."""
        self.table.prepare(lines)

    @property
    def lines(self) -> list[Line]:
        """What is shown."""
        return self.table.model_of_lines.lines

    def current(self) -> tuple[Finding, ...] | None:
        """The findings of the chosen line."""
        row = self.table.currentIndex().row()
        return self.lines[row].all if 0 <= row < len(self.lines) else None

    def current_rect(self) -> QRect:
        """The chosen line on the screen."""
        return self.table.row_rect(self.table.currentIndex().row())

    def keep_place(self) -> Callable[[], None]:
        """Whoever has the keyboard here goes on at the same place once the lines are others: on the next one."""
        table, held = self.table, self.table.hasFocus()
        row = table.currentIndex().row()

        def back() -> None:
            if held and self.lines:
                table.selectRow(min(max(row, 0), len(self.lines) - 1))
                table.setFocus()

        return back

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        self.jumpRequested.emit(self.lines[row].finding)

    @Slot(int, QRect)
    def _on_why(self, row: int, near: QRect) -> None:
        self.whyRequested.emit(self.lines[row].all, near)

    @Slot(int, QRect)
    def _on_fixes(self, row: int, near: QRect) -> None:
        self.fixesRequested.emit(self.lines[row].all, near)

    @Slot(int, QRect, QPoint)
    def _on_menu(self, row: int, near: QRect, where: QPoint) -> None:
        self.menuRequested.emit(self.lines[row].all, near, where)


def _heading(lines: list[Line]) -> str:
    if not lines:
        return _("No findings: this week is in order.")
    past = sum(line.past for line in lines)
    settled = sum(overridden(line) and not line.past for line in lines)
    count = len(lines) - past - settled
    text = _("Findings · {n}").format(n=count) if count else _("Nothing to mend any more")
    if settled:
        text += " · " + ngettext("{n} overridden", "{n} overridden", settled).format(n=settled)
    if past:
        text += " · " + ngettext("{n} about days gone by", "{n} about days gone by", past).format(n=past)
    return text
