"""Which column is which field, told by headings first and by what stands below them second."""

import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as Given

import msgspec

from smcal.errors import WrongUse
from smcal.imports.dates import looks_like_date, read_date
from smcal.imports.headers import EXTRAS, FIELDS, field_of, plain
from smcal.imports.networks import looks_like_networks
from smcal.imports.table import Table
from smcal.imports.times import looks_like_time, parse_time
from smcal.words import _

_FORMULA_STARTS = tuple("=+-@＝＋－＠")

Numbers = frozenset[int]


class Mapping(msgspec.Struct, frozen=True):
    """Field name -> index of its column."""

    columns: dict[str, int]
    more: tuple[int, ...] = ()  # further columns of words or of states: they join the note

    def cell(self, cells: tuple[str, ...], field: str) -> str:
        """The stripped cell of a field; "" where it has no column. A guard against formulas is taken off again."""
        index = self.columns.get(field)
        cell = "" if index is None else cells[index].strip()
        return cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA_STARTS else cell

    def named(self, table: Table) -> dict[str, str | None]:
        """Field -> heading of its column, None where there is none."""
        return {
            field: table.header[self.columns[field]] if field in self.columns else None for field in (*FIELDS, *EXTRAS)
        }


def guess(table: Table, given: Given[str, str] | None = None, topics: Numbers = frozenset(range(1, 100))) -> Mapping:
    """The likely mapping of a table; `given` (field -> heading or number of a column, "" for none) comes first.

    `topics` are the numbers of the regulation's list: they tell whether «Тема» is a topic or a title. Raises `WrongUse`
    for a field or a column that is not there.
    """
    chosen = {field: find_column(table, field, column) for field, column in (given or {}).items()}
    columns = {field: index for field, index in chosen.items() if index is not None}
    free = [n for n in range(len(table.header)) if n not in columns.values()]
    wanted = [field for field in (*FIELDS, *EXTRAS) if field not in chosen]
    if table.has_header:
        _by_heading(table, columns, free, wanted)
        _settle_topic(table, columns, chosen, topics)
    more = _by_content(table, columns, free, [field for field in wanted if field not in columns], chosen)
    more += _further_states(table, columns, free)
    return Mapping({field: columns[field] for field in (*FIELDS, *EXTRAS) if field in columns}, more)


def find_column(table: Table, field: str, column: str) -> int | None:
    """The index of a column given by heading or by number from 1; None for "". Raises `WrongUse`."""
    if field not in (*FIELDS, *EXTRAS):
        raise WrongUse(
            _("There is no field “{field}”. Fields are {fields}.").format(field=field, fields=", ".join(FIELDS))
        )
    if not column.strip():
        return None
    for same in (str.strip, plain):
        for index, heading in enumerate(table.header):
            if same(heading) == same(column) and same(column):
                return index
    if column.strip().isdecimal() and 1 <= int(column) <= len(table.header):
        return int(column) - 1
    raise WrongUse(
        _("{file} has no column “{column}”. Its columns are: {columns}.").format(
            file=table.name, column=column, columns=", ".join(table.header)
        )
    )


def _by_heading(table: Table, columns: dict[str, int], free: list[int], wanted: list[str]) -> None:
    found: list[tuple[int, float, int, str]] = []
    for index in free:
        field, sure = field_of(table.header[index])
        cells = table.column(index)
        if field in wanted and _fits(field, sure, cells):
            wordless = field == "text" and _share(cells, _is_prose) < 0.5  # «Контент» of links, beside «Текст»
            found.append((-sure, wordless, index, field))
    for _sure, _wordless, index, field in sorted(found):
        if field not in columns:
            columns[field] = index
            free.remove(index)


