"""Where the keys lead: from card to card, from cell to cell, and where Alt+arrows take posts."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from smcal.layout.board import Spot, WeekBoard


class Step(StrEnum):
    """One press of an arrow, or of Home and End."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    FIRST = "first"  # Monday of the row
    LAST = "last"  # Sunday of the row


class Placement(msgspec.Struct, frozen=True):
    """Where one post is to stand."""

    post_id: str
    page_id: str | None
    date: dt.date | None


def move_focus(board: WeekBoard, spot: Spot | None, step: Step) -> Spot | None:
    """The spot after one key: up and down go through the cards of a cell first, left and right keep the height.

    From nowhere it is the first card of the week, else the first cell. None: the key leads out of the week
    (left of Monday, right of Sunday); beyond the first and last page the spot stays.
    """
    if not board.rows:
        return None
    if spot is None:
        return next((found for found, _card in board.spots()), Spot(0, 0))
    match step:
        case Step.LEFT | Step.RIGHT:
            column = spot.column + (1 if step is Step.RIGHT else -1)
            return _near(board, spot.row, column, spot.index) if 0 <= column < 7 else None
        case Step.FIRST | Step.LAST:
            return _near(board, spot.row, 0 if step is Step.FIRST else 6, spot.index)
        case Step.DOWN:
            return _down(board, spot)
        case Step.UP:
            return _up(board, spot)


def shifted(board: WeekBoard, ids: Iterable[str], days: int, rows: int) -> list[Placement]:
    """Posts moved by days and by rows of pages, each from where it stands.

    Empty when one of them would leave the first or last page: a group stays together.
    """
    wanted, found = set(ids), []
    for spot, card in board.spots():
        if card.id in wanted:
            row = spot.row + rows
            if not 0 <= row < len(board.rows):
                return []
            date = board.days[spot.column].date + dt.timedelta(days)
            found.append(Placement(card.id, board.rows[row].page.id, date))
    return found


def between(board: WeekBoard, one: str, other: str) -> list[str]:
    """The posts from one to the other, both included, in the order of the board: what Shift+click takes."""
    ids = [card.id for _spot, card in board.spots()]
    if one not in ids or other not in ids:
        return [post_id for post_id in (other,) if post_id in ids]
    first, last = sorted((ids.index(one), ids.index(other)))
    return ids[first : last + 1]


def _near(board: WeekBoard, row: int, column: int, index: int) -> Spot:
    """The card at about the same height; an empty cell is a spot too."""
    count = len(board.cards(row, column))
    return Spot(row, column, min(max(index, 0), count - 1))


def _down(board: WeekBoard, spot: Spot) -> Spot:
    if spot.index + 1 < len(board.cards(spot.row, spot.column)):
        return Spot(spot.row, spot.column, spot.index + 1)
    if spot.row + 1 == len(board.rows):
        return spot
    return _near(board, spot.row + 1, spot.column, 0)


def _up(board: WeekBoard, spot: Spot) -> Spot:
    if spot.index > 0:
        return Spot(spot.row, spot.column, spot.index - 1)
    if spot.row == 0:
        return spot
    return _near(board, spot.row - 1, spot.column, len(board.cards(spot.row - 1, spot.column)) - 1)
