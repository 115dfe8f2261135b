"""A file of comma-separated values as a table: its delimiter, its header, its rows."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from smcal.errors import UnreadableFile
from smcal.imports.decode import read_text
from smcal.imports.headers import header_hits, looks_like_values, plain
from smcal.text import clean_text
from smcal.words import _

MAX_ROWS = 20_000
MAX_COLUMNS = 500
_DELIMITERS = (";", ",", "\t", "|")
_HEADER_WITHIN = 25  # records: legends above a table are shorter
_END = "\ue000end of smcal's input\ue000"


class Row(msgspec.Struct, frozen=True):
    """One record of the file."""

    number: int  # among the records other than the header, from 1
    line: int  # among all records, from 1: the row that a spreadsheet shows it in
    cells: tuple[str, ...]  # cleaned, as many as the header has at least


class Table(msgspec.Struct, frozen=True):
    """A table as it stands in the file. Columns without a heading are called by their number."""

    name: str  # of the file
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    has_header: bool
    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()  # records above the header

    def column(self, index: int) -> list[str]:
        """The cells of a column that are not empty."""
        return [cell for row in self.rows if (cell := row.cells[index].strip())]


def read_table(path: Path, named: Iterable[str] = ()) -> Table:
    """Read a CSV file of at most 50 MB and 20,000 rows. Raises `UnreadableFile` with what is wrong and what to do.

    `named` are headings that somebody has named: the row that has them all is the header.
    """
    text, encoding = read_text(path)
    return parse_table(text, path.name, encoding, named)


def parse_table(text: str, name: str, encoding: str = "utf-8", named: Iterable[str] = ()) -> Table:
    """The table in a text, whatever its delimiter; also for cells pasted from a spreadsheet."""
    declared, text = _declared(text)
    delimiter = declared or _likely_delimiter(text)
    records = _records(text, delimiter, name, first=2 if declared else 1)
    width = max((len(record) for record in records), default=0)
    head = _named_place(records, [plain(heading) for heading in named if plain(heading)])
    head = _header_place(records) if head is None else head
    found = records[head] if head is not None else []
    header = tuple(
        clean_text(found[n]).strip() if n < len(found) and found[n].strip() else str(n + 1) for n in range(width)
    )
    rows: list[Row] = []
    for line, record in enumerate(records, 1):
        if head is None or line != head + 1:
            cells = (*(clean_text(cell) for cell in record), *("",) * (width - len(record)))
            rows.append(Row(len(rows) + 1, line, cells))
    if len(rows) > MAX_ROWS:
        raise _too_many(name)
    above = head or 0
    return Table(name, encoding, delimiter, header, head is not None, tuple(rows[above:]), tuple(rows[:above]))


def _declared(text: str) -> tuple[str | None, str]:
    """The delimiter that Excel's own first line declares ("sep=;"), and the text below it."""
    first, _newline, rest = text.partition("\n")
    stated = first.strip().strip('"').lower()
    if stated.startswith("sep=") and len(stated) == 5:
        return stated[4], rest
    return None, text


def _likely_delimiter(text: str) -> str:
    """The delimiter that gives the evenest table with the best known headings."""
    head = text[:200_000]
    return max(_DELIMITERS, key=lambda mark: _evenness(head, mark))


def _evenness(text: str, delimiter: str) -> float:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        records = [
            record for record, _n in zip(reader, range(200), strict=False) if any(cell.strip() for cell in record)
        ]
    except csv.Error:
        return 0.0
    widths = [len(record) for record in records]
    if max(widths, default=1) < 2:
        return 0.0
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    even = widths.count(usual) / len(widths) if usual > 1 else 0.1
    return even + max(header_hits(record) for record in records[:_HEADER_WITHIN])


def _records(text: str, delimiter: str, name: str, first: int) -> list[list[str]]:
    """All records; blank lines are records too, but for those at the end.

    `first` is the number of the text's first line in the file: what is wrong is told by lines, as an editor shows them.
    """
    source = io.StringIO(text if text.endswith(("\n", "\r")) else text + "\n", newline="")
    reader = csv.reader(_with_end(source), delimiter=delimiter)
    records: list[list[str]] = []
    begins = begun = first  # lines: of the record in hand, of the one before it
    try:
        for record in reader:
            if len(records) > MAX_ROWS + _HEADER_WITHIN:
                raise _too_many(name)
            if len(record) > MAX_COLUMNS:
                raise UnreadableFile(
                    _("Line {line} of {file} has {n} columns: this is no table of posts.").format(
                        line=begins, file=name, n=len(record)
                    )
                )
            records.append(record)
            begun, begins = begins, first + reader.line_num
    except csv.Error as error:
        message = _("Line {line} of {file} has a cell that is too long to be text of a post. Nothing was imported.")
        raise UnreadableFile(message.format(line=begins, file=name)) from error
    if records[-1] != [_END]:
        message = _(
            "In {file} a quotation mark is opened and never closed, in the row that begins on line {line}. "
            "Close it and import again."
        )
        raise UnreadableFile(message.format(line=begun, file=name))
    records.pop()
    while records and not records[-1]:
        records.pop()
    return records


def _with_end(lines: io.StringIO) -> Iterator[str]:
    """The lines, and one more that only an open quotation mark can swallow."""
    yield from lines
    yield _END + "\n"


def _too_many(name: str) -> UnreadableFile:
    message = _("{file} has more than {limit} rows. Split the table and import the parts.")
    return UnreadableFile(message.format(file=name, limit=MAX_ROWS))


def _named_place(records: list[list[str]], headings: list[str]) -> int | None:
    """The row near the top that has headings somebody has named; a number may mean a column without a heading."""
    wanted = [heading for heading in headings if not heading.isdecimal()]
    if not wanted:
        return None
    top = ({plain(cell) for cell in record} for record in records[:_HEADER_WITHIN])
    return next((n for n, cells in enumerate(top) if cells.issuperset(wanted)), None)


def _header_place(records: list[list[str]]) -> int | None:
    """Where the header stands: the row near the top with most known headings; None where there is none."""
    top = records[:_HEADER_WITHIN]
    hits = [header_hits(record) for record in top]
    best = max(range(len(hits)), key=lambda n: hits[n], default=0)
    if hits and hits[best] >= 2:
        return best
    filled = [n for n, record in enumerate(top) if any(cell.strip() for cell in record)]
    if not filled:
        return None
    place = best if hits[best] > 0 else filled[0]
    if looks_like_values(records[place]):
        return None
    below = [looks_like_values(record) for record in records[place + 1 :][:200] if any(cell.strip() for cell in record)]
    values_below = bool(below) and sum(below) * 2 > len(below)
    return place if hits[best] >= 0.7 or values_below else None
