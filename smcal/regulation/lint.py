"""What is wrong with a pack, and where: wrong types and keys, and parts that contradict each other."""

import re
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from smcal.regulation.checks import all_checks
from smcal.regulation.finding import Severity
from smcal.regulation.lines import Path
from smcal.regulation.pack import Pack, Rule
from smcal.words import N_, _

_PLACE = re.compile(r"^(.*?)(?: - at `\$(.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.([\w-]+)|\[(\d+)\]|\[(\.\.\.)\]")
_FIELD = re.compile(r"^Object (contains unknown|missing required) field `(.*)`$")
_VALUE = re.compile(r"^Invalid enum value '(.*)'$")
_TYPES = re.compile(r"^Expected `([\w| ]+)`, got `([\w| ]+)`$")

_KINDS = {
    "int": N_("a whole number"),
    "float": N_("a number"),
    "str": N_("a text in quotes"),
    "bool": N_("true or false"),
    "array": N_("a list"),
    "object": N_("a table"),
}


class Complaint(Exception):
    """One thing wrong with a pack: the key, and what was expected there."""

    def __init__(self, path: Path, expected: str) -> None:
        super().__init__(expected)
        self.path = path
        self.expected = expected


def explain(said: str, raw: dict[str, Any], where: Path) -> Complaint:
    """What msgspec said about a value, as a complaint; `where` is the key of the value itself."""
    found = _PLACE.match(said)
    text, place = (found[1], found[2] or "") if found else (said, "")
    path = (*where, *_steps(place, raw))
    if field := _FIELD.match(text):
        missing = field[1] == "missing required"
        return Complaint((*path, field[2]), _("this key is missing") if missing else _("smcal knows no such key"))
    if types := _TYPES.match(text):
        return Complaint(path, _("expected {wanted}, got {got}").format(wanted=_kinds(types[1]), got=_kinds(types[2])))
    if value := _VALUE.match(text):
        return Complaint(path, _("“{value}” is not one of the values allowed here").format(value=value[1]))
    return Complaint(path, text)


def contradictions(pack: Pack) -> Iterator[Complaint]:
    """Where the parts of a pack, each fine by itself, do not fit together."""
    yield from _unknown_rules(pack)
    if pack.zone is not None and not _is_zone(pack.zone):
        yield Complaint(("regulation", "zone"), _("expected a time zone such as Europe/Riga"))
    yield from _doubles("topics", [str(t.id) for t in pack.topics])
    yield from _doubles("directions", [d.id for d in pack.directions])
    known = {d.id for d in pack.directions}
    for n, topic in enumerate(pack.topics):
        if topic.direction is not None and topic.direction not in known:
            yield Complaint(("topics", n, "direction"), _("expected the id of one of the directions"))
    if pack.partners and pack.partners.direction is not None and pack.partners.direction not in known:
        yield Complaint(("partners", "direction"), _("expected the id of one of the directions"))
    if pack.frequency and pack.frequency.min > pack.frequency.max:
        yield Complaint(("frequency", "min"), _("expected at most as many as max"))


def _unknown_rules(pack: Pack) -> Iterator[Complaint]:
    for name, rule in pack.rules.items():
        check = all_checks().get(name)
        if check is None:
            known = ", ".join(all_checks())
            yield Complaint(("rules", name), _("smcal has no such check; it has {known}").format(known=known))
        elif rule.severity is not Severity.OFF and check.needs and not getattr(pack, check.needs):
            yield Complaint(("rules", name), _("this check needs the section [{name}]").format(name=check.needs))


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # an odd name can be a folder or leave the folder of zones
        return False
    return True


def _doubles(section: str, ids: list[str]) -> Iterator[Complaint]:
    for n, identifier in enumerate(ids):
        if identifier in ids[:n]:
            yield Complaint((section, n, "id"), _("this id is there twice"))


def _steps(place: str, raw: dict[str, Any]) -> Path:
    """The keys in msgspec's `$.topics[2].title`; it hides the key of a free table as `[...]`: only [rules] is one."""
    steps: list[str | int] = []
    for key, number, hidden in _STEP.findall(place):
        steps.append(_broken_rule(raw.get("rules", {})) if hidden else int(number) if number else key)
    return tuple(steps)


def _broken_rule(rules: dict[str, Any]) -> str:
    for name, rule in rules.items():
        try:
            msgspec.convert(rule, Rule)
        except msgspec.ValidationError:
            return name
    return "?"


def _kinds(names: str) -> str:
    return " / ".join(_(_KINDS[name]) if name in _KINDS else name for name in names.split(" | "))
