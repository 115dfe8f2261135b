"""Short bars with words: how much of something there is, and a tick where its limit stands."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, Theme
from smcal_ui.widgets.shade import theme_of

LINE, SECOND, THICK, BELOW = 30, 14, 6, 6
"""Height of a bar with its words, of a second line of them, of the bar itself, and of the room below it."""


class Bar(NamedTuple):
    """One bar: what it is of, the figure in words, how full it is from 0 to 1, and where the limit is, if any."""

    label: str
    figure: str
    full: float
    limit: float | None = None
    ink: str = "accent"


class Bars(QWidget):
    """Bars below each other, read aloud as one sentence. A label that is too long takes a second line."""

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
        self.setAccessibleName("; ".join(f"{bar.label}: {bar.figure}" for bar in bars))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its bars."""
        return QSize(240, sum(map(self._height, self._bars)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels may break otherwise now."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words above, the bar below."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            top = 0
            for bar in self._bars:
                self._bar(painter, QRect(0, top, self.width(), self._height(bar)), bar)
                top += self._height(bar)

    def _bar(self, painter: QPainter, rect: QRect, bar: Bar) -> None:
        theme, plain, strong = self._fitters()
        figure = strong.width(bar.figure)
        base = rect.top() + plain.ascent + 1
        painter.setFont(plain.font)
        painter.setPen(theme.colour("text" if bar.full else "quiet"))
        for number, line in enumerate(filter(None, self._lines(bar))):
            painter.drawText(QPointF(rect.left(), base + number * SECOND), line)
        painter.setFont(strong.font)
        painter.setPen(theme.colour("text" if bar.ink == "accent" and bar.full else bar.ink if bar.full else "quiet"))
        painter.drawText(QPointF(rect.right() + 1 - figure, base), bar.figure)
        self._groove(painter, QRectF(rect.left(), rect.bottom() + 1 - THICK - BELOW, rect.width(), THICK), bar)

    def _groove(self, painter: QPainter, groove: QRectF, bar: Bar) -> None:
        theme = theme_of(self)
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

    def _fit(self) -> None:
        self.setFixedHeight(sum(map(self._height, self._bars)))

    def _height(self, bar: Bar) -> int:
        return LINE + (SECOND if self._lines(bar)[1] else 0)

    def _lines(self, bar: Bar) -> tuple[str, str]:
        """A label, broken beside its figure."""
        _theme, plain, strong = self._fitters()
        return plain.two(bar.label, max(int(self.width() - strong.width(bar.figure) - 10), 1))

    def _fitters(self) -> tuple[Theme, Fitter, Fitter]:
        theme = theme_of(self)
        if self._fonts is None or self._fonts[0] is not theme:
            self._fonts = theme, Fitter(theme.font(CAPTION)), Fitter(theme.font(CAPTION, 600))
        return self._fonts
