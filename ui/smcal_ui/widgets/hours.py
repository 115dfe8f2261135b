"""Working hours of a week: a line per weekday with a tick, from and to."""

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QTimeEdit, QWidget

from smcal.words import _
from smcal.worktime import Hours
from smcal_ui.dates import LocaleDates
from smcal_ui.widgets.labels import PlainLabel

MONDAY = dt.date(2026, 1, 5)
USUAL = (dt.time(9), dt.time(18))


class _Day(NamedTuple):
    open: QCheckBox
    opens: QTimeEdit
    closes: QTimeEdit


class HoursEditor(QWidget):
    """Shows opening and closing of seven weekdays and gives them back."""

    edited = Signal()

    def __init__(self, dates: LocaleDates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        self._days = [self._row(grid, weekday, dates) for weekday in range(7)]
        grid.setColumnStretch(4, 1)

    def show_hours(self, hours: Hours) -> None:
        """Show hours; a weekday without any keeps usual ones behind its empty tick."""
        for weekday, day in enumerate(self._days):
            span = hours.on(weekday)
            opens, closes = span or USUAL
            day.opens.setTime(QTime(opens.hour, opens.minute))
            day.closes.setTime(QTime(closes.hour, closes.minute))
            day.open.setChecked(span is not None)
            self._enable(day)

    def hours(self) -> Hours:
        """What stands here. Raises `WrongUse` where closing comes before opening."""
        return Hours(tuple(_span(day) if day.open.isChecked() else None for day in self._days))

    def _row(self, grid: QGridLayout, weekday: int, dates: LocaleDates) -> _Day:
        name = dates.long_weekday(MONDAY + dt.timedelta(weekday))
        name = name[:1].upper() + name[1:]
        day = _Day(QCheckBox(name), _time_edit(), _time_edit())
        day.opens.setAccessibleName(_("{weekday}, from").format(weekday=name))
        day.closes.setAccessibleName(_("{weekday}, to").format(weekday=name))
        grid.addWidget(day.open, weekday, 0)
        grid.addWidget(day.opens, weekday, 1)
        grid.addWidget(PlainLabel("–"), weekday, 2)
        grid.addWidget(day.closes, weekday, 3)
        day.open.toggled.connect(self._on_toggled)
        day.opens.timeChanged.connect(self.edited)
        day.closes.timeChanged.connect(self.edited)
        return day

    @Slot()
    def _on_toggled(self) -> None:
        for day in self._days:
            self._enable(day)
        self.edited.emit()

    def _enable(self, day: _Day) -> None:
        for edit in (day.opens, day.closes):
            edit.setEnabled(day.open.isChecked())


def _time_edit() -> QTimeEdit:
    edit = QTimeEdit(displayFormat="HH:mm")
    edit.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
    edit.setFixedWidth(72)
    return edit


def _span(day: _Day) -> tuple[dt.time, dt.time]:
    opens, closes = day.opens.time(), day.closes.time()
    return dt.time(opens.hour(), opens.minute()), dt.time(closes.hour(), closes.minute())
