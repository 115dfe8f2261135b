"""Turns the places of a board into pixels, in passes: ground, blanks, then all texts of one font together."""

from collections.abc import Collection

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from smcal.layout.board import Card, DayColumn, Level, Spot
from smcal.layout.place import MORE, Box, Places
from smcal.model import State
from smcal.words import _
from smcal_ui.planner.cards import (
    BOTTOM,
    COMPACT_HEIGHT,
    GLYPH,
    TIME_LINE,
    TOP,
    CardFace,
)
from smcal_ui.planner.drop import Verdict
from smcal_ui.planner.ground import Ground
from smcal_ui.planner.texts import Fitter
from smcal_ui.planner.verdict_lines import verdict_lines
from smcal_ui.theme import CAPTION, Theme

WORD_LINES = 4
"""Lines that the words of a verdict may take."""

SHORTEST = 4
"""Letters, «…» included, below which the rest of a topic's name says nothing and is left out."""

IN_HAND = 0.35
"""How strong a card stays in its place while it is dragged."""

UNWANTED = frozenset({State.REJECTED, State.CANCELLED, State.REMOVED})
"""States whose titles are struck through: the post is not going to appear."""


class Look(msgspec.Struct):
    """What the view adds to the board: where it stands, what is chosen, what is being dragged where."""

    selected: Collection[str] = ()
    dragged: Collection[str] = ()
    focus: Spot | None = None
    focused: bool = False  # the keyboard is here
    target: tuple[int, int] | None = None  # row and column under a drag
    verdict: Verdict | None = None


