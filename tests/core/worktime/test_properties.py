"""What must hold for every country, counting, week of hours and set of changes."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from smcal.model import CalendarChange, ChangeKind, new_id
from smcal.worktime import Counting, Hours, Window, Worktime, reply_due
from tests.core.worktime.calendars import calendar

DATES = st.dates(dt.date(2023, 12, 1), dt.date(2029, 2, 1))
MINUTES = st.datetimes(dt.datetime(2023, 12, 1), dt.datetime(2029, 2, 1)).map(
    lambda t: t.replace(second=0, microsecond=0)
)
MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(1)
TIMES = st.integers(0, 24 * 60 - 1).map(lambda m: dt.time(m // 60, m % 60))
SPANS = st.tuples(TIMES, TIMES).filter(lambda s: s[0] != s[1]).map(lambda s: (min(s), max(s)))
HOURS = (
    st.lists(st.none() | SPANS, min_size=7, max_size=7)
    .filter(lambda days: any(span and span[1] > dt.time(4) > span[0] for span in days) or all(days))
    .map(lambda days: Hours(tuple(days)))
)
CHANGES = st.lists(
    st.builds(
        CalendarChange,
        id=st.builds(new_id),
        date=DATES,
        kind=st.sampled_from(ChangeKind),
        reason=st.just("own"),
        branch_id=st.sampled_from([None, "b"]),
    ),
    max_size=8,
)
WINDOWS = st.builds(Window, working_days=st.integers(1, 12), counting=st.sampled_from(Counting))
CALENDARS = st.builds(
    lambda country, hours, changes, window: calendar(country, hours, changes, window=window),
    st.sampled_from(["RU", "LV", "DE"]),
    st.one_of(st.just(Hours.default()), HOURS),
    CHANGES,
    WINDOWS,
)


@given(CALENDARS, DATES)
def test_handed_in_at_submit_by_is_in_time_and_a_minute_later_late(worktime: Worktime, publish: dt.date) -> None:
    by = worktime.submit_by(publish)
    assert worktime.effective(by) == by
    assert not worktime.is_late(by, publish)
    assert worktime.is_late(by + MINUTE, publish)


@given(CALENDARS, MINUTES)
def test_the_horizon_is_the_first_date_for_which_now_is_in_time(worktime: Worktime, now: dt.datetime) -> None:
    horizon = worktime.horizon(now)
    assert not worktime.is_late(now, horizon)
    assert worktime.is_late(now, horizon - DAY)


@given(CALENDARS, DATES, st.integers(0, 60))
def test_publishing_later_never_asks_for_it_earlier(worktime: Worktime, publish: dt.date, days: int) -> None:
    assert worktime.submit_by(publish) <= worktime.submit_by(publish + dt.timedelta(days))


@given(
    st.sampled_from(["RU", "LV", "DE"]),
    HOURS,
    CHANGES,
    WINDOWS,
    DATES,
    st.integers(0, 20),
    st.sampled_from([None, "b"]),
)
def test_a_free_day_more_never_gives_more_time(
    country: str, hours: Hours, changes: list[CalendarChange], window: Window, publish: dt.date, back: int, owner: str
) -> None:
    free = CalendarChange(
        id=new_id(), date=publish - dt.timedelta(back), kind=ChangeKind.FREE, reason="free", branch_id=owner
    )
    before = calendar(country, hours, changes, window=window).submit_by(publish)
    assert calendar(country, hours, [*changes, free], window=window).submit_by(publish) <= before


@given(CALENDARS, DATES)
def test_between_submit_by_and_publication_lie_the_days_of_the_window(worktime: Worktime, publish: dt.date) -> None:
    """Counted the slow way, day by day."""
    day, left = publish, worktime.window.steps
    while left:
        day -= DAY
        left -= worktime.is_working(day)
    closes = worktime.day(day).closes
    assert closes is not None
    assert worktime.submit_by(publish) == dt.datetime.combine(day, closes)


@given(CALENDARS, MINUTES)
def test_what_counts_lies_in_working_hours_and_never_earlier(worktime: Worktime, handed_in: dt.datetime) -> None:
    counted = worktime.effective(handed_in)
    day = worktime.day(counted.date())
    assert counted >= handed_in
    assert day.opens is not None
    assert day.closes is not None
    assert day.opens <= counted.time() <= day.closes
    assert worktime.effective(counted) == counted


@given(CALENDARS, MINUTES, MINUTES)
def test_clocks_keep_the_order_of_what_came_in(worktime: Worktime, one: dt.datetime, other: dt.datetime) -> None:
    first, second = sorted((one, other))
    assert worktime.effective(first) <= worktime.effective(second)
    assert worktime.horizon(first) <= worktime.horizon(second)
    assert worktime.urgent_due(first) <= worktime.urgent_due(second)


@given(CALENDARS, MINUTES)
def test_a_reply_is_due_in_the_next_working_day_at_the_latest(worktime: Worktime, received: dt.datetime) -> None:
    due, counted = reply_due(worktime, received), worktime.effective(received)
    following = worktime.next_working_day(counted.date())
    assert counted <= due <= worktime.close(following)
    if received < counted:
        assert due == worktime.close(counted.date())


@given(CALENDARS, DATES)
def test_equal_calendars_give_equal_answers(worktime: Worktime, publish: dt.date) -> None:
    """Also when their tables were built in another order."""
    again = worktime.submit_by(publish)
    worktime.day(publish + dt.timedelta(900))
    worktime.horizon(dt.datetime.combine(publish - dt.timedelta(900), dt.time(12)))
    assert worktime.submit_by(publish) == again
