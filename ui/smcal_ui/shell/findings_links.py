"""The links at the end of a line of the findings: why it is told, and what mends it."""

import math

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from smcal.words import _
from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import TEXT, Theme

WHY, MEND = "why", "mend"
KEYS = {WHY: "Shift+F1", MEND: "Ctrl+."}
HIGH, SPACE, END = 26, 18, 16


class LineLinks:
    """Two words in the colour of links, right-aligned; `width` is what a line gives up for them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fitter = Fitter(theme.font(TEXT, 600))
        self._words = {MEND: _("Mend…"), WHY: _("Why?")}
        self._wide = {link: math.ceil(self._fitter.width(text)) for link, text in self._words.items()}

    @property
    def width(self) -> int:
        """Pixels of both, with the space before them."""
        return sum(self._wide.values()) + 2 * SPACE + END

    def rect(self, link: str, right: int, top: int) -> QRect:
        """Where a link stands in a line that ends at `right` and begins at `top`."""
        edge = right - END
        if link == WHY:
            edge -= self._wide[MEND] + SPACE
        return QRect(edge - self._wide[link] - 4, top, self._wide[link] + 8, HIGH)

    def paint(self, painter: QPainter, right: int, top: int) -> None:
        """Both links."""
        painter.setFont(self._fitter.font)
        painter.setPen(self._theme.colour("accent"))
        base = top + (HIGH - self._fitter.line) / 2 + self._fitter.ascent
        for link, text in self._words.items():
            painter.drawText(QPointF(self.rect(link, right, top).left() + 4, base), text)
