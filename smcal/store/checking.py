"""Whether a database is whole: its pages, its references, its rows."""

import sqlite3
from contextlib import closing
from pathlib import Path

from smcal.store.connect import connect
from smcal.store.errors import Damaged, explain
from smcal.words import _


def check_database(path: Path, named: Path | None = None) -> None:
    """Read every page and every reference. Raises Damaged, which speaks of `named` where the file is a copy of it."""
    try:
        with closing(connect(path)) as connection:
            faults = connection.execute("PRAGMA integrity_check(1)").fetchall()
            dangling = connection.execute("PRAGMA foreign_key_check").fetchmany(1)
    except sqlite3.Error as error:
        raise explain(error, named or path) from error
    if faults != [("ok",)] or dangling:
        raise Damaged(
            _("{path} is damaged ({error}). It was not changed; restore the newest backup.").format(
                path=named or path, error=dangling[0] if dangling else faults[0][0]
            )
        )


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names.fetchall()}
