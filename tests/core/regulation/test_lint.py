"""Lint: everything wrong with a pack at once, by line and key; what ships is without fault."""

import msgspec
import pytest

from smcal.errors import UnreadableFile
from smcal.files import resources
from smcal.regulation import load_pack, pack_ids
from smcal.regulation.lint import unknown_places
from smcal.regulation.load import LARGEST, lint_pack
from smcal.regulation.pack import FORMAT, Heading
from smcal.regulation.shape import misfits

SOURCE = (resources() / "regulations" / "spb-cbs.toml").read_text(encoding="utf-8")
RULE = '"frequency.max" = { severity = "required", clause = "5.8", reading = true }'


def faults(tmp_path, text):
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    return [(fault.line, fault.key, fault.expected) for fault in lint_pack(own)]


def changed(*changes):
    text = SOURCE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def line_in(text, part):
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("identifier", pack_ids())
def test_what_ships_is_without_fault(identifier):
    assert lint_pack(resources() / "regulations" / f"{identifier}.toml") == ()


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ("max = 7", 'max = "7"', "frequency.max", "expected a whole number, got a text in quotes"),
        ("max = 7", "max = 7.5", "frequency.max", "expected a whole number, got 7.5"),
        ("max = 7", "max = 1", "frequency.min", "expected at most as many as max"),
        ("max = 7", "maxx = 7", "frequency.maxx", "smcal knows no such key; “max” is missing"),
        ("days = 14", "days = 0", "events.days", "expected at least 1"),
        ("share = 0.5", "share = 1.5", "partners.share", "expected at most 1"),
        ("share = 0.5", "share = 0", "partners.share", "expected more than 0"),
        ('period = "quarter"', 'period = "year"', "coverage.period", "“year” is not one of the values allowed here"),
        ('parts = ["link"', 'parts = ["phone"', "register.parts[1]", "“phone” is not one of the values allowed here"),
        ("trained = true", "trained = 1", "coordinators.trained", "expected true or false, got a whole number"),
        (RULE, RULE.replace("5.8", "5.88"), "rules.frequency.max.clause", "unknown clause “5.88”"),
        ('clause = "App. 2, 6"', 'clause = "App. 3, 6"', "topics[6].clause", "unknown clause “App. 3, 6”"),
        ('id = "spam"', 'id = "insults"', "measures[9].id", "this id is there twice"),
        ('id = "own-work"', 'id = "on-profile"', "checklist[2].id", "this id is there twice"),
        ('id = "gross-errors"', 'id = "law"', "removal_grounds[3].id", "this id is there twice"),
        ('id = "partners"', 'id = "collections"', "directions[6].id", "this id is there twice"),
        ("id = 11\n", "id = 10\n", "topics[11].id", "this id is there twice"),
        ('country = "RU"', 'country = "ZZ"', "regulation.country", "no calendar of holidays is known"),
        ('country = "RU"', 'country = "RU"\nsubdivision = "ZZ"', "regulation.subdivision", "this country has no such"),
        ('country = "RU"', 'subdivision = "NW"', "regulation.subdivision", "the country is missing"),
        ('country = "RU"', 'country = "ru"', "regulation.country", "expected two capital letters"),
        ('zone = "Europe/Moscow"', 'zone = "Europe/Atlantis"', "regulation.zone", "expected a time zone"),
        ('id = "spam"', 'id = "Spam!"', "measures[9].id", "expected small Latin letters"),
        ('rule = "language.opinion"', 'rule = "language.tone"', "checklist[3].rule", "no check asks for this point"),
        ('rule = "language.opinion"', 'rule = "content.law"', "checklist[3].rule", "[rules] does not name this check"),
        ('direction = "partners"', 'direction = "friends"', "partners.direction", "expected the id of one of"),
        ("14\ndirection = ", '14\ndirection = "fairs" # ', "events.direction", "expected the id of one of"),
        (
            RULE,
            RULE.replace('"frequency.max"', "frequency.max"),
            "rules.frequency.max",
            'put the name of the check in quotes: "f',
        ),
        ('"1.1", "1.2"', '"1.1", "1.1", "1.2"', "regulation.clauses", "“1.1” is there twice"),
        (
            'ru = "Спам", lv = "Mēstules", de = "Spam", en = "Spam"',
            'ru = " "',
            "measures[9].title",
            "the text is empty in",
        ),
    ],
)
def test_a_fault_is_told_with_its_key(tmp_path, old, new, key, expected):
    text = changed((old, new))
    found = faults(tmp_path, text)
    line, told, said = next(fault for fault in found if fault[1] == key)
    assert said.startswith(expected)
    assert told == key
    assert abs(line_in(SOURCE, old) - line) <= 4, "at the key, or at the table that holds it"


def test_all_faults_are_told_by_their_lines(tmp_path):
    text = changed(
        ('zone = "Europe/Moscow"', "zone = 3"),
        ("max = 7", 'max = "7"'),
        ("trained = true", "traned = true"),
        ('applies = "on-event"', 'applies = "sometimes"'),
        ("id = 6\n", 'id = "six"\n'),
    )
    found = faults(tmp_path, text)
    assert [key for _line, key, _said in found] == [
        "regulation.zone",
        "frequency.max",
        "coordinators.traned",
        "topics[1].applies",
        "topics[6].id",
    ]
    assert [line for line, _key, _said in found] == sorted(line for line, _key, _said in found)


