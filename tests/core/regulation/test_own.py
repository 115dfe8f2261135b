"""A library's own pack: copied, changed, compared, written down and read again."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcal.errors import WrongUse
from smcal.regulation import Severity, load_pack, pack_ids, read_pack
from smcal.regulation.own import Difference, declared, differences, own_copy
from smcal.regulation.pack import FORMAT, Credits, Measure, Pack, Point, Privacy, Rule, Title
from smcal.regulation.write import pack_toml
from smcal.worktime import Counting, UrgentClock

SPB = load_pack("spb-cbs")

SHOWN = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
WORDS = st.text(SHOWN, max_size=12)
LINES = st.text(SHOWN | st.sampled_from("\n\t"), max_size=12)
CLAUSES = st.text(SHOWN, min_size=1, max_size=12).filter(str.strip)
TEXTS = st.builds(Title, ru=WORDS, lv=WORDS, de=WORDS, en=WORDS)  # may be blank
TITLES = TEXTS.map(lambda title: msgspec.structs.replace(title, en=f"Title {title.en}"))
LONG = st.builds(Title, ru=LINES, lv=LINES, de=LINES, en=LINES.map("Text {}".format))
IDS = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True)
GIVEN = ("author", "source")
NAMED = st.lists(st.sampled_from(GIVEN), min_size=1, max_size=2, unique=True).map(tuple)
PARTS = {
    "based_on": WORDS,
    "title": TITLES,
    "document": TEXTS,
    "description": LONG,
    "readings": LONG,
    "rules": st.just(SPB.rules),
    "frequency": st.builds(
        msgspec.structs.replace, st.just(SPB.frequency), clause=CLAUSES, min=st.integers(0, 3), max=st.integers(3, 99)
    ),
    "submission": st.builds(
        msgspec.structs.replace,
        st.just(SPB.submission),
        working_days=st.integers(1, 60),
        counting=st.sampled_from(Counting),
        urgent=st.sampled_from(UrgentClock),
    ),
    "partners": st.builds(
        msgspec.structs.replace,
        st.just(SPB.partners),
        share=st.floats(0, 1, exclude_min=True),
        period=st.just("quarter"),
    ),
    "credits": st.none() | st.builds(Credits, clause=CLAUSES, text=NAMED, files=st.just(()) | NAMED),
    "privacy": st.none() | st.builds(Privacy, clause=CLAUSES, directions=st.just(("reader-events",)), notice=LONG),
    "measures": st.lists(
        st.builds(
            Measure,
            id=IDS,
            kind=st.sampled_from(("measure", "ground")),
            clause=CLAUSES,
            title=TITLES,
        ),
        unique_by=lambda measure: measure.id,
        max_size=3,
    ).map(tuple),
}


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(PARTS))
def test_what_is_written_reads_back_equal(parts):
    pack = msgspec.structs.replace(SPB, clauses=(), **parts)
    assert read_pack(pack_toml(pack).encode(), "own.toml") == pack


@pytest.mark.parametrize("identifier", pack_ids())
def test_every_shipped_pack_is_written_whole(identifier):
    shipped = load_pack(identifier)
    text = pack_toml(shipped)
    assert read_pack(text.encode(), "own.toml") == shipped
    assert text.startswith(f"# {shipped.title.within(shipped.language)}\n")


def test_what_is_taken_for_granted_is_written_where_somebody_might_change_it():
    text = pack_toml(SPB)
    assert f"format = {FORMAT}" in text
    assert 'counting = "nth-day-before"' in text
    assert "reading = false" not in text
    assert "subdivision" not in text


def test_a_copy_names_what_it_was_made_from():
    own = own_copy(SPB, "mayak", "Правила «Маяка»")
    assert (own.id, own.version, own.based_on) == ("mayak", 1, f"spb-cbs {SPB.version}")
    assert own.title == Title(ru="Правила «Маяка»")
    assert own.rules == SPB.rules
    assert own_copy(SPB, "mayak", Title(en="Lighthouse")).title.within("ru") == "Lighthouse"


@pytest.mark.parametrize("identifier", ["spb-cbs", "", "Маяк", "two words", "-x"])
def test_an_identifier_that_is_taken_or_none_is_refused(identifier):
    with pytest.raises(WrongUse, match="identifier"):
        own_copy(SPB, identifier, "Правила")


def test_a_change_of_a_number_is_one_difference():
    own = own_copy(SPB, "mayak", "Правила")
    later = msgspec.structs.replace(own, version=2, frequency=msgspec.structs.replace(own.frequency, max=9))
    assert differences(own, later) == [Difference("frequency", "", "max", "7", "9")]


def test_a_clause_of_ones_own_may_be_cited_once_it_is_meant():
    bare = msgspec.structs.replace(SPB, clauses=("5.8",))
    rule = Rule(severity=Severity.RECOMMENDED, clause="Приказ № 5; 5.8")
    later = declared(msgspec.structs.replace(bare, rules={"frequency.max": rule}))
    assert later.clauses[0] == "5.8"
    assert "Приказ № 5" in later.clauses
    assert len(set(later.clauses)) == len(later.clauses)
    assert declared(msgspec.structs.replace(bare, clauses=())).clauses == (), "who names none may cite any"


def test_differences_are_told_by_their_place():
    quiet = {**SPB.rules, "frequency.min": msgspec.structs.replace(SPB.rules["frequency.min"], severity=Severity.OFF)}
    topics = tuple(
        msgspec.structs.replace(topic, applies="if-available") if topic.id == 6 else topic
        for topic in SPB.topics
        if topic.id != 2
    )
    later = msgspec.structs.replace(SPB, rules=quiet, topics=topics, zone="Asia/Omsk", coverage=None)
    told = {d.place: (d.before, d.after) for d in differences(SPB, later)}
    assert told["rules.frequency.min.severity"] == ("recommended", "off")
    assert told["topics.6.applies"] == ("always", "if-available")
    assert told["topics.2.applies"] == ("always", None)
    assert told["zone"] == ("Europe/Moscow", "Asia/Omsk")
    assert told["coverage.period"] == ("quarter", None)
    assert "version" not in told
    assert all(place.startswith(("rules", "topics.6", "topics.2", "zone", "coverage")) for place in told)


def test_the_same_pack_does_not_differ_from_itself():
    assert differences(SPB, read_pack(pack_toml(SPB).encode(), "own.toml")) == []


def test_a_point_is_compared_by_its_name():
    point = Point(id="fit", rule="profile.fit", clause="3.8", title=Title(en="Fits"))
    with_point = msgspec.structs.replace(SPB, checklist=(point,))
    without = msgspec.structs.replace(SPB, checklist=())
    assert {d.place for d in differences(without, with_point)} == {
        "checklist.fit.rule",
        "checklist.fit.clause",
        "checklist.fit.title.en",
    }
    assert isinstance(with_point, Pack)
