"""A disk without room: told, and everything is as it was. Needs root, to mount a small disk."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

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
