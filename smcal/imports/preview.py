"""What an import would give, row by row, before anything is written."""

import datetime as dt
import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import msgspec

from smcal.imports.dates import Written, order_of, read_date, settle
from smcal.imports.guess import Mapping, topic_number
from smcal.imports.networks import Networks, looks_like_networks, read_networks
from smcal.imports.skip import ABOVE, EMPTY, Sieve
from smcal.imports.table import Row, Table
from smcal.imports.times import parse_time, says_utc
from smcal.imports.topics import TopicNames, titles
from smcal.regulation import Pack
from smcal.text import clean_name, folded
from smcal.words import Words, words

_UNDATED = frozenset(
    ["-", "–", "—", "?", "??", "...", "…", "нет", "без даты", "нет даты", "без срока", "уточняется"]
) | {
    *("не определена", "дата уточняется", "позже", "tbd", "tba", "n/a", "later", "undated", "no date", "none"),
    *("ohne datum", "bez datuma", "sin fecha", "sans date"),
}
_NOT_YET = {
    "draft",
    "drafted",
    "idea",
    "pending",
    "entwurf",
    "idee",
    "borrador",
    "brouillon",
    "melnraksts",
    "черновик",
    "идея",
}
"""States that an import gives anyway."""

_TITLE_LENGTH = 200  # characters


class Options(msgspec.Struct, frozen=True):
    """How to read the rows of a table."""

    year: int | None = None  # of dates that have none
    zone: str = "UTC"  # of the workspace: times said to be UTC are turned into its own
    pack: Pack | None = None  # for numbers of topics and names of directions
    words: Words = words("en")  # of the reasons


class ReadRow(msgspec.Struct, frozen=True, kw_only=True):
    """A post as a careful person would have typed it from one row."""

    row: int  # number among the rows of the file, headings not counted
    line: int  # number in the file, as a spreadsheet shows it
    date: dt.date | None = None
    time: dt.time | None = None
    networks: Networks = Networks()
    network: str = ""  # as it was written
    page: str = ""  # as it was written
    title: str = ""
    text: str = ""
    topic: int | None = None
    direction: str | None = None
    note: str = ""  # what found no field of its own
    copy_of: int | None = None  # `row` of the first of two exact copies


class LeftOut(msgspec.Struct, frozen=True):
    """A row that gives no post, and why, in words."""

    row: int
    line: int
    reason: str


class Unused(msgspec.Struct, frozen=True):
    """A column that no field of a post is read from."""

    column: str  # its heading, or its number
    rows: int  # that give a post and have something in it


class ImportPreview(msgspec.Struct, frozen=True):
    """All rows of a file: every one is a post, skipped or refused."""

    table: Table
    mapping: Mapping
    posts: tuple[ReadRow, ...]
    skipped: tuple[LeftOut, ...]
    refused: tuple[LeftOut, ...]  # with a date that cannot be read

    @property
    def rows(self) -> int:
        """How many rows the file has, headings not counted."""
        return len(self.posts) + len(self.skipped) + len(self.refused)

    @property
    def unused(self) -> tuple["Unused", ...]:
        """The columns that nothing is taken from, although something stands in them beside a post."""
        taken, wanted = {*self.mapping.columns.values(), *self.mapping.more}, {row.row for row in self.posts}
        rows = [row.cells for row in self.table.rows if row.number in wanted]
        filled = [(n, sum(bool(cells[n].strip()) for cells in rows)) for n in range(len(self.table.header))]
        return tuple(Unused(clean_name(self.table.header[n]), count) for n, count in filled if count and n not in taken)


def preview(table: Table, mapping: Mapping, options: Options | None = None) -> ImportPreview:
    """Read every row of a table with a mapping. Nothing is written, and no row is lost: see `ImportPreview`."""
    return _Reading(table, mapping, options or Options()).preview()


class _Unreadable(Exception):
    """A row whose date cannot be read; the message is its reason."""


