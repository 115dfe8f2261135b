"""Forms as tables: rows of key, label and editor, built by one loop."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smcal.words import _
from smcal_ui.post.date_edit import DateEdit
from smcal_ui.post.fields import Field
from smcal_ui.widgets.labels import PlainLabel


def captioned(text: str, editor: QWidget, *beside: QWidget) -> QVBoxLayout:
    """An editor below its translated label, with what stands beside it; & stands before the mnemonic."""
    label = PlainLabel(text, role="caption")
    label.setBuddy(editor)
    editor.setAccessibleName(text.replace("&", ""))
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(editor, 1)
    for widget in beside:
        row.addWidget(widget)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label)
    column.addLayout(row)
    return column


class Row(NamedTuple):
    """One field of a form. Where the editor has words of its own (a check box), the label is empty."""

    key: str
    label: str  # marked with N_; & stands before its mnemonic
    editor: Callable[[str], Field]


class Form(QWidget):
    """Shows values by their keys and gives them back; a tuple of rows stands side by side."""

    edited = Signal(str)  # key of the field that the person is changing
    settled = Signal(str)  # key of the field whose value is whole: left, chosen or ticked

    def __init__(self, rows: Sequence[Row | tuple[Row, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._cells: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for row in rows:
            if isinstance(row, Row):
                column.addWidget(self._cell(row))
            else:
                beside = QHBoxLayout()
                beside.setSpacing(12)
                for part in row:
                    beside.addWidget(self._cell(part), 1)
                column.addLayout(beside)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show values without announcing them; fields that are not named stay as they are."""
        self.blockSignals(True)
        for key, value in values.items():
            if key in self.fields:
                self.fields[key].show(value)
        self.blockSignals(False)

    def values(self) -> dict[str, Any]:
        """What stands in every field."""
        return {key: field.value() for key, field in self.fields.items()}

    def value(self, key: str) -> Any:
        """What stands in one field."""
        return self.fields[key].value()

    def focus(self, key: str) -> None:
        """Put the cursor into a field."""
        self.fields[key].widget.setFocus()

    def set_row_visible(self, key: str, visible: bool) -> None:
        """Show or hide a field with its label."""
        self._cells[key].setVisible(visible)

    def put_below(self, key: str, widget: QWidget) -> None:
        """Say more about a field, right below it."""
        column = self._cells[key].layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, widget)  # the last is what stretches

    def _cell(self, row: Row) -> QWidget:
        field = row.editor(row.key)
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if row.label:
            label = PlainLabel(_(row.label), role="caption")
            label.setBuddy(field.widget)
            field.widget.setAccessibleName(_(row.label).replace("&", ""))
            column.addWidget(label)
        column.addWidget(field.widget)
        column.addStretch()
        field.edited.connect(self._on_edited)
        field.settled.connect(self._on_settled)
        if isinstance(field.widget, DateEdit):  # arrows and the calendar change a day without leaving the field
            field.widget.dayChanged.connect(field.edited)
        self.fields[row.key] = field
        self._cells[row.key] = cell
        return cell

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self._sending())

    @Slot()
    def _on_settled(self) -> None:
        self.edited.emit(self._sending())
        self.settled.emit(self._sending())

    def _sending(self) -> str:
        field = self.sender()
        assert isinstance(field, Field)
        return field.name
