"""Documents in each language: nothing English is left, forms go with numbers, files say which language they speak."""

import datetime as dt
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import msgspec
import pytest
from docx import Document
from docx.oxml.ns import qn

from devtools import catalogue
from smcal.documents import write_docx, write_pdf
from smcal.documents.gather import page_document
from smcal.documents.sheet import Sheet
from smcal.documents.wording import put_into_words
from smcal.model.period import month_of
from smcal.regulation import clause_text
from smcal.sample import make_sample
from smcal.words import LANGUAGES, words
from tests.core.documents import samples

NOW = dt.datetime(2026, 11, 24, 8, 20, tzinfo=dt.UTC)
FOREIGN = [language for language in LANGUAGES if language != "en"]
SPOKEN = ("smcal/documents/", "smcal/regulation/")
NAMES = {"Facebook", "Instagram", "Telegram", "TikTok", "YouTube", "VK"}
ALIKE = {
    "ru": {"TikTok", "YouTube", "Telegram", "Facebook", "Instagram"},
    "lv": NAMES,
    "de": NAMES | {"Name", "Partner", "Partner: {name}", "Text", "Text: {credit}", "Website", "no", "plan"},
}
"""Texts that are the same in English and in the language."""
NOT_SHOWN = {"good", "bad", "warn", "plain", "when", "topic", "post", "materials", "due", "decision"}
NOT_SHOWN |= {"approved", "changes", "rejected"}
"""Tones, columns and answers by the names that templates call them."""


def flat(value: object) -> Iterator[str]:
    """Every text in a tree of plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from flat(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from flat(part)


def texts(sheet: Sheet) -> list[str]:
    return [text for text in flat(msgspec.to_builtins(sheet)) if text]


def literals(text: str) -> list[str]:
    """A text without its places: what stands between them."""
    return [literal for literal, _name, _spec, _conversion in Formatter().parse(text)]


def english_phrases() -> Iterator[str]:
    """Pieces of two English words and more, which no document in another language may hold."""
    for text in catalogue.source_texts():
        if text.path.startswith(SPOKEN):
            for literal in literals(text.one):
                if len(re.findall(r"\b[a-z]{2,}", literal)) > 1:
                    yield literal.strip()


@pytest.mark.parametrize("language", FOREIGN)
def test_every_text_of_documents_and_findings_is_said_in_the_language(language: str) -> None:
    found = catalogue.read(catalogue.po_path(language), language)
    same = {
        message.id
        for message in found
        if any(path.startswith(SPOKEN) for path, _line in message.locations)
        and any(char.isalpha() for literal in literals(catalogue.ids(message)[0]) for char in literal)
        and catalogue.strings(message)[0] == catalogue.ids(message)[0]
    }
    technical = {"cl. {number}", "max"}
    assert same - technical <= ALIKE[language]


@pytest.mark.parametrize("language", FOREIGN)
def test_nothing_of_a_plan_stays_english(language: str, tmp_path: Path) -> None:
    document = samples.middle(tmp_path)
    english, own = (set(texts(put_into_words(document, words(of)))) for of in ("en", language))
    shared = {text for text in english & own if re.search(r"[A-Za-z]{3}", text) and not re.search("[а-яё]", text)}
    assert {text for text in shared if "/" not in text} <= ALIKE[language] | NOT_SHOWN | {"own, 4"}  # its regulation


@pytest.mark.parametrize(
    ("regulation", "language"), [("liepaja-lczb", "lv"), ("ogre-novads", "lv"), ("espelkamp", "de"), ("spb-cbs", "ru")]
)
def test_documents_of_the_samples_hold_no_english_phrase(regulation: str, language: str, tmp_path: Path) -> None:
    phrases = set(english_phrases())
    assert len(phrases) > 100
    said = words(language)
    with make_sample(tmp_path / "sample.smcal", regulation, NOW) as workspace:
        assert workspace.settings().language == language
        with workspace.read() as reader:
            pages = reader.pages()
        for page in pages:
            sheet = put_into_words(page_document(workspace, page, month_of(NOW.date()), NOW, said), said)
            told = "\n".join(texts(sheet))
            assert not [phrase for phrase in phrases if phrase in told], page.title


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("lv", "0 ierakstu, 1 ieraksts, 2 ieraksti, 10 ieraksti, 11 ieraksti, 21 ieraksts, 111 ieraksti"),
        ("de", "0 Beiträge, 1 Beitrag, 2 Beiträge, 10 Beiträge, 11 Beiträge, 21 Beiträge, 111 Beiträge"),
        ("ru", "0 постов, 1 пост, 2 поста, 10 постов, 11 постов, 21 пост, 111 постов"),
    ],
)
def test_words_go_with_numbers(language: str, told: str) -> None:
    say = words(language).ngettext
    numbers = (0, 1, 2, 10, 11, 21, 111)
    assert ", ".join(say("{n} post", "{n} posts", n).format(n=n).replace("\u00a0", " ") for n in numbers) == told


@pytest.mark.parametrize(
    ("language", "clause", "told"),
    [
        ("lv", "5.8", "5.8. p."),
        ("lv", "5.6, 5.11", "5.6., 5.11. p."),
        ("lv", "5.9; App. 2, 6", "5.9. p., 2. piel. 6. p."),
        ("lv", "Satura veidošana", "„Satura veidošana”"),
        ("de", "5.8", "Nr. 5.8"),
        ("de", "5.6, 5.11", "Nr. 5.6, 5.11"),
        ("de", "Ehrlichkeit und Transparenz", "„Ehrlichkeit und Transparenz“"),
    ],
)
def test_clauses_are_cited_as_there(language: str, clause: str, told: str) -> None:
    assert clause_text(clause, words(language)).replace("\u00a0", " ") == told


@pytest.mark.parametrize(
    ("language", "region", "heading"), [("lv", "lv-LV", "Satura plāns"), ("de", "de-DE", "Redaktionsplan")]
)
def test_files_open_and_say_their_language(
    language: str, region: str, heading: str, tmp_path: Path, needs_program: Any
) -> None:
    (tmp_path / "media").mkdir()
    document, said = samples.small(tmp_path / "media"), words(language)
    word = Document(str(write_docx(document, tmp_path / "plan.docx", said).path))
    assert word.core_properties.language == region
    tag = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert tag.get(qn("w:val")) == region
    assert heading in "".join(text.text or "" for text in word.element.iter(qn("w:t")))
    path = write_pdf(document, tmp_path / "plan.pdf", said).path
    assert heading in printed(needs_program("pdftotext"), str(path), "-")
    assert f"/Lang ({language})" in printed(needs_program("qpdf"), "--qdf", "--object-streams=disable", str(path), "-")


def printed(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8", "replace")
