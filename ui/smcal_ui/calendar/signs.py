"""How a day looks: colours by meaning, and a sign for each, so that colour never speaks alone."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QStaticText, QTransform

from smcal.worktime import Day, DayKind, Origin
from smcal_ui.theme import CAPTION, Theme

HATCH_INK = "card_edge"
"""The colour of the lines behind days that are not decreed yet."""

OWN = frozenset({Origin.LIBRARY, Origin.BRANCH})


class Mark(Enum):
    """A sign beside the figure."""

    NONE = 0
    SHORT = 1  # a bar below: the day ends earlier
    MOVED = 2  # a triangle in the corner: it comes from elsewhere
    WORKED = 3  # a frame: worked though it is a weekend


class Look(NamedTuple):
    """What is drawn for a day."""

    fill: str  # a colour by meaning, "" for none
    ink: str
    strong: bool = False
    mark: Mark = Mark.NONE
    own: bool = False  # a dot: the library's own word


def look_of(day: Day) -> Look:
    """The look of a day."""
    own = day.origin in OWN
    if day.kind is DayKind.SHORTENED:
        return Look("warn.soft", "warn", False, Mark.SHORT, own)
    if day.kind is DayKind.WORKING:
        weekend = day.origin is Origin.SWAPPED or (own and day.date.weekday() > 4)
        return Look("", "text", weekend, Mark.WORKED if weekend else Mark.NONE, own)
    if own:
        return Look("accent.soft", "accent", True, Mark.NONE, True)
    if day.origin is Origin.HOLIDAY:
        return Look("bad.soft", "bad", True)
    if day.origin is Origin.MOVED:
        return Look("bad.soft", "bad", False, Mark.MOVED)
    return Look("closed", "quiet")


class DayPainter:
    """Draws days in one theme; texts are laid out once."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._texts: dict[tuple[str, bool], tuple[QStaticText, QSizeF]] = {}

    def day(self, painter: QPainter, rect: QRect, look: Look, figure: str) -> None:
        """Draw one day with its figure."""
        colour = self.theme.colour
        spot = QRectF(rect).adjusted(1, 0.5, -1, -0.5)
        if look.fill:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(look.fill))
            painter.drawRoundedRect(spot, 4, 4)
        if look.mark is Mark.WORKED:
            self.ring(painter, rect.adjusted(1, 0, -1, 0), "quiet", 1)
        self.text(painter, rect, figure, look.ink, look.strong)
        if look.mark is Mark.SHORT:
            painter.fillRect(QRectF(spot.left() + 4, spot.bottom() - 1.5, spot.width() / 2 - 4, 1.5), colour(look.ink))
        elif look.mark is Mark.MOVED:
            corner = spot.bottomRight() - QPointF(2, 2)
            self._shape(painter, look.ink)
            painter.drawPolygon(QPolygonF([corner, corner - QPointF(5, 0), corner - QPointF(0, 5)]))
        if look.own:
            self._shape(painter, "accent")
            painter.drawEllipse(spot.topRight() + QPointF(-2.5, 2.5), 1.8, 1.8)

    def ring(self, painter: QPainter, rect: QRect, meaning: str, width: float, *, dashed: bool = False) -> None:
        """Draw a ring around a day: today, the one below the pointer; dashed the chosen one, as no sign of a day is."""
        line = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self.theme.colour(meaning), width, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4)

    def text(
        self, painter: QPainter, rect: QRect, text: str, ink: str, strong: bool = False, place: float = 0.5
    ) -> None:
        """Draw a line of text; `place` is 0 at the left, 0.5 in the middle, 1 at the right."""
        font = self.theme.font(CAPTION, 600 if strong else 400)
        laid = self._texts.get((text, strong))
        if laid is None:
            made = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.prepare(QTransform(), font)
            laid = self._texts[text, strong] = made, made.size()
        size = laid[1]
        painter.setFont(font)
        painter.setPen(self.theme.colour(ink))
        x = rect.left() + round((rect.width() - size.width()) * place)
        painter.drawStaticText(QPointF(x, rect.top() + round((rect.height() - size.height()) / 2)), laid[0])

    def _shape(self, painter: QPainter, meaning: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(meaning))
