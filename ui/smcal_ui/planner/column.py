"""Cards below one another, titles only: where each lies and what it looks like."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from smcal.layout.board import Card
from smcal_ui.planner.cards import LEFT, RIGHT, TITLE_LINE, CardFace
from smcal_ui.planner.painter import IN_HAND
from smcal_ui.theme import Theme

GAP, PAD = 6, 7
"""Room between cards; room in a card above and below its title."""


class Column:
    """The cards of the tray at one width. Heights count from the first card's upper edge."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._face = CardFace(theme)
        self._rects: list[QRect] = []
        self.cards: tuple[Card, ...] = ()
        self.height = 0

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme, self._face = theme, CardFace(theme)

    def lay_out(self, cards: Sequence[Card], width: int) -> None:
        """Place cards below one another."""
        self.cards, self._rects, top = tuple(cards), [], 0
        for card in self.cards:
            high = 2 * PAD + TITLE_LINE * len(self._lines(card, width))
            self._rects.append(QRect(1, top, width, high))
            top += high + GAP
        self.height = top

    def rect(self, index: int) -> QRect:
        """Where a card lies."""
        return self._rects[index]

    def at(self, pos: QPoint) -> int | None:
        """The card at a point."""
        return next((n for n, rect in enumerate(self._rects) if rect.contains(pos)), None)

    def paint(self, painter: QPainter, area: QRect, chosen: Collection[str], dragged: Collection[str]) -> None:
        """Paint the cards that an area touches."""
        for card, rect in zip(self.cards, self._rects, strict=True):
            if rect.intersects(area.adjusted(0, -4, 0, 4)):
                painter.setOpacity(IN_HAND if card.id in dragged else 1)
                self._card(painter, card, rect, card.id in chosen and card.id not in dragged)
        painter.setOpacity(1)

    def paint_focus(self, painter: QPainter, index: int) -> None:
        """The frame around the card that the keys are on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self._rects[index]), 8, 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _card(self, painter: QPainter, card: Card, rect: QRect, chosen: bool) -> None:
        dpr, title = painter.device().devicePixelRatio(), self._face.title
        painter.drawPixmap(rect.topLeft(), self._face.blank(rect.width(), rect.height(), card.topic, dpr, chosen))
        painter.setFont(title.font)
        painter.setPen(self._theme.colour("text"))
        base = rect.top() + PAD + (TITLE_LINE - title.line) / 2 + title.ascent - 1
        for line, text in enumerate(self._lines(card, rect.width())):
            painter.drawText(QPointF(rect.left() + LEFT, base + line * TITLE_LINE), text)

    def _lines(self, card: Card, width: int) -> list[str]:
        first, second = self._face.title.two(card.title, width - LEFT - RIGHT)
        return [first, second] if second else [first]
