"""Text from outside is cleaned at the border."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcal.text import clean_file_name, clean_name, clean_text, folded

ANYTHING = st.text(st.characters(exclude_categories=[]))


@given(ANYTHING)
def test_f81_cleaned_text_can_be_stored_and_exported_and_stays_as_it_is(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    assert not [letter for letter in cleaned if letter not in "\n\t" and unicodedata.category(letter) in ("Cc", "Cs")]
    assert not [letter for letter in cleaned if ord(letter) & 0xFFFE == 0xFFFE]
    assert clean_text(cleaned) == cleaned
    assert clean_name(clean_name(text)) == clean_name(text)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("а\r\nб\rв\u2028г", "а\nб\nв\nг"),
        ("таб\tи\x00ноль\x0bконец\x1f", "таб\tиноль\nконец"),
        ("Е\u0308лка", "Ёлка"),
        ("\ufeffначало\ufffe\U0001ffff\ud800", "начало"),
        ("№\u00a03 👩‍👧", "№\u00a03 👩‍👧"),
    ],
)
def test_f81_clean_text(given: str, wanted: str) -> None:
    assert clean_text(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [("  Две \n строки\t", "Две строки"), ("photo\u202egpj.exe", "photogpj.exe"), ("№\u00a03", "№\u00a03")],
)
def test_f81_clean_name(given: str, wanted: str) -> None:
    assert clean_name(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("афиша.JPEG", "афиша.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\photos\\x.png", "x.jpg"),
        ("CON", "_CON.jpg"),
        ("aux.txt", "_aux.txt.jpg"),
        ("COM¹.png", "_COM¹.jpg"),
        ("console.jpg", "console.jpg"),
        ("a:b", "a_b.jpg"),
        ("имя. . ", "имя.jpg"),
        ("photo\u202egpj.exe", "photogpj.exe.jpg"),
        ("x" * 300, "x" * 116 + ".jpg"),
        ("", "file.jpg"),
        ("...", "file.jpg"),
    ],
)
def test_f62_names_of_files_are_safe_on_every_system(given: str, wanted: str) -> None:
    assert clean_file_name(given, ".jpg") == wanted


@given(ANYTHING)
def test_f62_any_name_becomes_one_that_can_be_written(text: str) -> None:
    name = clean_file_name(text, ".png")
    assert name.endswith(".png")
    assert len(name) <= 121
    assert not set(name) & set('<>:"|?*\\/\n\t\x00')


def test_searching_folds_case_and_yo() -> None:
    assert folded("ЁЛКА") == folded("елка") == folded("Е\u0308лка")
    assert folded("Straße") == folded("STRASSE")
