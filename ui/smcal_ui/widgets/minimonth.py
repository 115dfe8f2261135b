"""A month in the corner: goes to a week, and takes posts that are dragged to a day far away."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from smcal.model import Period
from smcal.model.period import month_of, week_of
from smcal.words import _
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.drop import Drop, Verdict
from smcal_ui.theme import Theme
from smcal_ui.widgets.month_picture import NAMES, ROW, TITLE, WEEKS, MonthPictures, arrow, cell, weeks_of

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
        self._pictures = MonthPictures(theme, dates)
        self._dates = dates
        self._today = today
        self._week = week_of(today)
        self._month = month_of(today)
        self._focus = today
        self._target: dt.date | None = None
        self._verdict: Verdict | None = None
        self._held = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Month"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, week: Period, today: dt.date) -> None:
        """Mark the week in view and turn to its month."""
        before, month = self._week, _month_with(week)
        same_picture = (self._month, self._today) == (month, today)
        self._week, self._today, self._focus, self._month = week, today, week.first, month
        if same_picture:  # only the mark goes from one row to another
            self.update(self._row_of(before))
            self.update(self._row_of(week))
        else:
            self.update()

    def show_days(self, is_free: Callable[[dt.date], bool], busy_in: Callable[[Period], Collection[dt.date]]) -> None:
        """Say whom to ask which days nobody works on, and on which days of a period posts stand."""
        if self._pictures.tell(is_free, busy_in):
            self.update()

    def forget(self) -> None:
        """Ask again: the calendar or the posts are others now."""
        self._pictures.forget()
        self.update()

    def prepare(self, week: Period) -> None:
        """Draw the month of a week that may be shown next."""
        self._picture(_month_with(week))

    def days(self) -> Period:
        """The six weeks that are shown."""
        return weeks_of(self._month)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._pictures.set_theme(theme)
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
        return cell(row, column, self.width())

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
        """The mark of the week, what the keys or a drag are on, and the picture of the month above it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._mark_week(painter)
            self._mark_day(painter)
            painter.drawPixmap(0, 0, self._picture(self._month))

    def _picture(self, month: Period) -> QPixmap:
        return self._pictures.of(month, self._today, self.width(), self.devicePixelRatioF())

    def _mark_week(self, painter: QPainter) -> None:
        if self._week.first in self.days():
            row = self._row_of(self._week)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent.soft"))
            painter.drawRoundedRect(QRectF(row).adjusted(0, 1, 0, -1), 6, 6)

    def _mark_day(self, painter: QPainter) -> None:
        """The day under a drag, or the one that the keys are on."""
        colour = self._theme.colour
        if self._target is not None and self._verdict is not None:
            painter.setPen(QPen(colour(self._verdict.level), 1.5))
            painter.setBrush(colour(f"{self._verdict.level}.soft"))
            painter.drawRoundedRect(self._spot(self._target), 6, 6)
        if self.hasFocus() and self._focus not in {self._target, self._today}:
            painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._spot(self._focus), 6, 6)

    def _spot(self, day: dt.date) -> QRectF:
        return QRectF(self.rect_of(day)).adjusted(1, 1, -1, -1)

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

    def _arrow_at(self, pos: QPoint) -> int:
        return next((step for step in (-1, 1) if arrow(step, self.width()).contains(pos)), 0)


def _month_with(week: Period) -> Period:
    """The month that most days of a week belong to."""
    return month_of(week.first + dt.timedelta(3))
