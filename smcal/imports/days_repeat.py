"""Follows rules of repetition without trusting them: some of them would never come to an end."""

import datetime as dt
import re
import time
from itertools import islice
from types import TracebackType
from typing import Any

from icalendar import vRecur

SECONDS = 2.0
"""How long the rules of one file are followed altogether."""

_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_FINER = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_UNTIL = re.compile(r"UNTIL=(\d{8})[^;]*")
_EVERY_DAY = "BYDAY=MO,TU,WE,TH,FR,SA,SU"


class Patience:
    """Adds up the time spent in its `with` blocks."""

    def __init__(self) -> None:
        self._spent = self._began = 0.0

    @property
    def is_gone(self) -> bool:
        """Whether enough time was spent."""
        return self._spent > SECONDS

    def __enter__(self) -> None:
        self._began = time.monotonic()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._spent += time.monotonic() - self._began


def repetitions(rule: Any, first: dt.date, years: range) -> list[dt.date] | None:
    """The days that a rule gives from `first` to the end of the years; None for one that cannot be followed.

    Those are rules that count in hours, that step by nothing, and broken ones.
    """
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # only for what repeats

    if not isinstance(rule, vRecur):
        return None
    parts, count = _parts(rule, years), _number(rule, "COUNT")
    if parts is None:
        return None
    try:
        found = rrulestr(";".join(parts), dtstart=dt.datetime.combine(first, dt.time()))
        return [at.date() for at in islice(found, count)]
    except (ValueError, TypeError):
        return None


def _parts(rule: vRecur, years: range) -> list[str] | None:
    """The rule with an end within the years; None where it is not sound."""
    frequency = [str(value).upper() for value in rule.get("FREQ", [])]
    if len(frequency) != 1 or frequency[0] not in _FREQUENCIES or _FINER & set(rule) or _step(rule) < 1:
        return None
    text = rule.to_ical().decode()  # type: ignore[no-untyped-call]
    last, until = f"{years[-1]}1231", _UNTIL.search(text)
    parts = [part for part in text.split(";") if not part.startswith(("UNTIL=", "COUNT="))]
    parts.append(f"UNTIL={min(until[1], last) if until else last}")
    return _by_years(parts, rule) if frequency[0] == "DAILY" and any(name.startswith("BY") for name in rule) else parts


def _by_years(parts: list[str], rule: vRecur) -> list[str] | None:
    """A daily rule that leaves days out, said as a yearly one: dateutil would look at every day until 9999."""
    if _step(rule) != 1 or "BYSETPOS" in rule:
        return None
    yearly = [part.replace("FREQ=DAILY", "FREQ=YEARLY") for part in parts]
    return yearly if {"BYDAY", "BYMONTHDAY", "BYYEARDAY"} & set(rule) else [*yearly, _EVERY_DAY]


def _step(rule: vRecur) -> int:
    found = _number(rule, "INTERVAL")
    return 1 if found is None else found


def _number(rule: vRecur, name: str) -> int | None:
    value = rule.get(name)
    return None if value is None else int(value[0] if isinstance(value, list) else value)
