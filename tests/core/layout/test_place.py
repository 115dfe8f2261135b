"""Where cards lie: inside their cells, never on one another, and found again by their pixels."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from smcal.layout.board import Card, Coverage, DayColumn, Gauge, Level, PageRow, Spot, WeekBoard
from smcal.layout.place import COMPACT, MORE, ROOMY, Places
from smcal.model import Network, Page, Period, State

MONDAY = dt.date(2026, 11, 30)


def board(*counts: list[int]) -> WeekBoard:
    """A board with so many cards in the cells of each row."""
    days = tuple(DayColumn(MONDAY + dt.timedelta(n), n > 4, False, None, None) for n in range(7))
    rows = []
    for number, cells in enumerate(counts):
        page = Page(id=f"p{number}", branch_id="b", network=Network.VK, title="P")
        filled = [
            tuple(
                Card(f"{number}.{column}.{n}", page.id, days[column].date, None, "T", None, "", State.DRAFT)
                for n in range(cells[column] if column < len(cells) else 0)
            )
            for column in range(7)
        ]
        rows.append(PageRow(page, "", Gauge(0, 2, 7, Level.WARN), Coverage(0, 9), tuple(filled)))
    return WeekBoard(Period(MONDAY, MONDAY + dt.timedelta(6)), days, tuple(rows))


def places(week: WeekBoard, metrics=ROOMY, width=1400, height=0, expanded=frozenset()) -> Places:
    return Places(week, metrics, width, height, lambda card, _width: 40 + 13 * (len(card.id) % 4), expanded)


@given(
    st.lists(st.lists(st.integers(0, 6), min_size=7, max_size=7), min_size=1, max_size=6),
    st.integers(100, 2500),
    st.booleans(),
)
def test_every_card_is_found_at_its_own_pixels(counts, width, compact):
    laid = places(board(*counts), COMPACT if compact else ROOMY, width)
    for row in range(len(counts)):
        for box in laid.boxes(row):
            spot = Spot(row, box.column, box.index)
            corners = [(box.x, box.y), (box.x + box.width - 1, box.y + box.height - 1)]
            assert [laid.at(*corner) for corner in corners] == [spot, spot]
            x, y, wide, high = laid.cell(row, box.column)
            assert x <= box.x and box.x + box.width < x + wide
            assert y <= box.y and box.y + box.height <= y + high


def test_columns_fill_the_width_to_the_pixel():
    assert places(board([]), width=1403).width == 1403


def test_narrow_windows_keep_readable_columns():
    assert places(board([]), width=300).width == 7 * ROOMY.min_column


def test_rows_are_as_high_as_their_fullest_cell_and_never_lower_than_the_least():
    laid = places(board([0, 5], [1]))
    assert laid.cell(0, 0)[3] > 5 * 40
    assert laid.cell(1, 0)[3] == ROOMY.min_row


def test_rows_stretch_to_fill_the_window_up_to_a_limit():
    assert places(board([], []), height=320).height == 320
    assert places(board([]), height=2000).height == ROOMY.stretch


def test_a_full_compact_cell_says_how_many_more():
    laid = places(board([5]), COMPACT)
    assert [box.index for box in laid.boxes(0)] == [0, 1, MORE]
    assert laid.hidden(0, 0) == 3
    assert laid.box(Spot(0, 0, 4)) is None


def test_an_expanded_page_shows_all_and_offers_to_show_fewer():
    laid = places(board([5], [5]), COMPACT, expanded=frozenset({"p0"}))
    assert [box.index for box in laid.boxes(0)] == [0, 1, 2, 3, 4, MORE]
    assert [box.index for box in laid.boxes(1)] == [0, 1, MORE]


def test_outside_the_grid_is_nothing():
    laid = places(board([1]))
    assert laid.at(-1, 5) is laid.at(5, -1) is laid.at(laid.width, 5) is laid.at(5, laid.height) is None


def test_rows_between_are_those_that_show():
    laid = places(board([], [], []))
    assert list(laid.rows_between(0, ROOMY.min_row - 1)) == [0]
    assert list(laid.rows_between(ROOMY.min_row + 5, 10_000)) == [1, 2]
