"""Documents under a regulation that knows no approval, no window and no topics: nothing in them stands empty."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from docx import Document
from docx.oxml.ns import qn

from smcal.documents import Files, Particulars, PlanDocument, plan_document, write_docx, write_pdf
from smcal.documents.wording import put_into_words
from smcal.regulation import load_pack
from smcal.words import words
from tests.core.documents import samples
from tests.core.regulation.plans import PAGE, post, scope

DE = words("de")


def build(regulation: str, **fields: Any) -> PlanDocument:
    told = scope([post(1, **fields)], pack=load_pack(regulation))
    return plan_document(told, PAGE, DE, particulars=Particulars(), files=Files())


@pytest.fixture
def plain(tmp_path: Path) -> PlanDocument:
    """A plan of two weeks that nobody agrees to."""
    document = samples.middle(tmp_path)
    bare = [
        msgspec.structs.replace(p, topic=None, direction="", submit_by=None, decision=None, comment="", urgent=False)
        for p in document.posts
    ]
    weeks = [msgspec.structs.replace(week, minimum=None, maximum=None, clause="") for week in document.weeks]
    return msgspec.structs.replace(
        document,
        posts=tuple(bare),
        weeks=tuple(weeks),
        coverage=(),
        shares=(),
        window_clause="",
        departures=(),
        approval=False,
        topics=False,
        directions=False,
    )


@pytest.mark.parametrize(
    ("regulation", "approval", "columns"),
    [
        ("spb-cbs", True, ("when", "topic", "post", "materials", "due", "decision")),
        ("liepaja-lczb", False, ("when", "topic", "post", "materials")),
        ("ogre-novads", False, ("when", "post", "materials")),
        ("espelkamp", False, ("when", "post", "materials")),
        ("generic", False, ("when", "post", "materials")),
    ],
)
def test_columns_are_those_that_the_regulation_gives_a_meaning(
    regulation: str, approval: bool, columns: tuple[str, ...]
) -> None:
    document = build(regulation)
    sheet = put_into_words(document, DE)
    assert (sheet.approval, sheet.columns) == (approval, columns)
    assert regulation == "spb-cbs" or [chip.text for chip in sheet.chips] == ["1\u00a0Beitrag"]


def test_directions_without_topics_are_called_so() -> None:
    document = build("liepaja-lczb")
    assert put_into_words(document, DE).labels.topic == DE.gettext("Direction")


def test_a_topic_somebody_gave_all_the_same_is_shown() -> None:
    document = build("espelkamp", direction="events")
    assert "topic" in put_into_words(document, DE).columns


def test_it_is_for_information_and_hands_nothing_in(plain: PlanDocument) -> None:
    sheet = put_into_words(msgspec.structs.replace(plain, number=None, version=None, submitted=None), DE)
    assert sheet.subline.startswith("Zur Kenntnis · ")
    told = repr((sheet.subline, sheet.chips, sheet.groups))
    assert not [word for word in ("eingereicht", "Einzureichen", "rechtzeitig", "Themen") if word in told]
    assert {chip.tone for chip in sheet.chips} == {"plain"}


def test_word_has_three_columns_and_no_place_to_sign(plain: PlanDocument, tmp_path: Path) -> None:
    word = Document(str(write_docx(plain, tmp_path / "plan.docx", DE).path))
    labels = put_into_words(plain, DE).labels
    head, posts = word.tables[0], word.tables[1]
    (across,) = head._tbl.tr_lst[0].tc_lst
    assert labels.agreed not in head.rows[0].cells[0].text and across.grid_span == 2
    assert [cell.text for cell in posts.rows[0].cells] == [labels.when, labels.post, labels.materials]
    assert not list(word.element.body.iter(qn("w:sdt")))
    grid = [int(column.get(qn("w:w"))) for column in posts._tbl.tblGrid.gridCol_lst]
    assert len(grid) == 3
    whole = sum(
        int(column.get(qn("w:w"))) for column in Document("resources/templates/plan.docx").tables[1]._tbl.tblGrid
    )
    assert sum(grid) == pytest.approx(whole, abs=3)
    for row in posts._tbl.tr_lst:
        assert sum(cell.grid_span for cell in row.tc_lst) == 3


def test_pdf_says_the_same(plain: PlanDocument, tmp_path: Path, needs_program: Any) -> None:
    import subprocess

    reader = needs_program("pdftotext")
    path = write_pdf(plain, tmp_path / "plan.pdf", DE).path
    text = subprocess.run([reader, "-layout", path, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    labels = put_into_words(plain, DE).labels
    assert labels.materials in text and plain.posts[0].title.split()[0] in text
    assert not [label for label in (labels.agreed, labels.due, labels.decision, labels.topic) if label in text]
