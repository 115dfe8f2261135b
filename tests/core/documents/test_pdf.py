"""The PDF: accessible, complete, and whole whatever happens while it is set."""

import re
import subprocess
import threading
from pathlib import Path
from typing import Any

import msgspec
import pytest

from smcal.documents import Cancelled, NotWritten, PlanDocument, write_pdf
from smcal.documents.wording import put_into_words
from smcal.files import resources
from smcal.typeset.work import Job, typeset
from smcal.words import words
from tests.core.documents import samples

RU = words("ru")


@pytest.fixture
def media(tmp_path: Path) -> Path:
    folder = tmp_path / "media"
    folder.mkdir()
    return folder


def told(*command: str) -> str:
    """What a program prints, with every kind of space made one."""
    run = subprocess.run(command, check=True, capture_output=True)
    return " ".join(run.stdout.decode("utf-8", "replace").split())


def test_it_is_tagged_and_says_title_and_language(media: Path, tmp_path: Path, needs_program: Any) -> None:
    info, qpdf = needs_program("pdfinfo"), needs_program("qpdf")
    document = samples.middle(media)
    path = str(write_pdf(document, tmp_path / "план.pdf", RU).path)
    about = told(info, path)
    assert "Tagged: yes" in about
    assert f"Title: {' '.join(put_into_words(document, RU).title.split())}" in about
    assert "Author: М. Соколова" in about
    assert "CreationDate: D:20261124082000Z" in told(info, "-rawdates", path)
    assert int(re.search(r"Pages: (\d+)", about)[1]) in (3, 4, 5)  # fonts differ
    raw = told(qpdf, "--qdf", "--object-streams=disable", path, "-")
    assert "<pdfuaid:part>1</pdfuaid:part>" in raw
    assert re.search(r"/Lang \(ru\)", raw)


def test_the_table_has_headers_and_pictures_have_words(media: Path, tmp_path: Path, needs_program: Any) -> None:
    info = needs_program("pdfinfo")
    document = samples.small(media)
    structure = told(info, "-struct", str(write_pdf(document, tmp_path / "plan.pdf", RU).path))
    assert structure.count("/Scope /Column") == 6
    assert structure.count("Figure") == sum(len(post.pictures) for post in put_into_words(document, RU).posts) == 4


def test_alternative_texts_are_in_it(media: Path, tmp_path: Path, needs_program: Any) -> None:
    qpdf = needs_program("qpdf")
    post = samples.post(0, samples.pictures(media, 1))
    path = str(write_pdf(samples.plan((post,)), tmp_path / "plan.pdf", RU).path)
    run = subprocess.run([qpdf, "--json", path], check=True, capture_output=True)
    assert f'"/Alt": "u:{post.media[0].alt}"' in run.stdout.decode()


def test_every_text_is_in_it(media: Path, tmp_path: Path, needs_program: Any) -> None:
    reader = needs_program("pdftotext")
    document = samples.middle(media)
    text = told(reader, "-raw", "-enc", "UTF-8", str(write_pdf(document, tmp_path / "plan.pdf", RU).path), "-")
    sheet = put_into_words(document, RU)
    for expected in (
        sheet.headline,
        sheet.chips[0].text,
        sheet.posts[3].title,
        sheet.posts[4].comment,
        sheet.advice[0],
    ):
        assert " ".join(expected.split()) in text
    assert "контрольная сумма" in text or "checksum" in text


def test_a_computer_without_fonts_still_prints_russian(tmp_path: Path, needs_program: Any) -> None:
    reader, fonts = needs_program("pdftotext"), needs_program("pdffonts")
    target = tmp_path / "plan.pdf"
    plan = msgspec.to_builtins(put_into_words(samples.plan((samples.post(0),)), RU))
    template = str(resources() / "templates" / "plan.typ")
    result = typeset(Job(plan=plan, template=template, target=str(target), made=0, system_fonts=False))
    assert not result.error
    assert "Санитарный день переносится" in told(reader, "-raw", "-enc", "UTF-8", str(target), "-")
    assert "Libertinus" in told(fonts, str(target))


