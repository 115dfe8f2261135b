"""Packs: what ships is complete, and a broken one is told by file, line and key."""

from contextlib import suppress

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smcal.errors import UnreadableFile, WrongUse
from smcal.files import resources
from smcal.model import Network
from smcal.regulation import TEXT_LIMITS, Pack, Severity, context, load_pack, pack_ids, text_limit
from smcal.regulation.checks import all_checks
from smcal.regulation.load import read_pack
from smcal.worktime import Counting, Window
from tests.core.regulation.plans import WEEK, pack

SOURCE = (resources() / "regulations" / "spb-cbs.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("identifier", pack_ids())
def test_every_pack_bears_its_own_name_and_speaks_four_languages(identifier):
    shipped = load_pack(identifier)
    assert shipped.id == identifier
    titles = [shipped.title, *[x.title for x in (*shipped.topics, *shipped.directions, *shipped.removal_grounds)]]
    for title in (*titles, *[t.short for t in shipped.topics]):
        assert all(msgspec.structs.astuple(title)), title


def test_spb_cbs_says_what_the_document_says():
    spb = pack()
    assert (spb.country, spb.zone, spb.language, spb.binding) == ("RU", "Europe/Moscow", "ru", "rules")
    assert spb.title.ru == "Регламент работы в социальных сетях"
    assert (spb.frequency.min, spb.frequency.max, spb.frequency.clause) == (2, 7, "5.8")
    assert spb.submission.window == Window(5, Counting.NTH_DAY_BEFORE)
    assert [t.id for t in spb.topics] == list(range(1, 12))
    assert {t.id: t.applies for t in spb.topics if t.applies != "always"} == {1: "on-event", 5: "if-available"}
    assert (len(spb.directions), len(spb.removal_grounds)) == (7, 4)


def test_spb_cbs_has_its_checks_with_their_severity():
    required = {"frequency.max", "submission.window", "submission.urgent", "direction.listed", "partners.consent"}
    required |= {"credits.complete", "media.ready", "removal.grounds"}
    advice = {"frequency.min", "topics.coverage", "partners.share", "citywide.events", "profile.fit"}
    advice |= {"language.opinion", "two-factor", "register.complete", "coordinator.fit"}
    for name in all_checks():
        severity = Severity.REQUIRED if name in required else Severity.RECOMMENDED if name in advice else Severity.OFF
        assert pack().severity(name) is severity, name


def test_a_file_of_ones_own_is_read(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        SOURCE.replace('id = "spb-cbs"', 'id = "own"', 1).replace("max = 7", "max = 9"), encoding="utf-8-sig"
    )
    assert (load_pack(own).id, load_pack(str(own)).frequency.max) == ("own", 9)


def test_an_unknown_regulation_is_told_with_those_known():
    with pytest.raises(WrongUse, match=r"“nope”.*spb-cbs"):
        load_pack("nope")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(WrongUse, match="no regulation file"):
        load_pack(tmp_path / "nope.toml")


def test_a_folder_is_no_regulation(tmp_path):
    with pytest.raises(UnreadableFile, match="cannot be read"):
        load_pack(tmp_path)


def line_of(text):
    return SOURCE[: SOURCE.index(text)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("max = 7", 'max = "7"', "frequency.max: expected a whole number, got a text in quotes"),
        ("max = 7", "max = -7", "frequency.max: "),
        ("max = 7", "most = 7", "frequency.most: smcal knows no such key"),
        ("max = 7\n", "", "frequency.max: this key is missing"),
        ("max = 7", "max = 1", "frequency.min: expected at most as many as max"),
        ("working_days = 5", "working_days = 5\nfoo = 1", "submission.foo: smcal knows no such key"),
        ('counting = "nth-day-before"', 'counting = "often"', "submission.counting: “often” is not one of the values"),
        (
            '"frequency.max" = { severity = "required"',
            '"frequency.max" = { severity = "loud"',
            "rules.frequency.max.sev",
        ),
        ('"frequency.max" = {', '"frequency.often" = {', "rules.frequency.often: smcal has no such check"),
        ("id = 6\n", "id = 5\n", "topics[6].id: this id is there twice"),
        ('direction = "serving-readers"', 'direction = "fun"', "topics[6].direction: expected the id of one of"),
        ('country = "RU"', 'country = "Russia"', "regulation.country: "),
        ('zone = "Europe/Moscow"', 'zone = "Mars/Phobos"', "regulation.zone: expected a time zone"),
        ("[coverage]", "[covering]", "covering: smcal knows no such key"),
    ],
)
def test_a_wrong_value_is_told_with_its_line_and_key(old, new, key):
    broken = SOURCE.replace(old, new, 1)
    with pytest.raises(UnreadableFile) as caught:
        read_pack(broken.encode(), "own.toml")
    place, _space, told = str(caught.value).partition(": ")
    assert told.startswith(key)
    name, line = place.split(":")
    assert name == "own.toml"
    assert 0 <= line_of(old) + new.count("\n") - int(line) <= 3, "at the key, or at the table that lacks it"


