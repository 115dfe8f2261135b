"""Where weeks, days and cards of the preview stand: whole numbers, so that it needs no screen."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from smcal.model import Period, Post

HEAD, TOP, CARD, GAP, PAD = 112, 22, 22, 3, 6
"""Width of the weeks' names, height of the weekdays' names, of a card, between cards, and around them."""


class Shown(NamedTuple):
    """A post in a week: it stands there already, or is proposed, ticked or not."""

    post: Post
    proposed: bool
    ticked: bool = True


class Places:
    """Weeks below each other, seven days side by side; a week is as high as its fullest day."""

    def __init__(self, weeks: Sequence[Period], days: Mapping[dt.date, Sequence[Shown]], width: int) -> None:
        self.weeks, self._days, self._width = weeks, days, width
        self.tops = [TOP]  # where each week begins, and where the last one ends
        for week in weeks:
            most = max((len(days.get(day, ())) for day in week.days()), default=0)
            self.tops.append(self.tops[-1] + 2 * PAD + max(most, 1) * (CARD + GAP) - GAP + 8)

    @property
    def height(self) -> int:
        """Of everything."""
        return self.tops[-1]

    def column(self, weekday: int, top: int, high: int) -> QRect:
        """A part of the column of a weekday."""
        room = self._width - HEAD
        left, right = HEAD + room * weekday // 7, HEAD + room * (weekday + 1) // 7
        return QRect(left, top, right - left, high)

    def day(self, day: dt.date) -> QRect:
        """A day in its week; empty where it is not shown."""
        number = next((n for n, week in enumerate(self.weeks) if day in week), None)
        if number is None:
            return QRect()
        return self.column(day.weekday(), self.tops[number], self.tops[number + 1] - self.tops[number])

    def card(self, day: dt.date, index: int) -> QRect:
        """A card of a day."""
        rect = self.day(day).adjusted(2, 0, -2, 0)
        return QRect(rect.left(), rect.top() + PAD + index * (CARD + GAP), rect.width(), CARD)

    def day_at(self, pos: QPoint) -> dt.date | None:
        """The day at a point; None on names and beside everything."""
        if not (HEAD <= pos.x() < self._width):
            return None
        days = (day for week in self.weeks for day in week.days())
        return next((day for day in days if self.day(day).contains(pos)), None)

    def card_at(self, pos: QPoint) -> Shown | None:
        """What stands at a point."""
        day = self.day_at(pos)
        row = self._days.get(day, ()) if day is not None else ()
        return next((shown for n, shown in enumerate(row) if day and self.card(day, n).contains(pos)), None)
