"""A library's own pack: a copy of a shipped one, its next version, and what differs between two of them."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from smcal.errors import WrongUse
from smcal.regulation.clauses import single_clauses
from smcal.regulation.pack import Pack, Title, cited
from smcal.words import _

_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Difference(msgspec.Struct, frozen=True):
    """One place where two packs differ: ("frequency", "", "max", "7", "9"), ("topics", "6", "applies", …).

    `item` is the rule, or the id within a list; `before` or `after` is None where there is nothing.
    """

    section: str
    item: str
    key: str
    before: str | None
    after: str | None

    @property
    def place(self) -> str:
        """As people write it: frequency.max, topics.6.applies."""
        return ".".join(part for part in (self.section, self.item, self.key) if part)


def own_copy(pack: Pack, id: str, title: Title | str) -> Pack:
    """Version 1 of a library's own pack; a plain title is in the pack's language.

    Raises WrongUse for an identifier that smcal could not tell from a shipped one, or that is none.
    """
    from smcal.regulation.load import pack_ids  # it reads TOML: not needed to compare packs

    if not _IDENTIFIER.fullmatch(id):
        text = _("“{id}” cannot be an identifier: small Latin letters, digits and hyphens, such as my-library.")
        raise WrongUse(text.format(id=id))
    if id in pack_ids():
        raise WrongUse(_("“{id}” is a regulation that ships with smcal: give yours another identifier.").format(id=id))
    named = Title(**{pack.language: title}) if isinstance(title, str) else title
    return msgspec.structs.replace(pack, id=id, version=1, title=named, based_on=f"{pack.id} {pack.version}")


def declared(pack: Pack) -> Pack:
    """The pack with every clause that it cites among those that may be cited (where it names any)."""
    if not pack.clauses:
        return pack
    missing = dict.fromkeys(one for _path, clause in cited(pack) for one in single_clauses(clause))
    new = tuple(clause for clause in missing if clause not in pack.clauses)
    return msgspec.structs.replace(pack, clauses=(*pack.clauses, *new)) if new else pack


def differences(old: Pack, new: Pack) -> list[Difference]:
    """Every value that differs, in the order of the schema; identity and version are left out."""
    before, after = _places(old), _places(new)
    return [
        Difference(*place, before.get(place), after.get(place))
        for place in dict.fromkeys((*before, *after))
        if before.get(place) != after.get(place)
    ]


def _places(pack: Pack) -> dict[tuple[str, str, str], str]:
    places: dict[tuple[str, str, str], str] = {}
    for section, value in msgspec.to_builtins(pack).items():
        if section in ("id", "version", "format", "based_on") or value is None:
            continue
        if section == "rules":
            places |= {(section, name, key): text for name, rule in value.items() for key, text in _flat(rule)}
        elif isinstance(value, list | tuple) and section != "clauses":
            places |= {(section, str(item["id"]), key): text for item in value for key, text in _flat(item)}
        elif isinstance(value, dict):
            places |= {(section, "", key): text for key, text in _flat(value)}
        else:
            places[section, "", ""] = _text(value)
    return places


def _flat(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        elif value not in (None, "", ()) and (before + key) != "id":
            yield before + key, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
