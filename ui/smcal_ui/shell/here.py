"""What can be explained about what has the keyboard, the nearest first: Shift+F1 tells one after the other."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect

from smcal.layout.board import Spot, WeekBoard
from smcal_ui.shell.helping import on_screen

if TYPE_CHECKING:
    from smcal.planning.why import Story
    from smcal_ui.main_window import MainWindow

Telling = Callable[[], "Story"]


class Here(NamedTuple):
    """Explanations of one place, each told when its turn comes, and where on the screen the place is."""

    tellings: tuple[Telling, ...]
    near: QRect


def explained_here(window: "MainWindow") -> Here | None:
    """The explanations of the line, field, card or cell that has the keyboard; None where there are none."""
    held, post = window.focusWidget(), window.inspector.post
    line = window.findings.current() if held is window.findings.table else None
    if line is not None:
        return Here((partial(window.helping.stories().findings, line),), window.findings.current_rect())
    if held is not None and post is not None and window.inspector.isAncestorOf(held):
        return _here(_of_deadline(window, post.id), on_screen(held))
    if held is window.view:
        return _in_week(window)
    return None


def _in_week(window: "MainWindow") -> Here | None:
    view = window.view
    spot, board = view.focus_spot(), view.board()
    if spot is None or board is None or not board.rows:
        return None
    card = board.card(spot)
    tellings = _of_cell(window, board, spot) if card is None else _of_card(window, card.id)
    return _here(tellings, view.on_screen(view.rect_of(spot)))


def _here(tellings: Iterator[Telling], near: QRect) -> Here | None:
    found = tuple(tellings)
    return Here(found, near) if found else None


def _of_card(window: "MainWindow", post_id: str) -> Iterator[Telling]:
    """Every remark about a post, then by when it is to be handed in."""
    stories = window.helping.stories()
    for finding in window.helping.of_post(post_id):
        yield partial(stories.findings, (finding,))
    yield from _of_deadline(window, post_id)


def _of_deadline(window: "MainWindow", post_id: str) -> Iterator[Telling]:
    post = window.desk.post(post_id)
    if post is not None and post.date is not None:
        yield partial(window.helping.stories().deadline_of, post.date)


def _of_cell(window: "MainWindow", board: WeekBoard, spot: Spot) -> Iterator[Telling]:
    """What kind of day it is, then what the head of its page counts."""
    stories, row, day = window.helping.stories(), board.rows[spot.row], board.days[spot.column]
    yield partial(stories.day, day.date, urgent_only=day.urgent_only)
    if row.gauge.minimum is not None or row.gauge.maximum is not None:
        yield partial(stories.gauge, row.page.id, day.date)
    if row.coverage.wanted:
        yield partial(stories.coverage, row.page.id, _thursday(board))


def _thursday(board: WeekBoard) -> dt.date:
    """Topics are counted in the quarter that holds it."""
    return board.days[3].date
