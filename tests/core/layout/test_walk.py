"""Where arrows lead, and where Alt with arrows takes posts."""

import datetime as dt

import pytest

from smcal.layout.board import Spot
from smcal.layout.walk import Placement, Step, between, move_focus, shifted
from tests.core.layout.test_place import MONDAY, board

WEEK = board([2, 0, 1], [0, 3])
"""Row 0 has two cards on Monday and one on Wednesday, row 1 three on Tuesday."""


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        (Spot(0, 0, 0), Step.DOWN, Spot(0, 0, 1)),
        (Spot(0, 0, 1), Step.DOWN, Spot(1, 0, -1)),
        (Spot(1, 0, -1), Step.DOWN, Spot(1, 0, -1)),
        (Spot(1, 0, -1), Step.UP, Spot(0, 0, 1)),
        (Spot(0, 0, 0), Step.UP, Spot(0, 0, 0)),
        (Spot(0, 0, 1), Step.RIGHT, Spot(0, 1, -1)),
        (Spot(0, 1, -1), Step.RIGHT, Spot(0, 2, 0)),
        (Spot(1, 1, 2), Step.LEFT, Spot(1, 0, -1)),
        (Spot(1, 1, 2), Step.LAST, Spot(1, 6, -1)),
        (Spot(0, 3, -1), Step.FIRST, Spot(0, 0, 0)),
        (None, Step.DOWN, Spot(0, 0, 0)),
    ],
)
def test_arrows_go_through_cards_then_cells(start, step, end):
    assert move_focus(WEEK, start, step) == end


def test_beyond_sunday_and_monday_lies_another_week():
    assert move_focus(WEEK, Spot(0, 6), Step.RIGHT) is None
    assert move_focus(WEEK, Spot(0, 0, 0), Step.LEFT) is None


def test_a_week_without_posts_begins_at_its_first_cell_and_one_without_pages_nowhere():
    assert move_focus(board([]), None, Step.RIGHT) == Spot(0, 0)
    assert move_focus(board(), None, Step.RIGHT) is None


def test_posts_shift_each_from_where_it_stands():
    assert shifted(WEEK, ["0.0.1", "0.2.0"], 1, 1) == [
        Placement("0.0.1", "p1", MONDAY + dt.timedelta(1)),
        Placement("0.2.0", "p1", MONDAY + dt.timedelta(3)),
    ]


def test_a_group_that_would_leave_the_last_page_stays_together():
    assert shifted(WEEK, ["0.0.0", "1.1.0"], 0, 1) == []


def test_sunday_shifts_into_the_next_week():
    week = board([0, 0, 0, 0, 0, 0, 1])
    assert shifted(week, ["0.6.0"], 1, 0) == [Placement("0.6.0", "p0", MONDAY + dt.timedelta(7))]


def test_shift_click_takes_all_between_in_either_direction():
    assert between(WEEK, "1.1.0", "0.0.1") == between(WEEK, "0.0.1", "1.1.0") == ["0.0.1", "0.2.0", "1.1.0"]
    assert between(WEEK, "gone", "0.0.1") == ["0.0.1"]
