"""Reads a workspace straight into values, without SQLAlchemy: the window paints its first week from here."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from smcal.model import (
    Attachment,
    Branch,
    CalendarChange,
    Confirmation,
    DayNote,
    Facts,
    KeptPack,
    Media,
    NoteKind,
    Override,
    Page,
    Period,
    Person,
    Plan,
    Post,
    Removal,
    Submission,
    SubmittedPost,
    Verdict,
    WorkingHours,
)
from smcal.store.changes import AREAS, VALUES, Area, Value
from smcal.store.errors import Damaged, explain
from smcal.store.search import condition
from smcal.store.settings import Settings, settings_from_rows
from smcal.store.shapes import Senseless, columns, values_of
from smcal.words import _

if TYPE_CHECKING:
    from smcal.store.history import HistoryEntry

V = TypeVar("V", bound=Value)

Lend = Callable[[], AbstractContextManager[sqlite3.Connection]]
"""Lends a connection for one query, or for one snapshot."""

_IN_ORDER = "ORDER BY date, time IS NULL, time, id"
_IN_TRAY = "binned IS NULL AND (date IS NULL OR page_id IS NULL)"


class Reader:
    """Answers questions about a workspace with values.

    Every call sees what is saved at its moment; inside `with` all calls see one and the same moment.
    Keep such a block short, and never write inside it: a writer waits until it ends.
    """

    def __init__(self, lend: Lend, path: Path) -> None:
        self._lend = lend
        self._path = path
        self._held: AbstractContextManager[sqlite3.Connection] | None = None
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> "Reader":
        self._held = self._lend()
        self._connection = self._held.__enter__()
        self._connection.execute("BEGIN")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        connection, held = self._connection, self._held
        self._connection = self._held = None
        if connection is not None and held is not None:
            connection.execute("ROLLBACK")
            held.__exit__(kind, error, trace)

    def get(self, area: Area, id: str) -> Value | None:
        """One value of any kind, or None."""
        return self._one(VALUES[area], "WHERE id = ?", id)

    def count(self, area: Area) -> int:
        """How many values of a kind are stored."""
        ((number,),) = self._rows(f'SELECT count(*) FROM "{area}"')
        return int(number)

    def settings(self) -> Settings:
        """What the library has settled."""
        return settings_from_rows(dict(self._rows("SELECT id, value FROM setting")))

    def branches(self) -> list[Branch]:
        """Branches in the library's order."""
        return self._all(Branch, "ORDER BY position, name, id")

    def pages(self, archived: bool = False) -> list[Page]:
        """Pages in the order of their branches and their own; with `archived` those put away as well."""
        order = "ORDER BY (SELECT position FROM branch WHERE branch.id = branch_id), branch_id, position, title, id"
        return self._all(Page, f"{'' if archived else 'WHERE NOT archived'} {order}")

    def people(self, archived: bool = False) -> list[Person]:
        """People by name; with `archived` those who have left as well."""
        return self._all(Person, f"{'' if archived else 'WHERE NOT archived'} ORDER BY name, id")

    def post(self, id: str) -> Post | None:
        """One post, in the bin or not."""
        return self._one(Post, "WHERE id = ?", id)

    def posts(self, period: Period, page_ids: Iterable[str] | None = None) -> list[Post]:
        """The posts of pages in a period, by date, time (none last) and id; without those in the bin."""
        where, values = _in_period(period, page_ids)
        return self._all(Post, f"WHERE {where} {_IN_ORDER}", *values)

    def tray(self) -> list[Post]:
        """Posts that have no date or no page yet, oldest first."""
        return self._all(Post, f"WHERE {_IN_TRAY} ORDER BY id")

    def bin(self) -> list[Post]:
        """Posts in the bin, the latest first."""
        return self._all(Post, "WHERE binned IS NOT NULL ORDER BY binned DESC, id")

    def find(self, text: str, limit: int = 50) -> list[Post]:
        """Posts whose title or text holds every word of `text`, undated ones first, then the latest."""
        where, values = condition(text)
        if not values:
            return []
        order = "ORDER BY date IS NOT NULL, date DESC, time DESC, id LIMIT ?"
        return self._all(Post, f"WHERE binned IS NULL AND {where} {order}", *values, limit)

    def attachments(self, of: Period | Iterable[str]) -> dict[str, tuple[Attachment, ...]]:
        """Files by post, in their order, for a period or for the posts with these ids; posts without any are absent."""
        if isinstance(of, Period):
            where, values = _in_period(of, None)
            chosen = f"SELECT id FROM post WHERE {where}"
        else:
            where, values = _one_of("id", of)
            chosen = f"SELECT id FROM post WHERE {where}"
        found = self._all(Attachment, f"WHERE post_id IN ({chosen}) ORDER BY post_id, position, id", *values)
        return {post_id: tuple(files) for post_id, files in groupby(found, lambda file: file.post_id)}

    def media(self, ids: Iterable[str]) -> dict[str, Media]:
        """What is known of files, by hash; unknown hashes are absent."""
        where, values = _one_of("id", ids)
        return {media.id: media for media in self._all(Media, f"WHERE {where}", *values)}

    def plan(self, period: Period, page_ids: Iterable[str] | None = None) -> Plan:
        """Pages (those put away only when named), with their posts in a period and the files in these."""
        named = None if page_ids is None else set(page_ids)
        pages = tuple(p for p in self.pages(archived=named is not None) if named is None or p.id in named)
        posts: dict[str, list[Post]] = {page.id: [] for page in pages}
        for post in self.posts(period, None if named is None else posts):
            if post.page_id in posts:
                posts[post.page_id].append(post)
        return Plan(
            pages=pages,
            posts=posts,
            attachments=self._attachments_in(period, posts, named),
            facts=self.facts(),
        )

    def facts(self) -> Facts:
        """What is recorded beside the posts, for the checks."""
        standing = self._all(Override, "WHERE withdrawn IS NULL ORDER BY at, id")
        return Facts(
            people={person.id: person for person in self.people(archived=True)},
            events=tuple(self._all(DayNote, f"WHERE kind <> '{NoteKind.NOTE}' ORDER BY date, id")),
            removals={removal.post_id: removal for removal in self._all(Removal, "ORDER BY at, id")},
            confirmed={(c.page_id, c.item, c.monday): c.seen for c in self._all(Confirmation, "ORDER BY at, id")},
            overrides={override.subject: override for override in standing},
        )

    def overrides(self) -> list[Override]:
        """Every override, the latest first, withdrawn ones too."""
        return self._all(Override, "ORDER BY at DESC, id")

    def confirmations(self, page_id: str, period: Period) -> list[Confirmation]:
        """Points of the checklist that somebody confirmed for a page, for the weeks whose Mondays are in a period."""
        where = "WHERE page_id = ? AND monday BETWEEN ? AND ? ORDER BY monday, item, at, id"
        return self._all(Confirmation, where, page_id, *_ends(period))

    def removal(self, post_id: str) -> Removal | None:
        """Why a post was taken down, or None."""
        return self._one(Removal, "WHERE post_id = ? ORDER BY at DESC, id LIMIT 1", post_id)

    def kept_packs(self) -> list[KeptPack]:
        """Every regulation that was in force when something was decided, the latest first."""
        return self._all(KeptPack, "ORDER BY at DESC, id")

    def _attachments_in(
        self, period: Period, posts: dict[str, list[Post]], named: set[str] | None
    ) -> dict[str, tuple[Attachment, ...]]:
        if named is None:
            shown = {post.id for listed in posts.values() for post in listed}
            return {post_id: files for post_id, files in self.attachments(period).items() if post_id in shown}
        return self.attachments(post.id for listed in posts.values() for post in listed)

    def submissions(self, page_id: str | None = None) -> list[Submission]:
        """What was handed in for a page (None: for any), the latest first."""
        where, values = ("WHERE page_id = ? ", (page_id,)) if page_id is not None else ("", ())
        return self._all(Submission, f"{where}ORDER BY at DESC, version DESC, id", *values)

    def answered(self) -> dict[str, tuple[int, int]]:
        """How many posts each submission holds, and how many of them the curator has answered."""
        with_verdicts = "LEFT JOIN verdict AS v ON v.submission_id = p.submission_id AND v.post_id = p.post_id"
        counts = "count(DISTINCT p.post_id), count(DISTINCT v.post_id)"
        query = f"SELECT p.submission_id, {counts} FROM submitted_post AS p {with_verdicts} GROUP BY p.submission_id"
        return {submission: (held, said) for submission, held, said in self._rows(query)}

    def latest_submission(self, post_id: str) -> Submission | None:
        """The last handing-over that holds a post, or None."""
        held = "WHERE id IN (SELECT submission_id FROM submitted_post WHERE post_id = ?)"
        return self._one(Submission, f"{held} ORDER BY at DESC, version DESC, id LIMIT 1", post_id)

    def last_plan_number(self) -> int:
        """The highest number of a plan so far; 0 before the first."""
        ((number,),) = self._rows("SELECT coalesce(max(number), 0) FROM submission")
        return int(number)

    def submitted_posts(self, submission_id: str) -> list[SubmittedPost]:
        """The posts of one submission in their order."""
        return self._all(SubmittedPost, "WHERE submission_id = ? ORDER BY position, id", submission_id)

    def verdicts(self, post_id: str) -> list[Verdict]:
        """What the curator said about a post, the latest first."""
        return self._all(Verdict, "WHERE post_id = ? ORDER BY at DESC, id DESC", post_id)

    def day_notes(self, period: Period) -> list[DayNote]:
        """Notes on the days of a period."""
        return self._all(DayNote, "WHERE date BETWEEN ? AND ? ORDER BY date, id", *_ends(period))

    def calendar_changes(self) -> list[CalendarChange]:
        """Every day that differs from the national calendar, of the library and of single branches."""
        return self._all(CalendarChange, "ORDER BY date, id")

    def working_hours(self, owner: str) -> list[WorkingHours]:
        """The working hours of the curator or of a branch, Monday first; empty where none were set."""
        return self._all(WorkingHours, "WHERE owner = ? ORDER BY weekday, id", owner)

    def story(self, area: Area, id: str) -> "list[HistoryEntry]":
        """What became of one value, a setting for example, newest first."""
        from smcal.store.history import story  # after the first paint

        with self._lent() as connection:
            return story(connection, area, id)

    def history(self, post_id: str) -> "list[HistoryEntry]":
        """What happened to a post, newest first."""
        from smcal.store.history import history  # after the first paint

        with self._lent() as connection:
            return history(connection, post_id)

    def workspace_id(self) -> str:
        """The identifier of the workspace, which its copies share."""
        ((text,),) = self._rows("SELECT value FROM meta WHERE key = 'workspace'")
        return str(text)

    def holiday_years(self, country: str, subdivision: str, language: str) -> dict[int, str]:
        """The years of national holidays that are kept: HolidayYear as JSON, by year."""
        query = "SELECT year, days FROM holiday_year WHERE country = ? AND subdivision = ? AND language = ?"
        return dict(self._rows(query, country, subdivision, language))

    def known_hashes(self) -> frozenset[str]:
        """The hashes of all files that the plan or its history knows."""
        rows = self._rows("SELECT id FROM media UNION SELECT item_id FROM change WHERE area = 'media'")
        return frozenset(id for (id,) in rows)

    def seq(self) -> int:
        """The number of the last step taken; 0 in a fresh file."""
        ((number,),) = self._rows("SELECT coalesce(max(seq), 0) FROM change_set")
        return int(number)

    def _one(self, kind: type[V], where: str, *values: Any) -> V | None:
        found = self._all(kind, where, *values)
        return found[0] if found else None

    def _all(self, kind: type[V], tail: str, *values: Any) -> list[V]:
        area = AREAS[kind]
        names = ", ".join(f'"{column}"' for column in columns(area))
        with self._lent() as connection:
            return values_of(kind, connection.execute(f'SELECT {names} FROM "{area}" {tail}', values))

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._lent() as connection:
            return connection.execute(query, values).fetchall()

    def _lent(self) -> "_Lent":
        return _Lent(self._connection, self._lend, self._path)


