"""F83: the place of a document is taken, forbidden or gone; what stood there stands there still."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from smcal import atomic
from smcal.documents import NotWritten, PlanDocument, Written, write_csv, write_docx, write_pdf
from smcal.words import Words, words
from tests.core.documents import samples

RU = words("ru")
Writer = Callable[[PlanDocument, Path, Words], Written]
each_writer = pytest.mark.parametrize("write", [write_docx, write_pdf, write_csv])
PLAN = samples.plan((samples.post(0),))


@each_writer
def test_f83_a_folder_in_its_place_is_left_alone(write: Writer, tmp_path: Path) -> None:
    taken = tmp_path / "plan"
    taken.mkdir()
    (taken / "inside").write_text("kept")
    with pytest.raises(NotWritten):
        write(PLAN, taken, RU)
    assert (taken / "inside").read_text() == "kept"
    assert list(tmp_path.iterdir()) == [taken]


@each_writer
def test_f83_a_file_that_another_program_holds_is_told(
    write: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace an open file; simulated here, with the waiting cut short."""

    def held(source: Path, target: Path) -> None:
        error = PermissionError(13, "held", str(target))
        error.winerror = 32
        raise error

    target = tmp_path / "plan.file"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(atomic.time, "sleep", lambda _seconds: None)
    with pytest.raises(NotWritten, match=r"plan\.file"):
        write(PLAN, target, RU)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@each_writer
def test_an_older_document_is_replaced(write: Writer, tmp_path: Path) -> None:
    target = tmp_path / "plan.file"
    target.write_bytes(b"old")
    assert write(PLAN, target, RU).path == target
    assert target.read_bytes() != b"old"
    assert list(tmp_path.iterdir()) == [target]
