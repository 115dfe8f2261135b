"""Departures from the regulation: at the post, in a table of their own, and as they read when they were decided."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from docx import Document

from smcal.documents import Departure, PlanDocument, write_docx, write_pdf
from smcal.documents.gather import page_document
from smcal.documents.wording import put_into_words
from smcal.model import Period, Person, Role, new_id
from smcal.planning.edit import new_post
from smcal.planning.override import override, withdraw
from smcal.planning.submit import readiness, submit
from smcal.regulation import message
from smcal.store import Settings, Workspace
from smcal.words import words
from tests.core.documents import samples
from tests.library import VK, settle

RU = words("ru")
WEEK = Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29))
AT = dt.datetime(2026, 11, 2, 7, 0, tzinfo=dt.UTC)


@pytest.fixture
def middle(tmp_path: Path) -> PlanDocument:
    folder = tmp_path / "media"
    folder.mkdir()
    return samples.middle(folder)


def test_the_post_tells_its_departure_and_the_head_counts_them(middle: PlanDocument) -> None:
    sheet = put_into_words(middle, words("en"))
    notes = {post.id: [note.text for note in post.notes] for post in sheet.posts}
    told = notes[middle.departures[0].post_id or ""]
    assert any(text.startswith("Departure from cl. 5.7: Музей") and "Е.\u00a0А.\u00a0Орлова" in text for text in told)
    assert sum(text.startswith("Departure") for texts in notes.values() for text in texts) == 1
    assert ("2 departures from the regulation", "warn") in [(chip.text, chip.tone) for chip in sheet.chips]


def test_the_table_has_clause_finding_reason_who_when_and_edition(middle: PlanDocument) -> None:
    one, other = put_into_words(middle, RU).departures
    assert one.clause == "п.\u00a05.7" and "п.\u00a05.7" not in one.text and "Встреча с переводчиком" in one.text
    assert one.reason.startswith("Музей")
    assert one.who == "Е.\u00a0А.\u00a0Орлова, 24\u00a0ноября\u00a02026, 11:05"
    assert (one.edition, other.edition) == ("1", "own, 4")


def test_without_departures_there_is_no_word_of_them(tmp_path: Path) -> None:
    document = samples.plan((samples.post(0),))
    write_docx(document, tmp_path / "p.docx", words("en"))
    word = Document(str(tmp_path / "p.docx"))
    texts = [p.text for p in word.paragraphs]
    assert not any("Departure" in text for text in texts) and len(word.tables) == 2


def test_word_has_them_below_the_posts(middle: PlanDocument, tmp_path: Path) -> None:
    write_docx(middle, tmp_path / "p.docx", words("en"))
    word = Document(str(tmp_path / "p.docx"))
    table = word.tables[2]
    assert (table.rows[0].cells[0].text, len(table.rows)) == ("Clause", 3)
    assert table.rows[1].cells[2].text == middle.departures[0].reason
    assert "tblHeader" in table.rows[0]._tr.xml


def test_the_pdf_has_them_and_is_accessible(middle: PlanDocument, tmp_path: Path, needs_program) -> None:
    made = write_pdf(middle, tmp_path / "p.pdf", RU)
    text = subprocess.run(
        [needs_program("pdftotext"), "-layout", str(made.path), "-"], capture_output=True, check=True, text=True
    ).stdout
    said = " ".join(text.split())
    assert RU.gettext("Departures from the regulation") in said and "Неделя фестиваля" in said and "own, 4" in said


@pytest.fixture
def library(tmp_path: Path):
    with Workspace.create(tmp_path / "library.smcal", Settings(library="ЦБС", regulation="spb-cbs")) as workspace:
        with workspace.work("library") as work:
            settle(work)
            post = new_post(work, VK.id, date=dt.date(2026, 11, 24), title="Мастера", text="Выставка", borrowed=True)
            head = work.put(Person(id=new_id(), name="Е. Орлова", role=Role.HEAD))
        yield workspace, post, head


def decide(library, **given):
    workspace, _post, head = library
    from smcal.documents import BabelDates

    (finding, *_rest) = [f for f in readiness(workspace, VK, WEEK, AT).blockers if f.rule == "credits.complete"]
    with workspace.work("override", at=AT) as work:
        return override(
            work,
            finding,
            reason="Имя узнаем завтра",
            person_id=head.id,
            message=message(finding, RU, BabelDates("ru")),
            pack_text=workspace.pack_text(),
            **given,
        )


def test_from_a_workspace(library) -> None:
    workspace, post, head = library
    made = decide(library)
    document = page_document(workspace, VK, WEEK, AT, RU)
    assert document.departures == (
        Departure(
            clause=made.clause,
            text=made.message,
            reason="Имя узнаем завтра",
            person=head.name,
            at=dt.datetime(2026, 11, 2, 10, 0),
            version=1,
            date=post.date,
            post_id=post.id,
        ),
    )
    assert all(remark.post_id != post.id or remark.text != made.message for remark in document.blockers)
    with workspace.work("withdraw") as work:
        withdraw(work, made.id, head.id)
    again = page_document(workspace, VK, WEEK, AT, RU)
    assert not again.departures and made.message in [remark.text for remark in again.blockers]


def test_a_later_regulation_does_not_change_the_words_of_the_decision(library) -> None:
    from smcal.model import Setting
    from smcal.planning.keeping import keep_pack

    workspace, _post, head = library
    made = decide(library)
    own = workspace.pack_text().replace("version = 1", "version = 7", 1)
    with workspace.work("another regulation") as work:
        work.put(Setting(id="pack", value=f'"{keep_pack(work, own).id}"'))
    document = page_document(workspace, VK, WEEK, AT, RU)
    assert document.regulation_version == 7
    assert [(d.version, d.text, d.person) for d in document.departures] == [(1, made.message, head.name)]


def test_what_is_handed_in_shows_what_was_overridden(library, tmp_path: Path) -> None:
    workspace, post, head = library
    decide(library)
    assert readiness(workspace, VK, WEEK, AT).ready
    submission, _changes = submit(workspace, VK, WEEK, AT, head.id)
    document = page_document(workspace, VK, WEEK, AT, RU, submission=submission)
    assert [d.post_id for d in document.departures] == [post.id] and not document.blockers
