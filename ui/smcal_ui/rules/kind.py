"""What entries of a list are, and what follows for the rest of the regulation when the list is another."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec

from smcal.planning.rules import with_section
from smcal.regulation import Pack, Rule, Severity
from smcal.words import N_
from smcal_ui.widgets.form import Row

FREE = "entry"  # what identifiers of new entries begin with


class Kind(NamedTuple):
    """What entries of one list are."""

    section: str
    one: str  # the heading of the form
    add: str  # the button
    begin: Callable[[Pack], Any]  # a new entry
    rows: Callable[[Pack], Sequence[Row | tuple[Row, ...]]] = lambda pack: ()
    texts: tuple[tuple[str, str], ...] = (("title", N_("Wording")),)

    def settle(self, pack: Pack, entries: tuple[Any, ...]) -> Pack:
        """The pack with these entries; whatever named one that is gone names it no longer."""
        changed = with_section(pack, self.section, entries)
        if self.section == "checklist":
            return _with_rules(changed)
        return _without_directions(changed) if self.section == "directions" else changed


def free_id(entries: Sequence[Any]) -> str:
    """An identifier that no entry has yet."""
    taken = {entry.id for entry in entries}
    return next(id for n in range(1, len(taken) + 2) if (id := f"{FREE}-{n}") not in taken)


def _with_rules(pack: Pack) -> Pack:
    """A point belongs to a rule: one that the pack has not named advises from now on."""
    advice = {p.rule: Rule(severity=Severity.RECOMMENDED, clause=p.clause) for p in pack.checklist}
    new = {name: rule for name, rule in advice.items() if name not in pack.rules and rule.clause}
    return msgspec.structs.replace(pack, rules={**pack.rules, **new}) if new else pack


def _without_directions(pack: Pack) -> Pack:
    there = {direction.id for direction in pack.directions}
    replace = msgspec.structs.replace
    topics = tuple(t if t.direction in there else replace(t, direction=None) for t in pack.topics)
    changed = replace(pack, topics=topics)
    if pack.partners and pack.partners.direction not in there:
        changed = replace(changed, partners=replace(pack.partners, direction=None))
    if pack.events and pack.events.direction not in there:
        changed = replace(changed, events=replace(pack.events, direction=None))
    if pack.privacy:
        named = tuple(one for one in pack.privacy.directions if one in there)
        changed = replace(changed, privacy=replace(pack.privacy, directions=named))
    return changed
