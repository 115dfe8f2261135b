"""Which rules each shipped pack has, how much they matter, and why the others are off."""

import msgspec
import pytest

from smcal.regulation import Severity, load_pack, pack_ids
from smcal.regulation.checks import all_checks
from smcal.regulation.clauses import single_clauses
from smcal.regulation.known import NEEDS
from smcal.regulation.pack import cited

REQUIRED, RECOMMENDED = Severity.REQUIRED, Severity.RECOMMENDED

ON = {
    "spb-cbs": {
        "citywide.events": RECOMMENDED,
        "coordinator.fit": RECOMMENDED,
        "credits.complete": REQUIRED,
        "direction.listed": REQUIRED,
        "frequency.max": REQUIRED,
        "frequency.min": RECOMMENDED,
        "language.opinion": RECOMMENDED,
        "media.ready": REQUIRED,
        "partners.consent": REQUIRED,
        "partners.share": RECOMMENDED,
        "profile.fit": RECOMMENDED,
        "register.complete": RECOMMENDED,
        "removal.grounds": REQUIRED,
        "submission.urgent": REQUIRED,
        "submission.window": REQUIRED,
        "topics.coverage": RECOMMENDED,
        "two-factor": RECOMMENDED,
    },
    "liepaja-lczb": {
        "content.law": RECOMMENDED,
        "content.useful": RECOMMENDED,
        "credits.complete": REQUIRED,
        "events.privacy-notice": RECOMMENDED,
        "language.opinion": RECOMMENDED,
        "language.style": RECOMMENDED,
        "register.complete": RECOMMENDED,
        "voice.we": RECOMMENDED,
    },
    "ogre-novads": {
        "content.advertising": REQUIRED,
        "content.ethics": REQUIRED,
        "language.style": RECOMMENDED,
        "personal-data.consent": REQUIRED,
        "register.complete": RECOMMENDED,
    },
    "espelkamp": {
        "content.law": RECOMMENDED,
        "content.openness": RECOMMENDED,
        "content.respect": RECOMMENDED,
        "credits.complete": RECOMMENDED,
        "mistakes.corrected": RECOMMENDED,
    },
    "generic": {
        "credits.complete": RECOMMENDED,
        "media.ready": RECOMMENDED,
        "mistakes.corrected": RECOMMENDED,
        "personal-data.consent": RECOMMENDED,
        "register.complete": RECOMMENDED,
        "two-factor": RECOMMENDED,
    },
}

SILENT = "the document does not speak of it"
OWN_CHOICE = "for a library without rules of its own this is its own choice"
NO_PLANS = "the document knows no handing in to a curator"
NO_TOPICS = "the document lists no topics"
NO_PARTNERS = "the document does not speak of partners' material"