def test_guidelines_that_require_something_are_refused_but_can_be_read(tmp_path):
    text = changed(('binding = "rules"', 'binding = "guidelines"'))
    found = faults(tmp_path, text)
    assert (line_in(text, RULE), "rules.frequency.max.severity") in [(line, key) for line, key, _said in found]
    assert len(found) == text.count('severity = "required"')
    assert all(said.startswith("guidelines advise and require nothing") for _line, _key, said in found)
    assert load_pack(tmp_path / "own.toml").binding == "guidelines", "a workspace that has kept it stays readable"


def test_contradictions_are_told_together(tmp_path):
    found = faults(
        tmp_path, changed(("min = 2", "min = 9"), ('country = "RU"', 'country = "QQ"'), ("id = 6\n", "id = 5\n"))
    )
    assert {key for _line, key, _said in found} == {"frequency.min", "regulation.country", "topics[6].id"}


def test_a_check_of_the_checklist_needs_a_point_of_its_own(tmp_path):
    named = changed((RULE, f'{RULE}\n"content.law" = {{ severity = "recommended", clause = "1.5" }}'))
    ((line, key, said),) = faults(tmp_path, named)
    assert (line, key) == (line_in(named, '"content.law"'), "rules.content.law")
    assert said == 'this check needs a point in [[checklist]] with rule = "content.law"'


def test_a_reading_is_written_down(tmp_path):
    found = faults(tmp_path, changed(("\n[readings]", "\n[regulation.was]")))
    assert ("regulation.was", "smcal knows no such key") in [(key, said) for _line, key, said in found]
    start = SOURCE.index("\n[readings]") + 1
    without = SOURCE[:start] + SOURCE[SOURCE.index("# What no program can see") :]
    ((_line, key, said),) = faults(tmp_path, without)
    assert (key, said) == ("rules.frequency.min.reading", "[readings] does not say how the document is read")


def test_points_of_a_check_that_is_off_may_stay(tmp_path):
    quiet = changed(('"language.opinion" = { severity = "recommended"', '"language.opinion" = { severity = "off"'))
    assert faults(tmp_path, quiet) == []


def test_a_pack_that_lists_no_clauses_may_cite_any(tmp_path):
    start = SOURCE.index("clauses = [")
    free = SOURCE[:start] + SOURCE[SOURCE.index("]\n", start) + 2 :]
    assert faults(tmp_path, free.replace('clause = "5.8"', 'clause = "Приказ № 5"')) == []


def test_of_a_newer_pack_only_its_format_is_told(tmp_path):
    text = changed(("version = 1", f"version = 1\nformat = {FORMAT + 1}"), ("max = 7", "most = 7"))
    ((line, key, said),) = faults(tmp_path, text)
    assert (line, key) == (line_in(text, "format ="), "regulation.format")
    assert said.startswith("this pack is made for a newer smcal")


@pytest.mark.parametrize("cut", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_cut_file_is_told(tmp_path, cut):
    own = tmp_path / "own.toml"
    own.write_bytes(SOURCE.encode()[: int(len(SOURCE.encode()) * cut)])
    try:
        assert lint_pack(own)
    except UnreadableFile as error:
        assert str(error).startswith(f"{own}:")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1251"])
def test_another_encoding_is_told(tmp_path, encoding):
    own = tmp_path / "own.toml"
    own.write_bytes(SOURCE.encode(encoding, "replace"))
    with pytest.raises(UnreadableFile, match=r"own\.toml:\d+: the file must be UTF-8 text"):
        lint_pack(own)


def test_ten_megabytes_are_no_regulation(tmp_path):
    own = tmp_path / "own.toml"
    own.write_bytes(SOURCE.encode() + b"\n# " + 10 * LARGEST * b"x")
    with pytest.raises(UnreadableFile, match=r"own\.toml:1: too large for a regulation: 1024 KB at most"):
        lint_pack(own)


def test_lines_are_counted_as_toml_counts_them(tmp_path):
    text = changed(("# Clauses", "# a\u2028b\x85c Clauses"), ("max = 7", "max = -7"))
    ((line, _key, said),) = faults(tmp_path, text)
    assert (line, said) == (line_in(text, "max = -7"), "expected at least 0")


def test_a_country_is_looked_up_with_its_parts():
    assert list(unknown_places(load_pack("espelkamp"))) == []
    assert list(unknown_places(load_pack("generic"))) == []


def test_a_pack_in_memory_is_looked_through_as_closely():
    spb = load_pack("spb-cbs")
    topics = tuple(msgspec.structs.replace(topic, clause="") if topic.id == 6 else topic for topic in spb.topics)
    body = msgspec.to_builtins(msgspec.structs.replace(spb, topics=topics), builtin_types=())
    document = {name: value for name, value in body.items() if name not in Heading.__struct_fields__}
    complaint = list(misfits({"regulation": {}, **document}))[-1]
    assert (complaint.path, complaint.expected) == (("topics", 5, "clause"), "the text is empty")
