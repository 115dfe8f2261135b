"""Where the months and days of a year stand: whole numbers, so that it needs no screen."""

import datetime as dt

from PySide6.QtCore import QPoint, QRect

from smcal.model import Period
from smcal.model.period import month_of

GAP = 20  # between months
HEAD, NAMES = 20, 16  # the line with the month's name, the line with the weekdays
FOOT = 24  # the line with the quarters
WEEKS = 6
SMALLEST_CELL = (20, 14)


class YearGrid:
    """Twelve months in three or four columns, whichever leaves the larger days."""

    def __init__(self, year: int, width: int, height: int) -> None:
        self.year = year
        self._width, self._height = width, height - FOOT
        self.columns = max((4, 3), key=self._smaller_side)
        self.rows = 12 // self.columns

    def month(self, number: int) -> QRect:
        """The rectangle of a month (1 to 12), its name included."""
        row, column = divmod(number - 1, self.columns)
        left, right = self._edges(self._width, column, self.columns)
        top, bottom = self._edges(self._height, row, self.rows)
        return QRect(left, top, right - left, bottom - top)

    def weekday(self, number: int, weekday: int) -> QRect:
        """The rectangle of a weekday's name (Monday is 0) above a month."""
        month = self.month(number)
        left, right = month.left() + month.width() * weekday // 7, month.left() + month.width() * (weekday + 1) // 7
        return QRect(left, month.top() + HEAD, right - left, NAMES)

    def day(self, day: dt.date) -> QRect:
        """The rectangle of a day of this year."""
        month = self.month(day.month)
        week = (day.day - 1 + day.replace(day=1).weekday()) // 7
        name = self.weekday(day.month, day.weekday())
        top = month.top() + HEAD + NAMES
        room = month.height() - HEAD - NAMES
        return QRect(name.left(), top + room * week // WEEKS, name.width(), room // WEEKS)

    def day_at(self, pos: QPoint) -> dt.date | None:
        """The day at a point, None between the days."""
        number = next((n for n in range(1, 13) if self.month(n).contains(pos)), None)
        if number is None:
            return None
        return next((day for day in self.days_of(number) if self.day(day).contains(pos)), None)

    def days_of(self, number: int) -> list[dt.date]:
        """The days of a month."""
        return list(month_of(dt.date(self.year, number, 1)).days())

    def foot(self) -> QRect:
        """The line below the months."""
        return QRect(0, self._height, self._width, FOOT)

    @property
    def period(self) -> Period:
        """The whole year."""
        return Period(dt.date(self.year, 1, 1), dt.date(self.year, 12, 31))

    def _edges(self, length: int, number: int, count: int) -> tuple[int, int]:
        whole = length + GAP
        return whole * number // count, whole * (number + 1) // count - GAP

    def _smaller_side(self, columns: int) -> int:
        wide = ((self._width + GAP) // columns - GAP) // 7
        high = ((self._height + GAP) * columns // 12 - GAP - HEAD - NAMES) // WEEKS
        return min(wide, high * 3 // 2)


def smallest(columns: int) -> tuple[int, int]:
    """The width and height below which figures would touch."""
    wide, high = SMALLEST_CELL
    rows = 12 // columns
    return columns * (7 * wide + GAP) - GAP, rows * (HEAD + NAMES + WEEKS * high + GAP) - GAP + FOOT
