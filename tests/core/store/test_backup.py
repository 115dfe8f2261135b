"""Backups that were opened and checked, and the way back."""

import datetime as dt
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from smcal.store import (
    BackupInfo,
    Busy,
    Damaged,
    NotAWorkspace,
    OpenElsewhere,
    Workspace,
    back_up,
    find_backups,
    restore,
)
from smcal.store.backup import superseded
from smcal.store.copying import copy_database
from smcal.store.errors import AnotherWorkspace
from tests.library import WEEK, a_post, make_library

MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(100)


def _add_posts(path: Path, count: int = 1) -> None:
    with Workspace.open(path) as workspace:
        with workspace.work("Add") as work:
            for number in range(count):
                work.put(a_post(number))
        workspace.close(backup=False)


def _count(path: Path) -> int:
    with Workspace.open(path, read_only=True) as workspace:
        return len(workspace.read().posts(WEEK))


def test_closing_backs_up_what_changed_and_only_that(path: Path) -> None:
    with Workspace.open(path) as workspace, workspace.work("Add") as work:
        work.put(a_post())
    (backup,) = find_backups(path)
    assert backup.seq == 2
    assert backup.size == backup.path.stat().st_size
    Workspace.open(path).close()
    Workspace.open(path, read_only=True).close()
    assert find_backups(path) == [backup]


def test_a_backup_brings_back_plan_and_files(path: Path) -> None:
    with Workspace.open(path) as workspace:
        media = workspace.media.add(MP4, "ролик.mp4")
        with workspace.work("Add") as work:
            work.put(media)
            work.put(a_post())
        backup = workspace.back_up()
        with workspace.work("Add") as work:
            work.put(a_post(1))
        workspace.media.path(media).unlink()
    assert _count(path) == 2
    kept = restore(path, backup)
    assert _count(path) == 1
    assert kept is not None
    assert _count(kept) == 2
    with Workspace.open(path) as workspace:
        assert workspace.media.path(media).read_bytes() == MP4


def test_a_file_that_is_no_longer_what_its_name_says_is_not_backed_up(workspace: Workspace) -> None:
    good, bad = workspace.media.add(MP4, "a.mp4"), workspace.media.add(MP4 + b"2", "b.mp4")
    workspace.media.path(bad).write_bytes(b"something else")
    kept = workspace.back_up().parent / "media"
    assert [file.name for file in kept.iterdir()] == [f"{good.id}.mp4"]


def test_a_backup_brings_back_a_lost_file(path: Path) -> None:
    _add_posts(path)
    backup = back_up(path)
    path.unlink()
    assert restore(path, backup) is None
    assert _count(path) == 1


def test_steps_after_a_restore_are_numbered_on(path: Path) -> None:
    first = back_up(path)
    _add_posts(path)
    _add_posts(path)
    second = back_up(path)
    restore(path, first)
    _add_posts(path)
    newest = find_backups(path)[0]
    assert newest.path == second
    with Workspace.open(path, read_only=True) as workspace:
        assert workspace.read().seq() == newest.seq + 1


def test_a_restore_never_leaves_a_journal_of_the_old_file(path: Path) -> None:
    backup = back_up(path)
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"of the old file")
    kept = restore(path, backup)
    assert kept is not None
    assert not journal.exists()
    assert kept.with_name(f"{kept.name}-journal").read_bytes() == b"of the old file"


def test_a_damaged_file_is_no_backup_and_the_older_ones_stay(path: Path) -> None:
    _add_posts(path, 7)
    good = back_up(path)
    before = good.read_bytes()
    content = bytearray(path.read_bytes())
    content[-8192:] = bytes(8192)
    path.write_bytes(content)
    with pytest.raises(Damaged):
        back_up(path)
    assert [file.name for file in good.parent.iterdir()] == [good.name]
    assert good.read_bytes() == before


def test_a_foreign_or_damaged_backup_is_not_restored(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    foreign = tmp_path / "x.db"
    foreign.write_bytes(b"x" * 5000)
    with pytest.raises(NotAWorkspace):
        restore(path, foreign)
    assert path.read_bytes() == before


def test_a_backup_of_another_workspace_is_taken_only_when_that_is_meant(path: Path, tmp_path: Path) -> None:
    other = make_library(tmp_path / "other.smcal")
    before = path.read_bytes()
    with pytest.raises(AnotherWorkspace, match="another workspace"):
        restore(path, other)
    assert path.read_bytes() == before
    kept = restore(path, other, other=True)
    assert kept is not None
    assert kept.read_bytes() == before
    with Workspace.open(path, read_only=True) as found, Workspace.open(other, read_only=True) as wanted:
        assert found.id == wanted.id


def test_a_file_too_damaged_to_tell_which_workspace_it_is_is_restored(path: Path) -> None:
    backup = back_up(path)
    path.write_bytes(b"x" * 5000)
    assert restore(path, backup) is not None
    assert _count(path) == 0


def test_an_open_workspace_is_not_replaced(workspace: Workspace) -> None:
    backup = workspace.back_up()
    with pytest.raises(OpenElsewhere):
        restore(workspace.path, backup)


def test_f32_a_backup_of_a_locked_file_is_put_off(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Busy, match="was not copied"):
            copy_database(path, tmp_path / "copy", deadline=0.2)


def _backups(*days: int) -> list[BackupInfo]:
    made = [BackupInfo(Path(), n, dt.datetime(2026, 1, 1) + dt.timedelta(day), 1) for n, day in enumerate(days)]
    return made[::-1]


def test_five_are_always_kept_and_the_last_of_a_day_for_a_fortnight() -> None:
    assert superseded(_backups(*[1] * 5)) == []
    assert [info.seq for info in superseded(_backups(*[1] * 8))] == [2, 1, 0]
    assert [info.seq for info in superseded(_backups(*range(20)))] == [5, 4, 3, 2, 1, 0]
    assert [info.seq for info in superseded(_backups(0, 0, 1, 1, 2, 2, 2, 2, 2))] == [2, 0]


def test_f33_a_clock_that_jumps_deletes_nothing_fresh() -> None:
    assert superseded(_backups(0, 3650, 0, -3650, 0)) == []
    gone = superseded(_backups(*range(10), -3650))
    assert gone == []


def test_f26_foreign_files_in_the_backup_folder_stay(path: Path) -> None:
    folder = back_up(path).parent
    (folder / "smcal-notes.txt").write_text("mine")
    for _ in range(6):
        _add_posts(path)
        back_up(path)
    assert (folder / "smcal-notes.txt").exists()
    assert len(find_backups(path)) == 5
