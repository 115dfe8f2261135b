"""The calendar that a date field opens, in the look of the rest: no loud head, no red weekends."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from smcal.words import _
from smcal_ui.widgets.shade import shade

WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Give a calendar quiet weekends, short weekday names and arrows that are seen in every scheme."""
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    head = QTextCharFormat()
    head.setForeground(shade(calendar, "quiet"))
    head.setBackground(shade(calendar, "card"))
    head.setFontWeight(QFont.Weight.Normal)
    calendar.setHeaderTextFormat(head)
    quiet = QTextCharFormat()
    quiet.setForeground(shade(calendar, "quiet"))
    for day in WEEKEND:
        calendar.setWeekdayTextFormat(day, quiet)
    for name, arrow, hint in (
        ("qt_calendar_prevmonth", "‹", _("Previous month")),
        ("qt_calendar_nextmonth", "›", _("Next month")),
    ):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(QIcon())
            button.setText(arrow)
            button.setAccessibleName(hint)
    calendar.setMinimumSize(280, 240)
