"""Editors of a regulation's values: numbers with their units, clauses as people cite them, several of a few."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from smcal.regulation.clauses import APPENDIX
from smcal.words import _
from smcal_ui.post.editors import HISTORY
from smcal_ui.post.fields import Field, LineField

ABBREVIATIONS = re.compile(r"^(пп?\.|cl\.|Nr\.|punkts|№)\s*", re.IGNORECASE)


class Number(QSpinBox):
    """A number that is not changed by scrolling past it."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(6, 0, 0, 0)  # the sheet's own padding goes to the buttons

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is for the draft: Qt's own would take back what was typed, and nothing that the arrows did."""
        if isinstance(event, QKeyEvent) and _asks_for_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()


class NumberField(Field):
    """A whole number within bounds, with its unit behind it."""

    def __init__(self, name: str, least: int, most: int, unit: str = "") -> None:
        self._number = Number(least, most)
        super().__init__(name, self._number)
        if unit:
            self._number.setSuffix(f"\u00a0{unit}")
        self._number.valueChanged.connect(self.edited)
        self._number.editingFinished.connect(self.settled)

    def value(self) -> int:
        return self._number.value()

    def _show(self, value: int) -> None:
        self._number.setValue(value)


class ClauseField(LineField):
    """A clause as the reader cites it: «прил. 2, 6» is "App. 2, 6" in the file."""

    def value(self) -> str:
        return clause_written(super().value())

    def _show(self, value: str) -> None:
        if self.value() != value:
            super()._show(clause_read(value))


class SeveralField(Field):
    """Any of a few, each with a tick; the value is a tuple in their order."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], *, across: bool = True) -> None:
        box = QWidget()
        super().__init__(name, box)
        row = QHBoxLayout(box) if across else QVBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16 if across else 6)
        self._row = row
        self._ticks: dict[str, QCheckBox] = {}
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Replace what can be ticked."""
        if list(self._ticks) == [value for value, _text in choices]:
            for value, text in choices:
                self._ticks[value].setText(text)
            return
        while self._row.count():
            gone = self._row.takeAt(0).widget()
            if gone is not None:
                gone.deleteLater()
        self._ticks = {value: QCheckBox(text) for value, text in choices}
        for tick in self._ticks.values():
            tick.toggled.connect(self._on_toggled)
            self._row.addWidget(tick)
        self._row.addStretch()

    def value(self) -> tuple[str, ...]:
        return tuple(value for value, tick in self._ticks.items() if tick.isChecked())

    def _show(self, value: Sequence[str]) -> None:
        for name, tick in self._ticks.items():
            tick.setChecked(name in value)

    @Slot()
    def _on_toggled(self) -> None:
        self.settled.emit()


def _asks_for_undo(event: QKeyEvent) -> bool:
    return event.type() is QEvent.Type.ShortcutOverride and any(event.matches(key) for key in HISTORY)


def clause_read(clause: str) -> str:
    """A clause of a pack as it stands in an editor."""
    return clause.replace(APPENDIX, _appendix())


def clause_written(text: str) -> str:
    """What people typed, as packs write it: without «п.», and "App." for an appendix."""
    parts = (ABBREVIATIONS.sub("", " ".join(part.split())) for part in text.split(";"))
    return "; ".join(_with_appendix(part) for part in parts if part)


def _with_appendix(part: str) -> str:
    prefix = _appendix().strip()
    if part.casefold().startswith(prefix.casefold()):
        return APPENDIX + ABBREVIATIONS.sub("", part[len(prefix) :].strip()).replace(", п. ", ", ")
    return part


def _appendix() -> str:
    """«прил. »."""
    return " ".join(_("App. {number}").partition("{")[0].split()) + " "
