"""The Word file: what stands in it, what the curator can fill in, and what LibreOffice makes of it."""

import datetime as dt
import subprocess
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from smcal.documents import PlanDocument, write_docx
from smcal.documents.docx_finish import COMMENT, DECISION, tag_of
from smcal.documents.names import answer_name
from smcal.documents.wording import put_into_words
from smcal.model import Decision
from smcal.words import words
from tests.core.documents import samples

RU = words("ru")
ORDER = ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"]


@pytest.fixture
def middle(tmp_path: Path) -> PlanDocument:
    (tmp_path / "media").mkdir()
    return samples.middle(tmp_path / "media")


@pytest.fixture
def word(middle: PlanDocument, tmp_path: Path) -> Any:
    return Document(str(write_docx(middle, tmp_path / "план.docx", RU).path))


def controls(word: Any) -> dict[str, Any]:
    return {tag_of(control): control for control in word.element.body.iter(qn("w:sdt"))}


def said(control: Any) -> str:
    return "".join(text.text or "" for text in control.iter(qn("w:t")))


def test_every_post_has_a_row(word: Any, middle: PlanDocument) -> None:
    table = word.tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert len(rows) == 1 + len(list(middle.period.weeks())) + len(middle.posts)
    first = rows[2]
    assert first[0].startswith("30\u00a0ноября\nпн, 10:00")
    assert first[1] == "1 · Режим работы"
    assert first[2].startswith("Библиотека 12 декабря работает до 17:00\nСанитарный день")
    assert first[4].startswith("23\u00a0ноября, 18:00")


def test_every_post_has_a_decision_and_a_comment(word: Any, middle: PlanDocument) -> None:
    expected = {f"{tag}{post.id}" for post in middle.posts for tag in (DECISION, COMMENT)}
    assert set(controls(word)) == expected


def test_a_decision_is_one_of_the_three_answers(word: Any, middle: PlanDocument) -> None:
    control = controls(word)[DECISION + middle.posts[0].id]
    items = {i.get(qn("w:value")): i.get(qn("w:displayText")) for i in control.iter(qn("w:listItem"))}
    assert items == {decision.value: answer_name(decision, RU) for decision in Decision}
    assert control.find(f".//{qn('w:showingPlcHdr')}") is not None
    assert said(control).count("☐") == 3  # on paper they are ticked by hand


def test_an_answer_given_before_stands_in_its_control(word: Any, middle: PlanDocument) -> None:
    answered = next(post for post in middle.posts if post.comment)
    found = controls(word)
    assert said(found[DECISION + answered.id]) == answer_name(Decision.CHANGES, RU)
    assert said(found[COMMENT + answered.id]) == answered.comment
    for tag in (DECISION, COMMENT):
        assert found[tag + answered.id].find(f".//{qn('w:showingPlcHdr')}") is None


def test_controls_have_identities_of_their_own(word: Any) -> None:
    found = controls(word).values()
    identities = {control.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for control in found}
    assert len(identities) == len(found)


def test_the_header_row_repeats_and_short_rows_stay_whole(word: Any, middle: PlanDocument) -> None:
    rows = word.tables[1].rows
    assert rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    whole = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows]
    assert whole.count(False) == 0
    assert len(middle.posts) == 12


def test_a_row_longer_than_a_page_may_break(tmp_path: Path) -> None:
    document = samples.plan((samples.post(0, text="Слово. " * 1000), samples.post(1)))
    rows = Document(str(write_docx(document, tmp_path / "long.docx", RU).path)).tables[1].rows
    whole = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows]
    assert whole == [True, False, True]


def test_pictures_have_alternative_text_and_a_sane_size(word: Any, middle: PlanDocument) -> None:
    texts = [element.get("descr") for element in word.element.body.iter(qn("wp:docPr"))]
    assert texts == [picture.alt for post in put_into_words(middle, RU).posts for picture in post.pictures]
    assert all(texts)
    for part in word.part.package.image_parts:
        assert max(part.image.px_width, part.image.px_height) <= 1200


def test_title_language_and_number_are_told(word: Any, middle: PlanDocument) -> None:
    about = word.core_properties
    assert about.title == put_into_words(middle, RU).title
    assert about.language == "ru-RU"
    assert about.author == "М. Соколова"
    assert about.keywords == samples.DIGEST
    assert about.created == dt.datetime(2026, 11, 24, 8, 20, tzinfo=dt.UTC)
    language = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "ru-RU"
    footer = word.sections[0].footer.paragraphs[0]
    assert "14" in footer.text
    assert "7c1e…5a93" in footer.text
    assert [f.get(qn("w:instr")) for f in footer._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_text_that_looks_like_a_template_stays_text(tmp_path: Path) -> None:
    text = "{{ 7 * 7 }} {% for x in y %} {# нет #} <w:t>&amp;</w:t> ]]>"
    document = samples.plan((samples.post(0, title=text, text=text),))
    cell = Document(str(write_docx(document, tmp_path / "code.docx", RU).path)).tables[1].rows[1].cells[2]
    assert cell.paragraphs[0].text == text


def test_an_empty_line_between_paragraphs_is_a_narrow_one(tmp_path: Path) -> None:
    document = samples.plan((samples.post(0, title="Two", text="One.\n\nOther."),))
    word = Document(str(write_docx(document, tmp_path / "plan.docx", RU).path))
    story = word.tables[1].rows[1].cells[2].paragraphs
    assert [(line.text, line.style.name) for line in story[1:4]] == [
        ("One.", "Normal"),
        ("", "smcal gap"),
        ("Other.", "Normal"),
    ]


def test_an_empty_plan_says_so(tmp_path: Path) -> None:
    document = samples.plan((), number=None, submitted=None, effective=None)
    table = Document(str(write_docx(document, tmp_path / "empty.docx", RU).path)).tables[1]
    assert table.rows[1].cells[0].text == put_into_words(document, RU).labels.empty


def test_a_library_can_bring_its_own_template(tmp_path: Path) -> None:
    own = Document()
    own.add_paragraph("Наш план: {{ headline }}")
    own.save(str(tmp_path / "own.docx"))
    document = samples.plan((samples.post(0),))
    made = Document(str(write_docx(document, tmp_path / "plan.docx", RU, template=tmp_path / "own.docx").path))
    assert made.paragraphs[0].text == f"Наш план: {put_into_words(document, RU).headline}"


def test_libreoffice_opens_it_and_finds_the_texts(middle: PlanDocument, tmp_path: Path, needs_program: Any) -> None:
    soffice, reader = needs_program("soffice"), needs_program("pdftotext")
    made = write_docx(middle, tmp_path / "plan.docx", RU).path
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), str(made)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    run = subprocess.run(
        [reader, "-raw", "-enc", "UTF-8", str(tmp_path / "plan.pdf"), "-"], check=True, capture_output=True
    )
    text = " ".join(run.stdout.decode().split())
    for expected in ("30 ноября – 20 декабря 2026", "Как продлить книгу из дома", "Сократите заголовок", "М. Соколова"):
        assert expected in text


def test_properties_of_tables_stand_in_the_order_that_word_insists_on(word: Any) -> None:
    for table in word.tables:
        names = [child.tag.rpartition("}")[2] for child in table._tbl.tblPr]
        assert names == [name for name in ORDER if name in names]
