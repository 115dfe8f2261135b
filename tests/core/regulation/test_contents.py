"""Topics, directions, partners, credits and readiness of single posts."""

import datetime as dt

import msgspec
import pytest

from smcal.model import Artwork, Attachment, Period, State
from smcal.regulation import Severity, check_plan
from tests.core.regulation.plans import MONDAY, PAGE, WEEK, found, pack, post, posts, scope

ALWAYS = (2, 3, 4, 6, 7, 8, 9, 10, 11)
QUARTER_END = dt.date(2026, 12, 31)


def topics(of, period=WEEK, **fields):
    return [f.args["topic"] for f in found("topics.coverage", of, period, **fields)]


def test_every_mandatory_topic_is_missed_once_a_quarter():
    findings = found("topics.coverage", [])
    assert [f.args["topic"] for f in findings] == list(ALWAYS)
    assert {f.severity for f in findings} == {Severity.RECOMMENDED}
    assert (findings[3].clause, findings[3].fixes) == ("5.9; App. 2, 6", ("create-topic:6",))


def test_a_post_anywhere_in_the_quarter_covers_its_topic():
    assert topics([post(n, QUARTER_END, topic=n) for n in ALWAYS]) == []
    assert topics([post(topic=6, date=QUARTER_END + dt.timedelta(1))]) == list(ALWAYS)


def test_an_idea_covers_nothing():
    assert 6 in topics([post(topic=6, state=State.IDEA)])


def test_editions_are_asked_only_of_pages_with_a_collection():
    with_collection = msgspec.structs.replace(PAGE, has_collection=True)
    assert 5 in topics([], page=with_collection)


def test_a_period_in_two_quarters_asks_for_both():
    assert len(topics([], Period(QUARTER_END, QUARTER_END + dt.timedelta(1)))) == 2 * len(ALWAYS)


@pytest.mark.parametrize(
    ("fields", "severity"),
    [
        ({"direction": "collections", "topic": None}, None),
        ({"direction": None, "topic": 6}, None),
        ({"direction": "gossip"}, Severity.REQUIRED),
        ({"direction": "gossip", "direction_consent": "the director"}, None),
        ({"direction": None, "topic": None}, Severity.RECOMMENDED),
        ({"direction": None, "topic": 99}, Severity.RECOMMENDED),
    ],
)
def test_directions(fields, severity):
    assert [f.severity for f in found("direction.listed", [post(**fields)])] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("fields", "pr_service", "broken"),
    [
        ({"partner": "Bookshop"}, True, True),
        ({"partner": "Bookshop", "pr_consent": True}, True, False),
        ({"partner": "Bookshop"}, False, False),
        ({"direction": "partners"}, True, True),
        ({}, True, False),
    ],
)
def test_partners_material_is_agreed_with_the_pr_service(fields, pr_service, broken):
    assert bool(found("partners.consent", [post(**fields)], pr_service=pr_service)) is broken


def test_half_of_a_month_may_be_partners():
    row = [*posts(4, partner="Bookshop"), *[post(n, MONDAY - dt.timedelta(20)) for n in range(4, 8)]]
    assert found("partners.share", row) == []


def test_more_than_half_of_a_month_may_not():
    (finding,) = found("partners.share", [*posts(5, partner="Bookshop"), *[post(n) for n in range(5, 9)]])
    assert (finding.args["count"], finding.args["all"]) == (5, 9)
    assert (finding.args["first"], finding.args["last"]) == (dt.date(2026, 11, 1), dt.date(2026, 11, 30))


@pytest.mark.parametrize(
    ("author", "source", "fixes"),
    [
        ("", "", ("add-author", "add-source")),
        (" ", "https://x.example", ("add-author",)),
        ("A. Blok", "", ("add-source",)),
        ("A. Blok", "https://x.example", None),
    ],
)
def test_borrowed_texts_and_files_name_author_and_source(author, source, fixes):
    borrowed = {"borrowed": True, "author": author, "source": source}
    file = Attachment(id="f", post_id="post-000", media_id="m", **borrowed)
    expected = [fixes] if fixes else []
    assert [f.fixes for f in found("credits.complete", [post(**borrowed)])] == expected
    assert [f.fixes for f in found("credits.complete", [post()], files=[file])] == expected


def test_own_work_needs_no_credit():
    file = Attachment(id="f", post_id="post-000", media_id="m")
    assert found("credits.complete", [post()], files=[file]) == []


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"artwork": Artwork.ORDERED}, ["artwork"]),
        ({"artwork": Artwork.ARRIVED}, []),
        ({"text": " \n"}, ["text"]),
        ({"artwork": Artwork.ORDERED, "text": ""}, ["artwork", "text"]),
        ({"artwork": Artwork.ORDERED, "text": "", "state": State.PUBLISHED}, []),
    ],
)
def test_text_and_pictures_are_ready(fields, missing):
    assert [f.args["what"] for f in found("media.ready", [post(**fields)])] == missing


def test_nothing_is_said_about_posts_outside_the_period():
    bad = post(date=MONDAY - dt.timedelta(1), text="", direction="gossip", borrowed=True, urgent=True)
    assert [f for f in check_plan(scope([bad])) if f.post_id] == []


def test_a_rule_that_is_off_is_silent():
    quiet = {name: msgspec.structs.replace(rule, severity=Severity.OFF) for name, rule in pack().rules.items()}
    bad = posts(8, text="", direction="gossip", borrowed=True, urgent=True)
    assert check_plan(scope(bad, pack=msgspec.structs.replace(pack(), rules=quiet))) == []


def test_archived_pages_are_left_out():
    assert check_plan(scope([], page=msgspec.structs.replace(PAGE, archived=True))) == []


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("credits.complete", {"borrowed": True}),
        ("direction.listed", {"direction": "gossip"}),
        ("partners.consent", {"partner": "Museum"}),
    ],
)
def test_of_a_published_post_nothing_is_required_any_more(rule, fields):
    severities = [
        [f.severity for f in found(rule, [post(state=state, **fields)])] for state in (State.DRAFT, State.PUBLISHED)
    ]
    assert severities == [[Severity.REQUIRED], [Severity.RECOMMENDED]]
