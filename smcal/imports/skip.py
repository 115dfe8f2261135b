"""Rows that are no posts: empty ones, headings again, legends and comments."""

import re

from smcal.imports.dates import read_date, tries_to_be_date, weekday_named
from smcal.imports.guess import Mapping
from smcal.imports.headers import plain
from smcal.imports.table import Row, Table
from smcal.words import N_

_LEGEND = re.compile(
    r"^\W*(?:легенда|условные обозначения|обозначения|расшифровка|итого|всего|примечани[ея]|подпись|утверждаю"
    r"|согласовано|составил\w*|ответственн\w+ за|legend|key:|total|totals|note:|notes:|legende|summe"
    r"|gesamt|leyenda|légende|kopā)\b",
    re.IGNORECASE,
)
_OPENS_LEGEND = re.compile(
    r"^\W*(?:легенда|условные обозначения|обозначения|расшифровка|legend|legende|leyenda|légende)\b", re.IGNORECASE
)
_PERIOD = re.compile(
    r"^\W*(?:(?:\d{1,2}\W{0,3}я?\s*)?неделя(?:\s*№?\s*\d+)?|week\s*\d+|woche\s*\d+|kw\s*\d+|semana\s*\d+|semaine\s*\d+"
    r"|(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)(?:\s*\d{4})?(?:\s*г(?:ода|\.)?)?)\W*$",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"^(?:#(?!\w)|//|--\s)")

EMPTY = N_("empty row")
HEADING = N_("the headings again")
LEGEND = N_("a legend, not a post")
COMMENT = N_("a comment")
ABOVE = N_("above the headings")
NOTHING = N_("nothing is planned in this row")


class Sieve:
    """Tells row by row why a row is no post; it remembers that a legend goes on."""

    def __init__(self, table: Table, mapping: Mapping) -> None:
        self._mapping = mapping
        self._headings = [plain(heading) for heading in table.header] if table.has_header else []
        self._in_legend = False

    def reason(self, row: Row) -> str | None:
        """Why this row is left out, untranslated; None for a post."""
        cells = [cell.strip() for cell in row.cells]
        filled = [cell for cell in cells if cell]
        if not filled:
            return EMPTY
        if self._is_heading(cells):
            self._in_legend = False
            return HEADING
        date = self._cell(row, "date")
        dated = bool(date) and read_date(date) is not None
        if self._is_comment(cells, filled, dated):
            return COMMENT
        self._in_legend = not dated and (self._in_legend or bool(_OPENS_LEGEND.match(filled[0])))
        if self._in_legend or self._is_legend(row, filled, dated):
            return LEGEND
        return NOTHING if self._says_nothing(row, filled) else None

    def _cell(self, row: Row, field: str) -> str:
        return self._mapping.cell(row.cells, field)

    def _is_heading(self, cells: list[str]) -> bool:
        pairs = [(plain(cell), heading) for cell, heading in zip(cells, self._headings, strict=False) if cell]
        return len(pairs) > 1 and all(cell == heading for cell, heading in pairs)

    def _is_comment(self, cells: list[str], filled: list[str], dated: bool) -> bool:
        first = cells[0]
        if dated or not first.startswith(("#", "//", "--")):
            return False
        alone = len(filled) == 1
        prose = {
            self._mapping.columns.get("title"),
            self._mapping.columns.get("text"),
            self._mapping.columns.get("hashtags"),
        }
        if 0 in prose and not _COMMENT.match(first):
            return False
        return bool(_COMMENT.match(first)) or alone or self._mapping.columns.get("date") == 0

    def _is_legend(self, row: Row, filled: list[str], dated: bool) -> bool:
        if dated:
            return False
        named = [cell for field in ("title", "text") if (cell := self._cell(row, field))]
        if _LEGEND.match(filled[0]) and (len(filled) <= 2 or not named):
            return True
        if len(filled) > 1:
            return False
        return bool(_PERIOD.match(filled[0])) or (not named and not tries_to_be_date(filled[0]))

    def _says_nothing(self, row: Row, filled: list[str]) -> bool:
        """A day of a calendar with nothing beside it, or cells that belong to no field of a row without a date."""
        date = self._cell(row, "date")
        if date:
            others = [cell for cell in filled if cell != date and weekday_named(cell) is None]
            return not others and read_date(date) is not None
        return not any(self._cell(row, field) for field in ("title", "text", "hashtags", "time", "network", "topic"))