def test_f85_characters_without_a_glyph_are_replaced_and_told(tmp_path: Path, needs_program: Any) -> None:
    reader = needs_program("pdftotext")
    text = "Книги 📚 и 1️⃣ семья 👩‍👩‍👧, флаг 🇷🇺, 漢字"
    written = write_pdf(samples.plan((samples.post(0, title=text, text=text),)), tmp_path / "plan.pdf", RU)
    assert written.path.stat().st_size > 1000
    printed = told(reader, "-raw", "-enc", "UTF-8", str(written.path), "-")
    assert "17:00" not in printed  # the title was ours
    assert "10:00" in printed  # a digit never falls with the sign that stood on it
    for char in written.replaced:
        assert re.match(r"U\+[0-9A-F]{4,6}\b", char)
        assert chr(int(char.split()[0][2:], 16)) not in printed


def test_f85_right_to_left_and_two_hundred_pictures(media: Path, tmp_path: Path) -> None:
    four = samples.pictures(media, 4)
    posts = tuple(samples.post(n, four, title="שלום עולם") for n in range(50))
    written = write_pdf(samples.plan(posts), tmp_path / "plan.pdf", RU)
    assert written.path.read_bytes().startswith(b"%PDF-1.7")


def test_f85_a_picture_that_is_none_is_left_out(media: Path, tmp_path: Path, needs_program: Any) -> None:
    info = needs_program("pdfinfo")
    pictures = samples.pictures(media, 2)
    Path(pictures[0].path).write_bytes(b"no picture at all")
    path = write_pdf(samples.plan((samples.post(0, pictures),)), tmp_path / "plan.pdf", RU).path
    assert told(info, "-struct", str(path)).count("Figure") == 1


def test_cancelling_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    stop = threading.Event()
    stop.set()
    with pytest.raises(Cancelled):
        write_pdf(samples.plan((samples.post(0),)), target, RU, cancel=stop)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_broken_template_is_told_and_leaves_the_old_file(tmp_path: Path) -> None:
    target, own = tmp_path / "plan.pdf", tmp_path / "own.typ"
    target.write_bytes(b"old")
    own.write_text("#let x = \n#nothing-of-the-kind", "utf-8")
    with pytest.raises(NotWritten, match=r"own\.typ"):
        write_pdf(samples.plan((samples.post(0),)), target, RU, template=own)
    assert target.read_bytes() == b"old"


def test_a_template_sees_nothing_but_its_plan(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    own = tmp_path / "own.typ"
    own.write_text(f'#read("{(tmp_path / "secret.txt").as_posix()}")', "utf-8")
    with pytest.raises(NotWritten):
        write_pdf(samples.plan((samples.post(0),)), tmp_path / "plan.pdf", RU, template=own)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=r"nowhere.*plan\.pdf"):
        write_pdf(samples.plan(()), tmp_path / "nowhere" / "plan.pdf", RU)


def test_the_same_plan_gives_the_same_bytes(media: Path, tmp_path: Path) -> None:
    document: PlanDocument = samples.small(media)
    first = write_pdf(document, tmp_path / "a.pdf", RU).path.read_bytes()
    assert write_pdf(document, tmp_path / "b.pdf", RU).path.read_bytes() == first


def test_what_the_regulation_says_is_a_list(media: Path, tmp_path: Path, needs_program: Any) -> None:
    info, reader = needs_program("pdfinfo"), needs_program("pdftotext")
    document = samples.middle(media)
    path = str(write_pdf(document, tmp_path / "plan.pdf", RU).path)
    tags = [line.strip().split()[0] for line in _struct(info, path) if line.strip()]
    assert tags.count("L") == 2, "what is required, and advice"
    assert tags.count("LI") == tags.count("LBody") == len(document.blockers) + len(document.advice)
    assert f"– {document.advice[0].text}" in told(reader, "-layout", "-enc", "UTF-8", path, "-")


def _struct(info: str, path: str) -> list[str]:
    run = subprocess.run([info, "-struct", path], check=True, capture_output=True)
    return run.stdout.decode("utf-8", "replace").splitlines()
