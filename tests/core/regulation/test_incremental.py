"""Findings that follow edits are those of a full run."""

import datetime as dt

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from smcal.model import Override, Period
from smcal.regulation import check_plan
from smcal.regulation.incremental import Findings
from tests.core.regulation.anything import EARLY, NOW, PAGES, WHOLE, by_page, dates, over, plans, some_posts
from tests.core.regulation.plans import MONDAY, post, scope, whole_pack

numbers = st.integers(0, 30).map(lambda n: f"post-{n:03}")
edits = st.lists(st.tuples(numbers, some_posts | st.none()), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(plans(), edits, st.data())
def test_after_any_edits_they_are_those_of_a_full_run(plan, changes, data):
    findings = Findings()
    assert findings.refresh(over(plan)) == check_plan(over(plan))
    for post_id, after in changes:
        plan, touched = edited(plan, post_id, after)
        if data.draw(st.booleans()):
            plan, page = overridden(plan, data)
            touched |= {page}
        assert findings.refresh(over(plan), touched) == check_plan(over(plan))


def edited(plan, post_id, after):
    """The plan with one post put, moved or taken out, and the pages that it stands or stood on."""
    row = [p for posts in plan.posts.values() for p in posts]
    touched = {p.page_id for p in row if p.id == post_id}
    rest = [p for p in row if p.id != post_id]
    if after is not None:
        rest.append(msgspec.structs.replace(after, id=post_id))
        touched.add(after.page_id)
    return msgspec.structs.replace(plan, posts=by_page(rest)), touched


def overridden(plan, data):
    """The plan with an override of one finding."""
    findings = check_plan(over(plan))
    if not findings:
        return plan, PAGES[0].id
    of = data.draw(st.sampled_from(findings))
    made = Override(
        id="o",
        subject=of.key,
        rule=of.rule,
        clause="",
        message="",
        page_id=of.page_id,
        reason="",
        person_id="",
        at=EARLY,
        pack_id="",
    )
    facts = msgspec.structs.replace(plan.facts, overrides=plan.facts.overrides | {of.key: made})
    return msgspec.structs.replace(plan, facts=facts), of.page_id


@settings(max_examples=40, deadline=None)
@given(plans(), dates, st.integers(0, 60 * 24 * 20))
def test_another_time_or_period_is_seen_without_being_told(plan, first, minutes):
    findings = Findings()
    findings.refresh(over(plan))
    later = NOW + dt.timedelta(minutes=minutes)
    for asked in (over(plan, now=later), over(plan, Period(first, first), later), over(plan)):
        assert findings.refresh(asked, ()) == check_plan(asked)


@settings(max_examples=20, deadline=None)
@given(plans(), st.permutations(PAGES))
def test_other_pages_are_seen_without_being_told(plan, pages):
    findings = Findings()
    findings.refresh(over(plan))
    moved = tuple(msgspec.structs.replace(page, position=n, archived=n == 3) for n, page in enumerate(pages))
    asked = over(msgspec.structs.replace(plan, pages=moved))
    assert findings.refresh(asked, ()) == check_plan(asked)


def test_another_pack_is_seen_without_being_told():
    findings = Findings()
    usual = scope([post()], WHOLE)
    assert findings.refresh(usual) != findings.refresh(msgspec.structs.replace(usual, pack=whole_pack()), ())


def test_only_touched_pages_are_looked_at():
    """What nobody says was touched keeps its findings: so the answer is quick."""
    findings = Findings()
    before = findings.refresh(scope([post()]))
    silent = scope([post(text="")])
    assert findings.refresh(silent, ["another"]) == before
    assert findings.refresh(silent, [PAGES[0].id]) == check_plan(silent) != before


def test_a_page_that_is_not_there_is_no_harm():
    findings = Findings()
    usual = scope([post(1, MONDAY)])
    findings.refresh(usual)
    assert findings.refresh(usual, ["nobody"]) == check_plan(usual)
