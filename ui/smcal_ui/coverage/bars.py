"""Short bars with words: how much of something there is, and a tick where its limit stands."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, Theme
from smcal_ui.widgets.shade import theme_of

LINE = 30
THICK = 6


class Bar(NamedTuple):
    """One bar: what it is of, the figure in words, how full it is from 0 to 1, and where the limit is, if any."""

    label: str
    figure: str
    full: float
    limit: float | None = None
    ink: str = "accent"


class Bars(QWidget):
    """Bars below each other, read aloud as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[Bar] = []
        self._fonts: tuple[Theme, Fitter, Fitter] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> list[Bar]:
        """What is shown."""
        return list(self._bars)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars."""
        self._bars = list(bars)
        told = "; ".join(f"{bar.label}: {bar.figure}" for bar in bars)
        self.setAccessibleName(told)
        self.setToolTip("")
        self.setFixedHeight(len(bars) * LINE)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its bars."""
        return QSize(240, len(self._bars) * LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words above, the bar below."""
        theme = theme_of(self)
        if self._fonts is None or self._fonts[0] is not theme:
            self._fonts = theme, Fitter(theme.font(CAPTION)), Fitter(theme.font(CAPTION, 600))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, bar in enumerate(self._bars):
                self._bar(painter, QRect(0, number * LINE, self.width(), LINE), bar, self._fonts)

    def _bar(self, painter: QPainter, rect: QRect, bar: Bar, fonts: tuple[Theme, Fitter, Fitter]) -> None:
        theme, plain, strong = fonts
        figure = strong.width(bar.figure)
        base = rect.top() + plain.ascent + 1
        painter.setFont(plain.font)
        painter.setPen(theme.colour("text" if bar.full else "quiet"))
        painter.drawText(QPointF(rect.left(), base), plain.one(bar.label, int(rect.width() - figure - 10)))
        painter.setFont(strong.font)
        painter.setPen(theme.colour("text" if bar.ink == "accent" and bar.full else bar.ink if bar.full else "quiet"))
        painter.drawText(QPointF(rect.right() + 1 - figure, base), bar.figure)
        groove = QRectF(rect.left(), rect.top() + plain.line + 3, rect.width(), THICK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("gauge"))
        painter.drawRoundedRect(groove, THICK / 2, THICK / 2)
        if bar.full > 0:
            filled = QRectF(groove.left(), groove.top(), max(groove.width() * min(bar.full, 1.0), THICK), THICK)
            painter.setBrush(theme.colour(bar.ink))
            painter.drawRoundedRect(filled, THICK / 2, THICK / 2)
        if bar.limit is not None:
            x = groove.left() + groove.width() * bar.limit
            painter.setPen(QPen(theme.colour("text"), 1.5))
            painter.drawLine(QPointF(x, groove.top() - 2.5), QPointF(x, groove.bottom() + 2.5))