class _Reading:
    def __init__(self, table: Table, mapping: Mapping, options: Options) -> None:
        self._table, self._mapping, self._options = table, mapping, options
        self._w = options.words
        dates = table.column(mapping.columns["date"]) if "date" in mapping.columns else []
        self._order = order_of(dates)
        self._years = _Years(options.year or _year_around(table, dates), table, mapping)
        self._utc = "time" in mapping.columns and says_utc(table.header[mapping.columns["time"]])

        pack = self._options.pack
        self._topics = TopicNames(pack)
        self._directions = _directions(pack) if pack else {}

    def preview(self) -> ImportPreview:
        sieve = Sieve(self._table, self._mapping)
        posts: list[ReadRow] = []
        skipped = [LeftOut(r.number, r.line, self._above(r)) for r in self._table.above]
        refused: list[LeftOut] = []
        seen: dict[tuple[str, ...], int] = {}
        for row in self._table.rows:
            if reason := sieve.reason(row):
                skipped.append(LeftOut(row.number, row.line, self._w.gettext(reason)))
                continue
            try:
                first = seen.setdefault(tuple(cell.strip() for cell in row.cells), row.number)
                posts.append(self._read(row, first if first != row.number else None))
            except _Unreadable as error:
                refused.append(LeftOut(row.number, row.line, str(error)))
        return ImportPreview(self._table, self._mapping, tuple(posts), tuple(skipped), tuple(refused))

    def _above(self, row: Row) -> str:
        return self._w.gettext(ABOVE if any(cell.strip() for cell in row.cells) else EMPTY)

    def _read(self, row: Row, copy_of: int | None) -> ReadRow:
        remarks: list[str] = []
        date, time = self._moment(row, remarks)
        title, text = self._words_of(row)
        page, network = self._cell(row, "page"), self._cell(row, "network")
        networks = read_networks(network or (page if looks_like_networks(page) else ""))
        topic = self._topic(row, remarks)
        if networks.unknown:
            remarks.append(self._labelled("network", ", ".join(networks.unknown)))
        return ReadRow(
            row=row.number,
            line=row.line,
            date=date,
            time=time,
            networks=networks,
            network=network,
            page=page,
            title=title,
            text=text,
            topic=topic,
            direction=self._direction(row, topic, remarks),
            note="\n".join(filter(None, [self._cell(row, "note"), *remarks, *self._status(row), *self._more(row)])),
            copy_of=copy_of,
        )

    def _cell(self, row: Row, field: str) -> str:
        return self._mapping.cell(row.cells, field)

    def _more(self, row: Row) -> list[str]:
        """What stands in further columns; a state with its heading, unless an import gives it anyway."""
        found = [(self._table.header[index], row.cells[index].strip()) for index in self._mapping.more]
        if not self._table.has_header:
            return [cell for _heading, cell in found]
        return [f"{clean_name(heading)}: {cell}" for heading, cell in found if cell and folded(cell) not in _NOT_YET]

    def _labelled(self, field: str, value: str) -> str:
        """A value under the heading that it had in the file."""
        return f"{clean_name(self._table.header[self._mapping.columns[field]])}: {value}"

    def _moment(self, row: Row, remarks: list[str]) -> tuple[dt.date | None, dt.time | None]:
        cell, clock = self._cell(row, "date"), self._cell(row, "time")
        written = None if folded(cell) in _UNDATED or not cell else self._written(cell)
        time = parse_time(clock) if clock else None
        if clock and time is None and folded(clock) not in _UNDATED:
            remarks.append(self._labelled("time", clock))
        utc = self._utc or says_utc(clock)
        if time is None and written is not None:
            time, utc = written.time, written.utc
        if written is None:
            return None, time
        sure = written.year is None and self._options.year is not None
        date = settle(written, self._order, self._years.of(row, written), sure=sure)
        if date is None:
            reason = self._w.gettext("the date “{date}” has no year: say which (--year)")
            raise _Unreadable(reason.format(date=cell))
        if written.weekday is not None and written.weekday != date.weekday():
            if sure:
                reason = self._w.gettext("the weekday of “{date}” does not fit the year {year}")
                raise _Unreadable(reason.format(date=cell, year=date.year))
            remarks.append(self._w.gettext("The weekday does not fit the date: {date}").format(date=cell))
        if utc and time is not None:
            local = dt.datetime.combine(date, time, dt.UTC).astimezone(ZoneInfo(self._options.zone))
            return local.date(), local.time()
        return date, time

    def _written(self, cell: str) -> Written:
        written = read_date(cell)
        if written is None:
            raise _Unreadable(self._w.gettext("the date “{date}” cannot be read").format(date=_short(cell, 60)))
        return written

    def _words_of(self, row: Row) -> tuple[str, str]:
        """Title and text: without a title the first line of the text; tags join the text unless they stand in it."""
        title, text = self._cell(row, "title"), self._cell(row, "text")
        if "title" not in self._mapping.columns:
            title = next((line for line in text.splitlines() if line.strip()), "")
        tags = [tag for tag in self._cell(row, "hashtags").split() if folded(tag.strip(",;")) not in folded(text)]
        text = "\n\n".join(filter(None, [text, _hashed(tags)]))
        return _short(clean_name(title), _TITLE_LENGTH), text

    def _topic(self, row: Row, remarks: list[str]) -> int | None:
        cell = self._cell(row, "topic")
        if not cell:
            return None
        number = topic_number(cell)
        if self._options.pack is None or self._options.pack.topic(number):
            return number
        found, whole = self._topics.find(cell)
        if not whole:
            remarks.append(self._labelled("topic", cell))
        return found

    def _direction(self, row: Row, topic: int | None, remarks: list[str]) -> str | None:
        """The direction named, else the usual one of the topic, as the form for a post fills it in."""
        cell = self._cell(row, "direction")
        named = self._directions.get(folded(cell))
        if cell and named is None:
            remarks.append(self._labelled("direction", cell))
        found = self._options.pack.topic(topic) if self._options.pack else None
        return named or (found.direction if found else None)

    def _status(self, row: Row) -> list[str]:
        """The status as it was: an import never approves or publishes anything, but what was said is not lost."""
        cell = self._cell(row, "status")
        return [self._labelled("status", cell)] if cell and folded(cell) not in _NOT_YET else []


