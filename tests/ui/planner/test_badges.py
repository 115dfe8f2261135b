"""Badges on a card: what needs action first, nothing beyond the card's edge, the rest counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcal.layout.board import Badge, Level
from smcal_ui.planner.badges import MOST, Badges
from smcal_ui.theme import Theme


@pytest.fixture
def badges(qapp):
    return Badges(Theme.chosen("light"))


def test_what_needs_action_stands_first(badges):
    chips, _high = badges.block((Badge("partner"), Badge("late", Level.BAD)), 200)
    assert [chip.lines for chip in chips] == [("late",), ("partner",)]


def test_a_warning_too_long_for_one_line_takes_two(badges):
    chips, _high = badges.block((Badge("no author of the picture", Level.BAD),), 100)
    assert len(chips[0].lines) == 2 and "…" not in "".join(chips[0].lines)


def test_on_a_narrow_card_the_news_stays_whole_without_its_explanation(badges):
    late = (Badge("late: hand in by Mon 23 Nov, 18:00", Level.BAD),)
    assert [chip.lines for chip in badges.block(late, 90)[0]] == [("late",)]
    assert "18:00" in badges.block(late, 160)[0][0].lines[-1]


def test_a_plain_badge_is_cut_instead(badges):
    chips, _high = badges.block((Badge("a partner with a very long name"),), 100)
    assert len(chips[0].lines) == 1 and chips[0].lines[0].endswith("…")


def test_those_without_room_are_counted(badges):
    chips, high = badges.block(tuple(Badge(f"something is missing {n}", Level.BAD) for n in range(6)), 90)
    assert "missing 0" in " ".join(chips[0].lines)
    assert chips[-1].lines == (f"+{6 - len(chips) + 1}",)
    assert high <= MOST + 3


def test_no_badges_take_no_room(badges):
    assert badges.block((), 100) == ((), 0)


@given(
    st.lists(st.tuples(st.text("abcж №5", max_size=30), st.sampled_from(Level)), min_size=1, max_size=6),
    st.integers(60, 240),
)
def test_chips_stay_inside_and_never_overlap(texts, width):
    chips, high = Badges(Theme.chosen("light")).block(tuple(Badge(text, level) for text, level in texts), width)
    for n, chip in enumerate(chips):
        assert chip.x + chip.width <= width + 1 and chip.y + chip.height <= high
        for other in chips[n + 1 :]:
            apart = other.x >= chip.x + chip.width or other.y >= chip.y + chip.height
            assert apart
