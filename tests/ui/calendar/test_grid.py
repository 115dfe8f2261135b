"""Days of a year in their places."""

import datetime as dt
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from smcal_ui.calendar.grid import SMALLEST_CELL, YearGrid, smallest
from smcal_ui.calendar.walk import walked

SIZES = [(760, 470), (500, 640), smallest(4), smallest(3), (1900, 1000)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("year", [2026, 2028, 1900, 2199])
def test_every_day_has_a_place_of_its_own_and_is_found_there(year: int, size: tuple[int, int]) -> None:
    grid = YearGrid(year, *size)
    places = {day: grid.day(day) for day in grid.period.days()}
    assert all(grid.day_at(place.center()) == day for day, place in places.items())
    assert all(QRect(0, 0, *size).contains(place) for place in places.values())
    for one, other in pairwise(grid.days_of(3)):
        assert not places[one].intersects(places[other])


@pytest.mark.parametrize("columns", [3, 4])
def test_days_of_the_smallest_grid_hold_two_figures(columns: int) -> None:
    place = YearGrid(2026, *smallest(columns)).day(dt.date(2026, 8, 31))
    assert place.width() >= SMALLEST_CELL[0] - 1
    assert place.height() >= SMALLEST_CELL[1] - 1


def test_a_wide_sheet_has_four_columns_and_a_high_one_three() -> None:
    assert YearGrid(2026, 760, 470).columns == 4
    assert YearGrid(2026, 560, 800).columns == 3


def test_between_the_months_there_is_no_day() -> None:
    grid = YearGrid(2026, 760, 470)
    assert grid.day_at(QPoint(grid.month(1).right() + 5, 60)) is None
    assert grid.day_at(grid.foot().center()) is None


@pytest.mark.parametrize(
    ("day", "key", "ctrl", "target"),
    [
        ("2026-12-31", Qt.Key.Key_Right, False, "2027-01-01"),
        ("2026-01-03", Qt.Key.Key_Up, False, "2025-12-27"),
        ("2026-01-31", Qt.Key.Key_PageDown, False, "2026-02-28"),
        ("2028-02-29", Qt.Key.Key_PageUp, True, "2027-02-28"),
        ("2026-11-24", Qt.Key.Key_Home, False, "2026-11-01"),
        ("2026-11-24", Qt.Key.Key_End, False, "2026-11-30"),
        ("2026-11-24", Qt.Key.Key_Home, True, "2026-01-01"),
        ("2026-11-24", Qt.Key.Key_End, True, "2026-12-31"),
        ("2199-12-31", Qt.Key.Key_Right, False, "2199-12-31"),
        ("1900-01-05", Qt.Key.Key_PageUp, True, "1900-01-05"),
    ],
)
def test_keys_lead_from_day_to_day(day: str, key: Qt.Key, ctrl: bool, target: str) -> None:
    assert walked(dt.date.fromisoformat(day), key, ctrl) == dt.date.fromisoformat(target)


def test_other_keys_lead_nowhere() -> None:
    assert walked(dt.date(2026, 11, 24), Qt.Key.Key_A, False) is None
