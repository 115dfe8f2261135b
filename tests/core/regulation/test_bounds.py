"""What no document can mean is refused with its line and key: numbers, texts and lists without an end or a sense."""

import re

import pytest

from smcal.errors import UnreadableFile
from smcal.files import resources
from smcal.regulation.load import lint_pack, read_pack

SOURCES = {
    name: (resources() / "regulations" / f"{name}.toml").read_text(encoding="utf-8")
    for name in ("spb-cbs", "liepaja-lczb", "espelkamp")
}
TITLE = 'ru = "Регламент работы в социальных сетях"'


def first_fault(tmp_path, source, old, new):
    """The first fault of a shipped pack with one thing changed; reading tells the same."""
    assert old in source
    text = source.replace(old, new, 1)
    own = tmp_path / "own.toml"
    own.write_text(text, encoding="utf-8")
    fault = lint_pack(own)[0]
    with pytest.raises(UnreadableFile, match=re.escape(fault.told("own.toml"))):
        read_pack(text.encode(), "own.toml")
    return fault


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ("max = 7", "max = 1001", "frequency.max", "expected at most 1000"),
        ("max = 7", "max = 99999999999999999999999", "frequency.max", "expected at most 1000"),
        ("min = 2", "min = 9223372036854775808", "frequency.min", "expected at most 1000"),
        ("working_days = 5", "working_days = 61", "submission.working_days", "expected at most 60"),
        ("days = 14", "days = 367", "events.days", "expected at most 366"),
        ("months = 6", "months = 1201", "coordinators.months", "expected at most 1200"),
        ("id = 11\n", "id = 10000\n", "topics[11].id", "expected at most 9999"),
        ("version = 1\n", "version = 1000001\n", "regulation.version", "expected at most 1000000"),
        (TITLE, f'ru = "{"я" * 301}"', "regulation.title.ru", "the text is too long: 300 characters at most"),
        (
            "[readings]\nru = ",
            f'[readings]\nru = "{"я" * 4001}" # ',
            "readings.ru",
            "the text is too long: 4000 characters at most",
        ),
        (
            'clause = "5.8"\nmin',
            f'clause = "{"5" * 201}"\nmin',
            "frequency.clause",
            "the text is too long: 200 characters",
        ),
        ('id = "spam"', f'id = "{"s" * 101}"', "measures[9].id", "the text is too long: 100 characters at most"),
        (
            'language = "ru"',
            'language = "xx"',
            "regulation.language",
            "“xx” is not one of the values allowed here: ru,",
        ),
        ('language = "ru"', f'language = "{"x" * 999}"', "regulation.language", f"“{'x' * 60}…” is not one of"),
        ('zone = "Europe/Moscow"', 'zone = "Factory"', "regulation.zone", "expected a time zone such as"),
        ('text = ["author", "source"]', 'text = ["author", "author"]', "credits.text", "“author” is there twice"),
        ('parts = ["link"', 'parts = ["coordinator"', "register.parts", "“coordinator” is there twice"),
        (
            'text = ["author", "source"]\nfiles = ["author", "source"]',
            "text = []\nfiles = []",
            "credits.text",
            "the list is empty, and a check goes by it: credits.complete",
        ),
        (
            'parts = ["link", "coordinator", "approval-day"]',
            "parts = []",
            "register.parts",
            "the list is empty, and a check goes by it: register.complete",
        ),
        (TITLE, 'ru = "a\\u0000b"', "regulation.title.ru", "the text has a character that cannot be shown: U+0000"),
        (TITLE, 'ru = "a\\u001b[31m"', "regulation.title.ru", "the text has a character that cannot be shown: U+001B"),
        (TITLE, 'ru = "a\\nb"', "regulation.title.ru", "the text has a character that cannot be shown: U+000A"),
        ("clauses = [  #", 'clauses = [ " ", #', "regulation.clauses", "the text is empty"),
    ],
)
def test_it_is_refused_with_its_key(tmp_path, old, new, key, said):
    source = SOURCES["spb-cbs"]
    fault = first_fault(tmp_path, source, old, new)
    assert fault.key == key
    assert fault.expected.startswith(said)
    assert abs(source[: source.index(old)].count("\n") + 1 - fault.line) <= 3, "at the key or its table"


def test_topics_are_covered_only_where_there_are_topics(tmp_path):
    source = SOURCES["spb-cbs"]
    listed = source[source.index("[[topics]]") : source.index("# The curator removes")]
    fault = first_fault(tmp_path, source, listed, "")
    assert (fault.key, fault.expected) == ("rules.topics.coverage", "this check needs the section [[topics]]")


def test_a_notice_belongs_to_some_direction(tmp_path):
    fault = first_fault(tmp_path, SOURCES["liepaja-lczb"], 'directions = ["events"]', "directions = []")
    assert fault.key == "privacy.directions"
    assert fault.expected == "the list is empty, and a check goes by it: events.privacy-notice"


def test_lists_of_a_check_that_is_off_may_be_empty(tmp_path):
    text = SOURCES["spb-cbs"].replace('parts = ["link", "coordinator", "approval-day"]', "parts = []")
    assert "parts = []" in text
    quiet = '"register.complete" = { severity = "off"'
    text = text.replace('"register.complete" = { severity = "recommended"', quiet)
    assert quiet in text
    read_pack(text.encode(), "own.toml")


def test_of_borrowed_texts_nothing_may_be_asked_where_files_are(tmp_path):
    text = SOURCES["espelkamp"].replace('text = ["author", "source"]', "text = []")
    assert read_pack(text.encode(), "own.toml").credits.text == ()


def test_a_long_text_may_have_paragraphs():
    text = SOURCES["spb-cbs"].replace('[readings]\nru = "', '[readings]\nru = "Так.\\n\\n', 1)
    assert read_pack(text.encode(), "own.toml").readings.ru.startswith("Так.\n\n")


def test_a_misspelt_key_is_told_once(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(SOURCES["spb-cbs"].replace("max = 7", "mx = 7\nmaks = 8", 1), encoding="utf-8")
    assert [(fault.key, fault.expected) for fault in lint_pack(own)] == [
        ("frequency.mx", "smcal knows no such key; “max” is missing"),
        ("frequency.maks", "smcal knows no such key"),
    ]


def test_a_message_stays_on_one_line_whatever_the_key(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(f'{SOURCES["spb-cbs"]}\n["a\\nb{"c" * 9_000}"]\n', encoding="utf-8")
    (fault,) = lint_pack(own)
    assert (len(fault.key), fault.key[:5]) == (61, "a bcc")


def test_many_doubled_clauses_are_found_at_once(tmp_path):
    own = tmp_path / "own.toml"
    many = ", ".join(f'"9.{n}"' for n in range(50_000))
    own.write_text(SOURCES["spb-cbs"].replace("clauses = [", f'clauses = [ {many}, "9.7", ', 1), encoding="utf-8")
    assert [fault.expected for fault in lint_pack(own)] == ["“9.7” is there twice"]
