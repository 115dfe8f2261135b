"""What holds for every plan with every rule on."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcal.documents.dates import BabelDates
from smcal.model import COUNTED_STATES, Artwork, Attachment, Period, Post, State
from smcal.model.plan import Plan
from smcal.regulation import Finding, Scope, check_plan, message, short_message
from smcal.regulation.judged import post_mark
from smcal.words import words
from tests.core.regulation.anything import NOW, PAGES, by_page, dates, instants, over, plans, removal, some_posts
from tests.core.regulation.plans import MONDAY, NOTICE, found, post, whole_pack

few = settings(max_examples=40, deadline=None)


@few
@given(plans())
def test_every_finding_has_a_key_of_its_own_and_its_place_in_the_order(plan):
    findings = check_plan(over(plan))
    assert len({finding.key for finding in findings}) == len(findings)
    mixed = Plan(
        pages=tuple(reversed(plan.pages)),
        posts=dict(reversed(plan.posts.items())),
        attachments=dict(reversed(plan.attachments.items())),
        facts=plan.facts,
    )
    assert check_plan(over(mixed)) == findings


@few
@given(plans(), st.data())
def test_a_key_does_not_hang_on_the_period(plan, data):
    first, last = sorted((data.draw(dates), data.draw(dates)))
    part = {finding.key for finding in check_plan(over(plan, Period(first, last)))}
    assert part <= {finding.key for finding in check_plan(over(plan))}


@few
@given(plans(), st.data())
def test_one_post_less_never_makes_a_week_too_full(plan, data):
    row = [p for posts in plan.posts.values() for p in posts]
    gone = data.draw(st.sampled_from(row)) if row else None
    fewer = msgspec.structs.replace(plan, posts=by_page([p for p in row if p is not gone]))
    assert weeks("frequency.max", fewer) <= weeks("frequency.max", plan)
    assert weeks("frequency.min", fewer) >= weeks("frequency.min", plan)


@few
@given(plans(), some_posts)
def test_one_post_more_never_makes_a_week_too_empty(plan, extra):
    extra = msgspec.structs.replace(extra, id="extra")
    more = msgspec.structs.replace(plan, posts=by_page([*(p for row in plan.posts.values() for p in row), extra]))
    assert weeks("frequency.max", more) >= weeks("frequency.max", plan)
    assert weeks("frequency.min", more) <= weeks("frequency.min", plan)


def weeks(rule: str, plan: Plan) -> set[tuple[str, str | None]]:
    return {(f.page_id, f.week) for f in check_plan(over(plan)) if f.rule == rule}


@few
@given(dates, st.integers(0, 10), instants, st.sampled_from(sorted(COUNTED_STATES)))
def test_a_later_publication_is_never_late_when_the_earlier_was_not(date, days, handed_in, state):
    early, later = (
        [
            f
            for f in found("submission.window", [post(date=day, first_submitted=handed_in, state=state)], LONG, now=NOW)
            if f.args["case"] != "gone-by"
        ]
        for day in (date, date + dt.timedelta(days))
    )
    assert early or not later or date < NOW.date()


LONG = Period(MONDAY, MONDAY + dt.timedelta(60))


@few
@given(plans())
def test_everything_found_can_be_said(plan):
    for language in ("ru", "en"):
        for finding in check_plan(over(plan)):
            sentence = message(finding, words(language), BabelDates(language))
            badge = short_message(finding, words(language), BabelDates(language))
            assert sentence.endswith(").")
            assert "{" not in sentence + badge
            assert badge


@settings(max_examples=25, deadline=None)
@given(plans())
def test_what_a_fix_records_takes_away_that_finding_alone(plan):
    scope = over(plan)
    before = check_plan(scope)
    keys = {about(finding) for finding in before}
    mendable = {(f.rule, str(f.args.get("what"))): f for f in before if mended(scope, f) is not None}
    for finding in mendable.values():
        after = {about(f) for f in check_plan(mended(scope, finding))}
        assert about(finding) not in after, finding
        assert keys - after == {about(finding)}
        assert after <= keys


def about(finding: Finding) -> str:
    """Its key but for what was read: what is recorded of a post may be a part of that."""
    return msgspec.structs.replace(finding, judged=()).key


def mended(scope: Scope, finding: Finding) -> Scope | None:
    """The scope once the fact that a fix asks for is recorded; None where the finding asks for another decision."""
    fix = finding.fixes[0].partition(":")[0] if finding.fixes else ""
    if fix in OF_POSTS and finding.args.get("what") != "file":
        return _with_post(scope, finding.post_id, **OF_POSTS[fix])
    if fix in ("add-author", "add-source"):
        return _with_file(scope, finding.args["attachment"])
    if fix in OF_FACTS:
        return OF_FACTS[fix](scope, finding)
    return None


NAMED = {"author": "A. Blok", "source": "https://x.example"}
OF_POSTS = {
    "give-reason": {"urgent_reason": "Burst pipe"},
    "record-pr-consent": {"pr_consent": True},
    "record-data-consent": {"data_consent": "The parents"},
    "mark-corrected": {"corrected": True},
    "mark-arrived": {"artwork": Artwork.ARRIVED},
    "add-author": NAMED,
    "add-source": NAMED,
}


def _with_post(scope: Scope, post_id: str, **fields: object) -> Scope:
    row = [p for posts in scope.plan.posts.values() for p in posts]
    new = [msgspec.structs.replace(p, **fields) if p.id == post_id else p for p in row]
    return _with(scope, posts=by_page(new))


def _with_file(scope: Scope, attachment_id: str) -> Scope:
    def named(file: Attachment) -> Attachment:
        return msgspec.structs.replace(file, **NAMED) if file.id == attachment_id else file

    return _with(scope, attachments={post_id: tuple(map(named, of)) for post_id, of in scope.plan.attachments.items()})


def _confirm(scope: Scope, finding: Finding) -> Scope:
    point = (finding.page_id, finding.args["item"], finding.args["first"])
    return _with_facts(scope, confirmed=scope.plan.facts.confirmed | {point: _marks(scope, finding)})


def _marks(scope: Scope, finding: Finding) -> tuple[str, ...]:
    plan, week = scope.plan, Period(finding.args["first"], finding.args["last"])
    posts = [post for post in plan.posts[finding.page_id] if post.date in week]
    return tuple(post_mark(post, plan.attachments.get(post.id, ())) for post in posts)


def _explain(scope: Scope, finding: Finding) -> Scope:
    record = removal(post(id=finding.post_id))
    return _with_facts(scope, removals=scope.plan.facts.removals | {finding.post_id: record})


def _with(scope: Scope, **fields: object) -> Scope:
    return msgspec.structs.replace(scope, plan=msgspec.structs.replace(scope.plan, **fields))


def _with_facts(scope: Scope, **fields: object) -> Scope:
    return _with(scope, facts=msgspec.structs.replace(scope.plan.facts, **fields))


OF_FACTS = {"confirm": _confirm, "explain-removal": _explain}


def test_every_kind_of_record_is_tried():
    """Each of them does take a finding away from some plan: none is skipped above without notice."""
    wrong: dict[str, Post] = {
        "give-reason": post(urgent=True),
        "record-pr-consent": post(partner="Bookshop"),
        "record-data-consent": post(personal_data=True),
        "mark-corrected": post(state=State.PUBLISHED, mistake="The hour"),
        "mark-arrived": post(artwork=Artwork.ORDERED),
        "add-author": post(borrowed=True),
        "explain-removal": post(state=State.REMOVED),
        "confirm": post(),
    }
    for fix, bad in wrong.items():
        scope = over(Plan(pages=PAGES[:1], posts={"page": [bad]}, attachments={}), now=dt.datetime(2026, 11, 2, 12))
        offered = [f for f in check_plan(scope) if f.fixes and f.fixes[0].partition(":")[0] == fix]
        assert offered, fix
        assert offered[0].key not in {f.key for f in check_plan(mended(scope, offered[0]))}


@pytest.mark.parametrize("language", ["ru", "lv", "de", "en"])
def test_the_notice_counts_in_any_language(language):
    told = post(topic=7, text=f"Come! {NOTICE.within(language)}.")
    assert found("events.privacy-notice", [told], pack=whole_pack()) == []
