"""City events, changes of service, and the notice that people may be photographed (4.1, 5.13, Liepāja)."""

import datetime as dt

import pytest

from smcal.documents.dates import BabelDates
from smcal.model import DayNote, NoteKind, Period, State
from smcal.regulation import context, message
from smcal.regulation.checks.topics import Reason, topic_reason
from smcal.words import words
from tests.core.regulation.cases import KEPT, about, made
from tests.core.regulation.plans import MONDAY, NOW, WEEK, post, whole_pack

DAY = dt.timedelta(1)
CITY_DAY = DayNote(id="city", date=MONDAY + 2 * DAY, text="День города", kind=NoteKind.CITY_EVENT)
CLOSED = DayNote(id="closed", date=MONDAY, text="Ремонт", kind=NoteKind.SERVICE_CHANGE, branch_id=KEPT.branch_id)


def of_branch(note, branch):
    return DayNote(id=note.id, date=note.date, text=note.text, kind=note.kind, branch_id=branch)


def test_an_event_that_nobody_announces_is_told_with_the_days_left_for_it():
    (finding,) = about("citywide.events", made(whole_pack(), events=(CITY_DAY,)))
    assert (finding.args["first"], finding.args["last"]) == (CITY_DAY.date - 14 * DAY, CITY_DAY.date)
    assert finding.fixes == ("announce-event:city",)
    said = message(finding, words("ru"), BabelDates("ru")).replace("\u00a0", " ")
    assert said.startswith("Нет поста с анонсом события «День города» (25 ноября); поставить его можно с 11 по 25")


def test_an_event_that_is_over_can_no_longer_be_announced():
    late = made(whole_pack(), events=(CITY_DAY,), now=NOW + 40 * DAY)
    (finding,) = about("citywide.events", late)
    assert finding.fixes == ()


@pytest.mark.parametrize(
    ("number", "fields"),
    [
        (0, {"date": CITY_DAY.date + DAY}),
        (1, {"state": State.IDEA}),
        (2, {"event_id": "another"}),
        (3, {"event_id": None}),
    ],
)
def test_what_does_not_announce_it(number, fields):
    row = post(number, **{"event_id": CITY_DAY.id, **fields})
    assert about("citywide.events", made(whole_pack(), row, events=(CITY_DAY,)))


@pytest.mark.parametrize(
    ("note", "there"),
    [
        (of_branch(CITY_DAY, KEPT.branch_id), True),
        (of_branch(CITY_DAY, "another"), False),
        (DayNote(id="n", date=MONDAY, text="A note"), False),
        (CLOSED, False),
        (DayNote(id="n", date=MONDAY + 7 * DAY, text="Later", kind=NoteKind.CITY_EVENT), False),
    ],
)
def test_only_city_events_of_the_page_and_period_are_asked_for(note, there):
    assert bool(about("citywide.events", made(whole_pack(), events=(note,)))) is there


def test_the_days_before_a_period_bear_on_it():
    january = Period(dt.date(2027, 1, 1), dt.date(2027, 1, 1))
    assert context(january, whole_pack()).first == dt.date(2026, 12, 18)
    first = Period(dt.date(1, 1, 8), dt.date(1, 1, 8))
    assert context(first, whole_pack()).first == dt.date.min


@pytest.mark.parametrize(
    ("events", "case"),
    [
        ((), Reason.NO_EVENT),
        ((CITY_DAY,), Reason.NO_EVENT),
        ((CLOSED,), Reason.EVENT_RECORDED),
        ((of_branch(CLOSED, None),), Reason.EVENT_RECORDED),
        ((of_branch(CLOSED, "another"),), Reason.NO_EVENT),
    ],
)
def test_topic_1_is_due_when_the_service_changes(events, case):
    asked = [f.args["topic"] for f in about("topics.coverage", made(whole_pack(), events=events))]
    reason = topic_reason(whole_pack().topic(1), KEPT, events, WEEK)
    assert reason.case is case
    assert reason.due is (1 in asked)
    assert reason.note == (events[0] if reason.due else None)


def test_a_change_of_another_quarter_asks_for_nothing_in_this_one():
    other = DayNote(id="closed", date=dt.date(2026, 9, 30), text="Ремонт", kind=NoteKind.SERVICE_CHANGE)
    assert 1 not in [f.args["topic"] for f in about("topics.coverage", made(whole_pack(), events=(other,)))]


def test_topic_5_is_due_where_there_is_a_collection():
    topic = whole_pack().topic(5)
    assert topic_reason(topic, KEPT, (), WEEK).case is Reason.NO_COLLECTION
    assert topic_reason(whole_pack().topic(2), KEPT, (), WEEK).case is Reason.ALWAYS


@pytest.mark.parametrize(
    ("fields", "there"),
    [
        ({"topic": 7}, True),  # its usual direction
        ({"topic": 7, "direction": "collections"}, False),
        ({"topic": 7, "text": "PHOTOGRAPHS are taken\nat  our events."}, False),
        ({"topic": 7, "text": "На мероприятиях ведётся съёмка"}, False),
        ({"topic": 7, "text": "Photographs are taken at our event"}, True),
    ],
)
def test_announcements_of_events_carry_the_notice(fields, there):
    assert bool(about("events.privacy-notice", made(whole_pack(), post(**fields)))) is there
