"""The one mapping between values and rows: a field is a column of the same name, in text that people can read.

Dates, times and instants are ISO 8601 text: SQLAlchemy and plain sqlite3 then see one form.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args

import msgspec

from smcal.store.changes import AREAS, VALUES, Area, Value
from smcal.text import clean_name, clean_text

V = TypeVar("V", bound=Value)

_PROSE = frozenset(
    {"text", "note", "comment", "reason", "urgent_reason", "alt", "message", "mistake", "data_consent", "edit_tried"}
)  # of several lines
_AS_GIVEN = frozenset({"snapshot", "value", "digest", "toml", "subject"})  # JSON and hashes of ours
_LOCAL_MOMENTS = frozenset({"effective"})


class Senseless(ValueError):
    """A row that cannot have come from a value."""


def row_of(value: Value) -> dict[str, Any]:
    """A value as a row."""
    row: dict[str, Any] = msgspec.to_builtins(value)
    return {name: _listed(item) if isinstance(item, list | tuple) else item for name, item in row.items()}


def _listed(items: Any) -> str:
    return msgspec.json.encode(items).decode()


@cache
def columns(area: Area) -> tuple[str, ...]:
    """The fields of a value, in the order in which `values_of` wants them."""
    return VALUES[area].__struct_fields__


def values_of(kind: type[V], rows: Iterable[tuple[Any, ...]]) -> list[V]:
    """Rows with the columns of `columns` as values; raises Senseless when a row is none."""
    build: Callable[..., list[V]] = _builder(AREAS[kind])
    makers = {"day": _Memo(dt.date.fromisoformat), "clock": _Memo(dt.time.fromisoformat)}
    try:
        return build(rows, **makers, moment=_Memo(dt.datetime.fromisoformat), several=_Memo(_several))
    except (KeyError, ValueError, TypeError) as error:
        raise Senseless(str(error)) from error


def cleaned(value: V) -> V:
    """The value with every text cleaned and every instant in UTC."""
    fresh = {
        field: _clean(field, old) for field in value.__struct_fields__ if (old := getattr(value, field)) is not None
    }
    changed = {field: new for field, new in fresh.items() if new is not getattr(value, field)}
    return msgspec.structs.replace(value, **changed) if changed else value


def _clean(field: str, value: Any) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value if field in _AS_GIVEN else clean_text(value) if field in _PROSE else clean_name(value)
    if isinstance(value, dt.datetime) and field not in _LOCAL_MOMENTS:
        if value.tzinfo is None:
            raise ValueError(f"{field} is an instant and needs a zone: {value}")
        return value.astimezone(dt.UTC)
    return value


class _Memo(dict[str | None, Any]):
    """Parses each text once; None stays None."""

    def __init__(self, parse: Callable[[str], Any]) -> None:
        self._parse = parse

    def __missing__(self, text: str | None) -> Any:
        self[text] = value = None if text is None else self._parse(text)
        return value


def _several(text: str) -> tuple[str, ...]:
    return msgspec.json.decode(text, type=tuple[str, ...])


_PARSERS = {dt.date: "day", dt.time: "clock", dt.datetime: "moment", bool: "yes", tuple[str, ...]: "several"}


@cache
def _builder(area: Area) -> Callable[..., list[Any]]:
    """Write the loop that a careful person would write for this type.

    A year has 13,000 posts of 25 fields: a call a row or a dict a row would cost more than the reading itself.
    """
    kind = VALUES[area]
    names: dict[str, Any] = {"Kind": kind, "yes": {0: False, 1: True}}
    arguments = []
    for field in msgspec.structs.fields(kind):
        plain = _plain(field.type)
        parser = _PARSERS.get(plain)
        if isinstance(plain, type) and issubclass(plain, Enum):
            parser = plain.__name__
            names[parser] = {member.value: member for member in plain}
        arguments.append(f"{field.name}={parser}[{field.name}]" if parser else f"{field.name}={field.name}")
    row = ", ".join(kind.__struct_fields__)
    source = f"def build(rows, day, clock, moment, several):\n return [Kind({', '.join(arguments)}) for {row}, in rows]"
    exec(source, names)
    build: Callable[..., list[Any]] = names["build"]
    return build


def _plain(kind: Any) -> Any:
    """The type of a field without its `| None`."""
    if isinstance(kind, UnionType):
        (kind,) = (part for part in get_args(kind) if part is not NoneType)
    return kind
