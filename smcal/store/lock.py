"""One smcal at a time writes a workspace; the operating system frees the lock when a process dies."""

import errno
import getpass
import os
import platform
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import msgspec

from smcal.store.errors import NoRights, OpenElsewhere, explain_system
from smcal.words import _


class Holder(msgspec.Struct, frozen=True):
    """Who holds a workspace, as they wrote it down: for the message only, the lock itself decides."""

    user: str = ""
    computer: str = ""
    process: int = 0
    since: str = ""


class WorkspaceLock:
    """The right to write to one workspace, taken at once or not at all.

    Our own thirty lines over flock and msvcrt: importing `filelock` takes as long as reading the first week.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = path.with_name(f"{path.name}.lock")
        self._note = path.with_name(f"{path.name}.lock.json")
        self._descriptor: int | None = None

    def take(self) -> None:
        """Take the lock. Raises OpenElsewhere with the name of its holder."""
        while self._descriptor is None:
            descriptor = self._open()
            if not _try_lock(descriptor):
                os.close(descriptor)
                raise OpenElsewhere(self._who())
            if self._is_current(descriptor):
                self._descriptor = descriptor
            else:  # it was removed by its last holder between our opening and our locking
                os.close(descriptor)
        with suppress(OSError):  # on a full disk nobody can be told who holds it, but it is held
            self._note.write_bytes(msgspec.json.encode(_me()))

    def free(self) -> None:
        """Give the lock back and leave no file behind. Harmless when it is not held."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        self._note.unlink(missing_ok=True)
        if os.name == "posix":
            self._lock.unlink(missing_ok=True)
        os.close(descriptor)

    def __enter__(self) -> "WorkspaceLock":
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.free()

    def _open(self) -> int:
        try:
            return os.open(self._lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise explain_system(error, self._path) from error
            if not self._path.exists():
                raise NoRights(
                    _("{path} cannot be made: its folder allows no new files. Choose a folder of your own.").format(
                        path=self._path
                    )
                ) from error
            raise NoRights(
                _(
                    "{path} can only be read here: its folder allows no new files. Save a copy in a folder of your own."
                ).format(path=self._path)
            ) from error

    def _is_current(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), self._lock.stat())
        except FileNotFoundError:
            return False

    def _who(self) -> str:
        try:
            holder = msgspec.json.decode(self._note.read_bytes(), type=Holder)
        except (OSError, msgspec.DecodeError):
            return _("{path} is open in another smcal. Close it there, then try again.").format(path=self._path)
        return _(
            "{path} is open in another smcal ({user}, computer {computer}). Close it there, then try again."
        ).format(path=self._path, user=holder.user, computer=holder.computer)


def _me() -> Holder:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name
        user = "?"
    return Holder(user, platform.node(), os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"))


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
