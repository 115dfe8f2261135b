"""What a line of the findings is painted with: words set once and kept, and signs of severity drawn once."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QStaticText, QTransform

from smcal_ui.planner.cards import drawn
from smcal_ui.planner.texts import Fitter
from smcal_ui.shell.findings_lines import Line, overridden
from smcal_ui.theme import TEXT, Theme

DOT, ROW = 8, 26
KEPT = 1000
"""Texts kept before the memory is emptied: some dozen weeks."""


class LineMarks:
    """The words and signs of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fitter = Fitter(theme.font(TEXT))
        self.font = self._fitter.font
        self.above = (ROW - self._fitter.line) / 2  # from the top of a row to its words
        self._words: dict[tuple[str, int], QStaticText] = {}
        self._signs: dict[tuple[bool, bool, float], QPixmap] = {}

    def words(self, text: str, width: int) -> QStaticText:
        """A text on one line, cut to so many pixels."""
        found = self._words.get((text, width))
        if found is None:
            if len(self._words) >= KEPT:
                self._words.clear()
            found = QStaticText(self._fitter.one(text.replace("\n", " "), width))
            found.setTextFormat(Qt.TextFormat.PlainText)  # what people typed is never read as HTML
            found.prepare(QTransform(), self.font)
            self._words[text, width] = found
        return found

    def sign(self, line: Line, dpr: float) -> QPixmap:
        """A dot where something is required, a ring where it is advice, a tick where somebody has decided."""
        key = (line.finding.blocks, overridden(line), dpr)
        found = self._signs.get(key)
        if found is None:
            found = self._signs[key] = drawn(DOT + 2, ROW, dpr, lambda painter: self._draw(painter, *key[:2]))
        return found

    def _draw(self, painter: QPainter, required: bool, settled: bool) -> None:
        tone = self._theme.colour("bad" if required else "faint" if settled else "warn")
        painter.setPen(QPen(tone, 1.5))
        painter.setBrush(tone if required else Qt.BrushStyle.NoBrush)
        box = QRectF(1, (ROW - DOT) / 2, DOT, DOT)
        if settled:
            ends = (box.left(), box.center().y()), (box.center().x() - 1, box.bottom()), (box.right() + 1, box.top())
            painter.drawPolyline([QPointF(*end) for end in ends])
        else:
            painter.drawEllipse(box)
