"""Editors of single fields: each shows a value, gives it back, and says when it was edited and when it was left."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from smcal.words import _
from smcal_ui.post.date_edit import DateEdit
from smcal_ui.post.editors import Combo, HeadingText, Line, Text
from smcal_ui.widgets.check import Check
from smcal_ui.widgets.tips import plain_tip


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

    def cursor_to_end(self) -> None:
        """Put the cursor behind the last letter, where there are letters."""

    def _show(self, value: Any) -> None:
        raise TypeError(self.name)


class LineField(Field):
    """A line of text."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        self._line = Line(placeholderText=placeholder)
        super().__init__(name, self._line)
        self._line.textEdited.connect(self.edited)
        self._line.editingFinished.connect(self.settled)

    def value(self) -> str:
        return self._line.text()

    def cursor_to_end(self) -> None:
        self._line.end(False)

    def _show(self, value: str) -> None:
        if self._line.text() != value:
            self._line.setText(value)
            self._line.setCursorPosition(0)


class TextField(Field):
    """Several lines of plain text; Tab leaves it."""

    def __init__(self, name: str, lines: int, placeholder: str = "") -> None:
        self._text = Text(placeholder, lines)
        super().__init__(name, self._text)
        self._text.textChanged.connect(self.edited)
        self._text.left.connect(self.settled)

    def value(self) -> str:
        return self._text.toPlainText()

    def cursor_to_end(self) -> None:
        self._text.moveCursor(QTextCursor.MoveOperation.End)

    def _show(self, value: str) -> None:
        if self._text.toPlainText() != value:
            self._text.setPlainText(value)


class HeadingField(Field):
    """A title, whole and in bold, on as many lines as it needs."""

    entered = Signal()  # Enter was pressed

    def __init__(self, name: str, placeholder: str = "") -> None:
        self._text = HeadingText(placeholder)
        super().__init__(name, self._text)
        self._text.setProperty("title", True)
        self._text.entered.connect(self.entered)
        self._text.textChanged.connect(self.edited)
        self._text.left.connect(self.settled)

    def value(self) -> str:
        return self._text.text()

    def cursor_to_end(self) -> None:
        self._text.moveCursor(QTextCursor.MoveOperation.End)

    def _show(self, value: str) -> None:
        if self._text.text() != value:
            self._text.setPlainText(value)


class CheckField(Field):
    """Yes or no."""

    def __init__(self, name: str, text: str) -> None:
        self._box = Check(text)
        super().__init__(name, self._box)
        self._box.toggled.connect(self.settled)

    def value(self) -> bool:
        return self._box.isChecked()

    def _show(self, value: bool) -> None:
        self._box.setChecked(value)


class ChoiceField(Field):
    """One of several."""

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]]) -> None:
        self._combo = Combo()
        self._choices: list[tuple[Any, str]] = []
        self._values: list[Any] = []
        super().__init__(name, self._combo)
        self.offer(choices)
        self._combo.currentIndexChanged.connect(self._on_chosen)

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Replace what can be chosen; what is chosen stays so where it still can be."""
        if list(choices) == self._choices:
            return
        chosen = self.value()
        self._choices = list(choices)
        self._values = [value for value, _text in choices]
        self._combo.blockSignals(True)
        self._combo.clear()
        self._combo.addItems([text for _value, text in choices])
        if chosen in self._values:
            self._combo.setCurrentIndex(self._values.index(chosen))
        self._combo.blockSignals(False)

    def abridge(self, shorter: Mapping[str, str]) -> None:
        """Say what stands for a choice that has no room in the closed field."""
        self._combo.abridged = shorter

    def value(self) -> Any:
        return self._values[self._combo.currentIndex()] if self._combo.currentIndex() >= 0 else None

    def _show(self, value: Any) -> None:
        self._combo.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self._combo.setToolTip(plain_tip(self._combo.currentText()))  # long ones are elided

    @Slot()
    def _on_chosen(self) -> None:
        self._combo.setToolTip(plain_tip(self._combo.currentText()))
        self.settled.emit()


class DateField(Field):
    """A day, or none: then the post lies in the tray."""

    def __init__(self, name: str, earliest: int = 2001) -> None:
        self._date = DateEdit(_("no date"), earliest)
        super().__init__(name, self._date)
        self._date.editingFinished.connect(self.settled)
        self._date.picked.connect(self.settled)

    def value(self) -> dt.date | None:
        return self._date.day()

    def _show(self, value: dt.date | None) -> None:
        self._date.set_day(value)


class TimeField(Field):
    """A time of day, or none. "9", "930", "9.30" and "9:30" are understood; what is no time is taken back."""

    def __init__(self, name: str) -> None:
        self._line = Line(placeholderText=_("hh:mm"))
        self._last: dt.time | None = None
        super().__init__(name, self._line)
        self._line.setMaxLength(8)
        self._line.editingFinished.connect(self._on_left)

    def value(self) -> dt.time | None:
        text = self._line.text().strip()
        return (time_of(text) or self._last) if text else None

    def cursor_to_end(self) -> None:
        self._line.end(False)

    def _show(self, value: dt.time | None) -> None:
        self._last = value
        self._line.setText(value.strftime("%H:%M") if value else "")

    @Slot()
    def _on_left(self) -> None:
        self._show(self.value())
        self.settled.emit()


def time_of(text: str) -> dt.time | None:
    """A time as people type it, or None."""
    found = re.fullmatch(r"(\d{1,2})(?:\s*[:.\-\s]?\s*(\d\d))?", text.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
