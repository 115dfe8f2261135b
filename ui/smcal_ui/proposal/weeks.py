"""The weeks of one page, painted: what stands there already, quietly, and what is proposed, dashed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from smcal.model import Period, Post
from smcal.words import _, ngettext
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, Theme
from smcal_ui.widgets.shade import theme_of

HEAD, TOP, CARD, GAP, PAD = 112, 22, 22, 3, 6
"""Width of the weeks' names, height of the weekdays' names, of a card, between cards, and around them."""


class Shown(NamedTuple):
    """A post in a week: it stands there already, or is proposed, ticked or not."""

    post: Post
    proposed: bool
    ticked: bool = True


class WeekStrip(QWidget):
    """Weeks below each other, seven days side by side; a click on a proposed card chooses it."""

    picked = Signal(str)  # id of a proposed post

    def __init__(self, dates: LocaleDates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates = dates
        self._days: dict[dt.date, list[Shown]] = {}
        self._weeks: list[Period] = []
        self._period = Period(dt.date.min, dt.date.min)
        self._first = dt.date.min
        self._shorts: Mapping[int, str] = {}
        self._chosen = ""
        self._fonts: tuple[Theme, Fitter, Fitter] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_posts(self, period: Period, first: dt.date, posts: Sequence[Shown], shorts: Mapping[int, str]) -> None:
        """Show the weeks of a period with these posts; days before `first` cannot be planned any more."""
        self._period, self._first, self._shorts = period, first, shorts
        self._weeks = list(period.weeks())
        self._days = {}
        for shown in sorted(posts, key=lambda s: (s.post.time or dt.time.max, s.post.id)):
            if shown.post.date is not None:
                self._days.setdefault(shown.post.date, []).append(shown)
        self.setFixedHeight(self._tops()[-1])
        self._speak(posts)
        self.update()

    def choose(self, post_id: str) -> QRect:
        """Ring a post, and say where it stands."""
        self._chosen = post_id
        self.update()
        found = (self.rect_of(shown.post) for row in self._days.values() for shown in row if shown.post.id == post_id)
        return next(found, QRect())

    def rect_of(self, post: Post) -> QRect:
        """Where the card of a post stands."""
        if post.date is None or post.date not in self._days:
            return QRect()
        ids = [shown.post.id for shown in self._days[post.date]]
        week = next(n for n, period in enumerate(self._weeks) if post.date in period)
        day = self._day(post.date.weekday(), self._tops()[week], CARD)
        return day.adjusted(2, 0, -2, 0).translated(0, PAD + ids.index(post.id) * (CARD + GAP))

    def sizeHint(self) -> QSize:
        """As high as its weeks."""
        return QSize(700, self._tops()[-1] if self._weeks else TOP)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names, days, cards."""
        theme = theme_of(self)
        if self._fonts is None or self._fonts[0] is not theme:
            self._fonts = theme, Fitter(theme.font(CAPTION)), Fitter(theme.font(CAPTION, 600))
        tops = self._tops()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._names(painter, self._fonts)
            for number, week in enumerate(self._weeks):
                if tops[number] <= event.rect().bottom() and tops[number + 1] >= event.rect().top():
                    self._week(painter, week, tops[number], tops[number + 1] - tops[number], self._fonts)

    def _names(self, painter: QPainter, fonts: tuple[Theme, Fitter, Fitter]) -> None:
        theme, plain, _strong = fonts
        painter.setFont(plain.font)
        painter.setPen(theme.colour("quiet"))
        for weekday in range(7):
            name = self._dates.weekday(dt.date(2026, 1, 5) + dt.timedelta(weekday))
            painter.drawText(QPointF(self._day(weekday, 0, 0).left() + 6, plain.ascent + 3), name)

    def _week(self, painter: QPainter, week: Period, top: int, high: int, fonts: tuple[Theme, Fitter, Fitter]) -> None:
        theme, plain, strong = fonts
        colour = theme.colour
        for day in week.days():
            rect = self._day(day.weekday(), top, high)
            if day < self._first or day not in self._period:
                painter.fillRect(rect, colour("past"))
            for shown in self._days.get(day, ()):
                self._card(painter, self.rect_of(shown.post), shown, fonts)
        painter.setPen(QPen(colour("hairline"), 1))
        painter.drawLine(0, top, self.width(), top)
        for weekday in range(7):
            x = self._day(weekday, top, high).left()
            painter.drawLine(x, top, x, top + high)
        painter.setFont(strong.font)
        painter.setPen(colour("text"))
        painter.drawText(QPointF(0, top + PAD + strong.ascent), self._span(week))
        painter.setFont(plain.font)
        painter.setPen(colour("quiet"))
        painter.drawText(QPointF(0, top + PAD + strong.line + plain.ascent), self._dates.week_number(week))

    def _card(self, painter: QPainter, rect: QRect, shown: Shown, fonts: tuple[Theme, Fitter, Fitter]) -> None:
        theme, plain, strong = fonts
        colour = theme.colour
        live = shown.proposed and shown.ticked
        pen = QPen(colour("accent" if live else "faint" if shown.proposed else "card_edge"), 1.3 if live else 1)
        if shown.proposed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour("accent.soft" if live else "card"))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if shown.post.id == self._chosen:
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"topic.{shown.post.topic or 0}"))
        painter.drawRoundedRect(QRectF(rect.left() + 5, rect.top() + 5, 3, CARD - 10), 1.5, 1.5)
        time = self._dates.time(shown.post.time) if shown.post.time else ""
        font = strong if live else plain
        base = rect.top() + (CARD - font.line) / 2 + font.ascent
        painter.setPen(colour("accent" if live else "faint" if shown.proposed else "quiet"))
        painter.setFont(font.font)
        left = rect.left() + 12
        if time:
            painter.drawText(QPointF(left, base), time)
            left += round(font.width(time)) + 5
        painter.setFont(plain.font)
        painter.drawText(QPointF(left, base), plain.one(self._about(shown.post), rect.right() - left - 3))

    # events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a proposed post."""
        pos: QPoint = event.position().toPoint()
        for row in self._days.values():
            for shown in row:
                if shown.proposed and self.rect_of(shown.post).contains(pos):
                    self.picked.emit(shown.post.id)
                    return

    # places

    def _tops(self) -> list[int]:
        """Where each week begins, and where the last one ends."""
        tops = [TOP]
        for week in self._weeks:
            most = max((len(self._days.get(day, ())) for day in week.days()), default=0)
            tops.append(tops[-1] + 2 * PAD + max(most, 1) * (CARD + GAP) - GAP + 8)
        return tops

    def _day(self, weekday: int, top: int, high: int) -> QRect:
        room = self.width() - HEAD
        left, right = HEAD + room * weekday // 7, HEAD + room * (weekday + 1) // 7
        return QRect(left, top, right - left, high)

    def _span(self, week: Period) -> str:
        first, last = week.first, week.last
        day = f"{last.day}\u00a0{self._dates.month_short(last)}"
        if first.month == last.month:
            return f"{first.day}–{day}"
        return f"{first.day}\u00a0{self._dates.month_short(first)} – {day}"

    def _about(self, post: Post) -> str:
        return self._shorts.get(post.topic or 0, "") or post.title or post.text

    def _speak(self, posts: Sequence[Shown]) -> None:
        there, proposed = sum(not s.proposed for s in posts), sum(s.proposed and s.ticked for s in posts)
        text = ngettext("{n} post planned already", "{n} posts planned already", there).format(n=there)
        more = ngettext("{n} proposed", "{n} proposed", proposed).format(n=proposed)
        self.setAccessibleName(_("{first}, {second}").format(first=text, second=more))
