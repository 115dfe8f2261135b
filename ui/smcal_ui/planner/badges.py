"""The badges at the foot of a card: how they are arranged, and their chips."""

import math
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from smcal.layout.board import Badge, Level
from smcal_ui.planner.texts import Fitter
from smcal_ui.theme import CAPTION, Theme

CHIP, SECOND_LINE = 17, 13
"""Height of a chip, and what a second line of words adds to it."""

PAD, GAP_X, GAP_Y = 6, 4, 3
MOST = 54
"""Pixels that the badges of one card may take; the rest becomes «+2»."""

KEPT = 5000
ORDER = [Level.BAD, Level.WARN, Level.OK, Level.PLAIN]
"""What needs action stands first."""


class Chip(msgspec.Struct, frozen=True):
    """A badge cut to fit, with its place in the block of badges."""

    lines: tuple[str, ...]
    level: Level
    x: int
    y: int
    width: int
    height: int


class Badges:
    """Arranges badges in one font and draws their chips."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fitter = Fitter(theme.font(CAPTION))
        self._blocks: dict[tuple[tuple[Badge, ...], int], tuple[tuple[Chip, ...], int]] = {}

    def block(self, badges: tuple[Badge, ...], width: int) -> tuple[tuple[Chip, ...], int]:
        """Chips in rows, and the height of them all with the gap above; 0 without badges."""
        if not badges:
            return (), 0
        key = (badges, width)
        found = self._blocks.get(key)
        if found is None:
            if len(self._blocks) > KEPT:
                self._blocks.clear()
            found = self._blocks[key] = self._arranged(badges, width)
        return found

    def draw(self, painter: QPainter, chip: Chip) -> None:
        """A chip at the painter's origin."""
        plain = chip.level is Level.PLAIN
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("sunken" if plain else f"{chip.level}.soft"))
        painter.drawRoundedRect(QRectF(0, 0, chip.width, chip.height), CHIP / 2, CHIP / 2)
        painter.setFont(self._fitter.font)
        painter.setPen(self._theme.colour("quiet" if plain else chip.level))
        base = (CHIP - self._fitter.line) / 2 + self._fitter.ascent
        for number, line in enumerate(chip.lines):
            painter.drawText(QPointF(PAD, base + number * SECOND_LINE), line)

    def _arranged(self, badges: tuple[Badge, ...], width: int) -> tuple[tuple[Chip, ...], int]:
        placed: list[Chip] = []
        x = y = row = 0
        queue = sorted(badges, key=lambda badge: ORDER.index(badge.level))
        for badge in queue:
            chip = self._chip(badge, width)
            if x and x + chip.width > width:
                x, y, row = 0, y + row + GAP_Y, 0
            if placed and y + chip.height > MOST:
                # the first one is always said in words
                last = placed.pop() if len(placed) > 1 else msgspec.structs.replace(chip, x=x, y=y)
                placed.append(self._rest(last, placed, len(queue) - len(placed), width))
                break
            placed.append(msgspec.structs.replace(chip, x=x, y=y))
            x, row = x + chip.width + GAP_X, max(row, chip.height)
        return tuple(placed), max(chip.y + chip.height for chip in placed) + GAP_Y

    def _chip(self, badge: Badge, width: int) -> Chip:
        """What needs action may take two lines, and gives up what explains it (after a colon) where these are few."""
        fitter, room = self._fitter, width - 2 * PAD
        if badge.level in {Level.BAD, Level.WARN}:
            lines = tuple(line for line in fitter.two(badge.text, room) if line)
            news, colon, _more = badge.text.partition(": ")
            if colon and lines[-1].endswith("…"):
                lines = tuple(line for line in fitter.two(news, room) if line)
        else:
            lines = (fitter.one(badge.text, room),)
        wide = math.ceil(max((fitter.width(line) for line in lines), default=0)) + 2 * PAD
        return Chip(lines, badge.level, 0, 0, wide, CHIP + SECOND_LINE * (len(lines) - 1))

    def _rest(self, last: Chip, others: Sequence[Chip], count: int, width: int) -> Chip:
        """«+2» in the place of a chip, or below it where it would stick out."""
        text = f"+{count}"
        wide = math.ceil(self._fitter.width(text)) + 2 * PAD
        if last.x + wide <= width:
            return Chip((text,), last.level, last.x, last.y, wide, CHIP)
        below = max(chip.y + chip.height for chip in others) + GAP_Y
        return Chip((text,), last.level, 0, below, wide, CHIP)
