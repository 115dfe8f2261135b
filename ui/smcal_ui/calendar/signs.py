"""How a day looks: colours by meaning, and a sign for each, so that colour never speaks alone."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

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


def paint_day(painter: QPainter, theme: Theme, rect: QRect, look: Look, figure: str) -> None:
    """Draw one day with its figure."""
    colour = theme.colour
    spot = QRectF(rect).adjusted(1, 0.5, -1, -0.5)
    if look.fill:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.fill))
        painter.drawRoundedRect(spot, 4, 4)
    if look.mark is Mark.WORKED:
        painter.setPen(QPen(colour("quiet"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(spot.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(theme.font(CAPTION, 600 if look.strong else 400))
    painter.setPen(colour(look.ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, figure)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(look.ink))
    if look.mark is Mark.SHORT:
        painter.drawRect(QRectF(spot.left() + 4, spot.bottom() - 1.5, spot.width() / 2 - 4, 1.5))
    elif look.mark is Mark.MOVED:
        corner = spot.bottomRight() - QPointF(2, 2)
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(5, 0), corner - QPointF(0, 5)]))
    if look.own:
        painter.setBrush(colour("accent"))
        painter.drawEllipse(spot.topRight() + QPointF(-2.5, 2.5), 1.8, 1.8)


def paint_ring(painter: QPainter, theme: Theme, rect: QRect, meaning: str, width: float) -> None:
    """Draw a ring around a day: today, the chosen one, the one below the pointer."""
    painter.setPen(QPen(theme.colour(meaning), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4)