class _Years:
    """The years of dates without one: a plan that runs from autumn into winter crosses New Year once."""

    def __init__(self, year: int | None, table: Table, mapping: Mapping) -> None:
        self._year = year
        self._turn: int | None = None
        if year is None or "date" not in mapping.columns:
            return
        months = [
            (row.number, written.month)
            for row in table.rows
            if (written := read_date(mapping.cell(row.cells, "date"))) is not None and written.year is None
        ]
        turn = next((n for n, (_row, month) in enumerate(months) if month <= 3), len(months))
        before, after = [m for _row, m in months[:turn]], [m for _row, m in months[turn:]]
        if before and after and min(before) >= 10 and max(after) <= 3:
            self._turn = months[turn][0]

    def of(self, row: Row, written: Written) -> int | None:
        if self._year is None or written.year is not None:
            return self._year
        return self._year + (self._turn is not None and row.number >= self._turn)


def _year_around(table: Table, dates: Sequence[str]) -> int | None:
    """The year that other dates of the column have, or that stands above the table or in the file's name."""
    years = [written.year for cell in dates if (written := read_date(cell)) and written.year is not None]
    if years:
        return max(set(years), key=lambda year: (years.count(year), -year))
    above = " ".join(cell for row in table.above for cell in row.cells)
    for text in (above, table.name, " ".join(table.header)):
        found = set(re.findall(r"(?<!\d)20\d\d(?!\d)", text))
        if len(found) == 1:
            return int(found.pop())
    return None


def _directions(pack: Pack) -> dict[str, str]:
    return {name: found.id for found in pack.directions for name in (found.id, *titles(found.title))}


def _hashed(tags: list[str]) -> str:
    """Tags as they are published: each with its sign, apart from one another."""
    bare = (tag.strip(",;") for tag in tags)
    return " ".join(tag if tag.startswith("#") else f"#{tag}" for tag in bare if tag.strip("#"))


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