def test_a_section_that_a_check_needs_is_missed():
    without = SOURCE.replace('[frequency]\nclause = "5.8"\nmin = 2\nmax = 7\n', "")
    with pytest.raises(UnreadableFile, match=r"rules\.frequency\.min: this check needs the section \[frequency\]"):
        read_pack(without.encode(), "own.toml")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "own.toml:1: regulation: the section is missing"),
        (b'id = "x"\n[regulation]\nversion = 1', "own.toml:1: id: it belongs into the section [regulation]"),
        (b"[regulation]\nversion = 1", "own.toml:1: regulation.id: this key is missing"),
        (SOURCE.encode()[:1500], "own.toml:"),
        (SOURCE.encode("utf-16"), "own.toml:1: the file must be UTF-8 text"),
        (SOURCE.encode("cp1251", "replace"), "own.toml:20: the file must be UTF-8 text"),
        (b"[regulation\n", "own.toml:1: not valid TOML"),
        (b"\nx = " + 5_000 * b"[", "own.toml:2: brackets are nested too deeply"),
        (b"y = '[[['\nx =\n" + 5_000 * b"[\n" + b"1", "own.toml:2: not valid TOML"),
        (b"y = 1\nx = " + 5_000 * b"9" + b"\nz = 2\n", "own.toml:2: a number with too many digits"),
    ],
)
def test_a_cut_or_foreign_file_is_told(raw, told):
    with pytest.raises(UnreadableFile) as caught:
        read_pack(raw, "own.toml")
    assert str(caught.value).startswith(told)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(SOURCE)), st.integers(0, 60), st.sampled_from(["", "=", '"', "[", "]]", "{", "\n", "-1", "\x00"])
)
def test_no_damage_raises_anything_else(start, length, instead):
    with suppress(UnreadableFile):
        read_pack((SOURCE[:start] + instead + SOURCE[start + length :]).encode(), "own.toml")


def test_the_context_of_a_week_is_its_quarter():
    around = context(WEEK, pack())
    assert (around.first.isoformat(), around.last.isoformat()) == ("2026-10-01", "2026-12-31")


def test_every_network_has_its_limits():
    assert set(TEXT_LIMITS) == set(Network)
    assert (text_limit(Network.TELEGRAM), text_limit(Network.TELEGRAM, with_media=True)) == (4_096, 1_024)
    assert text_limit(Network.VK, with_media=True) == 15_895
    assert text_limit(Network.WEBSITE) is None


def test_titles_fall_back_to_what_there_is():
    bare = Pack(id="x", version=1, language="lv", binding="rules", title={"lv": "Noteikumi"}, rules={})
    assert msgspec.convert(msgspec.to_builtins(bare), Pack).title.within("ru") == "Noteikumi"
