"""The one place that opens connections: settings for safety, keys on, transactions explicit.

Rollback journal, not WAL: one file when idle, and a file moved under us is an error instead of a silent loss.
"""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine

PATIENCE = 5.0
"""Seconds to wait for another program that holds the file."""

_ALWAYS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)
_WRITING = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",  # the folder is synced after the journal is gone
    "PRAGMA secure_delete = FAST",
)


def connect(path: Path, *, writing: bool = False, keys: bool = True) -> sqlite3.Connection:
    """A connection to a file that exists; it opens no transaction by itself. Raises sqlite3.Error.

    One that is not for writing cannot write, but it can roll back what a crash left behind.
    """
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(
        address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    try:
        _harden(connection)
        for pragma in (*_ALWAYS, *(_WRITING if writing else ("PRAGMA query_only = ON",))):
            connection.execute(pragma).close()
        if not keys:
            connection.execute("PRAGMA foreign_keys = OFF").close()
    except BaseException:
        connection.close()
        raise
    return connection


def writing_engine(path: Path, *, keys: bool = True) -> "Engine":
    """The engine that writes; every transaction takes the right to write at its start, never halfway."""
    from sqlalchemy import Connection, create_engine, event  # 0.3 s: only when something is written
    from sqlalchemy.pool import QueuePool

    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, writing=True, keys=keys),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_reset_on_return="rollback",
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _harden(connection: sqlite3.Connection) -> None:
    if defensive := getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE", None):  # from Python 3.12
        connection.setconfig(defensive, True)  # type: ignore[attr-defined,unused-ignore]