def _fits(field: str, sure: int, cells: list[str]) -> bool:
    """Whether what stands in a column agrees with its heading; a sure heading needs less proof."""
    if not cells:
        return sure >= 2
    sure_of_it = sure == 3
    match field:
        case "date":
            return sure_of_it or _share(cells, lambda cell: read_date(cell) is not None) >= 0.5
        case "time":
            return _share(cells, lambda cell: parse_time(cell) is not None) >= (0.2 if sure_of_it else 0.6)
        case "network":
            return _share(cells, looks_like_networks) >= (0.3 if sure_of_it else 0.6)
        case "text" | "title":
            return _fits_words(field, sure, cells)
    return field != "status" or sure_of_it or _mean_length(cells) < 25


def _fits_words(field: str, sure: int, cells: list[str]) -> bool:
    if sure == 3:  # whatever stands there, links and single letters too; but days and times are no text
        return field == "title" or _share(cells, _is_moment) < 0.5
    worded = _share(cells, _is_prose if field == "text" else _has_words) >= 0.5
    return worded and (field == "title" or sure > 1 or _mean_length(cells) > 20)


def _settle_topic(table: Table, columns: dict[str, int], chosen: Given[str, int | None], topics: Numbers) -> None:
    """«Тема» is the title where no other column is and its values are no numbers of topics."""
    index = columns.get("topic")
    if index is None or "topic" in chosen or "title" in columns or "title" in chosen:
        return
    cells = table.column(index)
    if _share(cells, lambda cell: topic_number(cell) in topics) < 0.5 and _share(cells, _has_words) >= 0.5:
        columns["title"] = columns.pop("topic")


def topic_number(cell: str) -> int | None:
    """The number of a topic in "6", "№ 6", "Тема 6" or "6. Анонсы мероприятий"."""
    found = re.match(
        r"^\s*(?:тема|topic|thema|№|no\.?|#)?\s*(?:№\s*)?(\d{1,2})(?!\d)\s*(?:$|[.):–—-])", cell, re.IGNORECASE
    )
    return int(found[1]) if found else None


def _by_content(
    table: Table, columns: dict[str, int], free: list[int], wanted: list[str], chosen: Given[str, int | None]
) -> tuple[int, ...]:
    """Map what is told by its values; returns columns of words that found no field."""
    tests: dict[str, Callable[[str], bool]] = {
        "date": looks_like_date,
        "time": looks_like_time,
        "network": looks_like_networks,
    }
    for field, test in tests.items():
        best = max(free, key=lambda n: (_share(table.column(n), test), -n), default=None)
        if field in wanted and best is not None and _share(table.column(best), test) >= 0.8:
            columns[field] = best
            free.remove(best)
    if "title" in columns or "text" in columns or {"title", "text"} & set(chosen):
        return ()
    prose = [n for n in free if field_of(table.header[n])[0] is None and _share(table.column(n), _is_prose) >= 0.5]
    longest = max(prose, key=lambda n: (_mean_length(table.column(n)), -n), default=None)
    if longest is not None and len(prose) > 1 and not table.has_header:
        columns["text"] = longest
        columns["title"], *more = (n for n in prose if n != longest)
        return tuple(more)
    if longest is not None:
        long = _mean_length(table.column(longest)) > 120 or any("\n" in cell for cell in table.column(longest))
        columns["text" if long else "title"] = longest
    return ()


def _further_states(table: Table, columns: dict[str, int], free: list[int]) -> tuple[int, ...]:
    """Columns that say how far a post is beside the one that was taken: «approval status» beside «status»."""
    if "status" not in columns or not table.has_header:
        return ()
    named = [n for n in free if n not in columns.values() and field_of(table.header[n])[0] == "status"]
    return tuple(n for n in named if 0 < _mean_length(table.column(n)) < 25)


def _share(cells: Iterable[str], test: Callable[[str], bool]) -> float:
    cells = list(cells)[:500]
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _mean_length(cells: list[str]) -> float:
    return sum(map(len, cells)) / len(cells) if cells else 0.0


def _has_words(cell: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", cell)) and "://" not in cell.split(maxsplit=1)[0]


def _is_prose(cell: str) -> bool:
    return _has_words(cell) and not _is_moment(cell)


def _is_moment(cell: str) -> bool:
    return looks_like_date(cell) or looks_like_time(cell)
