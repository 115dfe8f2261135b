"""What the keys do in the planner. Every drag has its twin here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from smcal.layout.board import Spot, WeekBoard
from smcal.layout.walk import Step, between, move_focus, shifted

if TYPE_CHECKING:
    from smcal_ui.planner.view import WeekView

K, M = Qt.Key, Qt.KeyboardModifier

STEPS = {
    K.Key_Left: Step.LEFT,
    K.Key_Right: Step.RIGHT,
    K.Key_Up: Step.UP,
    K.Key_Down: Step.DOWN,
    K.Key_Home: Step.FIRST,
    K.Key_End: Step.LAST,
}
SHIFTS = {K.Key_Left: (-1, 0), K.Key_Right: (1, 0), K.Key_Up: (0, -1), K.Key_Down: (0, 1)}
"""Days and pages that Alt with an arrow moves posts by."""

NEW_KEYS = {K.Key_N, K.Key_Insert, 0x422, 0x442}
"""N and Insert; the key of N is Т and т in the Russian layout, for which Qt has no name."""


def press_key(view: "WeekView", event: QKeyEvent) -> bool:
    """Do what a key asks for; False when it means nothing here."""
    board, key = view.board(), Qt.Key(event.key())
    held = event.modifiers() & ~M.KeypadModifier
    if board is None or not board.rows:
        return False
    if held == M.AltModifier and key in SHIFTS:
        _shift(view, board, *SHIFTS[key])
    elif key in STEPS and held in {M.NoModifier, M.ShiftModifier}:
        _walk(view, board, STEPS[key], held == M.ShiftModifier)
    elif key in {K.Key_PageUp, K.Key_PageDown} and held == M.NoModifier:
        view.weekRequested.emit(1 if key == K.Key_PageDown else -1)
    elif key in {K.Key_Return, K.Key_Enter} and held == M.NoModifier:
        _open(view, board)
    elif key == K.Key_Delete and held == M.NoModifier:
        if not event.isAutoRepeat() and _choose_focused(view, board):  # a key held down takes one step
            view.deleteRequested.emit(view.selected())
    elif key == K.Key_A and held == M.ControlModifier:
        view.select_all()
    elif key == K.Key_Space and held in {M.NoModifier, M.ControlModifier}:
        _toggle(view, board, held == M.ControlModifier)
    elif key == K.Key_Menu or (key == K.Key_F10 and held == M.ShiftModifier):
        view.ask_for_menu()
    elif key == K.Key_Escape and len(view.selected()) > 1:
        card = board.card(view.focus_spot())
        view.choose([card.id] if card else [])
    else:
        return _typed(view, board, key, event)
    return True


def clipped(board: WeekBoard, spot: Spot | None) -> Spot | None:
    """The spot, or the nearest one that this board has."""
    if spot is None or not board.rows:
        return None
    row = min(spot.row, len(board.rows) - 1)
    return Spot(row, spot.column, min(spot.index, len(board.cards(row, spot.column)) - 1))


def _walk(view: "WeekView", board: WeekBoard, step: Step, extend: bool) -> None:
    spot = view.focus_spot()
    found = move_focus(board, spot, step)
    if found is None:
        # out of the week: the same row on the nearest day of the next one
        on = 1 if step is Step.RIGHT else -1
        if spot is not None:
            view.focus_on(Spot(spot.row, 0 if on > 0 else 6, spot.index))
            view.choose([])
        view.weekRequested.emit(on)
        return
    view.focus_on(found)
    card = board.card(found)
    if extend and card and view.anchor:
        view.choose(between(board, view.anchor, card.id))
    elif not extend:
        view.anchor = card.id if card else None
        view.choose([card.id] if card else [])


def _shift(view: "WeekView", board: WeekBoard, days: int, rows: int) -> None:
    placements = shifted(board, _choose_focused(view, board), days, rows)
    if placements:
        view.shiftRequested.emit(placements)


def _choose_focused(view: "WeekView", board: WeekBoard) -> list[str]:
    """What is chosen; where nothing is, the card with the focus is chosen now: that is what a person means."""
    card = board.card(view.focus_spot())
    if card is not None and not view.selected():
        view.choose([card.id])
    return view.selected()


def _open(view: "WeekView", board: WeekBoard) -> None:
    card, cell = board.card(view.focus_spot()), view.focused_cell()
    if card:
        view.openRequested.emit(card.id)
    elif cell:
        view.newRequested.emit(*cell)


def _toggle(view: "WeekView", board: WeekBoard, keep: bool) -> None:
    card = board.card(view.focus_spot())
    if card is None:
        return
    chosen = view.selected()
    others = [post_id for post_id in chosen if post_id != card.id]
    view.choose(others if card.id in chosen and (keep or len(chosen) > 1) else [*others, card.id])


def _typed(view: "WeekView", board: WeekBoard, key: Qt.Key, event: QKeyEvent) -> bool:
    """N or Insert begins a post in the cell; on an empty one so does typing its title, which may begin with a big N."""
    cell = view.focused_cell()
    if cell is None or event.modifiers() & ~(M.ShiftModifier | M.KeypadModifier):
        return False
    text = event.text()
    begins = board.card(view.focus_spot()) is None and text.isprintable() and bool(text.strip())
    if key in NEW_KEYS and not (begins and event.modifiers() & M.ShiftModifier):
        view.newRequested.emit(*cell)
    elif begins:
        view.typedRequested.emit(*cell, text)
    else:
        return False
    return True
