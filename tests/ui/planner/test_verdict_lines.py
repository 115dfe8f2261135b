"""Words of a drop in a cell: the worst first and whole, the rest counted."""

import pytest

from smcal_ui.planner.texts import Fitter
from smcal_ui.planner.verdict_lines import verdict_lines
from smcal_ui.theme import CAPTION, Theme

WORST = "9-й пост за неделю вместо 7, п.\u00a05.8"


@pytest.fixture
def fitter(qapp):
    return Fitter(Theme.chosen("light").font(CAPTION, 600))


def test_where_there_is_room_everything_is_said(fitter):
    assert verdict_lines(fitter, f"{WORST}\nнет автора", 400, 4) == ([WORST, "нет автора"], True)


def test_in_a_narrow_cell_the_worst_is_whole_and_the_rest_is_counted(fitter):
    lines, whole = verdict_lines(fitter, f"{WORST}\nнет автора фотографии\nнет источника", 110, 4)
    assert not whole
    assert " ".join(lines[:-1]) == WORST
    assert lines[-1] == "and 2 more"
    assert all(fitter.width(line) <= 110 for line in lines)


def test_a_sentence_that_is_cut_keeps_its_clause(fitter):
    lines, whole = verdict_lines(fitter, WORST, 110, 1)
    assert not whole and len(lines) == 1
    assert lines[0].endswith("…, п.\u00a05.8")


@pytest.mark.parametrize("room", range(1, 5))
@pytest.mark.parametrize("width", [30, 60, 90, 150])
def test_never_more_lines_than_there_is_room_for(fitter, room, width):
    lines, _whole = verdict_lines(fitter, f"{WORST}\nнет автора фотографии", width, room)
    assert 1 <= len(lines) <= room
