"""Why?: what is counted is shown one by one, and ends where the deadline, the gauge and the finding stand."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcal.documents.dates import BabelDates
from smcal.model import DayNote, NoteKind, Post, State
from smcal.model.facts import Facts
from smcal.planning import why
from smcal.planning.why import Asked, Mark
from smcal.regulation import Scope, check_pages, load_pack
from smcal.regulation.check import Voice
from smcal.words import words
from smcal.worktime import Counting, Worktime, national_years
from tests.core.regulation.plans import MONDAY, NOW, PAGE, post, posts, scope

RUSSIA = Worktime("RU", national_years("RU"), language="en")
MOVED = "A day off that the government has moved here, or one observed for a holiday on a weekend."
ENGLISH = Voice(words("en"), BabelDates("en"))


def asked(of: list[Post] | None = None, **fields: object) -> Asked:
    return Asked(scope(of or [], **{"worktime": RUSSIA, **fields}), ENGLISH)


def clear_days(of: Scope) -> Scope:
    """The same by the other way of counting."""
    terms = of.pack.submission
    assert terms is not None
    pack = msgspec.structs.replace(of.pack, submission=msgspec.structs.replace(terms, counting=Counting.CLEAR_DAYS))
    window = pack.submission.window if pack.submission else None
    return msgspec.structs.replace(
        of, pack=pack, worktime=Worktime("RU", national_years("RU"), language="en", window=window)
    )


def test_a_deadline_is_counted_back_day_by_day_over_days_that_are_off() -> None:
    story = why.deadline(asked(), dt.date(2025, 11, 5))
    assert story.title == "Why hand in by October\xa028, 18:00?"
    told = [(line.text.replace("\xa0", " "), line.number, line.mark) for line in story.lines]
    assert told == [
        ("November 5", None, Mark.PLAIN),
        ("November 4", None, Mark.SKIPPED),
        ("November 3", None, Mark.SKIPPED),
        ("November 2", None, Mark.SKIPPED),
        ("November 1", 1, Mark.COUNTED),
        ("October 31", 2, Mark.COUNTED),
        ("October 30", 3, Mark.COUNTED),
        ("October 29", 4, Mark.COUNTED),
        ("October 28", 5, Mark.GOOD),
    ]
    assert "единства" in story.lines[1].note, "names of days are in the language of the calendar"
    assert story.clause == "cl. 5.6"


@given(st.dates(dt.date(2024, 2, 1), dt.date(2027, 12, 20)))
def test_the_count_always_ends_at_submit_by(publish: dt.date) -> None:
    for question in (asked(), Asked(clear_days(asked().scope), ENGLISH)):
        terms, worktime = question.scope.pack.submission, question.scope.worktime
        assert terms is not None
        story = why.deadline(question, publish)
        numbers = [line.number for line in story.lines if line.number]
        assert numbers == list(range(1, terms.working_days + 1))
        by = worktime.submit_by(publish)
        assert story.lines[-1].text == ENGLISH.dates.day(by.date())
        assert f"{by:%H:%M}" in story.lines[-1].note
        assert bool(story.provisional) == worktime.provisional(by.date(), publish)


def test_the_horizon_is_told_from_now() -> None:
    story = why.horizon(asked(now=dt.datetime(2026, 11, 20, 19)))
    assert story.lines[0].text == "What is handed in now counts from November\xa023, 09:00."
    assert "November\xa028" in story.title
    assert story.lines[-1].mark is Mark.GOOD


@pytest.mark.parametrize(
    ("date", "conclusion"),
    [
        (dt.date(2026, 11, 4), "A public holiday set by law."),
        (dt.date(2026, 11, 3), "The working day right before a public holiday is one hour shorter by law."),
        (dt.date(2026, 11, 7), "A plain day of the week without working hours."),
        (dt.date(2026, 11, 9), "A plain working day."),
        (dt.date(2025, 11, 1), "A weekend day that is worked, by decree, in exchange for a day off."),
        (
            dt.date(2025, 11, 3),
            "A day off that the government has moved here, or one observed for a holiday on a weekend.",
        ),
    ],
)
def test_a_day_says_who_made_it_so(date: dt.date, conclusion: str) -> None:
    assert why.day(asked(), date).conclusion == conclusion


def test_a_gauge_names_each_post_and_those_that_do_not_count() -> None:
    story = why.gauge(asked([*posts(8), post(9, state=State.ON_HOLD)]), PAGE, MONDAY)
    assert [line.number for line in story.lines] == [*range(1, 9), None]
    assert story.lines[-1].mark is Mark.SKIPPED
    assert story.conclusion.endswith("1 post is too many.")


def test_coverage_says_why_each_topic_is_due_or_not() -> None:
    change = DayNote(id="n", date=MONDAY, text="Closed for repairs", kind=NoteKind.SERVICE_CHANGE)
    question = asked([post(1, topic=6)])
    plan = msgspec.structs.replace(question.scope.plan, facts=Facts(events=(change,)))
    told = why.coverage(Asked(msgspec.structs.replace(question.scope, plan=plan), ENGLISH), PAGE, MONDAY)
    notes = [line.note.replace("\xa0", " ") for line in told.lines]
    assert notes[0] == "owed: “Closed for repairs” on November 23"
    assert notes[4] == "not due: the page has no collection of its own"
    assert [line.mark for line in told.lines if line.post_id] == [Mark.GOOD]
    assert why.coverage(question, PAGE, MONDAY).lines[0].mark is Mark.SKIPPED


def test_every_finding_has_an_explanation_with_its_clause_in_every_language() -> None:
    plan = [
        *posts(8, borrowed=True, partner="Museum"),
        post(20, dt.date(2026, 11, 3)),
        post(21, urgent=True, text="", direction="odd"),
    ]
    for language in ("en", "ru"):
        question = Asked(asked(plan).scope, Voice(words(language), BabelDates(language)))
        found = check_pages(question.scope, [PAGE.id])
        assert len({f.rule for f in found}) >= 7
        for one in found:
            story = why.finding(question, one)
            assert story.title and story.conclusion and story.clause


def test_a_pack_that_asks_nothing_says_so() -> None:
    bare = msgspec.structs.replace(load_pack("spb-cbs"), submission=None, frequency=None, coverage=None, partners=None)
    question = asked(pack=bare, now=NOW)
    for story in (why.deadline(question, MONDAY), why.gauge(question, PAGE, MONDAY), why.horizon(question)):
        assert "This regulation asks for no" in story.conclusion
        assert story.clause == ""


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("frequency.min", "Posts are counted on every page of the register"),
        ("frequency.max", "Posts are counted on every page of the register"),
        ("submission.window", "The day of publication"),
        ("submission.urgent", "The day of publication"),
        ("topics.coverage", "Each topic"),
        ("profile.fit", "The points of the checklist"),
        ("partners.share", "Partner posts"),
        ("citywide.events", "A city-wide event"),
        ("language.opinion", "The points of the checklist"),
        ("credits.complete", ""),
    ],
)
def test_only_the_sentence_of_a_rule_is_cited_and_rules_of_one_section_share_theirs(rule: str, said: str) -> None:
    cited = asked().reading(rule)
    assert cited.startswith(said) and bool(cited) is bool(said)
    assert cited.count(". ") == 0 and cited.endswith("." if said else "")
