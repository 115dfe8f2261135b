"""A week that was prepared looks exactly as one that was not."""

import pytest

from smcal_ui.dates import LocaleDates
from smcal_ui.planner.view import WeekView
from smcal_ui.theme import Theme
from tests.ui.planner import boards

FIRST, NEXT = boards.packed(6, 2), boards.packed(6, 3)


def shown(qtbot, board, *, prepare, change=lambda view: None):
    """A picture of a view that went on to a board, perhaps prepared, after something changed."""
    view = WeekView(Theme.chosen("light"), LocaleDates("en"))
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show_board(FIRST)
    view.show()
    if prepare:
        view.prepare(board)
    change(view)
    view.show_board(board)
    return view.viewport().grab().toImage()


@pytest.mark.parametrize(
    "change",
    [
        lambda view: None,
        lambda view: view.setFocus(),
        lambda view: view.select([next(FIRST.spots())[1].id]),
        lambda view: view.verticalScrollBar().setValue(60),
        lambda view: view.resize(1000, 640),
        lambda view: view.set_theme(Theme.chosen("dark")),
        lambda view: view.toggle_more(0),
    ],
    ids=["nothing", "focus", "chosen", "scrolled", "resized", "dark", "unfolded"],
)
def test_a_prepared_week_looks_like_any_other(qtbot, change):
    assert shown(qtbot, NEXT, prepare=True, change=change) == shown(qtbot, NEXT, prepare=False, change=change)


def test_what_was_prepared_is_used(qtbot):
    view = WeekView(Theme.chosen("light"), LocaleDates("en"))
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show_board(FIRST)
    view.prepare(NEXT)
    ready = view._room.ahead.places(NEXT)
    view.show_board(NEXT)
    assert view.places() is ready


def test_only_two_weeks_are_kept(qtbot):
    view = WeekView(Theme.chosen("light"), LocaleDates("en"))
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show_board(FIRST)
    others = [boards.packed(6, n) for n in (1, 2, 3)]
    for board in others:
        view.prepare(board)
    assert [view._room.ahead.places(board) is not None for board in others] == [False, True, True]
