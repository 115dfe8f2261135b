"""How a card is arranged and what its blank looks like. Blanks are drawn once a size, colour and state."""

import datetime as dt
import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from smcal.layout.board import Card, Level
from smcal.model import State
from smcal_ui.planner.badges import Badges, Chip
from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, RADIUS, TEXT, Theme

LEFT, RIGHT, TOP, BOTTOM = 11, 7, 6, 7
"""From a card's edge to its texts."""

TIME_LINE, TITLE_LINE = 17, 17
COMPACT_HEIGHT = 20
GLYPH = 10
KEPT = 16_000_000
"""Bytes of pixmaps remembered before the memory is emptied."""


class CardFace:
    """Arranges and draws cards of one theme at one density."""

    def __init__(self, theme: Theme, compact: bool = False, narrow: bool = False) -> None:
        self.theme = theme
        self.compact = compact
        self.left, self.right = (9, 5) if narrow else (LEFT, RIGHT)
        self.title_line = 15 if narrow else TITLE_LINE
        self.time = Fitter(theme.font(CAPTION, 600))
        self.topic = Fitter(theme.font(CAPTION))
        self.title = Fitter(theme.font(CAPTION if compact or narrow else TEXT, 400 if compact else 500))
        self.badges = Badges(theme)
        self._pixmaps: dict[tuple[object, ...], QPixmap] = {}
        self._held = 0
        self._glyphs: dict[float, dict[State, QPixmap]] = {}
        self._clocks: dict[float, Clocks] = {}

    def height(self, card: Card, width: int) -> int:
        """How high a card is at a width."""
        if self.compact:
            return COMPACT_HEIGHT
        inner = width - self.left - self.right
        lines = 2 if self.title.two(card.title, inner)[1] else 1
        return TOP + TIME_LINE + lines * self.title_line + self.badges.block(card.badges, inner)[1] + BOTTOM

    def blank(self, width: int, height: int, topic: int | None, dpr: float, selected: bool) -> QPixmap:
        """A card without its texts; it includes one pixel of shadow below."""
        key = (width, height, topic, dpr, selected)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._draw_blank(width, height, topic, dpr, selected)
        return found

    def glyphs(self, dpr: float) -> dict[State, QPixmap]:
        """The sign of every state."""
        if dpr not in self._glyphs:
            self._glyphs[dpr] = {
                state: drawn(GLYPH, GLYPH, dpr, partial(draw_state, state=state, theme=self.theme)) for state in State
            }
        return self._glyphs[dpr]

    def clocks(self, dpr: float) -> "Clocks":
        """Clock times, each with the room it takes, drawn when first asked for."""
        return self._clocks.setdefault(dpr, Clocks(self, dpr))

    def chip(self, chip: Chip, dpr: float) -> QPixmap:
        """A badge, words and ground."""
        key = (chip.lines, chip.level, chip.width, dpr)
        found = self._pixmaps.get(key)
        if found is None:
            draw = partial(self.badges.draw, chip=chip)
            found = self._pixmaps[key] = self._drawn(chip.width, chip.height, dpr, draw)
        return found

    def label(self, text: str, fitter: Fitter, meaning: str, dpr: float) -> QPixmap:
        """A short text that many cards have, drawn once: a clock time, the name of a topic. Its top is the line's."""
        key = (text, id(fitter), meaning, dpr)
        found = self._pixmaps.get(key)
        if found is None:

            def draw(painter: QPainter) -> None:
                painter.setFont(fitter.font)
                painter.setPen(self.theme.colour(meaning))
                painter.drawText(QPointF(0, fitter.ascent), text)

            wide = math.ceil(fitter.width(text)) + 1
            found = self._pixmaps[key] = self._drawn(wide, math.ceil(fitter.line), dpr, draw)
        return found

    def alarm(self, level: Level, dpr: float) -> QPixmap:
        """The sign «!» for a compact card that has something to say."""
        key = ("alarm", level, dpr)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._drawn(12, 12, dpr, lambda p: draw_alarm(p, self.theme.colour(level)))
        return found

    def _draw_blank(self, w: int, h: int, topic: int | None, dpr: float, selected: bool) -> QPixmap:
        theme, radius = self.theme, 5 if self.compact else RADIUS
        stripe = theme.colour(f"topic.{topic or 0}")
        edge = theme.colour("accent" if selected else "card_edge")
        fill = theme.colour("accent.soft" if selected else "card")

        def draw(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("shadow"))
            painter.drawRoundedRect(QRectF(0.5, 1.5, w - 1, h - 1), radius, radius)
            painter.setBrush(edge)
            painter.drawRoundedRect(QRectF(0, 0, w, h), radius, radius)
            painter.setClipRect(QRectF(0, 0, radius - 1, h))
            painter.setBrush(stripe)
            painter.drawRoundedRect(QRectF(0, 0, w, h), radius, radius)
            painter.setClipping(False)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(3, 1, w - 4, h - 2), radius - 2, radius - 2)

        return self._drawn(w, h + 2, dpr, draw)

    def _drawn(self, width: int, height: int, dpr: float, draw: Callable[[QPainter], None]) -> QPixmap:
        if self._held > KEPT:
            self._pixmaps.clear()
            self._held = 0
        self._held += math.ceil(4 * width * height * dpr * dpr)
        return drawn(width, height, dpr, draw)


