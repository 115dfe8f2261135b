"""smcal submit where nobody agrees to plans: it keeps a version all the same, and says what that is."""

import datetime as dt

from docx import Document

from smcal.sample import make_sample

AT = dt.datetime(2026, 11, 24, 8, 20, tzinfo=dt.UTC)


def test_a_version_is_kept_for_information(run, tmp_path):
    file, out = tmp_path / "a.smcal", tmp_path / "out"
    make_sample(file, "espelkamp", AT).close(backup=False)
    words = ("--page", "Facebook: Stadtbücherei Espelkamp", "--from", "2026-11-30", "--to", "2026-12-06")
    answer = run("submit", file, *words, "--out", out, "--at", "2026-11-24T10:00")
    assert answer.code == 0, answer.err
    assert "kept for information" in answer.out and "handed in" not in answer.out
    (docx,) = out.glob("*.docx")
    document = Document(str(docx))
    told = "\n".join(paragraph.text for paragraph in document.tables[0].rows[0].cells[0].paragraphs)
    assert "Fassung 1" in told or "Version 1" in told
    assert [cell.text for cell in document.tables[1].rows[0].cells] == ["Wann", "Veröffentlichung", "Material"]
