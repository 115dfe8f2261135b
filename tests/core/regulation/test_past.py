"""What is past and cannot be mended in time is told, and blocks nothing."""

import datetime as dt

import pytest
from msgspec.structs import replace

from smcal.model import Attachment, DayNote, NoteKind, Period, State
from smcal.model.period import quarter_of
from smcal.regulation import Severity, check_plan
from tests.core.regulation.cases import made
from tests.core.regulation.plans import NOW, PAGE, post, posts, whole_pack

DAY = dt.timedelta(1)
TODAY = NOW.date()
LAST_WEEK = Period(TODAY - 7 * DAY, TODAY - DAY)
assert TODAY.weekday() == 0
AT = dt.datetime(2026, 10, 1, 9, tzinfo=dt.UTC)
QUARTER = quarter_of(TODAY - 60 * DAY)


def strict():
    """Every rule of the whole pack, all required."""
    pack = whole_pack()
    return replace(pack, rules={name: replace(rule, severity=Severity.REQUIRED) for name, rule in pack.rules.items()})


def blocked(*of, period=LAST_WEEK, **fields):
    """Rules that block in a period that is past, what is about a stretch that is not left out."""
    scope = made(strict(), *of, period=period, **fields)
    found = [finding for finding in check_plan(scope) if finding.blocks and not finding.standing]
    return {finding.rule for finding in found if not (finding.rule == "topics.coverage" and period is LAST_WEEK)}


def said(*of, period=LAST_WEEK, **fields):
    return {finding.rule for finding in check_plan(made(strict(), *of, period=period, **fields))}


def test_a_past_week_is_neither_too_full_nor_too_empty():
    row = posts(9, TODAY - 3 * DAY)
    assert "frequency.max" in said(*row) and "frequency.min" in said()
    assert blocked(*row, events=()) == set()
    assert blocked() == set()


def test_a_week_that_still_runs_is():
    row = posts(9, TODAY, state=State.PUBLISHED)
    week = Period(TODAY, TODAY + 6 * DAY)
    assert "frequency.max" in blocked(*row, period=week)
    assert "frequency.max" in blocked(*row, period=week, now=NOW + 6 * DAY)
    assert "frequency.max" not in blocked(*row, period=week, now=NOW + 7 * DAY)


WRONG = [
    ("credits.complete", {"borrowed": True}),
    ("direction.listed", {"direction": "gossip"}),
    ("partners.consent", {"partner": "Bookshop"}),
    ("personal-data.consent", {"personal_data": True}),
    ("events.privacy-notice", {"direction": "reader-events"}),
    ("media.ready", {"text": ""}),
    ("submission.urgent", {"urgent": True}),
]


@pytest.mark.parametrize(("rule", "fields"), WRONG)
@pytest.mark.parametrize("state", [State.APPROVED, State.SUBMITTED])
def test_a_past_post_blocks_no_more_and_one_of_today_does(rule, fields, state):
    handed_in = {"state": state, "first_submitted": AT, **fields}
    past = post(date=TODAY - DAY, **handed_in)
    assert rule in said(past) and rule not in blocked(past)
    assert rule in blocked(post(date=TODAY, **handed_in), period=Period(TODAY, TODAY))


def test_a_past_late_post_blocks_no_more():
    late = post(date=TODAY - DAY, state=State.APPROVED, first_submitted=AT.replace(month=10, day=30))
    assert "submission.window" in said(late) and "submission.window" not in blocked(late)


def test_why_a_past_post_was_taken_down_can_still_be_recorded():
    assert blocked(post(date=TODAY - DAY, state=State.REMOVED)) == {"removal.grounds"}


def test_a_past_quarter_and_a_past_event_are_told():
    event = DayNote(id="event", date=QUARTER.last, text="City Day", kind=NoteKind.CITY_EVENT)
    theirs = [post(n, QUARTER.last, partner="Bookshop", pr_consent=True, state=State.PUBLISHED) for n in range(3)]
    rules = {"topics.coverage", "partners.share", "citywide.events"}
    assert rules <= said(*theirs, period=QUARTER, events=(event,))
    assert blocked(*theirs, period=QUARTER, events=(event,)) == set()


def test_what_is_kept_of_a_page_follows_the_day():
    from smcal.regulation.incremental import Findings

    ahead = made(strict(), post(date=TODAY), period=quarter_of(TODAY))
    later = replace(ahead, now=dt.datetime(2027, 1, 1, 9))
    kept = Findings()
    for of in (ahead, later, ahead):
        assert kept.refresh(of, set()) == check_plan(of)


def test_a_borrowed_file_of_a_past_post_is_told():
    past = post(date=TODAY - DAY, state=State.APPROVED, first_submitted=AT)
    file = Attachment(id="file", post_id=past.id, media_id="m", borrowed=True)
    assert "credits.complete" in said(past, files=[file]) and "credits.complete" not in blocked(past, files=[file])
    assert past.page_id == PAGE.id


def test_what_is_past_names_nothing_that_would_mend_it():
    partners = posts(9, QUARTER.first + 3 * DAY, partner="Bookshop", pr_consent=True)
    of_a_stretch = [
        finding
        for finding in check_plan(made(strict(), *partners, period=QUARTER))
        if finding.post_id is None and not finding.standing
    ]
    told = {finding.rule for finding in of_a_stretch}
    assert told >= {"frequency.max", "frequency.min", "topics.coverage", "partners.share"}
    assert {finding.fixes for finding in of_a_stretch if finding.args["last"] < TODAY} == {()}
    ahead = check_plan(made(strict(), period=Period(TODAY, TODAY + 6 * DAY)))
    assert {f.fixes for f in ahead if f.rule == "frequency.min"} == {("take-from-tray", "new-post")}
