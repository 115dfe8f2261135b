"""A tab that is a list: rows of values, and buttons for what can be done to them."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smcal_ui.desk import Desk
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.table import Column, ValueTable


class Deed(NamedTuple):
    """A button: its words, what it does, and whether it needs a chosen row."""

    name: str
    text: str
    run: Callable[[], object]
    needs_row: bool = True


class ListTab(QWidget):
    """Subclasses say which values there are; Enter and a double click on a row press the button named "edit"."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        columns: Sequence[Column],
        *,
        about: str = "",
        tint: Callable[[Any], str] = lambda value: "",
    ) -> None:
        super().__init__()
        self.desk = desk
        self.buttons: dict[str, QPushButton] = {}
        self.table = ValueTable(name, columns, tint)
        self._needs_row: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        if about:
            column.addWidget(PlainLabel(about, role="quiet", wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(self._row)
        self.table.chosen.connect(self._on_chosen)
        self.table.moved.connect(self._on_moved)

    def offer(self, *deeds: Deed) -> None:
        """Put buttons below the list, and show it."""
        for deed in deeds:
            made = self.buttons[deed.name] = button(deed.text)
            made.clicked.connect(deed.run)
            self._row.addWidget(made)
            if deed.needs_row:
                self._needs_row.append(made)
        self._row.addStretch()
        self.reload()

    def values(self) -> Sequence[Any]:
        """What the list shows now, in order."""
        raise TypeError(type(self).__name__)

    def reload(self) -> None:
        """Ask again for what there is."""
        self.table.show_values(self.values())
        self._on_moved()

    def choose(self, identifier: str) -> None:
        """Make the value of that id the current one."""
        for row, value in enumerate(self.table.values):
            if value.id == identifier:
                self.table.choose(row)

    @Slot(object)
    def _on_chosen(self, _value: object) -> None:
        self.buttons["edit"].click()

    @Slot()
    def _on_moved(self) -> None:
        for needing in self._needs_row:
            needing.setEnabled(self.table.current() is not None)
