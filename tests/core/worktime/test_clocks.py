"""Effective submission, the urgent clock and the reply clock."""

import pytest

from smcal.model import ChangeKind
from smcal.worktime import Hours, UrgentClock, Window, reply_due
from tests.core.worktime.calendars import calendar, change, moment, span


@pytest.mark.parametrize(
    ("handed_in", "counts_from"),
    [
        ("2026-11-23 09:00", "2026-11-23 09:00"),
        ("2026-11-23 08:59", "2026-11-23 09:00"),
        ("2026-11-23 12:34:56", "2026-11-23 12:34:56"),
        ("2026-11-23 18:00", "2026-11-23 18:00"),
        ("2026-11-23 18:00:59", "2026-11-23 18:00"),
        ("2026-11-23 18:01", "2026-11-24 09:00"),
        ("2026-11-21 12:00", "2026-11-23 09:00"),
        ("2026-11-03 17:01", "2026-11-05 09:00"),
        ("2025-12-30 18:01", "2026-01-12 09:00"),
        ("2025-11-01 12:00", "2025-11-01 12:00"),
    ],
)
def test_handed_in_outside_hours_counts_from_the_next_opening(handed_in: str, counts_from: str) -> None:
    assert calendar().effective(moment(handed_in)) == moment(counts_from)


@pytest.mark.parametrize(
    ("handed_in", "due"),
    [
        ("2026-11-23 10:00", "2026-11-23 18:00"),
        ("2026-11-23 18:00", "2026-11-23 18:00"),
        ("2026-11-23 18:01", "2026-11-24 18:00"),
        ("2026-11-20 20:00", "2026-11-23 18:00"),
        ("2026-11-03 10:00", "2026-11-03 17:00"),
    ],
)
def test_an_urgent_post_is_decided_by_the_close_of_its_day(handed_in: str, due: str) -> None:
    assert calendar().urgent_due(moment(handed_in)) == moment(due)


@pytest.mark.parametrize(
    ("handed_in", "due"),
    [
        ("2026-11-23 15:00", "2026-11-24 15:00"),
        ("2026-11-23 09:00", "2026-11-23 18:00"),
        ("2026-11-23 18:00", "2026-11-24 18:00"),
        ("2026-11-20 20:00", "2026-11-23 18:00"),
        ("2026-11-20 12:00", "2026-11-23 12:00"),
        ("2026-11-02 12:00", "2026-11-03 12:00"),
        ("2026-11-03 12:00", "2026-11-05 12:00"),
        ("2026-11-02 18:00", "2026-11-05 10:00"),
    ],
)
def test_an_urgent_post_may_have_a_working_day_of_time(handed_in: str, due: str) -> None:
    worktime = calendar(window=Window(urgent=UrgentClock.ONE_DAY_LENGTH))
    assert worktime.urgent_due(moment(handed_in)) == moment(due)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-23 11:20", "2026-11-24 11:20"),
        ("2026-11-20 15:00", "2026-11-23 15:00"),
        ("2026-11-23 09:00", "2026-11-24 09:00"),
        ("2026-11-23 18:00", "2026-11-24 18:00"),
        ("2026-11-23 18:00:30", "2026-11-24 18:00"),
        ("2026-11-23 18:01", "2026-11-24 18:00"),
        ("2026-11-23 08:59", "2026-11-23 18:00"),
        ("2026-11-21 12:00", "2026-11-23 18:00"),
        ("2026-11-02 17:30", "2026-11-03 17:00"),
        ("2026-11-03 16:00", "2026-11-05 16:00"),
    ],
)
def test_a_reply_is_due_within_one_working_day(received: str, due: str) -> None:
    assert reply_due(calendar(), moment(received)) == moment(due)


def test_the_reply_clock_runs_on_the_saturdays_of_the_branch() -> None:
    branch = calendar(hours=Hours((*[span(10, 20)] * 5, span(11, 17), None)))
    assert reply_due(branch, moment("2026-11-20 12:00")) == moment("2026-11-21 12:00")
    assert reply_due(branch, moment("2026-11-20 19:00")) == moment("2026-11-21 17:00")
    assert reply_due(branch, moment("2026-11-21 18:00")) == moment("2026-11-23 20:00")


def test_the_reply_clock_stands_still_while_the_branch_is_closed() -> None:
    branch = calendar(changes=[change("2026-11-24", ChangeKind.FREE, "repairs", branch_id="b")])
    assert reply_due(branch, moment("2026-11-23 12:00")) == moment("2026-11-25 12:00")
    assert reply_due(branch, moment("2026-11-24 12:00")) == moment("2026-11-25 18:00")
