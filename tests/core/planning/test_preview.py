"""What a drop would do, told before: exactly what the checks say afterwards, and nothing else."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcal.model import Network, Page, Period, Plan, Post, State
from smcal.planning.preview import Level, MovePreview, Refusal
from smcal.regulation import Scope, Severity, check_pages, load_pack
from smcal.worktime import Worktime, national_years

NOW = dt.datetime(2026, 11, 2, 10, 0)
MONDAY = dt.date(2026, 11, 23)
PAGES = tuple(Page(id=name, branch_id="b", network=Network.VK, title=name) for name in ("one", "two"))
PACK = load_pack("spb-cbs")
WORKTIME = Worktime("RU", national_years("RU"))


def make_scope(posts: list[Post], first: dt.date = MONDAY) -> Scope:
    rows = {page.id: sorted((p for p in posts if p.page_id == page.id and p.date), key=_order) for page in PAGES}
    return Scope(
        plan=Plan(pages=PAGES, posts=rows, attachments={}),
        pack=PACK,
        worktime=WORKTIME,
        period=Period(first, first + dt.timedelta(6)),
        now=NOW,
        zone=ZoneInfo("Europe/Moscow"),
    )


def make_post(number: int, date: dt.date | None = MONDAY, page: str = "one", **fields) -> Post:
    whole = {"title": f"p{number}", "text": "text", "topic": 7, "direction": "reader-events"} | fields
    return Post(id=f"p{number:02}", page_id=page, date=date, **whole)


def _order(post):
    return (post.date, post.time is None, post.time or dt.time.min, post.id)


def test_the_eighth_post_of_a_week_breaks_the_regulation():
    week = [make_post(n, MONDAY + dt.timedelta(n)) for n in range(7)]
    guest = make_post(9, MONDAY + dt.timedelta(7))
    shown = MovePreview(make_scope([*week, guest]), [guest]).at("one", MONDAY)
    assert shown.level is Level.BREAKS
    assert [f.rule for f in shown.findings if f.severity is Severity.REQUIRED] == ["frequency.max"]


def test_the_ninth_is_told_again():
    week = [make_post(n, MONDAY + dt.timedelta(n % 7)) for n in range(8)]
    guest = make_post(9, MONDAY + dt.timedelta(7))
    shown = MovePreview(make_scope([*week, guest]), [guest]).at("one", MONDAY)
    assert "frequency.max" in [f.rule for f in shown.findings]


def test_a_day_before_the_horizon_is_late():
    post = make_post(1)
    shown = MovePreview(make_scope([post]), [post]).at(None, dt.date(2026, 11, 4))
    assert shown.level is Level.BREAKS
    assert {f.rule for f in shown.findings} & {"submission.window", "submission.urgent"}


@pytest.mark.parametrize(
    ("state", "date", "refusal"),
    [
        (State.PUBLISHED, MONDAY, Refusal.HAS_HAPPENED),
        (State.REMOVED, MONDAY, Refusal.HAS_HAPPENED),
        (State.DRAFT, NOW.date() - dt.timedelta(1), Refusal.PAST_DAY),
    ],
)
def test_only_past_days_and_what_has_happened_are_refused(state, date, refusal):
    post = make_post(1, state=state)
    shown = MovePreview(make_scope([post]), [post]).at(None, date)
    assert (shown.level, shown.refusal) == (Level.REFUSED, refusal)


def test_moving_an_approved_post_warns_that_review_reopens():
    post = make_post(1, state=State.APPROVED, first_submitted=dt.datetime(2026, 11, 1, tzinfo=dt.UTC))
    drag = MovePreview(make_scope([post]), [post])
    assert drag.at(None, MONDAY + dt.timedelta(1)).reopens
    assert not drag.at(None, MONDAY).reopens
    assert not MovePreview(make_scope([post]), [post], copy=True).at(None, MONDAY + dt.timedelta(1)).reopens


def rules(findings) -> list[str]:
    return [f.rule for f in findings if f.severity is Severity.REQUIRED]


def test_a_late_post_on_another_late_day_is_late_still():
    late = make_post(1, dt.date(2026, 11, 5))
    shown = MovePreview(make_scope([late], late.date), [late]).at(None, dt.date(2026, 11, 6))
    assert shown.level is Level.BREAKS
    assert rules(shown.findings) == rules(shown.still) == ["submission.window"]
    in_time = MovePreview(make_scope([late], late.date), [late]).at(None, MONDAY)
    assert "submission.window" not in rules(in_time.findings)


def test_what_becomes_late_is_news():
    post = make_post(1)
    shown = MovePreview(make_scope([post]), [post]).at(None, dt.date(2026, 11, 6))
    assert rules(shown.findings) == ["submission.window"]
    assert shown.still == ()


def test_a_copy_of_a_late_post_is_late_anew():
    late = make_post(1, dt.date(2026, 11, 5))
    shown = MovePreview(make_scope([late], late.date), [late], copy=True).at(None, dt.date(2026, 11, 6))
    assert rules(shown.findings) == ["submission.window"]
    assert shown.still == ()


def test_a_week_that_is_too_full_stays_so_and_is_left_without_reproach():
    week = [make_post(n, MONDAY + dt.timedelta(n % 7)) for n in range(9)]
    drag = MovePreview(make_scope(week), [week[0]])
    within = drag.at(None, MONDAY + dt.timedelta(3))
    assert rules(within.findings) == rules(within.still) == ["frequency.max"]
    assert rules(drag.at(None, MONDAY + dt.timedelta(7)).findings) == []


@pytest.mark.parametrize("date", [None, MONDAY + dt.timedelta(7)])
@pytest.mark.parametrize("own", [{"text": ""}, {"borrowed": True}, {"direction": "other"}, {"urgent": True}])
def test_what_a_post_lacks_on_any_day_is_not_blamed_on_a_drop(date, own):
    post = make_post(1, date, **own)
    others = [make_post(n, MONDAY + dt.timedelta(n)) for n in (2, 3, 4)]
    shown = MovePreview(make_scope([*others, post]), [post]).at("one", MONDAY)
    assert [f for f in shown.findings if f.post_id == post.id] == []
    assert rules(shown.findings) == []


WEEKS = st.integers(0, 20).map(lambda n: MONDAY + dt.timedelta(n))
POSTS = st.lists(st.tuples(WEEKS, st.sampled_from(["one", "two"]), st.booleans()), min_size=1, max_size=18)


@settings(max_examples=60)
@given(POSTS, WEEKS, st.sampled_from(["one", "two"]))
def test_required_findings_of_a_place_are_those_of_the_plan_after_it(made, date, page):
    posts = [make_post(n, d, p, borrowed=b) for n, (d, p, b) in enumerate(made)]
    moved = posts[0]
    told = MovePreview(make_scope(posts), [moved]).at(page, date)
    after = [make_post(0, date, page, borrowed=moved.borrowed), *posts[1:]]
    before_keys = required(posts, date) | required(posts, moved.date)
    fresh = (required(after, date) | required(after, moved.date)) - before_keys
    assert {key(f) for f in told.findings if f.severity is Severity.REQUIRED} >= fresh


def required(posts: list[Post], day: dt.date) -> set[tuple]:
    scope = make_scope(posts, day - dt.timedelta(day.weekday()))
    findings = (f for f in check_pages(scope, ["one", "two"]) if f.severity is Severity.REQUIRED)
    return {key(f) for f in findings if f.post_id is None or f.rule == "submission.window"}


def key(finding) -> tuple:
    return (finding.rule, finding.page_id, finding.week, finding.post_id)
