"""Tells screen readers where the keys are: the card or cell with the focus, in one sentence."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from smcal.layout.board import Spot, WeekBoard
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.speech import card_words, cell_words


def announce(view: QWidget, board: WeekBoard | None, spot: Spot | None, dates: LocaleDates) -> None:
    """Describe what has the focus and say that it changed."""
    if board is None or spot is None or spot.row >= len(board.rows):
        return
    row, day, card = board.rows[spot.row], board.days[spot.column], board.card(spot)
    count = len(board.cards(spot.row, spot.column))
    cell = cell_words(row, day, count, dates)
    words = f"{card_words(card, dates)}. {cell}" if card else cell
    if words != view.accessibleDescription():
        view.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.DescriptionChanged))
