"""Says from its first hundred bytes whether a file is a workspace, and of which format, without changing a byte."""

import os
import sqlite3
from pathlib import Path

from smcal.store.errors import Damaged, NewerFile, NoSuchFile, NotAWorkspace, out_of_reach
from smcal.words import _

APPLICATION_ID = 0x534D434C  # "SMCL"
FORMAT = 2
"""Number of the newest revision in migrations; stands in `user_version`."""

_MAGIC = b"SQLite format 3\x00"
_SMALLEST = 4096


def check_identity(path: Path) -> int:
    """Return the format of the workspace at `path`. Raises a subclass of SmcalError that says what it is instead."""
    head, size = _head(path)
    if size == 0:
        raise NotAWorkspace(_("{path} is empty. Nothing was changed; restore the newest backup.").format(path=path))
    if size < _SMALLEST or not head.startswith(_MAGIC):
        raise NotAWorkspace(
            _(
                "{path} is no workspace of smcal, or its beginning is damaged. It was not changed; "
                "choose another file or restore a backup."
            ).format(path=path)
        )
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotAWorkspace(
            _("{path} belongs to another program. It was not changed; choose another file.").format(path=path)
        )
    if _is_cut(head, size) and not _is_interrupted(path):
        raise Damaged(
            _("{path} is cut short: its end is missing. It was not changed; restore the newest backup.").format(
                path=path
            )
        )
    version = int.from_bytes(head[60:64], "big")
    if version > FORMAT:
        raise _newer(path, version)
    return version


def check_revision(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse tables that no revision of ours made, whatever `user_version` says. Raises NewerFile, sqlite3.Error."""
    for (revision,) in connection.execute("SELECT version_num FROM alembic_version").fetchall():
        if not (revision.isdecimal() and int(revision) <= FORMAT):
            raise _newer(path, revision)


def _is_cut(head: bytes, size: int) -> bool:
    """Whether a file is smaller than its header says, as when a copy broke off; SQLite's own check overlooks it."""
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    counted = head[24:28] == head[92:96]  # otherwise the count of pages is of an older writer's
    return bool(size % page) or (counted and size < page * int.from_bytes(head[28:32], "big"))


def _is_interrupted(path: Path) -> bool:
    """Whether SQLite has still to roll back what a crash interrupted: the file may then be of any size."""
    return any(path.with_name(path.name + end).exists() for end in ("-journal", "-wal"))


def uses_wal(path: Path) -> bool:
    """Whether another tool has set the file to a write-ahead log."""
    return 2 in _head(path)[0][18:20]


def _newer(path: Path, theirs: int | str) -> NewerFile:
    return NewerFile(
        _(
            "{path} was made by a newer smcal (format {theirs}, this one knows {ours}). "
            "It was not changed; update smcal."
        ).format(path=path, theirs=theirs, ours=FORMAT)
    )


def _head(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            return file.read(100), path.stat().st_size
    except FileNotFoundError as error:
        raise NoSuchFile(
            _("There is no file {path}. Nothing was made; check the name or restore a backup.").format(path=path)
        ) from error
    except IsADirectoryError as error:
        raise NoSuchFile(
            _("{path} is a folder, not a workspace. Nothing was changed; choose a file in it.").format(path=path)
        ) from error
    except OSError as error:
        if os.path.isdir(path):  # noqa: PTH112  # Windows says "permission denied" about folders
            raise NoSuchFile(
                _("{path} is a folder, not a workspace. Nothing was changed; choose a file in it.").format(path=path)
            ) from error
        raise out_of_reach(error, path) from error
