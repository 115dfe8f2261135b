"""Every key of a pack that is unknown, missing, or of another type than the schema says."""

from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

import msgspec

from smcal.regulation.complaint import Complaint, explained
from smcal.regulation.lines import Path
from smcal.regulation.pack import Heading, Pack
from smcal.words import _

MUCH = 60  # letters of a key that are compared: a longer one is none of ours


def misfits(document: dict[str, Any]) -> Iterator[Complaint]:
    """All of them, in the order of the file: msgspec itself stops at the first."""
    for key, value in document.items():
        if key == "regulation":
            yield from _misfits(value, Heading, (key,))
        elif key in Heading.__struct_fields__:
            yield Complaint((key,), _("it belongs into the section [regulation]"))
    body = {key: value for key, value in document.items() if key not in ("regulation", *Heading.__struct_fields__)}
    yield from _table(body, _sections(), ())


def _sections() -> dict[str, msgspec.structs.FieldInfo]:
    heading = Heading.__struct_fields__
    return {field.name: field for field in msgspec.structs.fields(Pack) if field.name not in heading}


def _misfits(raw: object, kind: Any, where: Path) -> Iterator[Complaint]:
    inner = _inner(kind)
    if isinstance(raw, dict) and isinstance(inner, type) and issubclass(inner, msgspec.Struct):
        yield from _table(raw, {field.name: field for field in msgspec.structs.fields(inner)}, where)
    elif isinstance(raw, dict) and get_origin(inner) is dict:
        for key, value in raw.items():
            yield from _named(key, value, get_args(inner)[1], where)
    elif isinstance(raw, list | tuple) and get_origin(inner) is tuple:  # of TOML, or of a pack that is being edited
        for number, value in enumerate(raw):
            yield from _misfits(value, get_args(inner)[0], (*where, number))
    else:
        yield from _value(raw, kind, where)


def _table(raw: dict[str, Any], fields: dict[str, msgspec.structs.FieldInfo], where: Path) -> Iterator[Complaint]:
    free = [name for name in fields if name not in raw]
    missing = [name for name in free if fields[name].required]
    for key, value in raw.items():
        if key in fields:
            yield from _misfits(value, fields[key].type, (*where, key))
            continue
        near = _near(key, free)
        yield Complaint((*where, key), _unknown(near, near in missing))
        if near in missing:  # told with its misspelling
            missing.remove(near)
            free.remove(near)
    for name in missing:
        yield Complaint((*where, name), _("this key is missing"))


def _near(key: str, names: list[str]) -> str:
    """The name that was meant, or nothing."""
    from difflib import get_close_matches  # only for a slip of the pen

    near = get_close_matches(key[:MUCH], names, n=1)
    return near[0] if near else ""


def _unknown(near: str, missing: bool) -> str:
    if missing:
        return _("smcal knows no such key; “{near}” is missing").format(near=near)
    if near:
        return _("smcal knows no such key; did you mean “{near}”?").format(near=near)
    return _("smcal knows no such key")


def _named(name: str, raw: object, kind: Any, where: Path) -> Iterator[Complaint]:
    """A rule. Its name has a dot in it, and without quotes TOML takes that for a table in a table."""
    if isinstance(raw, dict) and raw and all(isinstance(value, dict) for value in raw.values()):
        for rest in raw:
            text = _("put the name of the check in quotes: {name}")
            yield Complaint((*where, name, rest), text.format(name=f'"{name}.{rest}"'))
    else:
        yield from _misfits(raw, kind, (*where, name))


def _value(raw: object, kind: Any, where: Path) -> Iterator[Complaint]:
    try:
        msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        yield explained(str(error), raw, kind, where)


def _inner(kind: Any) -> Any:
    """What an optional type is when it is there."""
    if get_origin(kind) in (Union, UnionType):
        return next((part for part in get_args(kind) if part is not type(None)), kind)
    return kind
