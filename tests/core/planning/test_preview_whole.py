"""A drop is told what it does to announcements of events, and is not blamed for what is confirmed by hand."""

import datetime as dt

import msgspec
import pytest

from smcal.model import DayNote, NoteKind
from smcal.planning.preview import MovePreview, announced_days
from smcal.regulation import check_plan
from smcal.regulation.checks.checklist import CONFIRMED
from tests.core.regulation.cases import KEPT, made
from tests.core.regulation.plans import MONDAY, post, whole_pack

DAY = dt.timedelta(1)
EVENTS = tuple(
    DayNote(id=name, date=MONDAY + days * DAY, text=name, kind=NoteKind.CITY_EVENT)
    for name, days in (("fair", 2), ("city", 4))
)


def dropped(of, posts, date):
    return MovePreview(of, posts).at(KEPT.id, date).findings


def test_another_week_is_confirmed_later_and_not_by_the_drop():
    row = [post(0), post(1, MONDAY + DAY)]
    of = made(whole_pack(), *row)
    assert {f.rule for f in check_plan(of)} >= set(CONFIRMED)
    assert not {f.rule for f in dropped(of, row[:1], MONDAY + 7 * DAY)} & set(CONFIRMED)


def test_an_announcement_that_goes_beyond_its_event_is_told_though_another_event_lacks_its_own():
    telling = post(0, event_id="city")
    of = made(whole_pack(), telling, events=EVENTS)
    assert [f.args["event"] for f in check_plan(of) if f.rule == "citywide.events"] == ["fair"]
    new = [f.args["event"] for f in dropped(of, [telling], MONDAY + 6 * DAY) if f.rule == "citywide.events"]
    assert new == ["city"]
    assert [f for f in dropped(of, [telling], MONDAY + 4 * DAY) if f.rule == "citywide.events"] == []


@pytest.mark.parametrize("weeks", [2, -2, None])
def test_an_announcement_of_an_event_of_another_week_is_told_wherever_it_would_miss_it(weeks):
    telling = post(0, event_id="city")
    later = msgspec.structs.replace(EVENTS[1], date=MONDAY + 10 * DAY)
    of = made(whole_pack(), telling, events=(later,))
    assert [f for f in check_plan(of) if f.rule == "citywide.events"] == []
    told = dropped(of, [telling], None if weeks is None else MONDAY + 7 * weeks * DAY)
    assert [f.args["event"] for f in told if f.rule == "citywide.events"] == ["city"]
    assert [f for f in dropped(of, [telling], later.date) if f.rule == "citywide.events"] == []


def test_of_an_event_that_another_post_announces_too_nothing_is_told():
    telling, again = post(0, event_id="city"), post(1, MONDAY + 8 * DAY, event_id="city")
    later = msgspec.structs.replace(EVENTS[1], date=MONDAY + 10 * DAY)
    of = made(whole_pack(), telling, again, events=(later,))
    assert [f for f in dropped(of, [telling], MONDAY + 14 * DAY) if f.rule == "citywide.events"] == []
    assert announced_days([telling, again], of) == [later.date] * 2
    assert announced_days([post(0, MONDAY - 60 * DAY, event_id="city"), post(1)], of) == []


def test_what_stands_on_any_day_is_no_news_in_another_week():
    bare = made(whole_pack(), post(), page=msgspec.structs.replace(KEPT, owner_id=None))
    assert "two-factor" in {f.rule for f in check_plan(bare)}
    assert "two-factor" not in {f.rule for f in dropped(bare, [post()], MONDAY + 14 * DAY)}
