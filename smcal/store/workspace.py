"""A workspace: one file with a plan, open for work or for reading."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from smcal.store.calendars import Calendars
from smcal.store.changes import ChangeSet
from smcal.store.connect import connect, writing_engine
from smcal.store.errors import AlreadyThere, ReadOnly, explain
from smcal.store.folders import media_folder
from smcal.store.identity import check_revision
from smcal.store.lock import WorkspaceLock
from smcal.store.media import MediaStore
from smcal.store.opening import ready_to_read, ready_to_write, refuse_namesake, safe_place
from smcal.store.place import Place
from smcal.store.reader import Reader
from smcal.store.settings import Settings
from smcal.words import _

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from smcal.regulation import Pack
    from smcal.store.upgrade import UpgradedCopy
    from smcal.store.work import Work
    from smcal.worktime import Worktime


class Workspace:
    """The one door to a plan: `create` or `open` it, `read()` from it, `work()` on it, `close()` it.

    Opening a file of this version imports neither SQLAlchemy nor Alembic; the first writing does,
    or `prepare_writing()` in a thread after the first paint.
    """

    def __init__(
        self, path: Path, lock: WorkspaceLock | None, place: Place, copy: "UpgradedCopy | None" = None
    ) -> None:
        self.path = path
        self.place = place
        self.media = MediaStore(media_folder(path))
        self._lock = lock
        self._copy = copy  # what is read instead of a file of an older format
        self._file = copy.path if copy else path
        self._lenders: list[sqlite3.Connection] = []
        self._reading = threading.local()
        self._writing = threading.RLock()
        self._working = False
        self._closed = False
        self._engine: Engine | None = None
        self._calendars = Calendars(self.read)
        try:
            self._check_revision()
            self.id = self.read().workspace_id()
        except BaseException:
            self._give_back()
            raise

    @classmethod
    def create(cls, path: Path | str, settings: Settings, *, anywhere: bool = False) -> "Workspace":
        """Make a new workspace and open it. Raises AlreadyThere, UnsafePlace, NoRights, DiskFull."""
        from smcal.store.making import make_file  # once in the life of a file

        path = Path(path).absolute()
        safe_place(path, anywhere)
        if path.exists():
            raise AlreadyThere(_("{path} exists already. It was not changed; choose another name.").format(path=path))
        refuse_namesake(path)
        with WorkspaceLock(path):
            make_file(path, settings)
        return cls.open(path, anywhere=anywhere)

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False, anywhere: bool = False) -> "Workspace":
        """Open a workspace. Nothing is ever made by opening.

        Reading only needs no lock, works beside another smcal and leaves an older file as it is. Raises NoSuchFile,
        NotAWorkspace, NewerFile, Damaged, NoRights, OpenElsewhere, UnsafePlace; each leaves the file as it is.
        """
        path = Path(path).absolute()
        if read_only:
            return cls(path, None, safe_place(path, anywhere=True), ready_to_read(path))
        place = safe_place(path, anywhere)
        lock = WorkspaceLock(path)
        lock.take()
        try:
            ready_to_write(path)
            return cls(path, lock, place)
        except BaseException:
            lock.free()
            raise

    @property
    def read_only(self) -> bool:
        """True where nothing can be written."""
        return self._lock is None

    def read(self) -> Reader:
        """Ask what is stored; see Reader."""
        return Reader(self._lend, self.path)

    @contextmanager
    def work(self, label: str, person_id: str | None = None, at: datetime | None = None) -> "Iterator[Work]":
        """One unit of work: everything in the block is saved together at its end, or nothing when it raises.

        `label` says what is done, for people; `at` is now unless given. Afterwards `work.changes` is complete.
        """
        from sqlalchemy.exc import DBAPIError  # SQLAlchemy: only when something is written

        from smcal.store.work import Work

        with self._turn_to_write():
            try:
                with self._open_engine().connect() as connection, connection.begin() as transaction:
                    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                    work = Work(connection, self.path, label, person_id, at)
                    yield work
                    if not work.changes:
                        transaction.rollback()
                        return
                    self._calendars.save(connection)
                    work.record()
            except DBAPIError as error:
                raise explain(error, self.path) from error
            self._calendars.unsaved.clear()
            self._calendars.forget(work.changes)

    def apply(self, changes: ChangeSet, label: str | None = None, person_id: str | None = None) -> ChangeSet:
        """Replay a change set, as undo and redo do, in one unit of work. Raises Conflict and then changes nothing."""
        with self.work(changes.label if label is None else label, person_id or changes.person_id) as work:
            work.replay(changes)
        return work.changes

    def settings(self) -> Settings:
        """What the library has settled."""
        return self._calendars.settings()

    def pack(self) -> "Pack":
        """The regulation of this workspace."""
        return self._calendars.pack()

    def pack_text(self) -> str:
        """The same as it is written: TOML."""
        return self._calendars.pack_text()

    def worktime(self) -> "Worktime":
        """Working time as submissions are measured by it: the curator's hours and the library's own days."""
        return self._calendars.worktime()

    def branch_worktime(self, branch_id: str) -> "Worktime":
        """Working time of one branch, for replies: its opening hours and its own days too."""
        return self._calendars.branch_worktime(branch_id)

    def prepare_writing(self) -> None:
        """Import what writing needs; for a thread after the first paint, so that the first edit is quick."""
        if not self.read_only:
            with self._writing:
                self._open_engine().connect().close()
            from smcal.store import tables  # noqa: F401

    def refresh_calendar(self, today: date) -> bool:
        """Bring the kept national holidays up to date; slow, for a thread after the first paint.

        True when working time may have changed, so that views should ask for it again.
        """
        return self._calendars.refresh(today)

    def verify(self) -> None:
        """Read the whole file and every reference in it; for a thread after the first paint. Raises Damaged."""
        from smcal.store.checking import check_database  # after the first paint

        check_database(self._file, self.path)

    def back_up(self) -> Path:
        """Make a verified backup now; returns where it lies."""
        from smcal.store.backup import back_up  # after the first paint

        return back_up(self.path)

    def collect_orphans(self, days: float = 7) -> int:
        """Delete files older than `days` that neither the plan nor its history knows; returns how many.

        A file that cannot be deleted now stays for another time.
        """
        gone = 0
        for file in self.media.orphans(self.read().known_hashes(), days):
            with suppress(OSError):
                file.unlink(missing_ok=True)
                gone += 1
        return gone

    def close(self, *, backup: bool = True) -> None:
        """Back up what has changed since the last backup, and give everything back. Harmless when done twice.

        Once the backup is whole, files that nothing refers to any more are deleted, a week old at least.
        Raises what `back_up` raises, after everything was given back.
        """
        if self._closed:
            return
        self._closed = True
        try:
            if not self.read_only:
                self._save_years()
                if backup:
                    if self._has_news():
                        self.back_up()
                    self.collect_orphans()
        finally:
            self._give_back()

    def _check_revision(self) -> None:
        try:
            with self._lend() as connection:
                check_revision(connection, self.path)
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    def _save_years(self) -> None:
        if not self._calendars.unsaved:
            return
        from sqlalchemy.exc import DBAPIError  # SQLAlchemy: only when something is written

        try:
            with self._open_engine().begin() as connection:
                self._calendars.save(connection)
        except DBAPIError as error:
            raise explain(error, self.path) from error

    def _has_news(self) -> bool:
        from smcal.store.backup import find_backups  # after the first paint

        seq = self.read().seq()
        return seq > 0 and all(info.seq != seq for info in find_backups(self.path))

    def _give_back(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        while self._lenders:
            self._lenders.pop().close()
        if self._copy is not None:
            self._copy.remove()
        if self._lock is not None:
            self._lock.free()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _lend(self) -> Iterator[sqlite3.Connection]:
        """A reading connection for one query or one snapshot; it goes back to the others afterwards."""
        connection = self._idle_reader()
        self._reading.now = getattr(self._reading, "now", 0) + 1
        try:
            yield connection
        finally:
            self._reading.now -= 1
            if self._closed:
                connection.close()
            else:
                self._lenders.append(connection)

    def _idle_reader(self) -> sqlite3.Connection:
        with suppress(IndexError):
            return self._lenders.pop()
        try:
            return connect(self._file)
        except sqlite3.Error as error:
            raise explain(error, self.path) from error

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        if self.read_only:
            raise ReadOnly(_("{path} is open for reading only. Nothing was changed.").format(path=self.path))
        if getattr(self._reading, "now", 0):
            raise RuntimeError("a unit of work inside `with workspace.read()` would wait for itself")
        with self._writing:
            if self._working:
                raise RuntimeError("a unit of work inside another one")
            self._working = True
            try:
                yield
            finally:
                self._working = False

    def _open_engine(self) -> "Engine":
        if self._engine is None:
            self._engine = writing_engine(self.path)
        return self._engine
