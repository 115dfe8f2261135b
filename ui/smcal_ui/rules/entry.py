"""One entry of a list in a form: its texts in four languages, its clause, and what its kind has besides."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec
from PySide6.QtWidgets import QWidget

from smcal.planning.rules import flaws, with_section
from smcal.regulation import Pack, Rule, Severity, Title
from smcal.text import clean_name
from smcal.words import N_, _
from smcal_ui.dialogs.choices import LANGUAGES
from smcal_ui.dialogs.form_dialog import FormDialog
from smcal_ui.post.fields import LineField
from smcal_ui.rules.faults import wrong
from smcal_ui.rules.fields import ClauseField
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


def edit_entry(kind: Kind, pack: Pack, number: int | None, parent: QWidget) -> Any:
    """Ask what an entry (None: a new one) is to be; None when nobody wants it."""
    before = kind.begin(pack) if number is None else getattr(pack, kind.section)[number]
    listed = list(getattr(pack, kind.section))

    def made(values: dict[str, Any]) -> Any:
        texts = {
            name: Title(**{language: clean_name(values[f"{name}_{language}"]) for language in LANGUAGES})
            for name, _label in kind.texts
        }
        given = {key: value for key, value in values.items() if key in before.__struct_fields__}
        return msgspec.structs.replace(before, **{**given, **texts})

    def check(values: dict[str, Any]) -> tuple[str, str]:
        place = len(listed) if number is None else number
        candidate = kind.settle(pack, (*listed[:place], made(values), *listed[place + 1 :]))
        found = [c for c in flaws(candidate) if c.path[:2] == (kind.section, place)]
        if not found:
            return "", ""
        key = str(found[0].path[2]) if len(found[0].path) > 2 else "clause"
        first = f"{key}_{pack.language if pack.language in LANGUAGES else 'en'}"
        return (first if key in dict(kind.texts) else key), wrong(found[0], candidate)

    dialog = FormDialog(_(kind.one), _rows(kind, pack), _values(kind, before), _("&OK"), check=check, parent=parent)
    dialog.setMinimumWidth(620)
    dialog.form.focus(f"title_{_languages(pack)[0]}")
    return made(dialog.values()) if dialog.exec() else None


def free_id(entries: Sequence[Any]) -> str:
    """An identifier that no entry has yet."""
    taken = {entry.id for entry in entries}
    return next(id for n in range(1, len(taken) + 2) if (id := f"{FREE}-{n}") not in taken)


def _languages(pack: Pack) -> list[str]:
    """That of the document first."""
    return sorted(LANGUAGES, key=lambda language: language != pack.language)


def _rows(kind: Kind, pack: Pack) -> list[Row | tuple[Row, ...]]:
    texts: list[Row | tuple[Row, ...]] = []
    for language in _languages(pack):
        cells = tuple(
            Row(f"{name}_{language}", f"{_(label)} · {LANGUAGES[language]}", LineField) for name, label in kind.texts
        )
        texts.append(cells)
    return [*kind.rows(pack), Row("clause", N_("Clause"), ClauseField), *texts]


def _values(kind: Kind, entry: Any) -> dict[str, Any]:
    texts = {
        f"{name}_{language}": getattr(getattr(entry, name), language)
        for name, _label in kind.texts
        for language in LANGUAGES
    }
    return {**{name: getattr(entry, name) for name in entry.__struct_fields__}, **texts}


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
