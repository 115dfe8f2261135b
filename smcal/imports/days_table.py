"""Days in a table: a column with dates, one with what they are, one with the reason."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

import msgspec

from smcal.errors import UnreadableFile
from smcal.imports.dates import (
    Order,
    Written,
    contradict,
    looks_like_date,
    order_of,
    read_date,
    settle,
    tries_to_be_date,
)
from smcal.imports.days_found import LONGEST, FoundDay
from smcal.imports.days_kinds import kind_of, says_more
from smcal.imports.days_range import range_in
from smcal.imports.headers import plain
from smcal.imports.table import Row, Table
from smcal.model import ChangeKind
from smcal.text import clean_name
from smcal.words import _

_NAMES = {
    "date": "дата день число когда даты дни date day when datum tag datums diena",
    "kind": "вид тип что статус режим признак kind type status what art typ veids tips statuss",
    "reason": "причина основание примечание название наименование праздник комментарий событие повод описание "
    "reason name holiday note description summary event title comment grund bezeichnung feiertag iemesls nosaukums",
}
_FIELD_OF = {plain(word): field for field, words in _NAMES.items() for word in words.split()}
_TOP = 25  # rows among which headings are looked for


class _Columns(NamedTuple):
    date: int
    kind: int | None
    reason: int | None


def days_of_table(table: Table) -> Iterator[FoundDay]:
    """Every row with anything in it. Raises `UnreadableFile` where no column holds dates.

    Without a column that says what the days are, they are free. The reason is its own column, else what the kind says.
    """
    rows, columns = _rows_and_columns(table)
    dates = [row.cells[columns.date] for row in rows]
    order = None if contradict(dates) else order_of(dates)
    for row in rows:
        if any(cell.strip() for cell in row.cells):
            yield from _days(row, columns, order)


def _days(row: Row, columns: _Columns, order: Order | None) -> Iterator[FoundDay]:
    """The day of a row, or each of a stretch of days."""
    written = clean_name(row.cells[columns.date])
    said = clean_name(row.cells[columns.kind]) if columns.kind is not None else ""
    reason = clean_name(row.cells[columns.reason]) if columns.reason is not None else ""
    reason = reason or (said if says_more(said) else "")
    dates: Sequence[dt.date | None]
    dates, refusal = _dates(written, order)
    kind = kind_of(said) if columns.kind is not None else ChangeKind.FREE
    if not refusal and kind is None:
        refusal = _kind_refusal(said)
    for date in dates or (None,):
        yield FoundDay(line=row.line, written=written, date=date, kind=kind, reason=reason, refusal=refusal)


def _dates(written: str, order: Order | None) -> tuple[Sequence[dt.date], str]:
    """The day meant, or all of a stretch, or none and what is wrong. Without an order, 3/12 may be either."""
    if not written:
        return (), _("No date.")
    found = read_date(written)
    if found is None:
        if stretch := range_in(written):
            return _stretch(*stretch, written, order)
        return (), _("“{text}” is no date of the calendar: write it like 08.03.2027.").format(text=written)
    if found.time is not None:
        return (), _("A time of day, but a calendar knows whole days only.")
    date, refusal = _settled(found, written, order)
    return (date,) if date else (), refusal


def _stretch(first: Written, last: Written, written: str, order: Order | None) -> tuple[Sequence[dt.date], str]:
    """Every day from the first to the last; where only one of them has a year, it is the other's, or the one beside."""
    end, refusal = _settled(_dated(last, first.year), written, order)
    start, refusal = _settled(_dated(first, end.year), written, order) if end else (None, refusal)
    if start and end and start > end:  # New Year is between them
        if last.year is None:
            end, refusal = _settled(_dated(last, start.year + 1), written, order)
        elif first.year is None:
            start, refusal = _settled(_dated(first, end.year - 1), written, order)
    if start is None or end is None:
        return (), refusal
    length = (end - start).days + 1
    if length < 1:
        return (), _("It ends before it begins.")
    if length > LONGEST:
        return (), _("It lasts longer than a year.")
    return [start + dt.timedelta(n) for n in range(length)], ""


def _dated(written: Written, year: int | None) -> Written:
    return written if written.year is not None else msgspec.structs.replace(written, year=year)


def _settled(found: Written, written: str, order: Order | None) -> tuple[dt.date | None, str]:
    if found.swappable and found.day != found.month and order is None:
        told = _("“{text}” may be two days: the file has both 31/12 and 12/31. Write it like 08.03.2027.")
        return None, told.format(text=written)
    date = settle(found, order or Order.DAY, None)
    if date is None:
        return None, _("The date lacks a year: write it like 08.03.2027.")
    if found.weekday is not None and found.weekday != date.weekday():
        return None, _("This date falls on another day of the week than is written.")
    return date, ""


def _kind_refusal(said: str) -> str:
    if not said:
        return _("The kind of day is missing: free, working or shortened.")
    return _("“{text}” is not known: write free, working or shortened.").format(text=said)


def _rows_and_columns(table: Table) -> tuple[Sequence[Row], _Columns]:
    """The rows below the headings, and where what stands; by headings first, by content second."""
    rows = (*table.above, *table.rows)
    if table.has_header and (named := _named(table.header)):
        return table.rows, _with_content(named, table.rows)
    for place, row in enumerate(rows[:_TOP]):
        if named := _named(row.cells):
            return rows[place + 1 :], _with_content(named, rows[place + 1 :])
    date = _most(rows, lambda cell: looks_like_date(cell) or tries_to_be_date(cell), ())
    if date is None:
        message = _("In {file} no column holds dates. It needs the columns date, kind and reason.")
        raise UnreadableFile(message.format(file=table.name))
    return table.rows, _with_content({"date": date}, rows)


def _named(header: Sequence[str]) -> dict[str, int]:
    """Which columns are named; nothing unless the date is among them, and none where a date itself stands."""
    found: dict[str, int] = {}
    if any(looks_like_date(heading) for heading in header):
        return found
    for number, heading in enumerate(header):
        words = plain(heading).split()
        field = next((_FIELD_OF[word] for word in words if word in _FIELD_OF), None) if len(words) <= 4 else None
        if field == "date" and len(words) > 1 and words[0] in _FIELD_OF:
            field = _FIELD_OF[words[0]]  # «Тип дня» is no date
        if field:
            found.setdefault(field, number)
    return found if "date" in found else {}


def _with_content(named: dict[str, int], rows: Sequence[Row]) -> _Columns:
    """What no heading names is found by what stands in the cells."""
    taken = set(named.values())
    kind = named.get("kind")
    if kind is None:
        kind = _most(rows, lambda cell: len(cell) <= 30 and kind_of(cell) is not None and not says_more(cell), taken)
    taken |= {kind} if kind is not None else set()
    reason = named.get("reason")
    if reason is None:
        reason = _most(rows, lambda cell: bool(re.search(r"[^\W\d_]{3}", cell)), taken)
    return _Columns(named["date"], kind, reason)


def _most(rows: Sequence[Row], holds: Callable[[str], bool], taken: Collection[int]) -> int | None:
    """The column in which more than half of the filled cells are so."""
    width = len(rows[0].cells) if rows else 0
    shares: dict[int, float] = {}
    for number in set(range(width)) - set(taken):
        filled = [cell for row in rows if number < len(row.cells) and (cell := row.cells[number].strip())]
        if filled:
            shares[number] = sum(map(holds, filled)) / len(filled)
    best = max(sorted(shares), key=lambda number: shares[number], default=None)
    return best if best is not None and shares[best] > 0.5 else None
