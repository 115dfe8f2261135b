"""A month in the corner: goes to a week, and takes posts that are dragged to a day far away."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from smcal.model import Period
from smcal.model.period import month_of, week_of
from smcal.words import _
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.cards import drawn
from smcal_ui.planner.drop import Drop, Verdict
from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, TEXT, Theme

TITLE, NAMES, ROW, WEEKS = 28, 22, 24, 6
TURN_AFTER = 20
"""Ticks of a held drag before the month turns: about 0.6 s."""


class MiniMonth(QWidget):
    """Six weeks; the week in view is marked, days off are quiet, today is strong."""

    dateChosen = Signal(object)  # date: clicked, or Enter
    moveRequested = Signal(list, object, object, bool)  # ids, page id (None: each its own), date, copy

    shows_words = roomy = False

    def __init__(self, theme: Theme, dates: LocaleDates, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._letters, self._strong = Fitter(theme.font(CAPTION)), Fitter(theme.font(CAPTION, 600))
        self._dates = dates
        self._today = today
        self._week = week_of(today)
        self._month = month_of(today)
        self._focus = today
        self._is_free: Callable[[dt.date], bool] = lambda day: day.weekday() > 4
        self._busy: frozenset[dt.date] = frozenset()
        self._numbers: dict[tuple[object, ...], QPixmap] = {}
        self._target: dt.date | None = None
        self._verdict: Verdict | None = None
        self._held = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Month"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, week: Period, today: dt.date) -> None:
        """Mark the week in view and turn to its month."""
        before, month = self._week, month_of(week.first + dt.timedelta(3))
        same_picture = (self._month, self._today) == (month, today)
        self._week, self._today, self._focus, self._month = week, today, week.first, month
        if same_picture:  # only the mark goes from one row to another
            self.update(self._row_of(before))
            self.update(self._row_of(week))
        else:
            self.update()

    def show_days(self, is_free: Callable[[dt.date], bool], busy: Sequence[dt.date] = ()) -> None:
        """Say which days nobody works on, and on which posts stand."""
        if (is_free, frozenset(busy)) != (self._is_free, self._busy):
            self._is_free, self._busy = is_free, frozenset(busy)
            self.update()

    def days(self) -> Period:
        """The six weeks that are shown."""
        first = week_of(self._month.first).first
        return Period(first, first + dt.timedelta(7 * WEEKS - 1))

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._numbers.clear()
        self.update()

    def turn(self, months: int) -> None:
        """Show another month; the week in view stays."""
        edge = self._month.last + dt.timedelta(1) if months > 0 else self._month.first - dt.timedelta(1)
        self._month = month_of(edge)
        self._focus = self._month.first
        self.update()

    def rect_of(self, day: dt.date) -> QRect:
        """The rectangle of a day."""
        row, column = divmod((day - self.days().first).days, 7)
        return self._cell(row, column)

    def _cell(self, row: int, column: int) -> QRect:
        left, right = self._edge(column), self._edge(column + 1)
        return QRect(left, TITLE + NAMES + row * ROW, right - left, ROW)

    def _row_of(self, week: Period) -> QRect:
        return self.rect_of(week.first).united(self.rect_of(week.last))

    def day_at(self, pos: QPoint) -> dt.date | None:
        """The day at a point."""
        return next((day for day in self.days().days() if self.rect_of(day).contains(pos)), None)

    # a place to drop on

    def drop_at(self, pos: QPoint) -> Drop | None:
        """The day at a position on the screen."""
        day = self.day_at(self.mapFromGlobal(pos)) if self.isVisible() else None
        return Drop(None, day) if day is not None else None

    def show_verdict(self, drop: Drop | None, verdict: Verdict | None) -> None:
        """Light up one day."""
        self._target, self._verdict = drop.date if drop else None, verdict
        self.update()

    def take(self, ids: Sequence[str], drop: Drop, copy: bool) -> None:
        """Ask for posts to be put on a day, each on its page."""
        self.moveRequested.emit(list(ids), None, drop.date, copy)

    def near_edge(self, pos: QPoint) -> bool:
        """Whether a drag is held on one of the arrows beside the month's name."""
        return self.isVisible() and self._arrow_at(self.mapFromGlobal(pos)) != 0

    def lean(self, pos: QPoint) -> None:
        """Turn the month after a moment."""
        self._held += 1
        if self._held >= TURN_AFTER:
            self._held = 0
            self.turn(self._arrow_at(self.mapFromGlobal(pos)))

    # events

    def sizeHint(self) -> QSize:
        """Seven narrow columns, six weeks."""
        return QSize(184, TITLE + NAMES + WEEKS * ROW)

    def minimumSizeHint(self) -> QSize:
        """The smallest at which figures stay apart."""
        return QSize(168, TITLE + NAMES + WEEKS * ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, weekdays, days."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            first, shown = self.days().first, event.region()
            if shown.intersects(QRect(0, 0, self.width(), TITLE + NAMES)):
                self._title(painter)
                self._names(painter, first)
            self._mark_week(painter)
            for row in range(WEEKS):
                if shown.intersects(QRect(0, TITLE + NAMES + row * ROW, self.width(), ROW)):
                    for column in range(7):
                        self._day(painter, first + dt.timedelta(7 * row + column), self._cell(row, column))

    def _names(self, painter: QPainter, first: dt.date) -> None:
        painter.setFont(self._theme.font(CAPTION))
        painter.setPen(self._theme.colour("quiet"))
        for column in range(7):
            rect = QRect(self._edge(column), TITLE, self._edge(column + 1) - self._edge(column), NAMES)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._dates.weekday(first + dt.timedelta(column)))

    def _title(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font(TEXT, 600))
        painter.setPen(self._theme.colour("text"))
        rect = QRect(4, 0, self.width() - 64, TITLE)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self._dates.month_title(self._month.first))
        painter.setPen(QPen(self._theme.colour("quiet"), 1.5, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        for step in (-1, 1):
            c = QRectF(self._arrow(step)).center()
            painter.drawPolyline([c + QPointF(-2 * step, -4), c + QPointF(2 * step, 0), c + QPointF(-2 * step, 4)])

    def _mark_week(self, painter: QPainter) -> None:
        if self._week.first in self.days():
            row = self._row_of(self._week)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent.soft"))
            painter.drawRoundedRect(QRectF(row).adjusted(0, 1, 0, -1), 6, 6)

    def _day(self, painter: QPainter, day: dt.date, rect: QRect) -> None:
        colour = self._theme.colour
        spot = QRectF(rect).adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day == self._target and self._verdict is not None:
            painter.setPen(QPen(colour(self._verdict.level), 1.5))
            painter.setBrush(colour(f"{self._verdict.level}.soft"))
            painter.drawRoundedRect(spot, 6, 6)
        elif day == self._today:
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.drawRoundedRect(spot, 6, 6)
        elif self.hasFocus() and day == self._focus:
            painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(spot, 6, 6)
        painter.drawPixmap(rect.topLeft(), self._number(day, rect.width(), painter.device().devicePixelRatio()))

    def _number(self, day: dt.date, width: int, dpr: float) -> QPixmap:
        """A day's number, and a dot where posts stand; each is drawn once."""
        today, busy, inside = day == self._today, day in self._busy, day in self._month
        ink = "accent" if today else "faint" if not inside else "quiet" if self._is_free(day) else "text"
        key = (day.day, ink, today, busy, width, dpr)
        found = self._numbers.get(key)
        if found is None:
            letters, number = self._strong if today else self._letters, str(day.day)

            def draw(painter: QPainter) -> None:
                painter.setFont(letters.font)
                painter.setPen(self._theme.colour(ink))
                left = (width - letters.width(number)) / 2
                painter.drawText(QPointF(left, (ROW - letters.line) / 2 + letters.ascent), number)
                if busy:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(self._theme.colour("accent" if inside else "faint"))
                    painter.drawEllipse(QPointF((width - 1) // 2 + 0.5, ROW - 3.5), 1.3, 1.3)

            found = self._numbers[key] = drawn(width, ROW, dpr, draw)
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the month, or go to a day."""
        pos = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        step, day = self._arrow_at(pos), self.day_at(pos)
        if step:
            self.turn(step)
        elif day is not None:
            self._focus = day
            self.dateChosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days and weeks, Page keys by months, Enter chooses."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in steps:
            self._focus += dt.timedelta(steps[key])
            if self._focus not in self._month:
                self._month = month_of(self._focus)
            self.setAccessibleDescription(self._dates.long_day(self._focus))
            self.update()
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.dateChosen.emit(self._focus)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys are here: show where."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        self.update()

    def _edge(self, column: int) -> int:
        return self.width() * column // 7

    def _arrow(self, step: int) -> QRect:
        right = self.width() - (24 if step > 0 else 48)
        return QRect(right, 2, 24, 24)

    def _arrow_at(self, pos: QPoint) -> int:
        return next((step for step in (-1, 1) if self._arrow(step).contains(pos)), 0)
