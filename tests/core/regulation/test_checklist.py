"""Points that somebody confirms for a page and a week."""

import datetime as dt

import pytest

from smcal.documents.dates import BabelDates
from smcal.model import Period, State
from smcal.regulation import message
from smcal.regulation.judged import post_mark
from smcal.words import words
from tests.core.regulation.cases import about, made
from tests.core.regulation.plans import MONDAY, NOW, PAGE, post, whole_pack

DAY = dt.timedelta(1)
AT = NOW.replace(tzinfo=dt.UTC)
RULE = "language.opinion"


def test_each_point_and_week_is_confirmed_by_itself():
    row = [post(1), post(2, MONDAY + 7 * DAY)]
    confirmed = {(PAGE.id, "language-opinion-1", MONDAY): tuple(post_mark(p, ()) for p in row)}
    of = made(whole_pack(), *row, period=Period(MONDAY, MONDAY + 13 * DAY), confirmed=confirmed)
    assert [(f.week, f.args["item"]) for f in about(RULE, of)] == [
        ("2026-W48", "language-opinion-2"),
        ("2026-W49", "language-opinion-1"),
        ("2026-W49", "language-opinion-2"),
    ]
    (finding,) = (f for f in about(RULE, of) if f.week == "2026-W48")
    assert (finding.clause, finding.fixes) == ("2.1", ("confirm:language-opinion-2",))
    assert message(finding, words("en"), BabelDates("en")) == "Not confirmed: “Seen 2” (cl. 2.1)."


@pytest.mark.parametrize(
    "fields",
    [
        {"first_submitted": AT},
        {"state": State.PUBLISHED},
        {"state": State.IDEA},
        {"date": NOW.date() - DAY},
    ],
)
def test_nothing_is_asked_where_nothing_is_left_to_hand_in(fields):
    day = fields.get("date", MONDAY)
    assert about(RULE, made(whole_pack(), post(**fields), period=Period(day, day))) == []


def test_a_part_of_a_week_is_answered_for_the_whole_of_it():
    assert about(RULE, made(whole_pack(), post(1, MONDAY + 6 * DAY), period=Period(MONDAY, MONDAY)))


def test_another_pages_confirmation_does_not_count():
    confirmed = {("another", "language-opinion-1", MONDAY): (post_mark(post(), ()),)}
    assert len(about(RULE, made(whole_pack(), post(), confirmed=confirmed))) == 2
