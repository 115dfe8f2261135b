"""What is recorded beside posts, kept in step with change sets."""

import datetime as dt
from bisect import insort

import msgspec

from smcal.model import Confirmation, DayNote, Facts, NoteKind, Override, Person, Removal
from smcal.store.changes import Area, Change, ChangeSet

FACTS = frozenset({Area.PEOPLE, Area.DAY_NOTES, Area.REMOVALS, Area.CONFIRMATIONS, Area.OVERRIDES})
"""Kinds of values that `Facts` is made of."""


def facts_after(facts: Facts, changes: ChangeSet) -> Facts | None:
    """The facts once changes are stored, as the store would give them; None where it has to be asked.

    It has to when something goes that may have stood before another of its kind: a removal, a confirmation or an
    override that was made twice.
    """
    for change in changes.changes:
        if change.area in FACTS:
            after = _after(facts, change)
            if after is None:
                return None
            facts = after
    return facts


def _after(facts: Facts, change: Change) -> Facts | None:
    fields: dict[str, object] = {}
    match change:
        case Change(after=Person() as person):
            fields["people"] = {**facts.people, person.id: person}
        case Change(before=Person() as person):
            fields["people"] = {id: p for id, p in facts.people.items() if id != person.id}
        case Change(area=Area.DAY_NOTES):
            fields["events"] = _events(facts.events, change)
        case Change(before=None, after=Confirmation() as made) if _point(made) not in facts.confirmed:
            fields["confirmed"] = {**facts.confirmed, _point(made): made.seen}
        case Change(before=None, after=Override(withdrawn=None) as made) if made.subject not in facts.overrides:
            fields["overrides"] = {**facts.overrides, made.subject: made}
        case Change(before=None, after=Removal() as made) if made.post_id not in facts.removals:
            fields["removals"] = {**facts.removals, made.post_id: made}
        case _:
            return None
    return msgspec.structs.replace(facts, **fields)


def _point(made: Confirmation) -> tuple[str, str, dt.date]:
    return made.page_id, made.item, made.monday


def _events(events: tuple[DayNote, ...], change: Change) -> tuple[DayNote, ...]:
    kept = [note for note in events if note.id != change.id]
    if isinstance(change.after, DayNote) and change.after.kind is not NoteKind.NOTE:
        insort(kept, change.after, key=lambda note: (note.date, note.id))
    return tuple(kept)
