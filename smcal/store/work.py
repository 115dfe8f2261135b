"""One unit of work: puts and removes values in one transaction and records what changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from smcal.model import Attachment, Override, Post, Removal, SubmittedPost, Verdict, new_id
from smcal.store.changes import AREAS, Area, Change, ChangeSet, Value, fold
from smcal.store.errors import Conflict
from smcal.store.reader import Reader
from smcal.store.search import words_of
from smcal.store.shapes import cleaned, row_of
from smcal.words import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

V = TypeVar("V", bound=Value)


class Work:
    """What a `with workspace.work(...)` block writes through; it sees its own changes, others see them at the end."""

    def __init__(
        self, connection: "Connection", path: Path, label: str, person_id: str | None = None, at: datetime | None = None
    ) -> None:
        self._connection = connection
        self._recorded: list[Change] = []
        moment = (at or datetime.now(UTC)).astimezone(UTC)
        self._frame = ChangeSet(id=new_id(), at=moment, person_id=person_id, label=label)
        self.read = Reader(lambda: _same(connection), path)
        """Reads what is stored, this block's own changes included."""

    @property
    def at(self) -> datetime:
        """The moment of this work, in UTC."""
        return self._frame.at

    @property
    def person_id(self) -> str | None:
        """Who does it."""
        return self._frame.person_id

    @property
    def changes(self) -> ChangeSet:
        """What has changed so far; complete after the block."""
        return msgspec.structs.replace(self._frame, changes=fold(self._recorded))

    def get(self, area: Area, id: str) -> Value | None:
        """One value as it stands now, or None."""
        return self.read.get(area, id)

    def put(self, value: V) -> V:
        """Store a value under its id, new or changed, and return it as stored: with its texts cleaned."""
        from smcal.store.tables import metadata  # SQLAlchemy: only when something is written

        area, fresh = AREAS[type(value)], cleaned(value)
        before = self.get(area, fresh.id)
        if before == fresh:
            return fresh
        table, row = metadata.tables[area], row_of(fresh)
        statement = table.insert() if before is None else table.update().where(table.c.id == fresh.id)
        self._connection.execute(statement, row)
        if isinstance(fresh, Post):
            self._keep_findable(fresh, before)
        self._recorded.append(Change(area, fresh.id, before, fresh))
        return fresh

    def remove(self, area: Area, id: str) -> None:
        """Take a value out; one that is not there is no error."""
        from smcal.store.tables import metadata  # SQLAlchemy: only when something is written

        before = self.get(area, id)
        if before is None:
            return
        table, search = metadata.tables[area], metadata.tables["post_search"]
        if area is Area.POSTS:
            self._connection.execute(search.delete().where(search.c.post_id == id))
        self._connection.execute(table.delete().where(table.c.id == id))
        self._recorded.append(Change(area, id, before, None))

    def replay(self, changes: ChangeSet) -> None:
        """Do what a change set says. Raises Conflict when a stored value is not what its `before` says."""
        for change in changes.changes:
            if self.get(change.area, change.id) != change.before:
                raise Conflict(_("This was changed again in the meantime, so the step cannot be repeated or undone."))
            if change.after is None:
                self.remove(change.area, change.id)
            else:
                self.put(change.after)

    def _keep_findable(self, post: Post, before: Value | None) -> None:
        from smcal.store.tables import post_search  # SQLAlchemy: only when something is written

        words = words_of(post)
        if before is None:
            self._connection.execute(post_search.insert(), {"post_id": post.id, "words": words})
        elif isinstance(before, Post) and words != words_of(before):
            self._connection.execute(post_search.update().where(post_search.c.post_id == post.id), {"words": words})

    def record(self) -> None:
        """Write the history of this block; called once, right before the commit."""
        from smcal.store.tables import change, change_set  # SQLAlchemy: only when something is written

        done = self.changes
        head = {"id": done.id, "at": _iso(done.at), "person_id": done.person_id, "label": done.label}
        inserted = self._connection.execute(change_set.insert().values(head))
        seq = inserted.lastrowid
        self._connection.execute(change.insert(), [{"seq": seq, **row} for row in _history_rows(done)])


def _same(connection: "Connection") -> AbstractContextManager[sqlite3.Connection]:
    driver: Any = connection.connection.driver_connection
    return nullcontext(driver)


def _history_rows(changes: ChangeSet) -> Iterator[dict[str, Any]]:
    for change in changes.changes:
        before, after = _differing(change)
        yield {
            "area": change.area.value,
            "item_id": change.id,
            "post_id": _post_of(change.after or change.before),
            "before": before and msgspec.json.encode(before).decode(),
            "after": after and msgspec.json.encode(after).decode(),
        }


def _differing(change: Change) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    old = None if change.before is None else msgspec.to_builtins(change.before)
    new = None if change.after is None else msgspec.to_builtins(change.after)
    if old is None or new is None:
        return old, new
    fields = [field for field in new if new[field] != old[field]]
    return {field: old[field] for field in fields}, {field: new[field] for field in fields}


def _post_of(value: Value | None) -> str | None:
    if isinstance(value, Post):
        return value.id
    return value.post_id if isinstance(value, Attachment | SubmittedPost | Verdict | Override | Removal) else None


def _iso(moment: datetime) -> str:
    text: str = msgspec.to_builtins(moment)
    return text
