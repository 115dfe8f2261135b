"""A year on one sheet: twelve months, painted at once, walked by mouse and keys."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from smcal.words import _
from smcal.worktime import Day, Norm
from smcal_ui.calendar.grid import HEAD, YearGrid, smallest
from smcal_ui.calendar.signs import HATCH_INK, DayPainter, look_of
from smcal_ui.calendar.story import norm_words
from smcal_ui.calendar.walk import months_on, walked
from smcal_ui.dates import LocaleDates
from smcal_ui.widgets.shade import theme_of
from smcal_ui.widgets.tips import plain_tip

MONDAY = dt.date(2026, 1, 5)


class YearView(QWidget):
    """Shows the days of a year and which of them is chosen."""

    chosen = Signal(object)  # date: another day has the focus
    hovered = Signal(object)  # date below the pointer, or None
    editRequested = Signal()  # Enter or a double click on the chosen day
    removeRequested = Signal()  # Delete on the chosen day
    yearRequested = Signal(int)  # keys walked into another year

    def __init__(self, dates: LocaleDates, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates, self._today = dates, today
        self._days: dict[dt.date, Day] = {}
        self._months: list[Norm] = []
        self._tell: Callable[[dt.date], str] = dates.long_day
        self._chosen = today
        self._hovered: dt.date | None = None
        self._drawing: DayPainter | None = None
        self._grid = YearGrid(today.year, self.width(), self.height())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(*smallest(4)))

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._grid.year

    @property
    def day(self) -> dt.date:
        """The chosen day."""
        return self._chosen

    def show_days(self, days: dict[dt.date, Day], months: list[Norm], tell: Callable[[dt.date], str]) -> None:
        """Show the days of one year, with what each month adds up to; `tell` puts a day into words."""
        year = next(iter(days)).year
        self._days, self._months, self._tell = days, months, tell
        self._grid = YearGrid(year, self.width(), self.height())
        if self._chosen.year != year:
            self._chosen = months_on(self._chosen, 12 * (year - self._chosen.year))
        self._hovered = None
        self._speak()
        self.update()

    def choose(self, day: dt.date) -> None:
        """Make a day the chosen one; in another year, that year is asked for."""
        before, self._chosen = self._chosen, day
        if day.year != self.year:
            self.yearRequested.emit(day.year)
        else:
            self.update(self._around(before))
            self.update(self._around(day))
            self._speak()
        self.chosen.emit(day)

    def rect_of(self, day: dt.date) -> QRect:
        """Where a day of the shown year stands."""
        return self._grid.day(day)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every month that the event touches."""
        theme, region = theme_of(self), event.rect()
        if self._drawing is None or self._drawing.theme is not theme:
            self._drawing = DayPainter(theme)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number in range(1, 13):
                if self._grid.month(number).adjusted(-2, -2, 2, 2).intersects(region):
                    self._month(painter, self._drawing, number, region)
            if self._grid.foot().intersects(region) and self._months:
                self._foot(painter, self._drawing)

    def _month(self, painter: QPainter, drawing: DayPainter, number: int, region: QRect) -> None:
        place, days = self._grid.month(number), self._grid.days_of(number)
        if region.top() <= self._grid.weekday(number, 0).bottom():
            self._head(painter, drawing, number, place)
        if days[0] in self._days and self._days[days[0]].provisional:  # a decree is about a whole year
            below = self._grid.day(days[0]).top()
            rect = QRect(place.left(), below, place.width(), self._grid.day(days[-1]).bottom() + 1 - below)
            painter.fillRect(rect, QBrush(drawing.theme.colour(HATCH_INK), Qt.BrushStyle.BDiagPattern))
        for date in days:
            rect = self._grid.day(date)
            day = self._days.get(date)
            if day is not None and rect.adjusted(-2, -2, 2, 2).intersects(region):
                self._day(painter, drawing, rect, day)

    def _head(self, painter: QPainter, drawing: DayPainter, number: int, place: QRect) -> None:
        line = QRect(place.left() + 4, place.top(), place.width() - 8, HEAD)
        name = self._dates.month_name(dt.date(self.year, number, 1))
        drawing.text(painter, line, name, "text", strong=True, place=0)
        if self._months:
            drawing.text(painter, line, norm_words(self._months[number - 1], self._dates), "quiet", place=1)
        for weekday in range(7):
            name = self._dates.weekday(MONDAY + dt.timedelta(weekday))
            drawing.text(painter, self._grid.weekday(number, weekday), name, "faint")

    def _day(self, painter: QPainter, drawing: DayPainter, rect: QRect, day: Day) -> None:
        look = look_of(day)
        if day.date == self._today:
            look = look._replace(ink="accent", strong=True)
        drawing.day(painter, rect, look, str(day.date.day))
        if day.date == self._today:
            drawing.ring(painter, rect, "accent", 1.5)
        if day.date == self._chosen:
            drawing.ring(painter, rect, "accent" if self.hasFocus() else "faint", 2, dashed=True)
        elif day.date == self._hovered:
            drawing.ring(painter, rect, "faint", 1)

    def _foot(self, painter: QPainter, drawing: DayPainter) -> None:
        """Quarters and the year, side by side."""
        months, line = self._months, self._grid.foot()
        quarters = [sum(months[n : n + 3], Norm(0, 0)) for n in range(0, 12, 3)]
        texts = [
            _("Q{n}: {norm}").format(n=n, norm=norm_words(norm, self._dates)) for n, norm in enumerate(quarters, 1)
        ]
        texts.append(_("Year: {norm}").format(norm=norm_words(sum(quarters, Norm(0, 0)), self._dates)))
        for number, text in enumerate(texts):
            left, right = line.width() * number // 5, line.width() * (number + 1) // 5
            place = QRect(left + 4, line.top() + 6, right - left - 8, line.height() - 6)
            drawing.text(painter, place, text, "quiet", strong=number == 4, place=number == 4)

    # events

    def event(self, event: QEvent) -> bool:
        """A tip with the story of the day below the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._grid.day_at(event.pos())
            if day is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), plain_tip(self._tell(day)), self, self._grid.day(day))
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a day."""
        day = self._grid.day_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self.choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Work on a day."""
        if event.button() == Qt.MouseButton.LeftButton and self._grid.day_at(event.position().toPoint()) is not None:
            self.editRequested.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which day is below the pointer."""
        self._hover(self._grid.day_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is below the pointer."""
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days and weeks, Page keys by months, with Ctrl by years; Enter edits, Delete removes."""
        key = Qt.Key(event.key())
        target = walked(self._chosen, key, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        if target is not None:
            self.choose(target)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.editRequested.emit()
        elif key == Qt.Key.Key_Delete:
            self.removeRequested.emit()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys are here: show where."""
        self.update(self._around(self._chosen))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        self.update(self._around(self._chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the months out anew."""
        self._grid = YearGrid(self.year, self.width(), self.height())

    def sizeHint(self) -> QSize:
        """Roomy months in four columns."""
        return QSize(760, 470)

    def _hover(self, day: dt.date | None) -> None:
        if day != self._hovered:
            for touched in filter(None, (self._hovered, day)):
                self.update(self._around(touched))
            self._hovered = day
            self.hovered.emit(day)

    def _around(self, day: dt.date) -> QRect:
        return self._grid.day(day).adjusted(-2, -2, 2, 2) if day.year == self.year else QRect()

    def _speak(self) -> None:
        self.setAccessibleName(_("Year {year}: {day}").format(year=self.year, day=self._tell(self._chosen)))
        self.setAccessibleDescription(
            _("Arrows go by days and weeks, Page keys by months, with Ctrl by years; Enter changes the day.")
        )
