"""Five working days ahead, or urgent with a reason (5.6, 5.11)."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcal.documents import BabelDates
from smcal.model import Period, State
from smcal.regulation import Severity, message
from smcal.words import words
from smcal.worktime import Worktime, national_years
from tests.core.regulation.plans import MONDAY, found, post

CLOSE = dt.datetime(2026, 11, 16, 18, 0)  # Monday a week earlier: the fifth working day before
MINUTE = dt.timedelta(minutes=1)
AS_UTC = dt.timedelta(hours=3)  # Moscow is three hours ahead


def utc(local):
    return (local - AS_UTC).replace(tzinfo=dt.UTC)


def window(*of, now=CLOSE, **asked):
    return found("submission.window", of, now=now, **asked)


def test_the_closing_minute_is_in_time():
    assert window(post(), now=CLOSE) == []


def test_a_minute_later_is_late():
    (finding,) = window(post(), now=CLOSE + MINUTE)
    assert (finding.clause, finding.severity, finding.date) == ("5.6, 5.11", Severity.REQUIRED, MONDAY)
    assert finding.args["by"] == CLOSE
    assert finding.args["earliest"] == dt.date(2026, 11, 24)
    assert finding.fixes == ("mark-urgent", "move")


def test_lateness_is_measured_at_the_first_handing_in():
    in_time = post(1, first_submitted=utc(CLOSE), state=State.CHANGES_REQUESTED)
    late = post(2, first_submitted=utc(CLOSE + MINUTE), state=State.SUBMITTED)
    (finding,) = window(in_time, late, now=CLOSE + dt.timedelta(3))
    assert (finding.post_id, finding.args["at"]) == (late.id, CLOSE + MINUTE)


def test_a_late_post_that_is_urgent_satisfies_the_window():
    assert window(post(urgent=True, urgent_reason="Burst pipe"), now=CLOSE + MINUTE) == []


def test_a_published_post_is_left_alone():
    assert window(post(state=State.PUBLISHED), now=CLOSE + MINUTE) == []


def test_a_post_of_today_that_was_never_handed_in_is_late():
    (finding,) = window(post(), now=dt.datetime.combine(MONDAY, dt.time(23)))
    assert finding.severity is Severity.REQUIRED


def test_a_past_post_never_handed_in_gives_one_line_of_advice():
    nothing_right = post(text="", topic=None, direction="gossip", urgent=True, borrowed=True, partner="Bookshop")
    tomorrow = dt.datetime.combine(MONDAY, dt.time(9)) + dt.timedelta(1)
    for rule in ("submission.urgent", "media.ready", "direction.listed", "credits.complete", "partners.consent"):
        assert found(rule, [nothing_right], now=tomorrow) == []
    (finding,) = window(nothing_right, now=tomorrow)
    assert (finding.severity, finding.args["case"]) == (Severity.RECOMMENDED, "gone-by")


def test_a_past_post_that_was_handed_in_late_stays_late():
    (finding,) = window(post(first_submitted=utc(CLOSE + MINUTE)), now=CLOSE + dt.timedelta(30))
    assert finding.args["at"] == CLOSE + MINUTE


def test_lateness_is_the_same_finding_before_and_after_handing_in_on_that_day():
    def key(late_by, of):
        (finding,) = window(of, now=CLOSE + late_by)
        return finding.key

    day = dt.timedelta(1)
    before = key(MINUTE, post())
    assert key(day, post()) == before  # Tuesday's last minute: one working day late still
    assert key(day + MINUTE, post()) != before
    assert key(3 * day, post(first_submitted=utc(CLOSE + day))) == before
    assert key(3 * day, post(first_submitted=utc(CLOSE + day + MINUTE))) != before


@pytest.mark.parametrize(("reason", "broken"), [("", True), ("  ", True), ("Burst pipe", False)])
def test_an_urgent_post_says_why(reason, broken):
    findings = found("submission.urgent", [post(urgent=True, urgent_reason=reason)])
    assert [f.fixes for f in findings] == ([("give-reason",)] if broken else [])


def test_a_late_urgent_post_without_a_reason_breaks_one_rule_only():
    late = [post(urgent=True)]
    assert len(found("submission.urgent", late, now=CLOSE + MINUTE)) == 1
    assert found("submission.window", late, now=CLOSE + MINUTE) == []


RUSSIA = Worktime("RU", national_years("RU"))


@pytest.mark.parametrize(
    ("publish", "by"),
    [
        (dt.date(2026, 11, 30), dt.datetime(2026, 11, 23, 18)),
        (dt.date(2026, 1, 12), dt.datetime(2025, 12, 24, 18)),
        (dt.date(2026, 5, 12), dt.datetime(2026, 5, 4, 18)),
        (dt.date(2025, 11, 5), dt.datetime(2025, 10, 28, 18)),
        (dt.date(2024, 5, 2), dt.datetime(2024, 4, 23, 18)),
    ],
)
def test_free_days_move_the_window(publish, by):
    asked = {"period": Period(publish, publish), "worktime": RUSSIA}
    assert found("submission.window", [post(date=publish)], now=by, **asked) == []
    (finding,) = found("submission.window", [post(date=publish)], now=by + MINUTE, **asked)
    assert finding.args["by"] == by


@settings(max_examples=150, deadline=None)
@given(st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31)), st.integers(0, 20 * 24 * 60), st.booleans())
def test_late_here_is_late_by_working_time(publish, minutes, already):
    moment = dt.datetime.combine(publish, dt.time(23, 59)) - dt.timedelta(minutes=minutes)
    now = moment + dt.timedelta(7) if already else moment
    submitted = post(date=publish, first_submitted=utc(moment) if already else None)
    findings = found("submission.window", [submitted], Period(publish, publish), worktime=RUSSIA, now=now)
    assert bool(findings) is RUSSIA.is_late(moment, publish)


def test_a_deadline_of_a_year_that_is_not_decreed_says_so():
    publish = dt.date(2028, 3, 15)
    (finding,) = window(
        post(date=publish), now=dt.datetime(2028, 3, 9, 12), period=Period(publish, publish), worktime=RUSSIA
    )
    assert finding.args["provisional"]
    told = message(finding, words("ru"), BabelDates("ru")).replace("\u00a0", " ")
    assert "7 марта, 17:00 (предварительно)" in told
    (sure,) = window(post(), now=CLOSE + MINUTE)
    assert "предварительно" not in message(sure, words("ru"), BabelDates("ru"))
