"""What can go wrong with a workspace file, each as one clear line."""

import errno
from pathlib import Path
from typing import TypeVar

import msgspec

from smcal.errors import SmcalError, UnreadableFile, WrongUse
from smcal.reasons import reason_of
from smcal.words import N_, _

T = TypeVar("T")


class NoSuchFile(UnreadableFile):
    """Nothing, or a folder, lies where the workspace should be."""


class NotAWorkspace(UnreadableFile):
    """The file is something else: another program's database, a text, an empty file."""


class Damaged(UnreadableFile):
    """The file is a workspace, but parts of it cannot be read."""


class NewerFile(UnreadableFile):
    """A newer smcal made the file."""


class AnotherWorkspace(WrongUse):
    """A copy of one workspace was to take the place of another."""


class UpgradeFailed(SmcalError):
    """An older file could not be brought to this version; it is as it was."""


class AlreadyThere(SmcalError):
    """A workspace was to be made where a file lies."""


class NoRights(SmcalError):
    """The system does not let this person read or write the file or its folder."""


class ReadOnly(SmcalError):
    """The workspace was opened for reading only."""


class OpenElsewhere(SmcalError):
    """Another smcal works on the file."""


class Busy(SmcalError):
    """Another program holds the file right now."""


class DiskFull(SmcalError):
    """There is no room on the disk."""


class FileGone(SmcalError):
    """The file was moved or replaced while it was open, or its disk fails."""


class UnsafePlace(SmcalError):
    """The file lies where files get lost: on a network drive or in a folder that another program synchronises."""


class Conflict(SmcalError):
    """A value is no longer what a change set expects."""


class StillNeeded(SmcalError):
    """A value cannot be stored or removed because of what refers to it, or of what it refers to."""


class NotSupported(UnreadableFile):
    """A file that was to go with a post is damaged, too large, or of a kind that smcal does not keep."""


_MEANINGS: tuple[tuple[str, type[SmcalError], str], ...] = (
    (
        "SQLITE_FULL",
        DiskFull,
        N_("The disk is full, {path} was not changed. Free some space elsewhere on this disk and try again."),
    ),
    (
        "SQLITE_BUSY",
        Busy,
        N_("Another program is using {path}. Nothing was changed; close that program and try again."),
    ),
    (
        "SQLITE_READONLY_DBMOVED",
        FileGone,
        N_("{path} was moved or replaced while it was open. Nothing more is written; put it back and open it again."),
    ),
    (
        "SQLITE_READONLY",
        NoRights,
        N_("{path} may only be read. Nothing was changed; save a copy in a folder of your own."),
    ),
    (
        "SQLITE_IOERR",
        FileGone,
        N_("The disk with {path} does not answer ({error}). What was saved is kept; connect it again and retry."),
    ),
    (
        "SQLITE_CANTOPEN",
        NoRights,
        N_("{path} cannot be opened. It was not changed; ask whoever owns the folder for access."),
    ),
    (
        "SQLITE_CORRUPT",
        Damaged,
        N_("{path} is damaged ({error}). It was not changed; restore the newest backup."),
    ),
    (
        "SQLITE_CONSTRAINT_FOREIGNKEY",
        StillNeeded,
        N_("Nothing was changed: something that is still in use would be removed, or what is needed is missing."),
    ),
    ("SQLITE_CONSTRAINT", WrongUse, N_("Nothing was changed: a value makes no sense ({error}).")),
)


def explain_system(error: OSError, path: Path) -> SmcalError:
    """Say what the operating system means by an error about a file or folder."""
    if error.errno == errno.ENOSPC:
        return DiskFull(
            _("The disk is full, {path} was not written. Free some space on it and try again.").format(path=path)
        )
    return NoRights(
        _("{path} cannot be written ({cause}). What was there is as it was; ask whoever owns it for access.").format(
            path=path, cause=reason_of(error)
        )
    )


def out_of_reach(error: OSError, path: Path) -> NoRights:
    """Say that a file may not even be looked at."""
    return NoRights(
        _("{path} cannot be read ({error}). It was not changed; ask whoever owns it for access.").format(
            path=path, error=reason_of(error)
        )
    )


def decoded(text: str | bytes, kind: type[T]) -> T:
    """JSON that a workspace keeps, as a value. Raises Damaged."""
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.DecodeError as error:
        raise Damaged(
            _(
                "What this workspace keeps makes no sense in one place ({error}). Nothing was changed; "
                "restore the newest backup."
            ).format(error=error)
        ) from error


def explain(error: Exception, path: Path) -> SmcalError:
    """Say what SQLite means by an error about a file; `error` may also be SQLAlchemy's wrapping of one."""
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorname", None) or ""
    for start, kind, words in _MEANINGS:
        if code.startswith(start):
            return kind(_(words).format(path=path, error=_detail(cause, code)))
    return Damaged(
        _("{path} cannot be read ({error}). It was not changed; restore the newest backup.").format(
            path=path, error=_detail(cause, code)
        )
    )


def _detail(cause: Exception, code: str) -> str:
    """What helps whoever is asked for help, in no language: SQLite's code, and the table or column that it names."""
    _said, _colon, named = str(cause).rpartition(": ")
    known = code or type(cause).__name__
    return f"{known}: {named}" if named.replace("_", "").replace(".", "").isalnum() and _colon else known
