"""Our own few icons: strokes on a grid of sixteen, drawn at whatever size and scale is asked for."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen

from smcal_ui.planner.cards import drawn
from smcal_ui.theme import Theme

Line = tuple[tuple[float, float], ...]
Ring = tuple[float, float, float]  # centre and radius

LINES: dict[str, tuple[Line, ...]] = {
    "back": (((9.5, 4), (5.5, 8), (9.5, 12)),),
    "on": (((6.5, 4), (10.5, 8), (6.5, 12)),),
    "plus": (((8, 3.5), (8, 12.5)), ((3.5, 8), (12.5, 8))),
    "close": (((4.5, 4.5), (11.5, 11.5)), ((4.5, 11.5), (11.5, 4.5))),
    "check": (((3.5, 8.5), (6.5, 11.5), (12.5, 5)),),
    "search": (((10.2, 10.2), (13.5, 13.5)),),
    "undo": (
        ((6, 3.5), (3, 6.5), (6, 9.5)),
        ((3, 6.5), (10, 6.5), (12.4, 7.6), (13, 9.5), (12.4, 11.6), (10, 12.5), (7, 12.5)),
    ),
    "redo": (
        ((10, 3.5), (13, 6.5), (10, 9.5)),
        ((13, 6.5), (6, 6.5), (3.6, 7.6), (3, 9.5), (3.6, 11.6), (6, 12.5), (9, 12.5)),
    ),
    "bin": (
        ((2.5, 4.5), (13.5, 4.5)),
        ((6, 4.5), (6, 2.5), (10, 2.5), (10, 4.5)),
        ((4, 4.5), (4.7, 13.5), (11.3, 13.5), (12, 4.5)),
    ),
    "copy": (((5.5, 5.5), (13.5, 5.5), (13.5, 13.5), (5.5, 13.5), (5.5, 5.5)), ((10.5, 2.5), (2.5, 2.5), (2.5, 10.5))),
    "week": (
        ((2.5, 3.5), (13.5, 3.5), (13.5, 13.5), (2.5, 13.5), (2.5, 3.5)),
        ((2.5, 6.5), (13.5, 6.5)),
        ((6.2, 6.5), (6.2, 13.5)),
        ((9.8, 6.5), (9.8, 13.5)),
    ),
    "tray": (
        ((2.5, 9), (5.5, 9), (6.5, 11), (9.5, 11), (10.5, 9), (13.5, 9)),
        ((2.5, 9), (4.3, 3.5), (11.7, 3.5), (13.5, 9), (13.5, 13), (2.5, 13), (2.5, 9)),
    ),
    "send": (((13.5, 2.5), (2.5, 7), (7, 9), (9, 13.5), (13.5, 2.5)), ((13.5, 2.5), (7, 9))),
    "print": (
        ((4.5, 6), (4.5, 2.5), (11.5, 2.5), (11.5, 6)),
        ((4.5, 11.5), (2.5, 11.5), (2.5, 6), (13.5, 6), (13.5, 11.5), (11.5, 11.5)),
        ((4.5, 9.5), (11.5, 9.5), (11.5, 13.5), (4.5, 13.5), (4.5, 9.5)),
    ),
    "picture": (
        ((2.5, 3), (13.5, 3), (13.5, 13), (2.5, 13), (2.5, 3)),
        ((2.5, 11), (6, 7.5), (9, 10.5), (11, 8.5), (13.5, 11)),
    ),
    "file": (((9.5, 2.5), (4, 2.5), (4, 13.5), (12, 13.5), (12, 5), (9.5, 2.5)), ((9.5, 2.5), (9.5, 5), (12, 5))),
    "sound": (((6, 11.5), (6, 3.5), (12.5, 2.5), (12.5, 10.5)),),
    "video": (
        ((2.5, 3.5), (13.5, 3.5), (13.5, 12.5), (2.5, 12.5), (2.5, 3.5)),
        ((6.8, 5.8), (10, 8), (6.8, 10.2), (6.8, 5.8)),
    ),
    "today": (((8, 4.8), (8, 8), (10.2, 9.6)),),
    "warning": (((8, 2.5), (14, 13.3), (2, 13.3), (8, 2.5)), ((8, 6.4), (8, 9.4)), ((8, 11.3), (8, 11.35))),
    "more": (((3.5, 8), (3.55, 8)), ((8, 8), (8.05, 8)), ((12.5, 8), (12.55, 8))),
}
"""Polylines of every icon, in sixteenths of its side."""

RINGS: dict[str, tuple[Ring, ...]] = {
    "search": ((6.8, 6.8, 4.2),),
    "today": ((8, 8, 5.5),),
    "sound": ((4.5, 11.5, 1.6), (11, 10.5, 1.6)),
    "picture": ((5.8, 6, 1),),
}
"""Circles of the icons that have some."""

SCALES = (1.0, 1.5, 2.0)


def icon(name: str, theme: Theme, meaning: str = "quiet") -> QIcon:
    """An icon by its name, in a colour by its meaning; faint where it is disabled."""
    found = QIcon()
    modes = {QIcon.Mode.Normal: meaning, QIcon.Mode.Disabled: "faint"}
    for mode, colour in modes.items():
        for scale in SCALES:
            found.addPixmap(drawn(16, 16, scale, partial(_draw, name=name, theme=theme, meaning=colour)), mode)
    return found


def _draw(painter: QPainter, name: str, theme: Theme, meaning: str) -> None:
    path = QPainterPath()
    for line in LINES[name]:
        path.moveTo(QPointF(*line[0]))
        for point in line[1:]:
            path.lineTo(QPointF(*point))
    for x, y, radius in RINGS.get(name, ()):
        path.addEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
    pen = QPen(theme.colour(meaning), 1.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
