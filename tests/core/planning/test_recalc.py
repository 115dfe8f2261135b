"""What moves when the calendar does."""

import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from smcal.model import CalendarChange, ChangeKind, Post, State, new_id
from smcal.planning.recalc import Clock, moved_deadlines
from smcal.worktime import Hours
from tests.core.worktime.calendars import calendar, change, day, moment

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = moment("2026-11-24 11:20")


def post(date: str, identifier: str = "p", **fields) -> Post:
    return Post(**{"id": identifier, "page_id": "page", "date": day(date), **fields})


def moved(posts, changes, now: dt.datetime = NOW, **rest):
    return moved_deadlines(calendar(), calendar(changes=changes, **rest), posts, now, MOSCOW)


def test_a_free_day_moves_the_posts_that_count_over_it() -> None:
    posts = [post("2026-12-02", "close"), post("2026-12-01", "far"), post("2026-12-10", "after")]
    found = moved(posts, [change("2026-11-27", ChangeKind.FREE, "stock-taking")])
    assert [(m.post_id, str(m.before), str(m.after)) for m in found] == [
        ("far", "2026-11-24 18:00:00", "2026-11-23 18:00:00"),
        ("close", "2026-11-25 18:00:00", "2026-11-24 18:00:00"),
    ]
    assert [(m.late_before, m.late_after, m.newly_late) for m in found] == [(False, True, True), (False, False, False)]


def test_newly_late_posts_come_first_and_then_the_most_pressing() -> None:
    posts = [post("2026-12-0" + str(n), f"p{n}") for n in range(1, 5)]
    found = moved(posts, [change("2026-11-26", ChangeKind.FREE), change("2026-11-25", ChangeKind.FREE)])
    assert [m.newly_late for m in found] == sorted((m.newly_late for m in found), reverse=True)
    rest = [m.after for m in found if not m.newly_late]
    assert rest == sorted(rest)


def test_a_shortened_day_moves_the_minute() -> None:
    (found,) = moved([post("2026-12-02")], [change("2026-11-25", ChangeKind.SHORTENED)])
    assert (found.before.hour, found.after.hour, found.newly_late) == (18, 17, False)


def test_other_hours_move_deadlines_too() -> None:
    (found,) = moved([post("2026-12-02")], [], hours=Hours.weekdays(dt.time(9), dt.time(11)))
    assert (str(found.after), found.late_after) == ("2026-11-25 11:00:00", False)


def test_only_open_posts_have_deadlines() -> None:
    settled = [
        post("2026-12-02", state.value, state=state)
        for state in State
        if state not in (State.DRAFT, State.CHANGES_REQUESTED)
    ]
    loose = [post("2026-12-02", "trayed", page_id=None), post("2026-11-23", "gone")]
    assert (
        moved([*settled, *loose], [change("2026-11-27", ChangeKind.FREE), change("2026-11-16", ChangeKind.FREE)]) == []
    )


def test_an_urgent_post_is_never_late() -> None:
    (found,) = moved([post("2026-12-01", urgent=True)], [change("2026-11-27", ChangeKind.FREE)])
    assert not found.late_after


def test_a_post_sent_back_is_measured_when_it_first_came_in() -> None:
    came = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
    back = post("2026-12-01", state=State.CHANGES_REQUESTED, first_submitted=came)
    (found,) = moved([back], [change("2026-11-27", ChangeKind.FREE)])
    assert not found.late_after


def test_the_answer_about_an_urgent_post_is_due_later_when_today_becomes_free() -> None:
    came = dt.datetime(2026, 11, 24, 7, tzinfo=dt.UTC)
    waiting = post("2026-11-26", state=State.SUBMITTED, urgent=True, first_submitted=came)
    (found,) = moved([waiting], [change("2026-11-24", ChangeKind.FREE)])
    assert (found.clock, str(found.before), str(found.after)) == (
        Clock.DECISION,
        "2026-11-24 18:00:00",
        "2026-11-25 18:00:00",
    )


DATES = st.dates(dt.date(2026, 11, 1), dt.date(2027, 2, 1))
CHANGES = st.lists(
    st.builds(
        CalendarChange,
        id=st.builds(new_id),
        date=DATES,
        kind=st.sampled_from(ChangeKind),
        reason=st.just("own"),
        branch_id=st.none(),
    ),
    max_size=6,
)
POSTS = st.lists(DATES, max_size=20).map(lambda days: [post(str(date), f"p{n}") for n, date in enumerate(days)])


@given(POSTS, CHANGES)
def test_no_change_moves_nothing(posts, changes) -> None:
    worktime = calendar(changes=changes)
    assert moved_deadlines(worktime, worktime.with_changes(changes), posts, NOW, MOSCOW) == []


@given(POSTS, CHANGES, CHANGES)
def test_exactly_the_posts_whose_deadline_is_another_are_listed(posts, one, other) -> None:
    before, after = calendar(changes=one), calendar(changes=other)
    found = {m.post_id for m in moved_deadlines(before, after, posts, NOW, MOSCOW)}
    wanted = {p.id for p in posts if p.date >= NOW.date() and before.submit_by(p.date) != after.submit_by(p.date)}
    assert found == wanted


@given(POSTS, CHANGES, CHANGES)
def test_the_way_back_is_the_way_there_mirrored(posts, one, other) -> None:
    before, after = calendar(changes=one), calendar(changes=other)
    there = {
        (m.post_id, m.before, m.after, m.late_before, m.late_after)
        for m in moved_deadlines(before, after, posts, NOW, MOSCOW)
    }
    back = {
        (m.post_id, m.after, m.before, m.late_after, m.late_before)
        for m in moved_deadlines(after, before, posts, NOW, MOSCOW)
    }
    assert there == back


@given(POSTS, CHANGES, DATES)
def test_a_free_day_more_only_ever_moves_deadlines_earlier(posts, changes, free) -> None:
    more = [*changes, CalendarChange(id=new_id(), date=free, kind=ChangeKind.FREE, reason="free")]
    found = moved_deadlines(calendar(changes=changes), calendar(changes=more), posts, NOW, MOSCOW)
    assert all(m.after < m.before for m in found)
