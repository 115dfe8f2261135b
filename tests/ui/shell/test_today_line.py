"""Below the tray: only what is really due today is said to be due today."""

import datetime as dt

import pytest

from smcal.model import Post
from smcal.planning.today import Due
from smcal_ui.shell.today_line import due_text

EVENING = dt.datetime(2026, 11, 24, 18)
POST = Post(id="p")


def due(days=0, late=False, returned=False):
    return Due(POST, EVENING + dt.timedelta(days), late, days == 0, returned)


@pytest.mark.parametrize(
    ("dues", "lines"),
    [
        ([], ["Nothing to hand in today"]),
        ([due(), due()], ["Hand in today by 18:00: 2 posts"]),
        ([due(-4, returned=True)], ["Waits for corrections: 1"]),
        ([due(-4, late=True), due()], ["Hand in today by 18:00: 1 post", "Late: 1 post"]),
        ([due(-4, late=True), due(-1, returned=True)], ["Late: 1 post", "Waits for corrections: 1"]),
        (
            [due(-4, late=True), due(-1, returned=True), due()],
            ["Hand in today by 18:00: 1 post", "Late: 1, to correct: 1"],
        ),
    ],
)
def test_only_what_is_due_today_is_said_to_be(dues, lines):
    assert due_text(dues).split("\n") == lines
