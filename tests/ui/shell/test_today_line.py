"""Below the tray: only what is really due today is said to be due today."""

import datetime as dt

import pytest

from smcal.model import Post
from smcal.planning.today import Due
from smcal_ui.shell.today_line import due_text
from smcal_ui.widgets.labels import broken

EVENING = dt.datetime(2026, 11, 24, 18)
POST = Post(id="p")


def due(days=0, late=False, returned=False, urgent=False):
    return Due(POST, EVENING + dt.timedelta(days), late, days == 0, returned, urgent)


@pytest.mark.parametrize(
    ("dues", "lines"),
    [
        ([], ["Nothing to hand in today"]),
        ([due(), due()], ["Hand in by 18:00: 2 posts"]),
        ([due(-4, returned=True)], ["Waits for corrections: 1"]),
        ([due(-4, late=True), due()], ["Hand in by 18:00: 1 post", "Late: 1 post"]),
        ([due(-4, late=True), due(-1, returned=True)], ["Late: 1 post", "Waits for corrections: 1"]),
        ([due(-1, urgent=True), due()], ["Hand in by 18:00: 1 post", "Urgent: 1 post"]),
        ([due(urgent=True)], ["Urgent: 1 post"]),
        (
            [due(-4, late=True), due(-1, returned=True), due()],
            ["Hand in by 18:00: 1 post", "Late: 1, to correct: 1"],
        ),
    ],
)
def test_only_what_is_due_today_is_said_to_be(dues, lines):
    assert due_text(dues).split("\n") == lines


def test_a_line_too_long_for_the_panel_goes_on_below():
    text = "Hand in by 18:00: 3 posts\nLate: 12, to correct: 11"
    assert broken(text, lambda line: len(line) <= 25) == text
    assert broken(text, lambda line: len(line) <= 20).split("\n") == [
        "Hand in by 18:00: 3",
        "posts",
        "Late: 12, to",
        "correct: 11",
    ]
    assert broken("unbreakable", lambda line: False) == "unbreakable"


def test_nothing_is_cut_in_a_narrow_side_panel(opened, qtbot):
    line = opened.window.today
    qtbot.waitUntil(lambda: bool(line.due.text()))
    line.setFixedWidth(120)
    opened.settle()
    advance = line.due.fontMetrics().horizontalAdvance
    assert all(advance(part) <= 120 for part in line.due.text().split("\n"))
