"""At least 2 and at most 7 posts a page and week (5.8)."""

import datetime as dt

import pytest

from smcal.model import COUNTED_STATES, Period, State
from smcal.regulation import Severity
from tests.core.regulation.plans import MONDAY, NOW, WEEK, found, post, posts


def day(offset):
    return MONDAY + dt.timedelta(offset)


def test_seven_posts_are_allowed():
    assert found("frequency.max", posts(7)) == []


def test_the_eighth_is_too_many():
    (finding,) = found("frequency.max", posts(8))
    assert (finding.clause, finding.severity, finding.week) == ("5.8", Severity.REQUIRED, "2026-W48")
    assert (finding.args["count"], finding.args["max"], finding.fixes) == (8, 7, ("move",))


def test_days_of_the_week_outside_the_period_count():
    wednesday = Period(day(2), day(2))
    assert found("frequency.max", [*posts(7), post(9, day(6))], wednesday)
    assert found("frequency.min", [post(1), post(2, day(6))], wednesday) == []


def test_posts_of_the_next_week_do_not_count():
    assert found("frequency.max", [*posts(7), post(9, day(7))], WEEK) == []


def test_two_posts_are_enough():
    assert found("frequency.min", posts(2)) == []


def test_one_post_is_too_few():
    (finding,) = found("frequency.min", posts(1))
    assert (finding.severity, finding.args["count"], finding.args["min"]) == (Severity.RECOMMENDED, 1, 2)
    assert "take-from-tray" in finding.fixes


def test_every_empty_week_that_the_period_touches_is_named():
    touched = found("frequency.min", [], Period(day(6), day(14)))
    assert [f.week for f in touched] == ["2026-W48", "2026-W49", "2026-W50"]


def test_the_week_around_new_year_bears_its_iso_name():
    assert [f.week for f in found("frequency.min", [], Period(dt.date(2027, 1, 1), dt.date(2027, 1, 1)))] == [
        "2026-W53"
    ]


@pytest.mark.parametrize("state", list(State))
def test_only_posts_that_may_come_out_count(state):
    counted = found("frequency.max", posts(8, state=state)) != []
    assert counted == (state in COUNTED_STATES)


def test_binned_posts_do_not_count():
    assert found("frequency.max", posts(8, binned=NOW.replace(tzinfo=dt.UTC))) == []
