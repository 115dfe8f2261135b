"""The findings of the shown week, like the problems list of an editor: choosing one jumps to its post."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

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
        self.table.model_of_lines.show(lines)
        self.heading.setText(_heading(lines))
        self.table.setVisible(bool(lines))
        if lines:
            self._widen(lines)

    @property
    def lines(self) -> list[Line]:
        """What is shown."""
        return self.table.model_of_lines.lines

    def _widen(self, lines: list[Line]) -> None:
        """Clause and page as wide as they need, within limits: the sentence gets the rest."""
        letters = self.table.fontMetrics()
        for column, texts, beside, widest in (
            (0, {line.clause for line in lines}, 40, 170),
            (1, {line.page for line in lines}, 16, 240),
        ):
            longest = max(sorted(texts, key=len)[-3:], key=letters.horizontalAdvance)
            self.table.wanted[column] = min(letters.horizontalAdvance(longest) + beside + 12, widest)
        self.table.fit()

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        self.jumpRequested.emit(self.lines[row].finding)


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
