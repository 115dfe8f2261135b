"""Fields and values of a history in words."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from smcal.model import Artwork, Decision, State
from smcal.store import Area, FieldChange, HistoryEntry
from smcal.words import N_, _, begun_small, spoken
from smcal_ui.desk import Desk
from smcal_ui.dialogs.answer_rows import DECISIONS
from smcal_ui.dialogs.posts_table import local, page_names
from smcal_ui.names import state_name

FIELDS = {
    "title": N_("title"),
    "text": N_("text"),
    "date": N_("day"),
    "time": N_("time"),
    "page_id": N_("page"),
    "state": N_("state"),
    "topic": N_("topic"),
    "direction": N_("direction"),
    "direction_consent": N_("consent to the direction"),
    "urgent": N_("urgent"),
    "urgent_reason": N_("reason of urgency"),
    "partner": N_("partner"),
    "pr_consent": N_("agreed with the PR service"),
    "borrowed": N_("borrowed"),
    "author": N_("author"),
    "source": N_("source"),
    "artwork": N_("pictures from the designer"),
    "deferred": N_("in VK’s deferred posts"),
    "link": N_("link"),
    "note": N_("note"),
    "event_id": N_("event that it announces"),
    "personal_data": N_("names or shows people"),
    "data_consent": N_("who agreed to be named or shown"),
    "mistake": N_("mistake found"),
    "corrected": N_("corrected"),
    "first_submitted": N_("first handed in"),
    "binned": N_("in the bin"),
    "decision": N_("decision"),
    "comment": N_("comment"),
    "alt": N_("alternative text"),
    "message": N_("what is not kept"),
    "reason": N_("reason"),
    "withdrawn": N_("withdrawn"),
    "ground": N_("ground"),
    "edit_tried": N_("why mending was not enough"),
    "agreed_coordinator": N_("coordinator who agreed"),
    "agreed_head": N_("head who agreed"),
}
"""Fields that people know; others (identifiers, positions) are not told."""

ARTWORK = {
    Artwork.NONE: N_("not ordered"),
    Artwork.ORDERED: N_("ordered, not here yet"),
    Artwork.ARRIVED: N_("have arrived"),
}
AREAS = {
    Area.ATTACHMENTS: N_("File"),
    Area.VERDICTS: N_("Answer"),
    Area.SUBMITTED_POSTS: N_("Plan"),
    Area.OVERRIDES: N_("Departure"),
    Area.REMOVALS: N_("Removal"),
}
SHORT = 60  # characters of a value


class HistoryWords:
    """Puts steps into words; knows the pages by name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        pages, dates = page_names(desk), desk.dates
        self._tellers: dict[str, Callable[[Any], str]] = {
            "state": lambda value: state_name(State(value)),
            "page_id": lambda value: pages.get(value, "–"),
            "date": lambda value: dates.date(dt.date.fromisoformat(value)),
            "time": lambda value: dates.time(dt.time.fromisoformat(value)),
            "first_submitted": self._moment,
            "binned": self._moment,
            "withdrawn": self._moment,
            "ground": self._ground,
            "artwork": lambda value: _(ARTWORK[Artwork(value)]),
            "decision": lambda value: _(DECISIONS[Decision(value)]),
            "direction": self._direction,
            "event_id": self._event,
        }

    def tells(self, entry: HistoryEntry) -> bool:
        """Whether a step has anything that people would want to know."""
        return entry.added or entry.removed or bool(self._told(entry))

    def deed(self, entry: HistoryEntry) -> str:
        """What was done, and to what, where that is not the post itself."""
        what = AREAS.get(entry.area)
        done = _(entry.label)
        return f"{done} ({begun_small(_(what))})" if what else done

    def changes(self, entry: HistoryEntry) -> str:
        """Each changed field with its value before and after."""
        if entry.removed:
            return _("removed")
        told = self._told(entry)
        if entry.added:
            return "; ".join(f"{_(FIELDS[c.field])}: {self._value(c.field, c.after)}" for c in told) or _("added")
        return "; ".join(
            f"{_(FIELDS[c.field])}: {self._value(c.field, c.before)} → {self._value(c.field, c.after)}" for c in told
        )

    def _told(self, entry: HistoryEntry) -> list[FieldChange]:
        empty = (None, "", False, "none")
        return [
            change
            for change in entry.fields
            if change.field in FIELDS and not (entry.added and change.after in empty) and change.before != change.after
        ]

    def _value(self, field: str, value: Any) -> str:
        if value is None or value == "":
            return "–"
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        tell = self._tellers.get(field, _shortened)
        return tell(value)

    def _direction(self, value: str) -> str:
        found = self._desk.workspace.pack().direction(value)
        return found.title.within(spoken().language) if found else value

    def _event(self, value: str) -> str:
        known = (event.text for event in self._desk.book.facts.events if event.id == value)
        return next(known, _("an event that is no longer listed"))

    def _ground(self, value: str) -> str:
        grounds = self._desk.workspace.pack().removal_grounds
        return next((ground.title.within(spoken().language) for ground in grounds if ground.id == value), value)

    def _moment(self, value: str) -> str:
        return self._desk.dates.moment(local(self._desk, dt.datetime.fromisoformat(value)))


def _shortened(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"
