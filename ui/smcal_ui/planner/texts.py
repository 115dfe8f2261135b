"""Texts cut to fit: widths of words and finished lines are remembered, because measuring is half of a layout."""

import re
from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

KEPT = 20_000
"""Finished lines remembered before the memory is emptied: some hundred weeks."""

PLAIN = re.compile("[ -~\\u00a0-\\u02ff\\u0370-\\u052f\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20bf\\u2116]*")
"""Letters that stand side by side, one advance each: measured by adding up. All else is left to the shaper."""


class _Advances(dict[str, float]):
    """Width of every letter met so far."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        self[letter] = advance = self._metrics.horizontalAdvance(letter)
        return advance


class Fitter:
    """Cuts texts of one font to a width in pixels."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._space = self._metrics.horizontalAdvance(" ")
        self._letters = _Advances(self._metrics)
        self._dots = self._metrics.horizontalAdvance("…")
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
            found = self._one[key] = self._cut(text, width)
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

    def _cut(self, text: str, width: int) -> str:
        if not PLAIN.fullmatch(text):
            return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        ends = list(accumulate(map(self._letters.__getitem__, text)))
        if not ends or ends[-1] <= width:
            return text
        return f"{text[: bisect_right(ends, width - self._dots)].rstrip()}…"

    def _measure(self, text: str) -> float:
        """Near enough to break lines by; kerning may make the text a little narrower."""
        return sum(map(self._letters.__getitem__, text)) if PLAIN.fullmatch(text) else self.width(text)

    def _break(self, text: str, width: int) -> tuple[str, str]:
        words = text.replace("№ ", "№\u00a0").replace(" – ", "\u00a0– ").split(" ")  # people type plain spaces
        taken, used = 0, 0.0
        for word in words:
            advance = self._measure(word) + (self._space if taken else 0)
            if taken and used + advance > width:
                break
            used, taken = used + advance, taken + 1
        first, rest = " ".join(words[:taken]), " ".join(words[taken:])
        return self.one(first, width), self.one(rest, width) if rest else ""
