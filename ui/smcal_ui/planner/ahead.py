"""Weeks that may be shown next, laid out and drawn while nobody waits."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from smcal.layout.board import WeekBoard
from smcal.layout.place import Places
from smcal_ui.planner.canvas import Canvas, Frame
from smcal_ui.planner.painter import Look

KEPT = 2
"""The week after and the week before."""


class Ready(NamedTuple):
    """A week as it is when nothing is chosen, with all that its picture depends on."""

    places: Places
    canvas: Canvas
    origin: QPoint
    size: QSize
    ratio: float  # pixels of the screen in one of ours
    picture: QPixmap


class Ahead:
    """Keeps few weeks ready: their places, and a picture of the part that would be in view."""

    def __init__(self) -> None:
        self._weeks: list[Ready] = []

    def clear(self) -> None:
        """Keep nothing."""
        self._weeks.clear()

    def places(self, board: WeekBoard) -> Places | None:
        """The places of a week that is ready; whoever asks looks whether they suit."""
        return next((week.places for week in self._weeks if week.places.board is board), None)

    def prepare(self, canvas: Canvas, frame: Frame, ratio: float) -> None:
        """Draw a week on a picture, in place of the one that was made first."""
        found = self._find(canvas, frame, ratio)
        if found is None:
            picture = QPixmap(frame.size * ratio)
            picture.setDevicePixelRatio(ratio)
            with QPainter(picture) as painter:
                canvas.paint(painter, QRegion(0, 0, frame.size.width(), frame.size.height()), frame)
            found = Ready(frame.places, canvas, frame.origin, frame.size, ratio, picture)
        others = [week for week in self._weeks if week.places.board is not frame.places.board]
        self._weeks = [*others[1 - KEPT :], found]

    def paint(self, painter: QPainter, region: QRegion, canvas: Canvas, frame: Frame) -> bool:
        """Paint a week from its picture; False when it has none, or something on it is chosen or dragged.

        Where a pixel of ours is no whole number of the screen's, a copied picture would be blurred: there is none.
        """
        look, ratio = frame.look, painter.device().devicePixelRatio()
        if look.selected or look.dragged or look.target is not None or not float(ratio).is_integer():
            return False
        found = self._find(canvas, frame, ratio)
        if found is None:
            return False
        painter.drawPixmap(0, 0, found.picture)
        canvas.paint_focus(painter, region, frame)
        return True

    def _find(self, canvas: Canvas, frame: Frame, ratio: float) -> Ready | None:
        wanted = (canvas, frame.origin, frame.size, ratio)
        return next((w for w in self._weeks if w.places is frame.places and w[1:5] == wanted), None)


def nothing_chosen(places: Places, origin: QPoint, size: QSize) -> Frame:
    """A week as nobody has touched it."""
    return Frame(places, origin, size, Look())
