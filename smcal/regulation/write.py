"""Writes a pack as TOML that people can read and change; reading it back gives the same pack."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from smcal.regulation.pack import Heading, Pack, Title
from smcal.words import Words, words

_BARE = re.compile(r"^[A-Za-z0-9_-]+$")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
_WIDE = 100  # a list longer than this stands in lines of its own


def pack_toml(pack: Pack) -> str:
    """The pack as a commented TOML file, every section that it has, in the order of the schema.

    The comments speak the pack's language.
    """
    w = words(pack.language)
    lines = [f"# {' '.join(_CONTROL.sub(' ', pack.title.within(pack.language)).split())}"]
    heading = {name: value for name, value in _said(pack).items() if name in Heading.__struct_fields__}
    lines += _table("regulation", heading, w)
    for name, value in _said(pack).items():
        if name not in Heading.__struct_fields__:
            lines += _section(name, value, w)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _section(name: str, value: Any, w: Words) -> Iterator[str]:
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _table(name, _said(item), w, "[[{}]]", comment=number == 0)
    else:
        yield from _table(name, value if isinstance(value, dict) else _said(value), w)


def _table(name: str, fields: dict[str, Any], w: Words, brackets: str = "[{}]", comment: bool = True) -> Iterator[str]:
    """A table and its keys; texts in several languages are tables of their own below [regulation]."""
    apart = {key: value for key, value in fields.items() if name == "regulation" and isinstance(value, Title)}
    yield ""
    if comment and (said := _comment(name, w)):
        yield f"# {said}"
    yield brackets.format(name)
    for key, value in fields.items():
        if key not in apart:
            yield f"{_key(key)} = {_value(value)}"
    for key, title in apart.items():
        yield from _table(f"{name}.{key}", _said(title), w)


def _said(part: msgspec.Struct) -> dict[str, Any]:
    """The fields that say something: those that are empty, and by default, are left out."""
    fields = {field.name: (getattr(part, field.name), field.default) for field in msgspec.structs.fields(part)}
    empty = (None, "", (), False, Title())
    return {name: value for name, (value, usual) in fields.items() if value != usual or value not in empty}


def _key(key: str) -> str:
    return key if _BARE.match(key) else _text(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, tuple):
        return _list([_value(item) for item in value])
    if isinstance(value, msgspec.Struct):
        inside = ", ".join(f"{_key(key)} = {_value(item)}" for key, item in _said(value).items())
        return f"{{ {inside} }}" if inside else "{}"
    return repr(value)


def _list(items: list[str]) -> str:
    flat = f"[{', '.join(items)}]"
    return flat if len(flat) <= _WIDE else "[\n" + "".join(f"  {item},\n" for item in items) + "]"


def _text(text: str) -> str:
    return '"' + _ESCAPED.sub(_escape, str(text)) + '"'


def _escape(found: re.Match[str]) -> str:
    short = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
    return short.get(found[0], f"\\u{ord(found[0]):04x}")


def _comment(name: str, w: Words) -> str:
    """What a section is, for people who open the file in an editor."""
    comments = {
        "regulation": w.gettext("Whose rules these are. “clauses” lists what may be cited."),
        "rules": w.gettext("One line a check: required blocks handing in, recommended advises, off is silent."),
        "frequency": w.gettext("Posts per page and week."),
        "submission": w.gettext(
            "How many working days before publication a post is handed in. counting: nth-day-before or clear-days; "
            "urgent: close-of-day or one-day-length."
        ),
        "coverage": w.gettext("How long a page has to cover every topic: month or quarter."),
        "partners": w.gettext("Which share of a page may be partners’ material, and in which time: month or quarter."),
        "credits": w.gettext("What is named with borrowed texts and files: author, source."),
        "events": w.gettext("How many days before a city event it is announced at the earliest."),
        "privacy": w.gettext("Which posts carry the notice that people may be photographed, and what it says."),
        "register": w.gettext("What the register says of each page: link, coordinator, approval-day."),
        "coordinators": w.gettext("Who may be a coordinator: months of service, trained by the curator."),
        "checklist": w.gettext("What somebody confirms for a page and a week."),
        "measures": w.gettext("What is done about users’ comments (measure), and for what (ground)."),
        "topics": w.gettext("Topics that a page covers. applies: always, if-available or on-event."),
        "directions": w.gettext("Directions of work that posts belong to."),
        "removal_grounds": w.gettext("Grounds for removing a published post."),
        "readings": w.gettext("How the rules are read where the document is silent."),
    }
    return comments.get(name, "")