OFF = {
    "spb-cbs": {
        "content.advertising": "only users' advertising is spoken of (6.7); off-profile posts are profile.fit (3.9)",
        "content.ethics": "ethics is a ground for removal (5.10), not a condition of each post",
        "content.law": "a ground for removal (5.10), not a condition of each post",
        "content.openness": "posts speak for the page alone (3.1, 4.4)",
        "content.respect": "asked of answers to readers (3.5, 6.9), not confirmed for posts",
        "content.useful": "part of what fits the profile (5.7), see profile.fit",
        "events.privacy-notice": SILENT,
        "language.style": "language is a ground for removal (5.10), not a condition of each post",
        "mistakes.corrected": "gross errors are a ground for removal (5.10), editing comes first",
        "personal-data.consent": SILENT,
        "voice.we": "posts speak for the page (4.4), in whichever person",
    },
    "liepaja-lczb": {
        "citywide.events": SILENT,
        "content.advertising": "asked of users' content only",
        "content.ethics": "asked of users' content only",
        "content.openness": "posts are the library's, not a person's: voice.we",
        "content.respect": "asked of users' content only",
        "coordinator.fit": "asks for an authorised employee, not for service or training",
        "direction.listed": "news not tied to the library is allowed",
        "frequency.max": SILENT,
        "frequency.min": SILENT,
        "media.ready": NO_PLANS,
        "mistakes.corrected": SILENT,
        "partners.consent": NO_PARTNERS,
        "partners.share": NO_PARTNERS,
        "personal-data.consent": "visitors are told of photographs, consent is not asked: events.privacy-notice",
        "profile.fit": "news not tied to the library is allowed if readers will find it useful",
        "removal.grounds": "grounds are for users' content; the library's own posts are not spoken of",
        "submission.urgent": NO_PLANS,
        "submission.window": NO_PLANS,
        "topics.coverage": NO_TOPICS,
        "two-factor": SILENT,
    },
    "ogre-novads": {
        "citywide.events": SILENT,
        "content.law": "law is named for advertising and personal data only: rules of their own",
        "content.openness": "asked of commenters only (8.3)",
        "content.respect": "part of content.ethics (8.1)",
        "content.useful": SILENT,
        "coordinator.fit": SILENT,
        "credits.complete": SILENT,
        "direction.listed": SILENT,
        "events.privacy-notice": "data protection is asked for in general (7.1), a notice is not",
        "frequency.max": SILENT,
        "frequency.min": SILENT,
        "language.opinion": SILENT,
        "media.ready": NO_PLANS,
        "mistakes.corrected": SILENT,
        "partners.consent": NO_PARTNERS,
        "partners.share": NO_PARTNERS,
        "profile.fit": SILENT,
        "removal.grounds": "measures (9) are about comments, not about the municipality's own posts",
        "submission.urgent": NO_PLANS,
        "submission.window": NO_PLANS,
        "topics.coverage": NO_TOPICS,
        "two-factor": SILENT,
        "voice.we": SILENT,
    },
    "espelkamp": {
        "citywide.events": SILENT,
        "content.advertising": SILENT,
        "content.ethics": "respect and law are named instead",
        "content.useful": SILENT,
        "coordinator.fit": SILENT,
        "direction.listed": SILENT,
        "events.privacy-notice": SILENT,
        "frequency.max": SILENT,
        "frequency.min": SILENT,
        "language.opinion": "a personal opinion is allowed where it is called one: content.openness",
        "language.style": SILENT,
        "media.ready": NO_PLANS,
        "partners.consent": NO_PARTNERS,
        "partners.share": NO_PARTNERS,
        "personal-data.consent": "data protection is named among other laws, consent is not: content.law",
        "profile.fit": SILENT,
        "register.complete": "profiles name employer and function, a register is not spoken of",
        "removal.grounds": SILENT,
        "submission.urgent": NO_PLANS,
        "submission.window": NO_PLANS,
        "topics.coverage": NO_TOPICS,
        "two-factor": SILENT,
        "voice.we": SILENT,
    },
    "generic": dict.fromkeys(
        [
            "citywide.events",
            "content.advertising",
            "content.ethics",
            "content.law",
            "content.openness",
            "content.respect",
            "content.useful",
            "coordinator.fit",
            "direction.listed",
            "events.privacy-notice",
            "frequency.max",
            "frequency.min",
            "language.opinion",
            "language.style",
            "partners.consent",
            "partners.share",
            "profile.fit",
            "removal.grounds",
            "submission.urgent",
            "submission.window",
            "topics.coverage",
            "voice.we",
        ],
        OWN_CHOICE,
    ),
}


@pytest.mark.parametrize("identifier", pack_ids())
def test_each_rule_is_on_as_the_document_has_it_or_off_for_a_reason(identifier):
    shipped = load_pack(identifier)
    assert {name: rule.severity for name, rule in shipped.rules.items()} == ON[identifier]
    assert set(ON[identifier]) | set(OFF[identifier]) == set(all_checks()), "on or off, with a reason"
    assert not set(ON[identifier]) & set(OFF[identifier])
    assert all(OFF[identifier].values())


@pytest.mark.parametrize("identifier", pack_ids())
def test_everything_cites_a_clause_that_the_document_has(identifier):
    shipped = load_pack(identifier)
    assert shipped.clauses
    places = {path for path, _clause in cited(shipped)}
    lists = ("topics", "directions", "removal_grounds", "measures", "checklist")
    assert {("rules", name, "clause") for name in shipped.rules} <= places
    assert {(name, n, "clause") for name in lists for n in range(len(getattr(shipped, name)))} <= places
    for path, clause in cited(shipped):
        assert set(single_clauses(clause)) <= set(shipped.clauses), path


