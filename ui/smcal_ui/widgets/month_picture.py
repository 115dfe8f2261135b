"""The picture of a month: drawn once and kept, so that whoever leafs through weeks or drags waits for no letters."""

import datetime as dt
from collections.abc import Callable, Collection

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from smcal.model import Period
from smcal.model.period import week_of
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.cards import drawn
from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, TEXT, Theme

TITLE, NAMES, ROW, WEEKS = 28, 22, 24, 6
KEPT = 3
"""The month in view, the one before and the one after."""


def weekend(day: dt.date) -> bool:
    """Days off as long as nobody has told the calendar."""
    return day.weekday() > 4


def none_busy(_period: Period) -> Collection[dt.date]:
    """No posts, as long as nobody has told where they stand."""
    return ()


def weeks_of(month: Period) -> Period:
    """The six weeks that show a month."""
    first = week_of(month.first).first
    return Period(first, first + dt.timedelta(7 * WEEKS - 1))


def edge(column: int, wide: int) -> int:
    """Where a weekday begins in a month so many pixels wide."""
    return wide * column // 7


def cell(row: int, column: int, wide: int) -> QRect:
    """The place of a day."""
    left, right = edge(column, wide), edge(column + 1, wide)
    return QRect(left, TITLE + NAMES + row * ROW, right - left, ROW)


def arrow(step: int, wide: int) -> QRect:
    """The arrow that turns to the month before (-1) or after (1)."""
    return QRect(wide - (24 if step > 0 else 48), 2, 24, 24)


class MonthPictures:
    """Title, weekdays and numbers of a month; days off are quiet, a dot tells of posts, today stands in a ring."""

    def __init__(self, theme: Theme, dates: LocaleDates) -> None:
        self._theme, self._dates = theme, dates
        self._letters, self._strong = Fitter(theme.font(CAPTION)), Fitter(theme.font(CAPTION, 600))
        self._kept: dict[tuple[dt.date, dt.date, int, float], QPixmap] = {}
        self._is_free: Callable[[dt.date], bool] = weekend
        self._busy_in: Callable[[Period], Collection[dt.date]] = none_busy

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._kept.clear()

    def tell(self, is_free: Callable[[dt.date], bool], busy_in: Callable[[Period], Collection[dt.date]]) -> bool:
        """Say whom to ask about days off and days with posts; whether that is news."""
        news = (is_free, busy_in) != (self._is_free, self._busy_in)
        if news:
            self._is_free, self._busy_in = is_free, busy_in
            self._kept.clear()
        return news

    def forget(self) -> None:
        """Calendar or posts are others now."""
        self._kept.clear()

    def of(self, month: Period, today: dt.date, wide: int, dpr: float) -> QPixmap:
        """The picture of a month, so many pixels wide."""
        key = (month.first, today, wide, dpr)
        found = self._kept.get(key)
        if found is None:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            height = TITLE + NAMES + WEEKS * ROW
            found = self._kept[key] = drawn(wide, height, dpr, lambda painter: self._draw(painter, month, today, wide))
        return found

    def _draw(self, painter: QPainter, month: Period, today: dt.date, wide: int) -> None:
        shown = weeks_of(month)
        busy = frozenset(self._busy_in(shown))
        self._title(painter, month, wide)
        self._names(painter, shown.first, wide)
        for number, day in enumerate(shown.days()):
            rect, inside = cell(*divmod(number, 7), wide), day in month
            if day == today:
                painter.setPen(QPen(self._theme.colour("accent"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)
            self._number(painter, day, rect, day == today, inside)
            if day in busy:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("accent" if inside else "faint"))
                painter.drawEllipse(
                    QPointF(rect.left() + (rect.width() - 1) // 2 + 0.5, rect.top() + ROW - 3.5), 1.3, 1.3
                )

    def _title(self, painter: QPainter, month: Period, wide: int) -> None:
        painter.setFont(self._theme.font(TEXT, 600))
        painter.setPen(self._theme.colour("text"))
        rect = QRect(4, 0, wide - 64, TITLE)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self._dates.month_title(month.first))
        painter.setPen(QPen(self._theme.colour("quiet"), 1.5, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        for step in (-1, 1):
            c = QRectF(arrow(step, wide)).center()
            painter.drawPolyline([c + QPointF(-2 * step, -4), c + QPointF(2 * step, 0), c + QPointF(-2 * step, 4)])

    def _names(self, painter: QPainter, first: dt.date, wide: int) -> None:
        painter.setFont(self._theme.font(CAPTION))
        painter.setPen(self._theme.colour("quiet"))
        for column in range(7):
            rect = QRect(edge(column, wide), TITLE, edge(column + 1, wide) - edge(column, wide), NAMES)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._dates.weekday(first + dt.timedelta(column)))

    def _number(self, painter: QPainter, day: dt.date, rect: QRect, is_today: bool, inside: bool) -> None:
        letters, number = self._strong if is_today else self._letters, str(day.day)
        ink = "accent" if is_today else "faint" if not inside else "quiet" if self._is_free(day) else "text"
        painter.setFont(letters.font)
        painter.setPen(self._theme.colour(ink))
        left = rect.left() + (rect.width() - letters.width(number)) / 2
        painter.drawText(QPointF(left, rect.top() + (ROW - letters.line) / 2 + letters.ascent), number)
