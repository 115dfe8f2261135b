"""Working hours of a week: a line per weekday with a tick, from and to."""

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from smcal.errors import WrongUse
from smcal.words import _
from smcal.worktime import Hours
from smcal_ui.dates import LocaleDates
from smcal_ui.post.fields import TimeField
from smcal_ui.widgets.labels import PlainLabel

MONDAY = dt.date(2026, 1, 5)
USUAL = (dt.time(9), dt.time(18))


class _Day(NamedTuple):
    open: QCheckBox
    opens: TimeField
    closes: TimeField


class HoursEditor(QWidget):
    """Shows opening and closing of seven weekdays and gives them back."""

    edited = Signal()  # somebody is typing or ticking
    settled = Signal()  # a field was left, a day ticked

    def __init__(self, dates: LocaleDates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        self._days = [self._row(grid, weekday, dates) for weekday in range(7)]
        grid.setColumnStretch(4, 1)

    def show_hours(self, hours: Hours) -> None:
        """Show hours without announcing them; a weekday without any keeps usual ones behind its empty tick."""
        self.blockSignals(True)
        for weekday, day in enumerate(self._days):
            span = hours.on(weekday)
            opens, closes = span or USUAL
            day.opens.show(opens)
            day.closes.show(closes)
            day.open.setChecked(span is not None)
            self._enable(day)
        self.blockSignals(False)

    def hours(self) -> Hours:
        """What stands here. Raises `WrongUse` for half a time, and where closing comes before opening."""
        return Hours(tuple(_span(day) if day.open.isChecked() else None for day in self._days))

    def _row(self, grid: QGridLayout, weekday: int, dates: LocaleDates) -> _Day:
        name = dates.long_weekday(MONDAY + dt.timedelta(weekday))
        name = name[:1].upper() + name[1:]
        day = _Day(QCheckBox(name), TimeField(f"opens{weekday}"), TimeField(f"closes{weekday}"))
        day.opens.widget.setAccessibleName(_("{weekday}, from").format(weekday=name))
        day.closes.widget.setAccessibleName(_("{weekday}, to").format(weekday=name))
        grid.addWidget(day.open, weekday, 0)
        grid.addWidget(day.opens.widget, weekday, 1)
        grid.addWidget(PlainLabel("–"), weekday, 2)
        grid.addWidget(day.closes.widget, weekday, 3)
        day.open.toggled.connect(self._on_toggled)
        for field in (day.opens, day.closes):
            field.widget.setFixedWidth(72)
            assert isinstance(field.widget, QLineEdit)
            field.widget.textEdited.connect(self.edited)
            field.settled.connect(self.settled)
        return day

    @Slot()
    def _on_toggled(self) -> None:
        for day in self._days:
            self._enable(day)
        self.edited.emit()
        self.settled.emit()

    def _enable(self, day: _Day) -> None:
        for field in (day.opens, day.closes):
            field.widget.setEnabled(day.open.isChecked())


def _span(day: _Day) -> tuple[dt.time, dt.time]:
    opens, closes = day.opens.value(), day.closes.value()
    if opens is None or closes is None:
        raise WrongUse(_("{weekday}: type both times as hh:mm.").format(weekday=day.open.text()))
    return opens, closes