def test_guidelines_require_nothing():
    advising = [shipped for shipped in map(load_pack, pack_ids()) if shipped.binding == "guidelines"]
    assert {shipped.id for shipped in advising} == {"espelkamp", "generic"}
    for shipped in advising:
        assert {rule.severity for rule in shipped.rules.values()} == {RECOMMENDED}


@pytest.mark.parametrize("identifier", pack_ids())
def test_where_the_document_is_silent_the_pack_says_how_it_is_read(identifier):
    shipped = load_pack(identifier)
    read = [name for name, rule in shipped.rules.items() if rule.reading]
    assert bool(read) is bool(shipped.readings.en)


@pytest.mark.parametrize("identifier", pack_ids())
def test_that_somebody_confirms_a_list_weekly_is_read_into_every_document(identifier):
    confirmed = {name for name in load_pack(identifier).rules if NEEDS[name] == "checklist"}
    assert {name for name in confirmed if not load_pack(identifier).rules[name].reading} == set()


@pytest.mark.parametrize("identifier", pack_ids())
def test_each_reading_is_a_sentence_of_its_own_in_every_language(identifier):
    shipped = load_pack(identifier)
    read = dict.fromkeys(NEEDS[name] or name for name, rule in shipped.rules.items() if rule.reading)
    for text in msgspec.structs.astuple(shipped.readings):
        assert len(text.rstrip(".").split(". ")) == (len(read) or 1), text


def test_every_pack_holds_where_its_library_is():
    places = {p.id: (p.country, p.subdivision, p.zone, p.language) for p in map(load_pack, pack_ids())}
    assert places == {
        "spb-cbs": ("RU", None, "Europe/Moscow", "ru"),
        "liepaja-lczb": ("LV", None, "Europe/Riga", "lv"),
        "ogre-novads": ("LV", None, "Europe/Riga", "lv"),
        "espelkamp": ("DE", "NW", "Europe/Berlin", "de"),
        "generic": (None, None, None, "en"),
    }


def test_topics_directions_and_grounds_are_those_of_the_documents():
    counts = {
        p.id: (
            len(p.topics),
            len(p.directions),
            len(p.removal_grounds),
            sum(m.kind == "measure" for m in p.measures),
            sum(m.kind == "ground" for m in p.measures),
        )
        for p in map(load_pack, pack_ids())
    }
    assert counts == {
        "spb-cbs": (11, 7, 4, 4, 5),
        "liepaja-lczb": (0, 5, 0, 1, 7),
        "ogre-novads": (0, 0, 0, 4, 11),
        "espelkamp": (0, 0, 0, 1, 0),
        "generic": (0, 0, 0, 0, 0),
    }


def test_what_is_borrowed_names_what_each_document_asks():
    asked = {p.id: (p.credits.text, p.credits.files) for p in map(load_pack, pack_ids()) if p.credits}
    assert asked == {
        "spb-cbs": (("author", "source"), ("author", "source")),
        "liepaja-lczb": (("source",), ("author",)),
        "espelkamp": (("author", "source"), ("author",)),
        "generic": (("author", "source"), ("author",)),
    }


def test_reading_a_pack_knows_every_check_and_what_it_needs() -> None:
    assert {name: check.needs for name, check in all_checks().items()} == NEEDS
    assert list(NEEDS) == list(all_checks())


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("frequency.max", "a week runs from Monday to Sunday"),
        ("submission.urgent", "that an urgent post gives its reason is our wish"),
        ("topics.coverage", "topic 1 only when a change of hours or services is recorded"),
        ("topics.coverage", "topic 5 only where the page has such a collection"),
    ],
)
def test_what_st_petersburg_leaves_open_is_told(rule: str, said: str) -> None:
    shipped = load_pack("spb-cbs")
    assert shipped.rules[rule].reading and said in shipped.readings.en.replace("\u00a0", " ")
