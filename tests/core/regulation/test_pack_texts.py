"""The texts of the shipped packs: in four languages, none empty, and set as editors set them."""

import re

import msgspec
import pytest

from smcal.regulation import Title, load_pack, pack_ids

LANGUAGES = ("ru", "lv", "de", "en")
SENTENCES = {"document", "description", "readings"}
WRONG = {
    r"[\"']": "straight quotation marks",
    r"\.\.\.": "three dots",
    r" [-—] |--": "a hyphen or a long dash for a dash",
    r"  |^\s|\s$": "blanks too many",
    r" [,.;:!?»”]": "a blank before a mark",
    r"(\b[пП]|№|Nr|No|cl|St)\.? \d": "a number that may break off",
}
QUOTES = {"ru": "«»", "lv": "„”", "de": "„“", "en": "“”"}


def texts(value, path=()):
    """Every text of a pack in the languages of smcal, with where it stands."""
    if isinstance(value, Title):
        yield path, value
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            yield from texts(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from texts(item, (*path, n))


TEXTS = [
    pytest.param(path, title, id=f"{identifier}-{'.'.join(map(str, path))}")
    for identifier in pack_ids()
    for path, title in texts(load_pack(identifier))
    if not (identifier == "generic" and path == ("readings",))  # it reads no document
]


def test_there_is_much_to_read():
    assert len(TEXTS) > 80


@pytest.mark.parametrize(("path", "title"), TEXTS)
def test_every_text_is_there_in_four_languages(path, title):
    assert all(getattr(title, language).strip() for language in LANGUAGES)


@pytest.mark.parametrize(("path", "title"), TEXTS)
def test_every_text_is_set_as_editors_set_it(path, title):
    for language in LANGUAGES:
        text = getattr(title, language)
        for pattern, what in WRONG.items():
            assert not re.search(pattern, text), f"{language}: {what}: {text}"
        foreign = set("«»„“”‟") - set(QUOTES[language])
        assert not set(text) & foreign, f"{language}: quotation marks of another language: {text}"
        assert text.endswith(".") is (path[0] in SENTENCES - {"document"}), f"{language}: full stop: {text}"
        assert text[0].isupper() or not text[0].isalpha() or text.startswith("smcal"), text


@pytest.mark.parametrize(("path", "title"), TEXTS)
def test_scripts_do_not_mix(path, title):
    for language in LANGUAGES:
        cyrillic = len(re.findall("[А-Яа-яЁё]", getattr(title, language)))
        latin = len(re.findall("[A-Za-z]", getattr(title, language)))
        assert cyrillic > latin if language == "ru" else cyrillic == 0, getattr(title, language)


@pytest.mark.parametrize("identifier", pack_ids())
def test_names_for_cards_are_short(identifier):
    for topic in load_pack(identifier).topics:
        assert all(len(text) <= 15 for text in msgspec.structs.astuple(topic.short)), topic.short


@pytest.mark.parametrize("identifier", pack_ids())
def test_titles_fit_into_a_list(identifier):
    shipped = load_pack(identifier)
    for items in (shipped.checklist, shipped.measures, shipped.directions, shipped.removal_grounds):
        assert all(len(text) <= 90 for item in items for text in msgspec.structs.astuple(item.title))
    assert all(len(text) <= 60 for text in msgspec.structs.astuple(shipped.title))
