"""The CSV file: one record per post, safe to open in a spreadsheet."""

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from smcal.documents import PlanDocument, write_csv
from smcal.words import words
from tests.core.documents import samples

RU, EN = words("ru"), words("en")


def rows(document: PlanDocument, folder: Path, language: str = "ru") -> list[list[str]]:
    path = write_csv(document, folder / "план.csv", words(language)).path
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "ru" else ","))


def test_one_record_a_post_with_russian_dates(tmp_path: Path) -> None:
    posts = (samples.post(0), samples.post(1, time=None))
    header, first, second = rows(samples.plan(posts), tmp_path)
    assert len(header) == len(first) == len(second)
    assert first[:2] == ["30.11.2026", "10:00"]
    assert "Библиотека 12 декабря работает до 17:00" in first
    assert "23.11.2026 18:00" in first
    assert second[:2] == ["01.12.2026", ""]


def test_other_languages_get_iso_dates_and_commas(tmp_path: Path) -> None:
    header, first = rows(samples.plan((samples.post(0),)), tmp_path, "en")
    assert header[:2] == ["Date", "Time"]
    assert first[0] == "2026-11-30"


def test_a_text_of_several_lines_is_one_record(tmp_path: Path) -> None:
    text = 'Первая;\nвторая "в кавычках"\n\nчетвёртая'
    _, first = rows(samples.plan((samples.post(0, text=text),)), tmp_path)
    assert text in first


@pytest.mark.parametrize("text", ["=1+1", "+7 812", "-5", "@name", "\tx", "\rx", "＝1+1", '=HYPERLINK("http://x")'])
def test_f80_no_cell_is_a_formula(text: str, tmp_path: Path) -> None:
    _, first = rows(samples.plan((samples.post(0, title=text, text=text, partner=text),)), tmp_path)
    assert first.count(f"'{text}") == 3
    assert text not in first


def test_a_deadline_that_may_still_change_is_marked_in_a_column_of_its_own(tmp_path: Path) -> None:
    sure, unsure = samples.post(0), samples.post(1, date=dt.date(2028, 3, 15), submit_by=dt.datetime(2028, 3, 7, 17))
    header, first, second = rows(samples.plan((sure, unsure), undecreed=(2028,)), tmp_path, "en")
    column = header.index("Provisional")
    assert (first[column], second[column]) == ("", "yes")
    assert "2028-03-07 17:00" in second