class GridPainter:
    """Paints the cells of a board."""

    def __init__(self, theme: Theme, face: CardFace) -> None:
        self.theme = theme
        self.face = face
        self.caption = Fitter(theme.font(CAPTION))
        self.strong = Fitter(theme.font(CAPTION, 600))
        self.ground = Ground(theme)

    def paint(self, painter: QPainter, places: Places, region: QRegion, look: Look) -> None:
        """Paint what `region` shows, in coordinates of the grid."""
        bounds = region.boundingRect()
        dpr = painter.device().devicePixelRatio()
        rows = places.rows_between(bounds.top(), bounds.bottom())
        self.ground.days(painter, places.board, places.xs, bounds)
        self.ground.lines(painter, places, bounds, rows)
        if look.target is not None and look.verdict is not None:
            self._target(painter, QRect(*places.cell(*look.target)), look.verdict)
        boxes = self._boxes(places, region, bounds, rows)
        staying = [pair for pair in boxes if pair[1].id not in look.dragged] if look.dragged else boxes
        self._cards(painter, staying, dpr, look.selected)
        if len(staying) < len(boxes):
            painter.setOpacity(IN_HAND)
            self._cards(painter, [pair for pair in boxes if pair[1].id in look.dragged], dpr, ())
            painter.setOpacity(1)
        self._more(painter, places, rows, bounds)
        self.focus(painter, places, look)

    def _target(self, painter: QPainter, cell: QRect, verdict: Verdict) -> None:
        strong, soft = self.theme.colour(verdict.level), self.theme.colour(f"{verdict.level}.soft")
        inner = cell.adjusted(0, 0, -1, -1)
        painter.fillRect(inner, soft)
        painter.setPen(QPen(strong, 2, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(inner).adjusted(1, 1, -1, -1))

    def words(self, painter: QPainter, cell: QRect, verdict: Verdict) -> None:
        """The words of a verdict at the foot of its cell; where there is no room for all, the card in hand has them."""
        lines, whole = self._fitted(cell, verdict)
        if not verdict.text or not whole:
            return
        high = round(self.strong.line * len(lines)) + 6
        strip = QRect(cell.left() + 3, cell.bottom() - high - 3, cell.width() - 7, high)
        painter.fillRect(strip, self.theme.colour(f"{verdict.level}.soft"))
        painter.setPen(self.theme.colour(verdict.level))
        painter.setFont(self.strong.font)
        for number, line in enumerate(lines):
            y = strip.top() + 3 + self.strong.ascent + number * self.strong.line
            painter.drawText(QPointF(strip.left() + 5, y), line)

    def says_all(self, cell: QRect, verdict: Verdict) -> bool:
        """Whether a cell has room for all words of a verdict."""
        return not verdict.text or self._fitted(cell, verdict)[1]

    def _fitted(self, cell: QRect, verdict: Verdict) -> tuple[list[str], bool]:
        room = min(WORD_LINES, int((cell.height() - 9) / self.strong.line))
        return verdict_lines(self.strong, verdict.text, cell.width() - 16, max(room, 1))

    def _boxes(self, places: Places, region: QRegion, bounds: QRect, rows: range) -> list[tuple[Box, Card]]:
        cards = places.board.cards
        several = region.rectCount() > 1
        found = []
        for row in rows:
            for box in places.boxes(row):
                if box.index < 0 or box.x > bounds.right() or box.x + box.width < bounds.left():
                    continue
                if box.y > bounds.bottom() or box.y + box.height + 2 < bounds.top():
                    continue
                if several and not region.intersects(QRect(box.x, box.y, box.width, box.height + 2)):
                    continue
                found.append((box, cards(box.row, box.column)[box.index]))
        return found

    def _cards(self, painter: QPainter, boxes: list[tuple[Box, Card]], dpr: float, selected: Collection[str]) -> None:
        blank = self.face.blank
        for box, card in boxes:
            painter.drawPixmap(box.x, box.y, blank(box.width, box.height, card.topic, dpr, card.id in selected))
        if self.face.compact:
            self._compact_texts(painter, boxes, dpr)
        else:
            self._texts(painter, boxes, dpr)

    def _texts(self, painter: QPainter, boxes: list[tuple[Box, Card]], dpr: float) -> None:
        face = self.face
        top = TOP + round((TIME_LINE - face.time.line) / 2) - 1
        clocks, glyphs = face.clocks(dpr), face.glyphs(dpr)
        for box, card in boxes:
            x = box.x + face.left
            if card.time is not None:
                pixmap, wide = clocks[card.time]
                painter.drawPixmap(x, box.y + top, pixmap)
                x += wide
            if card.topic_name:
                name = face.topic.one(card.topic_name, box.x + box.width - x - face.right - GLYPH - 1)
                if len(name) > SHORTEST or name == card.topic_name:
                    painter.drawPixmap(x, box.y + top, face.label(name, face.topic, "quiet", dpr))
            painter.drawPixmap(box.x + box.width - face.right - GLYPH + 1, box.y + TOP + 3, glyphs[card.state])
            if card.badges:
                self._badges(painter, box, card, dpr)
        self._titles(painter, boxes, self.theme.colour("text"), self.theme.colour("faint"))

    def _titles(self, painter: QPainter, boxes: list[tuple[Box, Card]], text: QColor, faint: QColor) -> None:
        face = self.face
        painter.setFont(face.title.font)
        painter.setPen(text)
        base = TOP + TIME_LINE + (face.title_line - face.title.line) / 2 + face.title.ascent - 1
        struck = []
        for box, card in boxes:
            if card.state in UNWANTED:
                struck.append((box, card))
                continue
            first, second = face.title.two(card.title, box.width - face.left - face.right)
            painter.drawText(QPointF(box.x + face.left, box.y + base), first)
            if second:
                painter.drawText(QPointF(box.x + face.left, box.y + base + face.title_line), second)
        if struck:
            self._struck(painter, struck, base, faint)

    def _struck(self, painter: QPainter, boxes: list[tuple[Box, Card]], base: float, colour: QColor) -> None:
        face, font = self.face, painter.font()
        font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(colour)
        for box, card in boxes:
            for number, line in enumerate(face.title.two(card.title, box.width - face.left - face.right)):
                painter.drawText(QPointF(box.x + face.left, box.y + base + number * face.title_line), line)

    def _badges(self, painter: QPainter, box: Box, card: Card, dpr: float) -> None:
        face = self.face
        chips, high = face.badges.block(card.badges, box.width - face.left - face.right)
        top = box.y + box.height - BOTTOM - high + 2
        for chip in chips:
            painter.drawPixmap(box.x + face.left + chip.x, top + chip.y, face.chip(chip, dpr))

    def _compact_texts(self, painter: QPainter, boxes: list[tuple[Box, Card]], dpr: float) -> None:
        face, theme = self.face, self.theme
        one = face.title.one
        painter.setFont(face.title.font)
        painter.setPen(theme.colour("text"))
        base = round((COMPACT_HEIGHT - face.title.line) / 2 + face.title.ascent)
        top = base - round(face.time.ascent)
        clocks, glyphs, right_of = face.clocks(dpr), face.glyphs(dpr), GLYPH + 5
        draw_pixmap, draw_text = painter.drawPixmap, painter.drawText  # some hundred cards: every look-up counts
        for box, card in boxes:
            x, y, right = box.x + 7, box.y, box.x + box.width - right_of
            if card.time is not None:
                pixmap, wide = clocks[card.time]
                draw_pixmap(x, y + top, pixmap)
                x += wide
            draw_pixmap(right, y + 5, glyphs[card.state])
            alarm = worst(card) if card.badges else None
            if alarm:
                right -= 15
                draw_pixmap(right, y + 4, face.alarm(alarm, dpr))
            draw_text(x, y + base, one(card.title, right - x - 3))

    def _more(self, painter: QPainter, places: Places, rows: range, bounds: QRect) -> None:
        if places.metrics.limit is None:
            return
        painter.setFont(self.strong.font)
        painter.setPen(self.theme.colour("accent"))
        for row in rows:
            for box in places.boxes(row):
                if box.index == MORE:
                    text = more_text(places, row, box.column)
                    painter.drawText(QRect(box.x + 7, box.y, box.width - 7, box.height), ALIGNED, text)

    def focus(self, painter: QPainter, places: Places, look: Look) -> None:
        """The frame around what the keys are on, while they are here."""
        spot = look.focus
        if not look.focused or spot is None or spot.row >= len(places.board.rows):
            return
        box = places.box(spot) if spot.index >= 0 else None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("accent"), 2))
        if box is not None:
            radius = 7 if self.face.compact else 10
            painter.drawRoundedRect(QRectF(box.x - 2, box.y - 2, box.width + 4, box.height + 4), radius, radius)
        else:
            x, y, w, h = places.cell(spot.row, spot.column)
            painter.drawRoundedRect(QRectF(x + 2, y + 2, w - 5, h - 5), 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


ALIGNED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def worst(card: Card) -> Level | None:
    """The worst thing a card has to say: BAD, WARN or None."""
    levels = {badge.level for badge in card.badges}
    return Level.BAD if Level.BAD in levels else Level.WARN if Level.WARN in levels else None


def more_text(places: Places, row: int, column: int) -> str:
    """The line below the cards of a full cell."""
    hidden = places.hidden(row, column)
    return _("{n} more").format(n=hidden) if hidden else _("show fewer")


def day_state(day: DayColumn) -> str:
    """What a column head says below the date, in few words."""
    if day.urgent_only:
        return _("urgent only")
    if day.name and (day.closed or day.shortened):
        return day.name
    if day.closed:
        return _("day off")
    return hours(day)


def hours(day: DayColumn) -> str:
    """Working hours, as in «с 9:00 до 18:00»; empty on a day off."""
    if day.opens is None or day.closes is None:
        return ""
    first, last = (f"{t.hour}:{t.minute:02d}" for t in (day.opens, day.closes))
    return _("{opens} to {closes}").format(opens=first, closes=last)


def short_hours(day: DayColumn) -> str:
    """Working hours where there is little room, as in «9–18»; empty on a day off."""
    if day.opens is None or day.closes is None:
        return ""
    return "–".join(f"{t.hour}:{t.minute:02d}" if t.minute else str(t.hour) for t in (day.opens, day.closes))
