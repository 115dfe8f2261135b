"""Places of the week that explain themselves when clicked: states of days, gauges, topics, badges."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect

from smcal.layout.board import Level, Spot
from smcal_ui.planner.badges import ORDER
from smcal_ui.planner.canvas import TOP
from smcal_ui.planner.cards import BOTTOM, GLYPH
from smcal_ui.planner.heads import HEAD, part_of_day, part_of_page
from smcal_ui.planner.painter import worst

if TYPE_CHECKING:
    import datetime as dt

    from smcal_ui.planner.view import WeekView


class Head(NamedTuple):
    """A part of a head: what it is ("day", "gauge", "coverage"), of which page and day, where in the viewport."""

    what: str
    page_id: str | None
    date: "dt.date"
    rect: QRect


class Tag(NamedTuple):
    """A badge of a card, and where it is in the viewport."""

    post_id: str
    text: str
    rect: QRect


def head_at(view: "WeekView", pos: QPoint) -> Head | None:
    """The part of a head at a point of the viewport that has something to explain."""
    board = view.board()
    if board is None:
        return None
    column, row = view.head_at(pos)
    if column is not None and pos.y() < HEAD:
        cell = view.rect_of(Spot(0, column)) if board.rows else QRect()
        rect = part_of_day(QRect(cell.left(), 0, cell.width(), HEAD))
        return Head("day", None, board.days[column].date, rect) if rect.contains(pos) else None
    if row is None:
        return None
    cell = view.rect_of(Spot(row, 0))
    left = view.places().metrics.row_head
    rect = QRect(0, cell.top(), left, cell.height())
    for what, part in part_of_page(view.canvas().heads, board.rows[row], rect):
        if part.contains(pos) and part.bottom() > TOP:
            # topics are counted in the quarter that holds the Thursday
            return Head(what, board.rows[row].page.id, board.days[3].date, part)
    return None


def tag_at(view: "WeekView", pos: QPoint) -> Tag | None:
    """The badge at a point of the viewport, of those that a rule speaks by."""
    spot = view.spot_at(pos)
    return next((tag for tag in tags_of(view, spot) if tag.rect.contains(pos)), None) if spot is not None else None


def tags_of(view: "WeekView", spot: Spot) -> list[Tag]:
    """The badges of a card by which a rule speaks."""
    board = view.board()
    card = board.card(spot) if board is not None else None
    if card is None or worst(card) is None:
        return []
    box, face = view.rect_of(spot), view.canvas().face
    badges = sorted(card.badges, key=lambda badge: ORDER.index(badge.level))
    if face.compact:
        rect = QRect(box.right() + 1 - (GLYPH + 5) - 15, box.top() + 2, 15, 16)
        return [Tag(card.id, badges[0].text, rect)]
    chips, high = face.badges.block(card.badges, box.width() - face.left - face.right)
    corner = QPoint(box.left() + face.left, box.top() + box.height() - BOTTOM - high + 2)
    return [
        Tag(card.id, badge.text, QRect(corner + QPoint(chip.x, chip.y), QRect(0, 0, chip.width, chip.height).size()))
        for badge, chip in zip(badges, chips, strict=False)
        if badge.level is not Level.PLAIN
    ]
