"""Texts cut to fit: widths of words and finished lines are remembered, because measuring is half of a layout."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

KEPT = 20_000
"""Finished lines remembered before the memory is emptied: some hundred weeks."""


class Fitter:
    """Cuts texts of one font to a width in pixels."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._space = self._metrics.horizontalAdvance(" ")
        self._words: dict[str, float] = {}
        self._one: dict[tuple[str, int], str] = {}
        self._two: dict[tuple[str, int], tuple[str, str]] = {}

    @property
    def ascent(self) -> float:
        """From the top of a line to its base."""
        return self._metrics.ascent()

    @property
    def line(self) -> float:
        """Height of a line."""
        return self._metrics.height()

    def width(self, text: str) -> float:
        """How wide a text is."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) > KEPT:
                self._words.clear()
            found = self._words[text] = self._metrics.horizontalAdvance(text)
        return found

    def one(self, text: str, width: int) -> str:
        """The text on one line, its end replaced by «…» where it does not fit."""
        key = (text, width)
        found = self._one.get(key)
        if found is None:
            if len(self._one) > KEPT:
                self._one.clear()
            found = self._one[key] = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return found

    def two(self, text: str, width: int) -> tuple[str, str]:
        """The text on two lines broken between words; the second is empty where one is enough."""
        key = (text, width)
        found = self._two.get(key)
        if found is None:
            if len(self._two) > KEPT:
                self._two.clear()
            found = self._two[key] = self._break(text, width)
        return found

    def _break(self, text: str, width: int) -> tuple[str, str]:
        words = text.split(" ")
        taken, used = 0, 0.0
        for word in words:
            advance = self.width(word) + (self._space if taken else 0)
            if taken and used + advance > width:
                break
            used, taken = used + advance, taken + 1
        first, rest = " ".join(words[:taken]), " ".join(words[taken:])
        return self.one(first, width), self.one(rest, width) if rest else ""
