"""Times of day as people write them: 18:00, 18.00, 18h, 18 ч, 6:00 PM, в 18:00, 18:00–19:00."""

import datetime as dt
import re
from functools import lru_cache

_TIME = re.compile(
    r"""(?:^|(?<=[\s(,;T]))(?:в|с|к|at|um|à|a\ las|plkst\.?)?\s*
    (?P<hour>[01]?\d|2[0-3])
    (?: (?:\s?[:.hч\-]\s?|\s?Uhr\s?) (?P<minute>[0-5]\d) (?:[:.](?P<second>[0-5]\d)(?:[.,]\d+)?)? )?
    \s?(?P<half>[ap]\.?\s?m\.?)?
    (?P<unit>\s?(?:h|ч|час|часов|часа|uhr)\b\.?)?
    (?=$|[\s,;)–—\-+Z]|мск|msk)""",
    re.IGNORECASE | re.VERBOSE,
)
_ZONE = re.compile(r"\b(?:utc|gmt)\b|(?<=\d)z\b|всемирное", re.IGNORECASE)
_ALONE = re.compile(r"^\s*(?:[01]?\d|2[0-3])\s*$")


@lru_cache(1024)
def parse_time(text: str) -> dt.time | None:
    """The (first) time of day in a cell that holds a time; None when there is none."""
    found = _TIME.search(text.strip())
    return _time(found) if found else None


def looks_like_time(text: str) -> bool:
    """Whether a whole cell is a time and nothing else; a bare number is not."""
    if _ALONE.match(text) or len(text) > 30:
        return False
    found = _TIME.match(text.strip())
    return bool(found and _time(found) and (found["minute"] or found["half"] or found["unit"]))


def time_in(text: str) -> dt.time | None:
    """A time that follows a date in the same cell; a bare number there is no time."""
    for found in _TIME.finditer(text):
        if found["minute"] or found["half"] or found["unit"]:
            return _time(found)
    return None


def says_utc(text: str) -> bool:
    """Whether a heading or a cell says that the time is world time."""
    return bool(_ZONE.search(text))


def _time(found: re.Match[str]) -> dt.time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if half := found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return dt.time(hour, minute)
