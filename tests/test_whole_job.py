"""The whole job, from an empty folder to the two documents, read back by other programs."""

import json
import subprocess
from pathlib import Path

import pytest
from docx import Document

from smcal.cli.main import main

PLAN = """\
Дата;Время;Сеть;Заголовок;Текст;Тема
30.11.2026;12:00;ВК;Пять новых романов;Мороз за окном – самое время для книг.;10
01.12.2026;15:30;ВКонтакте;Встреча с переводчицей;Приходите с вопросами, начало в 18:00.;7
03.12.2026;18:00;Телеграм;Как продлить книгу;Три шага в личном кабинете.;3
;;ВК;Идея на потом;;
"""
PAGE = "VK: Библиотека № 3"
MONDAY = "2026-11-16T10:00"


def smcal(capsys, *words: str) -> dict:
    """Run a command and read its JSON; it must succeed."""
    code = main([*words, "--json"])
    out = capsys.readouterr().out
    assert code == 0, out
    return json.loads(out)


@pytest.fixture
def handed_in(tmp_path: Path, capsys) -> Path:
    """A folder with a library, its imported plan, and the documents of one handing-in."""
    library, table = tmp_path / "library.smcal", tmp_path / "plan.csv"
    table.write_bytes(PLAN.encode("cp1251"))
    words = ["--regulation", "spb-cbs", "--branch", "Библиотека № 3", "--page", PAGE]
    assert main(["new", str(library), *words, "--page", "Telegram: Третья полка"]) == 0
    capsys.readouterr()
    read = smcal(capsys, "import", str(library), str(table))
    assert [(p["date"], p["title"]) for p in read["posts"]] == [
        ("2026-11-30", "Пять новых романов"),
        ("2026-12-01", "Встреча с переводчицей"),
        ("2026-12-03", "Как продлить книгу"),
        (None, "Идея на потом"),
    ]
    week = ["--page", PAGE, "--from", "2026-11-30", "--to", "2026-12-06", "--at", MONDAY]
    found = smcal(capsys, "check", str(library), *week)["findings"]
    assert not [f for f in found if f["severity"] == "required"]
    smcal(capsys, "submit", str(library), *week, "--out", str(tmp_path / "out"))
    return tmp_path / "out"


def test_the_documents_say_what_was_planned(handed_in, needs_program):
    (pdf,) = handed_in.glob("*.pdf")
    text = subprocess.run(
        [needs_program("pdftotext"), "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    for expected in ("Пять новых романов", "Встреча с переводчицей", "СОГЛАСОВАНО", "п. 5.8", "23 ноября"):
        assert expected in text.replace("\u00a0", " "), expected
    assert "Как продлить книгу" not in text  # another page


def test_the_word_file_opens_in_libreoffice(handed_in, needs_program, tmp_path):
    (docx,) = handed_in.glob("*.docx")
    words = "\n".join(cell.text for table in Document(str(docx)).tables for row in table.rows for cell in row.cells)
    assert "Пять новых романов" in words
    subprocess.run(
        [
            needs_program("soffice"),
            f"-env:UserInstallation=file://{tmp_path}/office",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
            str(docx),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    assert "Встреча с переводчицей" in (tmp_path / f"{docx.stem}.txt").read_text("utf-8")


def test_a_second_handing_in_is_version_two(handed_in, capsys):
    library = handed_in.parent / "library.smcal"
    again = smcal(
        capsys,
        "submit",
        str(library),
        *("--page", PAGE, "--from", "2026-11-30", "--to", "2026-12-06", "--at", "2026-11-17T10:00"),
        *("--out", str(handed_in)),
    )
    assert again["version"] == 2
