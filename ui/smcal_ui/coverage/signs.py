"""How the matrix is drawn: names with a sign for each standing, posts as small cards, gaps as soft bands."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from smcal.layout.coverage import TopicRow
from smcal.model import Post
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, TEXT, Theme

CHIP, NARROW, SLIM = 22, 84, 50
"""Height of a small card; columns narrower than these have no room for the month, or for the weekday."""


class MatrixPainter:
    """Draws in one theme."""

    def __init__(self, theme: Theme, dates: LocaleDates) -> None:
        self.theme, self._dates = theme, dates
        self._title = Fitter(theme.font(TEXT, 500))
        self._plain = Fitter(theme.font(TEXT))
        self._small = Fitter(theme.font(CAPTION))
        self._strong = Fitter(theme.font(CAPTION, 600))

    def head(self, painter: QPainter, rect: QRect, row: TopicRow, title: str, status: str) -> None:
        """The name of a topic with its sign, and how it stands."""
        spot = QPointF(rect.left() + 13, rect.top() + 12 + (rect.height() - 36) / 2)
        ink = "warn" if row.gaps else "quiet"
        self._sign(painter, spot, row)
        text = rect.adjusted(28, 0, -8, 0)
        middle = rect.center().y() + 1
        upper = QRect(text.left(), middle - 17, text.width(), 17)
        lower = QRect(text.left(), middle, text.width(), 16)
        self.text(painter, upper, title, self._title if row.due else self._plain, "text" if row.due else "quiet", 0)
        self.text(painter, lower, status, self._strong if row.gaps else self._small, ink, 0)

    def name(self, painter: QPainter, rect: QRect, lines: tuple[str, str], now: bool) -> None:
        """The name of a column; the one with today in it stands out."""
        first, second = lines
        ink = "accent" if now else "quiet"
        if not second:
            self.text(painter, rect, first, self._strong if now else self._small, ink)
            return
        upper = QRect(rect.left(), rect.top() + 5, rect.width(), 15)
        lower = upper.translated(0, 15)
        self.text(painter, upper, first, self._small, "accent" if now else "quiet")
        self.text(painter, lower, second, self._strong if now else self._small, ink)

    def ground(self, painter: QPainter, rect: QRect, owed: bool, past: bool) -> None:
        """What lies behind a cell: soft where a post is owed, grey where the days are gone."""
        if past:
            painter.fillRect(rect, self.theme.colour("past"))
        elif owed:
            painter.fillRect(rect, self.theme.colour("warn.soft"))

    def posts(self, painter: QPainter, rect: QRect, topic: int, posts: tuple[Post, ...]) -> None:
        """Small cards with the days of posts, as many as there is room for, then how many more."""
        inner = rect.adjusted(3, 0, -3, 0)
        texts = [self._day(post, rect.width()) for post in posts]
        wide = max(self._strong.width(text) for text in texts) + 15
        more = self._small.width("+99") + 4
        fits = int((inner.width() + 4) // (wide + 4))
        if fits < len(texts):
            fits = max(int((inner.width() - more) // (wide + 4)), 1)
        rest = len(texts) - fits
        narrow = rest > 0 and inner.width() < wide + more
        top = rect.center().y() + 1 - (CHIP + 12 if narrow else CHIP) / 2
        left = inner.left() + (max(inner.width() - wide, 0) / 2 if rect.width() < NARROW else 3)
        for text in texts[:fits]:
            self._chip(painter, QRectF(left, top, min(wide, inner.width()), CHIP), topic, text)
            left += wide + 4
        if narrow:
            below = QRect(inner.left(), round(top) + CHIP, inner.width(), 13)
            self.text(painter, below, f"+{rest}", self._small, "quiet")
        elif rest > 0:
            self.text(painter, QRect(round(left), rect.top(), 40, rect.height()), f"+{rest}", self._small, "quiet", 0)

    def plus(self, painter: QPainter, rect: QRect) -> None:
        """A click here makes a post."""
        middle = QPointF(rect.center()) + QPointF(0.5, 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent"))
        painter.drawEllipse(middle, 10, 10)
        painter.setPen(QPen(self.theme.colour("on_accent"), 1.8, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(middle - QPointF(4.5, 0), middle + QPointF(4.5, 0))
        painter.drawLine(middle - QPointF(0, 4.5), middle + QPointF(0, 4.5))

    def ring(self, painter: QPainter, rect: QRect, meaning: str, width: float) -> None:
        """A ring around a cell: it has the keyboard, or the pointer."""
        painter.setPen(QPen(self.theme.colour(meaning), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2 + 1
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 5, 5)

    def foot(self, painter: QPainter, rect: QRect, text: str, place: float) -> None:
        """A quiet figure or name in the last line."""
        self.text(painter, rect.adjusted(28 if place == 0 else 0, 0, 0, 0), text, self._small, "quiet", place)

    def text(self, painter: QPainter, rect: QRect, text: str, fitter: Fitter, ink: str, place: float = 0.5) -> None:
        """One line, cut to its room; `place` is 0 at the left, 0.5 in the middle."""
        shown = fitter.one(text, rect.width())
        painter.setFont(fitter.font)
        painter.setPen(self.theme.colour(ink))
        x = rect.left() + (rect.width() - fitter.width(shown)) * place
        painter.drawText(QPointF(x, rect.top() + (rect.height() - fitter.line) / 2 + fitter.ascent), shown)

    def _day(self, post: Post, width: int) -> str:
        assert post.date is not None
        if width >= NARROW:
            return self._dates.day(post.date)
        text = f"{self._dates.weekday(post.date)}\u00a0{post.date.day}"
        return text if width >= SLIM else str(post.date.day)

    def _chip(self, painter: QPainter, rect: QRectF, topic: int, text: str) -> None:
        painter.setPen(QPen(self.theme.colour("card_edge"), 1))
        painter.setBrush(self.theme.colour("card"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), 4, rect.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(f"topic.{topic}"))
        painter.drawRoundedRect(rect, 5, 5)
        painter.restore()
        self.text(painter, rect.adjusted(4, 0, 0, 0).toRect(), text, self._strong, "text")

    def _sign(self, painter: QPainter, spot: QPointF, row: TopicRow) -> None:
        """A tick where all is covered, an exclamation mark where a post is owed, a dash where none is due."""
        colour = self.theme.colour
        if row.gaps:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("warn"))
            painter.drawEllipse(spot, 7, 7)
            painter.setPen(QPen(colour("card"), 1.7, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(spot - QPointF(0, 3.5), spot + QPointF(0, 0.5))
            painter.drawPoint(spot + QPointF(0, 3.4))
        elif any(owing.covered for owing in row.pages):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("ok"))
            painter.drawEllipse(spot, 7, 7)
            painter.setPen(QPen(colour("card"), 1.7, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline([spot + QPointF(-3.2, 0.2), spot + QPointF(-0.9, 2.5), spot + QPointF(3.3, -2.3)])
        else:
            painter.setPen(QPen(colour("faint"), 1.6, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(spot - QPointF(4, 0), spot + QPointF(4, 0))