class Clocks(dict[dt.time, tuple[QPixmap, int]]):
    """The pixmap of a clock time and how far the text after it is pushed; a day has few times."""

    def __init__(self, face: CardFace, dpr: float) -> None:
        super().__init__()
        self._face = face
        self._dpr = dpr

    def __missing__(self, time: dt.time) -> tuple[QPixmap, int]:
        text = clock(time)
        pixmap = self._face.label(text, self._face.time, "text", self._dpr)
        self[time] = found = (pixmap, math.ceil(self._face.time.width(text)) + 5)
        return found


def clock(time: dt.time | None) -> str:
    """The wall clock, as in 09:30; empty without a time."""
    return f"{time.hour:02d}:{time.minute:02d}" if time is not None else ""


def drawn(width: int, height: int, dpr: float, draw: Callable[[QPainter], None]) -> QPixmap:
    """A transparent pixmap of so many pixels of the screen's grid, drawn on with smooth edges."""
    pixmap = QPixmap(math.ceil(width * dpr), math.ceil(height * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        draw(painter)
    finally:
        painter.end()  # a painter that outlives its pixmap takes the program with it
    return pixmap


def draw_state(painter: QPainter, state: State, theme: Theme) -> None:
    """The sign of a state in a square of GLYPH pixels: its shape differs, not its colour alone."""
    colour = theme.colour(f"state.{state}")
    ring = QRectF(1, 1, GLYPH - 2, GLYPH - 2)
    pen = QPen(colour, 1.3)
    if state is State.IDEA:
        pen.setStyle(Qt.PenStyle.DotLine)
    solid = state in {State.APPROVED, State.SCHEDULED, State.PUBLISHED}
    painter.setPen(pen)
    painter.setBrush(colour if solid else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if state is State.SUBMITTED:
        painter.setBrush(colour)
        painter.drawPie(ring, 90 * 16, 180 * 16)
    marks = MARKS.get(state)
    if marks:
        painter.setPen(QPen(theme.colour("card") if solid else colour, 1.3, c=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in marks:
            painter.drawPolyline([QPointF(x, y) for x, y in line])


MARKS = {
    State.CHANGES_REQUESTED: (((5, 2.9), (5, 5.3)), ((5, 7), (5, 7.1))),
    State.SCHEDULED: (((5, 3), (5, 5.2), (6.6, 6.2)),),
    State.PUBLISHED: (((3, 5.2), (4.5, 6.6), (7.1, 3.7)),),
    State.REJECTED: (((3.6, 3.6), (6.4, 6.4)), ((3.6, 6.4), (6.4, 3.6))),
    State.ON_HOLD: (((4, 3.5), (4, 6.5)), ((6, 3.5), (6, 6.5))),
    State.CANCELLED: (((2.4, 7.6), (7.6, 2.4)),),
    State.REMOVED: (((3, 5), (7, 5)),),
}
"""Lines drawn inside the ring of a state."""


def draw_alarm(painter: QPainter, colour: QColor) -> None:
    """A triangle with «!» in a square of 12 pixels."""
    path = QPainterPath()
    path.addPolygon([QPointF(6, 1), QPointF(11.3, 10.6), QPointF(0.7, 10.6), QPointF(6, 1)])
    painter.setPen(QPen(colour, 1.2, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)
    painter.setPen(QPen(colour, 1.3, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(6, 4.6), QPointF(6, 6.8))
    painter.drawPoint(QPointF(6, 8.8))
