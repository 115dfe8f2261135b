"""Where a post stands is said below its title, in the words of its state; what the curator wrote comes first."""

import datetime as dt

import pytest

from smcal.model import Decision, State
from tests.ui.post.handed_in import COMMENT, hand_in


def test_an_approved_post_says_who_agreed_and_when_and_what_an_edit_would_do(opened):
    _post, curator = hand_in(opened, State.APPROVED, Decision.APPROVED)
    assert opened.inspector.told() == [
        f"Approved: {curator}, 24\xa0November\nIf you change it, it goes to the curator again."
    ]


def test_what_the_curator_wants_changed_stands_above_everything_else(opened):
    _post, curator = hand_in(opened, State.CHANGES_REQUESTED, Decision.CHANGES)
    said, standing = opened.inspector.told()
    assert said == f"The curator {curator}, 24\xa0November: {COMMENT}"
    assert standing == "Changes requested; first handed in in time, on 16\xa0November"
    banner = opened.field("curator_said")
    assert banner.isVisible() and not banner.visibleRegion().isEmpty()


def test_a_refused_post_says_who_refused_it_and_why(opened):
    _post, curator = hand_in(opened, State.REJECTED, Decision.REJECTED)
    assert opened.inspector.told() == [
        f"The curator {curator}, 24\xa0November: {COMMENT}",
        f"Rejected: {curator}, 24\xa0November",
    ]


def test_what_is_to_be_handed_in_again_is_not_called_late(opened):
    hand_in(opened, State.DRAFT)
    assert opened.inspector.told() == ["To be handed in again; first handed in in time, on 16\xa0November"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "With the curator since 16\xa0November; handed in in time"),
        (
            {"again": dt.datetime(2026, 11, 24, 7, tzinfo=dt.UTC)},
            "With the curator since 24\xa0November; first handed in in time, on 16\xa0November",
        ),
        (
            {"in_time_from": dt.date(2026, 11, 30), "urgent": True, "urgent_reason": "Заболел лектор"},
            "Urgent: the curator’s decision is due by Mon\xa016\xa0Nov, 18:00",
        ),
        ({"in_time_from": dt.date(2026, 11, 30)}, "With the curator since 16\xa0November"),
    ],
    ids=["in-time", "again", "urgent", "late"],
)
def test_with_the_curator_since_when_and_how_it_stood_against_its_window(opened, fields, words):
    hand_in(opened, State.SUBMITTED, **fields)
    assert opened.inspector.told()[0].split("\n") == [words, "If you change it, it goes to the curator again."]


def test_what_was_handed_in_late_is_told_beside_its_date(opened):
    """One finding, and the sentence below the title does not say it again."""
    hand_in(opened, State.SUBMITTED, in_time_from=dt.date(2026, 11, 30))
    told = opened.inspector.told()
    assert len(told) == 2 and "due by" in told[1]


@pytest.mark.parametrize(("state", "word"), [(State.ON_HOLD, "On hold"), (State.CANCELLED, "Cancelled")])
def test_what_is_not_planned_any_more_says_so(opened, state, word):
    hand_in(opened, state)
    assert opened.inspector.told() == [word]


def test_the_state_and_the_next_step_are_in_sight_without_scrolling(opened):
    opened.window.resize(1366, 700)
    hand_in(opened, State.CHANGES_REQUESTED, Decision.CHANGES)
    for name in ("state", "next_step", "more_steps"):
        widget = opened.field(name)
        assert widget.visibleRegion().boundingRect() == widget.rect(), name


def test_nothing_is_cut_at_the_side_on_half_a_small_screen_and_the_foot_scrolls(opened):
    opened.window.resize(683, 340)
    opened.settle()
    hand_in(opened, State.CHANGES_REQUESTED, Decision.CHANGES, topic=7)
    area = opened.inspector._sheet.area
    assert area.widget().width() == area.viewport().width()
    assert area.isAncestorOf(opened.field("next_step"))
    opened.window.resize(1366, 700)
    opened.settle()
    assert not area.isAncestorOf(opened.field("next_step"))
