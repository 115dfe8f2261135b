"""Backups that were opened and checked, and the way back from them."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from smcal.atomic import staged, sync
from smcal.store.connect import connect
from smcal.store.copying import copy_database
from smcal.store.errors import AnotherWorkspace, explain, explain_system
from smcal.store.folders import backup_folder, media_folder
from smcal.store.identity import check_identity, check_revision
from smcal.store.lock import WorkspaceLock
from smcal.words import _

FEWEST = 5
"""So many backups are always kept, however many were made today."""

DAYS = 14
"""Of so many days on which backups were made, the last one of each day is kept."""

_NAME = re.compile(r"smcal-(\d{6,})-(\d{8}T\d{6}Z)\.db")
_STAMP = "%Y%m%dT%H%M%SZ"
_COMPANIONS = ("-journal", "-wal", "-shm")  # of SQLite; they belong to one file and spoil any other


class BackupInfo(msgspec.Struct, frozen=True):
    """One verified backup."""

    path: Path
    seq: int  # the last step in it
    at: datetime  # UTC, when it was made
    size: int  # bytes


def back_up(path: Path | str) -> Path:
    """Copy a workspace and its files to NAME.backups; the copy is checked before it gets its name.

    Needs no lock. Raises Damaged when the workspace is, Busy when another program keeps it for half a minute, DiskFull;
    older backups then are as they were.
    """
    path = Path(path).absolute()
    check_identity(path)
    folder = backup_folder(path)
    try:
        with closing(connect(path)) as connection:
            check_revision(connection, path)
            seq = _last_step(connection)
        folder.mkdir(exist_ok=True)
        target = folder / f"smcal-{seq:06d}-{datetime.now(UTC).strftime(_STAMP)}.db"
        with staged(target) as part:
            copy_database(path, part)
        _copy_missing(media_folder(path), folder / "media")
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except OSError as error:
        raise explain_system(error, folder) from error
    for old in superseded(find_backups(path)):
        old.path.unlink(missing_ok=True)
    return target


def restore(path: Path | str, backup: Path | str, *, other: bool = False) -> Path | None:
    """Put a backup in the place of a workspace; returns where the replaced file was kept, None if there was none.

    The backup is copied and checked before anything is replaced. A backup of another workspace is taken only where
    `other` says that this is meant; a file too damaged to tell which workspace it is is replaced by any.
    Raises AnotherWorkspace, NotAWorkspace, Damaged, OpenElsewhere, DiskFull.
    """
    path, backup = Path(path).absolute(), Path(backup).absolute()
    check_identity(backup)
    with WorkspaceLock(path):
        if not other:
            _refuse_another(path, backup)
        try:
            with staged(path) as part:
                copy_database(backup, part)
                _number_on(part, max((info.seq for info in find_backups(path)), default=0))
                kept = _put_aside(path)
            _copy_missing(backup.parent / "media", media_folder(path))
        except sqlite3.Error as error:
            raise explain(error, backup) from error
        except OSError as error:
            raise explain_system(error, path) from error
    return kept


def find_backups(path: Path | str) -> list[BackupInfo]:
    """The backups of a workspace, the newest first: by the steps in them, then by the clock, which may be wrong."""
    folder = backup_folder(Path(path).absolute())
    if not folder.is_dir():
        return []
    found = [_info(file, match) for file in folder.iterdir() if (match := _NAME.fullmatch(file.name))]
    return sorted(found, key=lambda info: (info.seq, info.at), reverse=True)


def superseded(newest_first: list[BackupInfo]) -> list[BackupInfo]:
    """Those that may go. Depends on their order and days alone, never on what the clock says now."""
    last_of_day = {info.at.date(): info for info in reversed(newest_first)}
    kept = newest_first[:FEWEST] + [info for info in newest_first if last_of_day[info.at.date()] is info][:DAYS]
    return [info for info in newest_first if info not in kept]


def _refuse_another(path: Path, backup: Path) -> None:
    here, there = _workspace_id(path), _workspace_id(backup)
    if here is not None and there is not None and here != there:
        raise AnotherWorkspace(
            _(
                "{backup} belongs to another workspace than {path}. Nothing was changed; choose a backup of this one."
            ).format(backup=backup, path=path)
        )


def _workspace_id(path: Path) -> str | None:
    """Which workspace a file is, its copies included; None where the file does not tell.

    Read as if nothing could change it: a journal beside it stays as it is, for it is kept with the file.
    """
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return str(connection.execute("SELECT value FROM meta WHERE key = 'workspace'").fetchone()[0])
    except (sqlite3.Error, TypeError):  # no workspace, or too damaged; no row
        return None


def _info(file: Path, match: re.Match[str]) -> BackupInfo:
    at = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
    return BackupInfo(file, int(match[1]), at, file.stat().st_size)


def _last_step(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM change_set").fetchone()[0])


def _number_on(copy: Path, seq: int) -> None:
    """Let the next step be numbered after all that were ever backed up, those given up by restoring included."""
    with closing(connect(copy, writing=True)) as connection:
        known = max(seq, _last_step(connection))
        if not connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'change_set'", (known,)).rowcount:
            connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('change_set', ?)", (known,))


def _put_aside(path: Path) -> Path | None:
    """Keep what is about to be replaced, with SQLite's journal, which would spoil the file that comes in its place."""
    if not path.exists():
        return None
    number = 1
    while (kept := path.with_name(f"{path.stem}.replaced-{number}{path.suffix}")).exists():
        number += 1
    from shutil import copyfile  # 6 ms of the start otherwise

    companions = [end for end in _COMPANIONS if path.with_name(path.name + end).exists()]
    for end in ("", *companions):
        copy = kept.with_name(kept.name + end)
        copyfile(path.with_name(path.name + end), copy)
        sync(copy)
    for end in companions:
        path.with_name(path.name + end).unlink()
    return kept


def _copy_missing(source: Path, target: Path) -> None:
    """Copy the files that `target` lacks; one whose bytes are no longer what its name says is left out."""
    if not source.is_dir():
        return
    from shutil import copyfile  # 6 ms of the start otherwise

    target.mkdir(exist_ok=True)
    for file in source.iterdir():
        copy = target / file.name
        if file.is_file() and not copy.exists() and _digest(file) == file.stem:
            with staged(copy) as part:
                copyfile(file, part)


def _digest(file: Path) -> str:
    import hashlib  # 7 ms of the start otherwise

    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
