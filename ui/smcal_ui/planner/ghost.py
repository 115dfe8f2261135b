"""The card in hand: a picture that follows the pointer and never takes its events."""

import math

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from smcal_ui.planner.cards import drawn
from smcal_ui.planner.drop import Verdict
from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, Theme

PAD = 8
LINE = 22
IN_HAND = 0.92
"""How strong the picture is: one reads it, and still sees that something lies below."""

ROUND = 8
"""Pixels of a card's corner, and of the ring around a chosen one that would show outside of it."""


class Ghost(QWidget):
    """Shows the posts being dragged, «+» when they are copied, and the words of a verdict where needed."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._picture = QPixmap()
        self._grip = QPoint()
        self._count = 1
        self._copy = False
        self._verdict: Verdict | None = None
        self._beside = False
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._words = Fitter(theme.font(CAPTION, 600))

    def take(self, picture: QPixmap, grip: QPoint, count: int) -> None:
        """Show a picture held at `grip`; `count` posts are in hand."""
        self._picture, self._grip, self._count, self._verdict, self._copy = _rounded(picture), grip, count, None, False
        self._fit()
        self.raise_()
        self.show()

    def say(self, verdict: Verdict | None, beside: bool = True) -> None:
        """Carry the words of a verdict below the card, or none; `beside` the pointer where the place is small."""
        self._beside = beside
        if verdict != self._verdict:
            self._verdict = verdict
            self._fit()
            self.update()

    def follow(self, pos: QPoint, copy: bool) -> None:
        """Move with the pointer."""
        if copy != self._copy:
            self._copy = copy
            self.update()
        at = self.parentWidget().mapFromGlobal(pos)
        if self._verdict is None:
            self.move(at - self._grip - QPoint(PAD, PAD))
            return
        corner = at + QPoint(6, 10) if self._beside else at - self._grip - QPoint(PAD, PAD)
        self.move(max(min(corner.x(), self.parentWidget().width() - self.width()), 0), corner.y())  # words stay in view

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture half transparent, with its marks."""
        with QPainter(self) as painter:
            painter.setOpacity(IN_HAND)
            painter.drawPixmap(PAD, PAD, self._picture)
            painter.setOpacity(1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            size = self._picture.deviceIndependentSize().toSize()
            mark = ("+" if self._copy else "") + (str(self._count) if self._count > 1 else "")
            if mark:
                wide = max(20, math.ceil(self._words.width(mark)) + 12)
                self._pill(painter, QRect(size.width() + PAD - wide + 6, 0, wide, 20), mark, "accent", "on_accent")
            if self._verdict is not None:
                level = self._verdict.level
                for number, line in enumerate(self._lines()):
                    top = PAD + size.height() + 4 + number * LINE
                    wide = math.ceil(self._words.width(line)) + 16
                    self._pill(painter, QRect(PAD, top, wide, LINE - 2), line, f"{level}.soft", level)

    def _pill(self, painter: QPainter, rect: QRect, text: str, ground: str, ink: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(rect, 8, 8)
        painter.setFont(self._words.font)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    def _lines(self) -> list[str]:
        return self._verdict.text.split("\n") if self._verdict is not None and self._verdict.text else []

    def _fit(self) -> None:
        size = self._picture.deviceIndependentSize().toSize()
        wide = [math.ceil(self._words.width(line)) + 16 for line in self._lines()]
        self.resize(max([size.width(), *wide]) + 2 * PAD, size.height() + 2 * PAD + LINE * len(wide) + 4)


def _rounded(picture: QPixmap) -> QPixmap:
    """A picture without its corners: behind those of a card its cell would show."""
    size = picture.deviceIndependentSize()

    def draw(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.black)
        painter.drawRoundedRect(QRectF(QPointF(0, 0), size), ROUND, ROUND)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.drawPixmap(0, 0, picture)

    return drawn(math.ceil(size.width()), math.ceil(size.height()), picture.devicePixelRatio(), draw)
