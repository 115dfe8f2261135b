"""A disk without room: told, and everything is as it was. Needs root, to mount a small disk."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from smcal.cli.main import main
from smcal.store import DiskFull, Workspace, back_up, find_backups
from smcal.store.checking import check_database
from tests.library import WEEK, a_post


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 2 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    mounted = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("left out: needs root (to mount a small disk)")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def _fill(folder: Path) -> Path:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(os.urandom(4096))
        except OSError:
            pass
    return filler


def test_f08_a_full_disk_loses_nothing_and_saving_works_again_when_there_is_room(path: Path, small: Path) -> None:
    plan = Path(shutil.copy(path, small))
    with Workspace.open(plan) as workspace:
        with workspace.work("Before") as work:
            work.put(a_post())
        filler = _fill(small)
        post = a_post(1, text="слова " * 20_000)
        with pytest.raises(DiskFull, match="Free some space elsewhere"), workspace.work("Add") as work:
            work.put(post)
        assert len(workspace.read().posts(WEEK)) == 1
        filler.unlink()
        with workspace.work("Again") as work:
            work.put(post)
        assert len(workspace.read().posts(WEEK)) == 2
        workspace.close(backup=False)
    check_database(plan)


def test_f09_a_full_disk_keeps_the_old_backup_and_leaves_no_half_one(path: Path, small: Path) -> None:
    plan = Path(shutil.copy(path, small))
    backup = back_up(plan)
    before = backup.read_bytes()
    _fill(small)
    with pytest.raises(DiskFull):
        back_up(plan)
    assert backup.read_bytes() == before
    assert [info.path for info in find_backups(plan)] == [backup]
    assert [file.name for file in backup.parent.iterdir()] == [backup.name]


def test_f08_a_picture_that_does_not_fit_is_not_stored(path: Path, small: Path) -> None:
    plan = Path(shutil.copy(path, small))
    with Workspace.open(plan) as workspace:
        _fill(small)
        with pytest.raises(DiskFull):
            workspace.media.add(b"%PDF-1.7\n" + bytes(100_000), "план.pdf")
        assert list(workspace.media.folder.glob("*")) == []
        workspace.close(backup=False)


PLAN = ("--page", "VK: Садовая", "--from", "2026-11-30", "--to", "2026-12-06")


def _beside(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


@pytest.mark.parametrize("command", ["import", "submit", "new"])
def test_f08_commands_name_the_file_and_say_what_to_do(
    path: Path, small: Path, tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = Path(shutil.copy(path, small))
    table, new = tmp_path / "rows.csv", small / "new.smcal"
    text = "слова " * 400
    table.write_text("Дата;Время;Заголовок;Текст\n" + f"30.11.2026;10:00;Вечер;{text}\n" * 6, encoding="utf-8")
    assert main(["import", str(plan), str(table), "--page", "VK: Садовая"]) == 0
    _fill(small)
    before, there = plan.read_bytes(), _beside(small)
    words = {
        "import": [str(plan), str(table), "--page", "Telegram: Садовая"],
        "submit": [str(plan), *PLAN, "--at", "2026-11-20T10:00", "--out", str(tmp_path / "out")],
        "new": [str(new), "--regulation", "spb-cbs", "--branch", "Б"],
    }
    capsys.readouterr()
    assert main([command, *words[command]]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert str(new if command == "new" else plan) in line
    assert line.startswith("The disk is full") and "ree some space" in line
    assert plan.read_bytes() == before and _beside(small) == there, "not even a lock is left"


def test_f08_a_document_that_does_not_fit_says_so(path: Path, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _fill(small)
    out = small / "plan.csv"
    week = ["--page", "VK: Садовая", "--from", "2026-11-23", "--to", "2026-11-29"]
    assert main(["export", str(path), *week, "--format", "csv", "--out", str(out)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("The disk is full") and str(out) in line and not out.exists()
