"""What happened to a post: who changed which field, when, from what to what."""

import datetime as dt
import sqlite3
from collections.abc import Iterable
from typing import Any

import msgspec

from smcal.store.changes import Area
from smcal.store.shapes import Senseless


class FieldChange(msgspec.Struct, frozen=True):
    """One field before and after, in the plain form of JSON: dates are ISO text, states their words."""

    field: str
    before: Any
    after: Any


class HistoryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One value changed in one step. An addition has no values before, a removal none after."""

    seq: int  # order of history; clocks may have been set back
    at: dt.datetime  # UTC
    person_id: str | None
    person: str  # name as it is now, "" where nobody was named
    label: str  # what was done
    area: Area  # the post itself, a file in it, a verdict about it
    item_id: str
    added: bool
    removed: bool
    fields: tuple[FieldChange, ...]


_HISTORY = """
SELECT s.seq, s.at, s.person_id, coalesce(p.name, ''), s.label, c.area, c.item_id, c.before, c.after
FROM change AS c JOIN change_set AS s ON s.seq = c.seq LEFT JOIN person AS p ON p.id = s.person_id
WHERE c.post_id = ? ORDER BY s.seq DESC, c.id DESC
"""


_STORY = _HISTORY.replace("c.post_id = ?", "c.area = ? AND c.item_id = ?")


def story(connection: sqlite3.Connection, area: Area, item_id: str) -> list[HistoryEntry]:
    """What became of one value that belongs to no post, newest first."""
    return _entries(connection.execute(_STORY, (area.value, item_id)))


def history(connection: sqlite3.Connection, post_id: str) -> list[HistoryEntry]:
    """The story of a post, newest first."""
    return _entries(connection.execute(_HISTORY, (post_id,)))


def _entries(rows: Iterable[tuple[Any, ...]]) -> list[HistoryEntry]:
    """Raises Senseless when a row cannot have come from a step."""
    try:
        return [_entry(row) for row in rows]
    except (ValueError, TypeError) as error:  # JSON that is none is a ValueError too
        raise Senseless(str(error)) from error


def _entry(row: tuple[Any, ...]) -> HistoryEntry:
    seq, at, person_id, person, label, area, item_id, before, after = row
    old, new = _fields(before), _fields(after)
    return HistoryEntry(
        seq=seq,
        at=dt.datetime.fromisoformat(at),
        person_id=person_id,
        person=person,
        label=label,
        area=Area(area),
        item_id=item_id,
        added=before is None,
        removed=after is None,
        fields=tuple(FieldChange(name, old.get(name), new.get(name)) for name in {**old, **new} if name != "id"),
    )


def _fields(text: str | None) -> dict[str, Any]:
    return {} if text is None else msgspec.json.decode(text, type=dict[str, Any])
