"""How the preview is drawn: what stands there already quietly, what is proposed dashed."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from smcal.layout.board import Level
from smcal.model import Period, Post
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.texts import Fitter
from smcal_ui.proposal.places import CARD, PAD, Shown
from smcal_ui.theme import CAPTION, Theme


class WeekDrawing:
    """Draws in one theme."""

    def __init__(self, theme: Theme, dates: LocaleDates) -> None:
        self.theme, self._dates = theme, dates
        self._plain, self._strong = Fitter(theme.font(CAPTION)), Fitter(theme.font(CAPTION, 600))

    def weekday(self, painter: QPainter, rect: QRect, name: str) -> None:
        """The name of a column."""
        painter.setFont(self._plain.font)
        painter.setPen(self.theme.colour("quiet"))
        painter.drawText(QPointF(rect.left() + 6, self._plain.ascent + 3), name)

    def name(self, painter: QPainter, top: int, week: Period) -> None:
        """The days and the number of a week."""
        painter.setFont(self._strong.font)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(QPointF(0, top + PAD + self._strong.ascent), self._dates.short_span(week))
        painter.setFont(self._plain.font)
        painter.setPen(self.theme.colour("quiet"))
        below = top + PAD + self._strong.line + self._plain.ascent
        painter.drawText(QPointF(0, below), self._dates.week_number(week))

    def closed(self, painter: QPainter, rect: QRect) -> None:
        """A day that cannot be planned any more, or that was not asked for."""
        painter.fillRect(rect, self.theme.colour("past"))

    def lines(self, painter: QPainter, rect: QRect, columns: list[int]) -> None:
        """A line above a week and between its days."""
        painter.setPen(QPen(self.theme.colour("hairline"), 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        for x in columns:
            painter.drawLine(x, rect.top(), x, rect.bottom() + 1)

    def lit(self, painter: QPainter, rect: QRect, level: Level) -> None:
        """The day below a card in hand, in the colour of what a drop would do."""
        painter.setPen(QPen(self.theme.colour(level), 2))
        painter.setBrush(self.theme.colour(f"{level}.soft"))
        painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -1, -1), 5, 5)

    def card(self, painter: QPainter, rect: QRect, shown: Shown, about: str, *, chosen: bool) -> None:
        """A post: its time, and what it is about."""
        colour, live = self.theme.colour, shown.proposed and shown.ticked
        pen = QPen(colour("accent" if live else "faint" if shown.proposed else "card_edge"), 1.3 if live else 1)
        if shown.proposed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour("accent.soft" if live else "card"))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if chosen:
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(f"topic.{shown.post.topic or 0}"))
        painter.drawRoundedRect(QRectF(rect.left() + 5, rect.top() + 5, 3, CARD - 10), 1.5, 1.5)
        painter.setPen(colour("accent" if live else "faint" if shown.proposed else "quiet"))
        self._texts(painter, rect, shown.post, about, self._strong if live else self._plain)

    def _texts(self, painter: QPainter, rect: QRect, post: Post, about: str, font: Fitter) -> None:
        base, left = rect.top() + (CARD - font.line) / 2 + font.ascent, rect.left() + 12
        if post.time:
            time = self._dates.time(post.time)
            painter.setFont(font.font)
            painter.drawText(QPointF(left, base), time)
            left += round(font.width(time)) + 5
        painter.setFont(self._plain.font)
        painter.drawText(QPointF(left, base), self._plain.one(about, rect.right() - left - 3))


def about(post: Post, shorts: Mapping[int, str]) -> str:
    """What a card is called: its topic in short, else its title."""
    return shorts.get(post.topic or 0, "") or post.title or post.text
