"""Editors of single fields: each shows a value, gives it back, and says when it was edited and when it was left."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QDate, QObject, QRegularExpression, Signal, Slot
from PySide6.QtGui import QFocusEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QWidget

from smcal.words import _

NO_DATE = QDate(2000, 1, 1)


class Field(QObject):
    """One field of a post."""

    edited = Signal()  # the person is typing
    settled = Signal()  # the value is whole: left, chosen or ticked

    def __init__(self, name: str, widget: QWidget) -> None:
        super().__init__(widget)
        self.name = name
        self.widget = widget
        widget.setObjectName(name)

    def value(self) -> Any:
        """What stands in the editor."""
        raise TypeError(self.name)

    def show(self, value: Any) -> None:
        """Show a value without announcing an edit."""
        self.blockSignals(True)
        self._show(value)
        self.blockSignals(False)

    def _show(self, value: Any) -> None:
        raise TypeError(self.name)


class LineField(Field):
    """A line of text."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        self._line = QLineEdit(placeholderText=placeholder)
        super().__init__(name, self._line)
        self._line.textEdited.connect(self.edited)
        self._line.editingFinished.connect(self.settled)

    def value(self) -> str:
        return self._line.text()

    def _show(self, value: str) -> None:
        if self._line.text() != value:
            self._line.setText(value)
            self._line.setCursorPosition(0)


class _Text(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TextField(Field):
    """Several lines of plain text; Tab leaves it."""

    def __init__(self, name: str, lines: int, placeholder: str = "") -> None:
        self._text = _Text(placeholderText=placeholder, tabChangesFocus=True)
        super().__init__(name, self._text)
        self._text.setMinimumHeight(self._text.fontMetrics().lineSpacing() * lines + 16)
        self._text.textChanged.connect(self.edited)
        self._text.left.connect(self.settled)

    def value(self) -> str:
        return self._text.toPlainText()

    def _show(self, value: str) -> None:
        if self._text.toPlainText() != value:
            self._text.setPlainText(value)


class CheckField(Field):
    """Yes or no."""

    def __init__(self, name: str, text: str) -> None:
        self._box = QCheckBox(text)
        super().__init__(name, self._box)
        self._box.toggled.connect(self.settled)

    def value(self) -> bool:
        return self._box.isChecked()

    def _show(self, value: bool) -> None:
        self._box.setChecked(value)


class ChoiceField(Field):
    """One of several."""

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]]) -> None:
        self._combo = QComboBox()
        super().__init__(name, self._combo)
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(8)
        self.offer(choices)
        self._combo.currentIndexChanged.connect(self.settled)

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Replace what can be chosen."""
        self._values = [value for value, _text in choices]
        self._combo.blockSignals(True)
        self._combo.clear()
        self._combo.addItems([text for _value, text in choices])
        self._combo.blockSignals(False)

    def value(self) -> Any:
        return self._values[self._combo.currentIndex()] if self._combo.currentIndex() >= 0 else None

    def _show(self, value: Any) -> None:
        self._combo.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class DateField(Field):
    """A day, or none: then the post lies in the tray."""

    def __init__(self, name: str) -> None:
        self._date = QDateEdit(calendarPopup=True, displayFormat="ddd d MMM yyyy")
        super().__init__(name, self._date)
        self._date.setMinimumDate(NO_DATE)
        self._date.setSpecialValueText(_("no date"))
        self._date.editingFinished.connect(self.settled)
        self._date.calendarWidget().clicked.connect(self._on_day_clicked)

    @Slot()
    def _on_day_clicked(self) -> None:
        self.settled.emit()

    def value(self) -> dt.date | None:
        day = self._date.date()
        return None if day == NO_DATE else dt.date(day.year(), day.month(), day.day())

    def _show(self, value: dt.date | None) -> None:
        self._date.setDate(QDate(value.year, value.month, value.day) if value else NO_DATE)


class TimeField(Field):
    """A time of day as HH:MM, or none."""

    def __init__(self, name: str) -> None:
        self._line = QLineEdit(placeholderText=_("hh:mm"))
        super().__init__(name, self._line)
        pattern = QRegularExpression(r"(([01]?\d|2[0-3])[:.]?[0-5]\d)?")
        self._line.setValidator(QRegularExpressionValidator(pattern, self._line))
        self._line.editingFinished.connect(self.settled)

    def value(self) -> dt.time | None:
        found = re.fullmatch(r"(\d{1,2})[:.]?(\d\d)", self._line.text())
        return dt.time(int(found[1]), int(found[2])) if found else None

    def _show(self, value: dt.time | None) -> None:
        self._line.setText(value.strftime("%H:%M") if value else "")
