"""The regulation that is being changed, before it is in force: what it says now, and how to take a change back."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from smcal.planning.rules import flaws
from smcal.regulation import Pack, pack_ids
from smcal.regulation.complaint import Complaint
from smcal.worktime import Hours

MOST_STEPS = 200


class State(NamedTuple):
    """All that a draft is made of."""

    pack: Pack
    hours: Hours
    text: str = ""  # word for word as it was written elsewhere, while it is unchanged

    @property
    def own(self) -> bool:
        """Whether it is the library's; else it ships with smcal."""
        return self.pack.id not in pack_ids()


class Draft(QObject):
    """One state at a time; each change is a step, typing in one field is one step together."""

    changed = Signal()

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start = self._now = state
        self._steps: list[tuple[State, str]] = []
        self._undone: list[State] = []
        self._flaws: tuple[Complaint, ...] | None = None

    @property
    def state(self) -> State:
        """All of it as it stands."""
        return self._now

    @property
    def pack(self) -> Pack:
        """The regulation as it stands in the draft."""
        return self._now.pack

    @property
    def hours(self) -> Hours:
        """The curator's hours as they stand in the draft."""
        return self._now.hours

    @property
    def own(self) -> bool:
        """Whether it may be changed: what ships with smcal is copied first."""
        return self._now.own

    @property
    def text(self) -> str:
        """As it was written where it came from, word for word, while nothing in it was changed; else nothing."""
        return self._now.text

    @property
    def new_pack(self) -> bool:
        """Whether the regulation differs from the one in force."""
        return self._now.pack != self._start.pack

    @property
    def new_hours(self) -> bool:
        """Whether the hours differ from those in force."""
        return self._now.hours != self._start.hours

    @property
    def touched(self) -> bool:
        """Whether closing would lose anything."""
        return self.new_pack or self.new_hours

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._steps)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change to do again."""
        return bool(self._undone)

    @property
    def flaws(self) -> tuple[Complaint, ...]:
        """Why it cannot be put in force; empty when it can."""
        if self._flaws is None:
            self._flaws = flaws(self.pack) if self.new_pack else ()
        return self._flaws

    def begin(self, state: State) -> None:
        """Start anew: this is in force now."""
        self._start = state
        self._steps.clear()
        self._undone.clear()
        self._show(state)

    def take(self, state: State, key: str = "") -> None:
        """A change; those with the same key, one after the other, are one step, and none where they lead nowhere."""
        if state == self._now:
            return
        if not (key and self._steps and self._steps[-1][1] == key):
            self._steps.append((self._now, key))
            del self._steps[:-MOST_STEPS]
        elif self._steps[-1][0] == state:
            self._steps.pop()
        self._undone.clear()
        self._show(state)

    def change(self, pack: Pack, key: str = "") -> None:
        """The regulation says something else."""
        self.take(self._now._replace(pack=pack, text=""), key)

    def settle_hours(self, hours: Hours) -> None:
        """The curator works at other hours."""
        self.take(self._now._replace(hours=hours), "hours")

    def undo(self) -> None:
        """Take the last change back."""
        if self._steps:
            self._undone.append(self._now)
            self._show(self._steps.pop()[0])

    def redo(self) -> None:
        """Do the last undone change again."""
        if self._undone:
            self._steps.append((self._now, ""))
            self._show(self._undone.pop())

    def _show(self, state: State) -> None:
        self._now = state
        self._flaws = None
        self.changed.emit()
