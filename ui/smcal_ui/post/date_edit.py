"""A day that is typed, stepped with the arrows, or picked from a calendar."""

import datetime as dt

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout

from smcal.words import _, spoken
from smcal_ui.dates import LocaleDates
from smcal_ui.post.days import parse_day
from smcal_ui.post.editors import Line
from smcal_ui.widgets.calendar import dress_calendar

ARROW = 26  # pixels for the button of the calendar
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DateEdit(Line):
    """A day or none. What cannot be read as a day is taken back when the field is left; nothing typed means no day."""

    dayChanged = Signal()  # another day, by whatever way
    picked = Signal()  # a day of the calendar was chosen

    def __init__(self, no_day: str, earliest: int = 2001) -> None:
        super().__init__(placeholderText=no_day)
        self._earliest = earliest  # year
        self._day: dt.date | None = None
        self._popup: QFrame | None = None
        self._calendar: QCalendarWidget | None = None
        self._arrow = QToolButton(self)
        self._arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrow.setCursor(Qt.CursorShape.ArrowCursor)
        self._arrow.setObjectName("open_calendar")
        self._arrow.setAccessibleName(_("Calendar"))
        self._arrow.clicked.connect(self.open_calendar)
        self.setTextMargins(0, 0, ARROW - 6, 0)
        self.editingFinished.connect(self.take_typed)

    def day(self) -> dt.date | None:
        """The day that stands here; what is half typed and cannot be read counts for nothing."""
        return self._typed() if self.isModified() else self._day

    def set_day(self, day: dt.date | None) -> None:
        """Show a day, or none."""
        changed, self._day = day != self._day, day
        self.setText(_words(day) if day else "")
        self.setCursorPosition(0)
        if changed:
            self.dayChanged.emit()

    @Slot()
    def take_typed(self) -> None:
        """Read what was typed, and show the day in full."""
        if self.isModified():
            self.set_day(self._typed())

    @Slot()
    def open_calendar(self) -> None:
        """Open the calendar at the day, else at the current month."""
        self.take_typed()
        popup, calendar = self._made_calendar()
        day = self._day or dt.date.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.setCurrentPage(day.year, day.month)
        popup.adjustSize()
        popup.move(self._place_for(popup.sizeHint()))
        popup.show()
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows change the day, Alt+Down and F4 open the calendar, a figure begins the day anew."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier):
            self.open_calendar()
        elif key in STEPS and held == Qt.KeyboardModifier.NoModifier:
            self._step(STEPS[key])
        else:
            if event.text().isdecimal() and not self.isModified():
                self.selectAll()
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The arrow stays at the right."""
        super().resizeEvent(event)
        self._arrow.setGeometry(self.width() - ARROW, 1, ARROW - 1, self.height() - 2)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest day."""
        text = self.fontMetrics().horizontalAdvance(_words(dt.date(2026, 11, 28)))
        return QSize(text + ARROW + 24, super().sizeHint().height())

    def _typed(self) -> dt.date | None:
        if not self.text().strip():
            return None
        return parse_day(self.text(), dt.date.today(), _months(), self._earliest) or self._day

    def _step(self, days: int) -> None:
        self.take_typed()
        self.set_day(self._day + dt.timedelta(days) if self._day else dt.date.today())
        self.selectAll()

    def _made_calendar(self) -> tuple[QFrame, QCalendarWidget]:
        if self._popup is None or self._calendar is None:
            self._popup = QFrame(self, Qt.WindowType.Popup)
            self._calendar = QCalendarWidget()
            self._calendar.setDateRange(QDate(self._earliest, 1, 1), QDate(2099, 12, 31))
            column = QVBoxLayout(self._popup)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._calendar)
            dress_calendar(self._calendar)
            self._calendar.clicked.connect(self._on_picked)
            self._calendar.activated.connect(self._on_picked)  # Enter
        return self._popup, self._calendar

    def _place_for(self, size: QSize) -> QPoint:
        """Below the field, or above it near the foot of the screen."""
        screen, below = self.screen().availableGeometry(), self.mapToGlobal(QPoint(0, self.height() + 2))
        above = self.mapToGlobal(QPoint(0, -2)).y() - size.height()
        y = below.y() if below.y() + size.height() <= screen.bottom() else max(above, screen.top())
        return QPoint(max(screen.left(), min(below.x(), screen.right() - size.width())), y)

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        if self._popup is None or not self._popup.isVisible():
            return  # a click is heard of twice
        self._popup.hide()
        self.set_day(dt.date(day.year(), day.month(), day.day()))
        self.picked.emit()


def _words(day: dt.date) -> str:
    """A day with its weekday and year, as in «чт 3 дек 2026»."""
    return f"{LocaleDates(spoken().language).day(day)} {day.year}".replace("\u00a0", " ")


def _months() -> list[tuple[str, str]]:
    """The names of the months as they stand after a day, and alone."""
    locale, short = QLocale(spoken().language), QLocale.FormatType.ShortFormat
    return [(locale.monthName(n, short), locale.standaloneMonthName(n, short)) for n in range(1, 13)]
