"""Copies a database in use so that the copy is whole: neither a journal nor a writer spoils it."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from smcal.store.checking import check_database, row_counts
from smcal.store.connect import connect
from smcal.store.errors import Busy, Damaged
from smcal.store.identity import check_identity, check_revision
from smcal.words import _

DEADLINE = 30.0
"""Seconds that another program may make us wait."""

_PAGES = 1000


def copy_database(source: Path, target: Path, deadline: float = DEADLINE) -> None:
    """Copy one moment of `source` to `target`, open the copy, check it, and count its rows.

    Raises sqlite3.Error, NewerFile, Busy after `deadline` seconds, and Damaged when the copy, and so the source, is
    not whole.
    """
    until = time.monotonic() + deadline

    def hurry(_status: int, _left: int, _all: int) -> None:
        if time.monotonic() > until:
            raise _put_off(source)

    with closing(connect(source)) as reading, closing(sqlite3.connect(target, isolation_level=None)) as writing:
        _begin(reading, until, source)
        check_revision(reading, source)
        counts = row_counts(reading)
        reading.backup(writing, pages=_PAGES, progress=hurry)
        if row_counts(writing) != counts:
            raise Damaged(_("{path} could not be copied whole. It was not changed; try again.").format(path=source))
    check_identity(target)
    check_database(target, source)


def _begin(reading: sqlite3.Connection, until: float, source: Path) -> None:
    """Start a snapshot as soon as the other program lets us, or give up in time."""
    while True:
        reading.execute(f"PRAGMA busy_timeout = {max(1, min(1000, int(1000 * (until - time.monotonic()))))}")
        reading.execute("BEGIN")
        try:
            reading.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return
        except sqlite3.OperationalError as error:
            reading.execute("ROLLBACK")
            if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            if time.monotonic() > until:
                raise _put_off(source) from error


def _put_off(source: Path) -> Busy:
    return Busy(
        _("Another program is using {path}, so it was not copied. Close that program and try again.").format(
            path=source
        )
    )
