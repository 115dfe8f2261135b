"""Stretches of days as people write them in one cell: 10.03.2026–12.03.2026, 10–12 марта 2026, 28.12. bis 3.1.2027."""

import re

import msgspec

from smcal.imports.dates import Written, read_date

_BETWEEN = re.compile(r"\s*(?:\.{2,3}|…|[–—−-]|\b(?:по|до|bis|to|until|līdz)\b)\s*", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:с|со|from|von|vom|no)\s+(?=\S)", re.IGNORECASE)
_BARE_DAY = re.compile(r"^(\d{1,2})\.?$")


def range_in(text: str) -> tuple[Written, Written] | None:
    """The first and the last day of a stretch; None where that is none. Either may lack the year that the other has."""
    cell = _BEFORE.sub("", text.strip())
    for between in _BETWEEN.finditer(cell):
        last = read_date(cell[between.end() :])
        if last is None or last.time is not None:
            continue
        first = _first(cell[: between.start()], last)
        if first is not None and first.time is None:
            return first, last
    return None


def _first(text: str, last: Written) -> Written | None:
    """The first day, which may be the bare number of a day in the month of the last."""
    bare = _BARE_DAY.match(text)
    if bare is None:
        return read_date(text)
    day = int(bare[1])
    fits = not last.swappable and 1 <= day <= last.day
    return msgspec.structs.replace(last, day=day, weekday=None) if fits else None
