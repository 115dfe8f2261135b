"""One thing wrong with a pack: the key, and what was expected there."""

import re
import types
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from smcal.regulation.lines import Path, cut
from smcal.words import N_, _

_TYPES = re.compile(r"^Expected `([\w| ]+)`, got `([\w| ]+)`$")
_BOUND = re.compile(r"^Expected `(?:int|float)`(?: \| null)? (>=|<=|>|<) ([\d.]+)$")

_LENGTH = re.compile(r"^Expected `str`(?: \| null)? of length <= (\d+)$")

_KINDS = {
    "int": N_("a whole number"),
    "float": N_("a number"),
    "str": N_("a text in quotes"),
    "bool": N_("true or false"),
    "array": N_("a list"),
    "object": N_("a table"),
    "date": N_("a date"),
    "datetime": N_("a date"),
    "time": N_("a time of day"),
}

_PATTERNS = {
    "^[A-Z]{2}$": N_("expected two capital letters, such as LV"),
    "^[a-z0-9]+(-[a-z0-9]+)*$": N_("expected small Latin letters, digits and hyphens, such as reader-events"),
}


class Complaint(Exception):
    """What is wrong with a pack; `path` is the key, numbers in it count the tables of a list from 0."""

    def __init__(self, path: Path, expected: str) -> None:
        super().__init__(expected)
        self.path = path
        self.expected = expected


def explained(said: str, raw: object, kind: Any, where: Path) -> Complaint:
    """What msgspec said about a single value that is no `kind`, in the words of the reader."""
    said = said.partition(" - at `$")[0]
    choices = _choices(kind)
    if choices and isinstance(raw, str):
        text = _("“{value}” is not one of the values allowed here: {choices}")
        return Complaint(where, text.format(value=cut(raw), choices=", ".join(choices)))
    if types_ := _TYPES.match(said):
        text = _("expected {wanted}, got {got}")
        got = repr(raw) if isinstance(raw, float) else _kinds(types_[2])  # 5.5 is a number, but no whole one
        return Complaint(where, text.format(wanted=_kinds(types_[1]), got=got))
    if bound := _BOUND.match(said):
        return Complaint(where, _bounds()[bound[1]].format(bound=f"{float(bound[2]):.15g}"))
    if longest := _LENGTH.match(said):
        text = _("the text is too long: {most} characters at most")
        return Complaint(where, text.format(most=longest[1]))
    if "of length >= 1" in said:
        return Complaint(where, _("the text is empty"))
    pattern = next((text for pattern, text in _PATTERNS.items() if pattern in said), None)
    return Complaint(where, _(pattern) if pattern else said)


def _bounds() -> dict[str, str]:
    return {
        ">=": _("expected at least {bound}"),
        "<=": _("expected at most {bound}"),
        ">": _("expected more than {bound}"),
        "<": _("expected less than {bound}"),
    }


def _choices(kind: Any) -> tuple[str, ...]:
    """The texts that a type allows, where it allows only some."""
    origin = get_origin(kind)
    if origin is Literal:
        return tuple(map(str, get_args(kind)))
    if origin in (Annotated, tuple):
        return _choices(get_args(kind)[0])
    if origin in (Union, types.UnionType):
        return tuple(choice for part in get_args(kind) for choice in _choices(part))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(member.value) for member in kind)
    return ()


def _kinds(names: str) -> str:
    known = [name for name in names.split(" | ") if name != "null"]
    return " / ".join(_(_KINDS[name]) if name in _KINDS else name for name in known)
