"""The sign before a line of an explanation: its shape says what its colour says."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from smcal.planning.why import Line, Mark
from smcal.words import _
from smcal_ui.theme import CAPTION
from smcal_ui.widgets.shade import shade, theme_of

SIZE = 20
GROUNDS = {
    Mark.PLAIN: "sunken",
    Mark.COUNTED: "accent.soft",
    Mark.SKIPPED: "sunken",
    Mark.GOOD: "ok.soft",
    Mark.BAD: "bad.soft",
}
TONES = {Mark.PLAIN: "quiet", Mark.COUNTED: "accent", Mark.SKIPPED: "quiet", Mark.GOOD: "ok", Mark.BAD: "bad"}
STROKES = {
    Mark.PLAIN: (((10, 10), (10, 10.1)),),
    Mark.SKIPPED: (((6.5, 10), (13.5, 10)),),
    Mark.COUNTED: (((10, 6.5), (10, 13.5)), ((6.5, 10), (13.5, 10))),
    Mark.GOOD: (((6.2, 10.4), (9, 13), (14, 7.2)),),
    Mark.BAD: (((10, 5.6), (10, 11)), ((10, 14.2), (10, 14.3))),
}


class Sign(QWidget):
    """A number, a tick, a dash, an exclamation mark or a dot in a circle."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        self.setFixedSize(QSize(SIZE, SIZE))
        self.setAccessibleName(sign_words(line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sign in its circle."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade(self, GROUNDS[self._line.mark]))
            painter.drawEllipse(QRectF(0, 0, SIZE, SIZE))
            tone = shade(self, TONES[self._line.mark])
            if self._line.number is not None:
                painter.setFont(theme_of(self).font(CAPTION, 600))
                painter.setPen(tone)
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._line.number))
                return
            painter.setPen(QPen(tone, 1.7, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            for stroke in STROKES[self._line.mark]:
                painter.drawPolyline([QPointF(x, y) for x, y in stroke])


def sign_words(line: Line) -> str:
    """The sign for people who listen, and for a copy as text."""
    if line.number is not None:
        return f"{line.number}."
    return {Mark.GOOD: "✓", Mark.BAD: "!", Mark.SKIPPED: "–", Mark.COUNTED: "+", Mark.PLAIN: "·"}[line.mark]


def mark_words(mark: Mark) -> str:
    """What a sign means, in a word."""
    return {
        Mark.PLAIN: "",
        Mark.COUNTED: _("counted"),
        Mark.SKIPPED: _("not counted"),
        Mark.GOOD: _("in order"),
        Mark.BAD: _("missing"),
    }[mark]
