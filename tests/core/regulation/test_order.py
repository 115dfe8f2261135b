"""What holds for every plan: findings grow with posts, have one order, and agree between a period and its parts."""

import datetime as dt
import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from smcal.model import COUNTED_STATES, Artwork, Attachment, Period, State
from smcal.model.plan import Plan
from smcal.regulation import check_pages, check_plan
from tests.core.regulation.plans import MONDAY, PAGE, WEEK, found, post, scope

DAYS = 30
dates = st.integers(0, DAYS - 1).map(lambda n: MONDAY + dt.timedelta(n))
EARLY = dt.datetime(2026, 10, 20, tzinfo=dt.UTC)
instants = st.none() | st.integers(0, 60 * 24).map(lambda hours: EARLY + dt.timedelta(hours=hours))
posts = st.lists(
    st.builds(
        post,
        date=dates,
        topic=st.sampled_from([None, 2, 6, 99]),
        direction=st.sampled_from([None, "collections", "gossip", "partners"]),
        state=st.sampled_from(list(State)),
        text=st.sampled_from(["", "Come and read"]),
        urgent=st.booleans(),
        partner=st.sampled_from(["", "Bookshop"]),
        borrowed=st.booleans(),
        artwork=st.sampled_from(list(Artwork)),
        first_submitted=instants,
    ),
    max_size=25,
).map(lambda row: [msgspec.structs.replace(p, id=f"post-{n:03}") for n, p in enumerate(row)])
spans = st.tuples(dates, dates).map(lambda pair: Period(min(pair), max(pair)))
counted = st.sampled_from(sorted(COUNTED_STATES))
WHOLE = Period(MONDAY, MONDAY + dt.timedelta(DAYS - 1))
NOW = dt.datetime(2026, 12, 1, 12, 0)
SPAN = ("first", "last")


def seen(findings):
    """What is said; what stands for the page as a whole (its register) says so whatever days are asked about."""
    return {(f.rule, f.page_id, f.date, f.week, f.post_id, str(_figures(f))) for f in findings}


def _figures(finding):
    days = ("first", "last") if finding.standing else ()
    return {name: value for name, value in finding.args.items() if name not in days}


@settings(max_examples=50, deadline=None)
@given(posts, dates, counted)
def test_one_more_counted_post_never_takes_a_crowded_week_away(row, date, state):
    before = {f.week for f in found("frequency.max", row, WHOLE)}
    after = {f.week for f in found("frequency.max", [*row, post(900, date, state=state)], WHOLE)}
    assert before <= after


@settings(max_examples=50, deadline=None)
@given(posts, dates, counted)
def test_one_more_counted_post_never_makes_a_week_too_empty(row, date, state):
    before = {f.week for f in found("frequency.min", row, WHOLE)}
    after = {f.week for f in found("frequency.min", [*row, post(900, date, state=state)], WHOLE)}
    assert after <= before


@settings(max_examples=60, deadline=None)
@given(posts, spans)
def test_a_part_of_a_period_finds_nothing_that_the_whole_does_not(row, part):
    assert seen(check_plan(scope(row, part, now=NOW))) <= seen(check_plan(scope(row, WHOLE, now=NOW)))


@settings(max_examples=40, deadline=None)
@given(posts)
def test_weeks_together_find_what_the_whole_finds(row):
    parts = [seen(check_plan(scope(row, Period(day, day), now=NOW))) for day in WHOLE.days()]
    assert set().union(*parts) == seen(check_plan(scope(row, WHOLE, now=NOW)))


@settings(max_examples=40, deadline=None)
@given(posts, st.randoms(use_true_random=False))
def test_the_order_depends_on_values_alone(row, chance):
    pages = [msgspec.structs.replace(PAGE, id=f"page-{n}", position=n % 2) for n in range(4)]
    rows = {page.id: [p for n, p in enumerate(row) if n % 4 == number] for number, page in enumerate(pages)}
    files = {p.id: (Attachment(id="f", post_id=p.id, media_id="m", borrowed=True),) for p in row}
    usual = scope([], WHOLE, now=NOW)
    plain = check_plan(msgspec.structs.replace(usual, plan=_plan(pages, rows, files)))
    chance.shuffle(pages)
    shuffled = {page.id: rows[page.id] for page in pages}
    assert check_plan(msgspec.structs.replace(usual, plan=_plan(pages, shuffled, files))) == plain
    keys = [(f.page_id, f.rule, f.post_id, f.week, str(f.args)) for f in plain]
    assert len(set(keys)) == len(keys)


def test_pages_asked_for_alone_say_the_same():
    pages = [msgspec.structs.replace(PAGE, id=f"page-{n}", position=n) for n in range(3)]
    rows = {page.id: [post(n, text="")] for n, page in enumerate(pages)}
    whole = msgspec.structs.replace(scope([], WEEK), plan=_plan(pages, rows, {}))
    alone = [f for page in pages for f in check_pages(whole, [page.id])]
    assert alone == check_plan(whole)
    assert check_pages(whole, ["nobody"]) == []


def test_findings_are_in_the_order_of_pages_and_days():
    pages = [msgspec.structs.replace(PAGE, id=f"page-{n}", position=3 - n) for n in range(3)]
    chance = random.Random(7)
    rows = {
        page.id: [post(n, MONDAY + dt.timedelta(chance.randrange(28)), text="", borrowed=True) for n in range(20)]
        for page in pages
    }
    findings = check_plan(msgspec.structs.replace(scope([], WHOLE), plan=_plan(pages, rows, {})))
    placed = [(-int(f.page_id[-1]), f.date or f.args["first"]) for f in findings]
    assert placed == sorted(placed)
    assert {f.rule for f in findings if f.date} == {"credits.complete", "media.ready"}


def _plan(pages, rows, files):
    ordered = {page: sorted(row, key=lambda p: (p.date, p.time, p.id)) for page, row in rows.items()}
    return Plan(pages=tuple(pages), posts=ordered, attachments=files)