class _Lent:
    """The snapshot's connection, or one lent for a single query; speaks people's language when reading fails."""

    def __init__(self, connection: sqlite3.Connection | None, lend: Lend, path: Path) -> None:
        self._connection = connection
        self._held = None if connection is not None else lend()
        self._path = path

    def __enter__(self) -> sqlite3.Connection:
        if self._held is not None:
            return self._held.__enter__()
        assert self._connection is not None
        return self._connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._held is not None:
            self._held.__exit__(kind, error, trace)
        if isinstance(error, sqlite3.Error):
            raise explain(error, self._path) from error
        if isinstance(error, Senseless):
            raise Damaged(
                _("{path} holds a value that makes no sense ({error}). Restore the newest backup.").format(
                    path=self._path, error=error
                )
            ) from error


def _in_period(period: Period, page_ids: Iterable[str] | None) -> tuple[str, list[str]]:
    where, values = "date BETWEEN ? AND ? AND binned IS NULL", _ends(period)
    if page_ids is None:
        return f"{where} AND page_id IS NOT NULL", values
    one_of, pages = _one_of("page_id", page_ids)
    return f"{where} AND {one_of}", [*values, *pages]


def _ends(period: Period) -> list[str]:
    return [period.first.isoformat(), period.last.isoformat()]


def _one_of(column: str, ids: Iterable[str]) -> tuple[str, list[str]]:
    """Any number of identifiers as one bound value, so that the statement stays the same and is prepared once."""
    return f"{column} IN (SELECT value FROM json_each(?))", [msgspec.json.encode(list(ids)).decode()]
