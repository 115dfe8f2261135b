"""A list of the regulation: topics, directions, points, grounds; added, changed, put in order, removed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from smcal.planning.rules import with_clause
from smcal.regulation import Pack
from smcal.regulation.complaint import Complaint
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.rules.chapter import Chapter
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.entry import edit_entry
from smcal_ui.rules.fault_lines import FaultLine
from smcal_ui.rules.faults import where, wrong
from smcal_ui.rules.kind import Kind
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.table import Column, ValueTable

NUMBER = 36  # pixels: the narrowest column


class ListTable(ValueTable):
    """Ins adds, Del removes, Alt with ↑ or ↓ moves the chosen entry."""

    addRequested = Signal()
    removeRequested = Signal()
    shiftRequested = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the buttons below."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.shiftRequested.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Insert:
            self.addRequested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removeRequested.emit()
        else:
            super().keyPressEvent(event)


class ListChapter(Chapter):
    """One or two lists of the pack as one table; each entry knows its kind."""

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        name: str,
        about: str,
        columns: Sequence[Column],
        kinds: Sequence[Kind],
    ) -> None:
        super().__init__(desk, draft, about)
        self.kinds = tuple(kinds)
        self._faulty: list[Any] = []
        self.table = ListTable(name, columns, self._tint, wrap=True)
        self.table.horizontalHeader().setMinimumSectionSize(NUMBER)
        self.fault = FaultLine()
        self.buttons: dict[str, QPushButton] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        for kind in self.kinds:
            self._offer(f"add {kind.section}", kind.add, lambda _checked=False, kind=kind: self.add(kind))
        self._offer("edit", _("Edit…"), self.edit)
        self._offer("remove", _("Remove"), self.remove)
        self._offer("up", _("Up"), lambda: self.shift(-1))
        self._offer("down", _("Down"), lambda: self.shift(1))
        self._row.addStretch()
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.fault)
        self.column.addLayout(self._row)
        self.table.chosen.connect(self._on_chosen)
        self.table.moved.connect(self._enable)
        self.table.shiftRequested.connect(self.shift)
        self.table.addRequested.connect(self._on_add)
        self.table.removeRequested.connect(self.remove)
        self.buttons["up"].setToolTip("Alt+↑")
        self.buttons["down"].setToolTip("Alt+↓")

    def reload(self) -> None:
        faults = [c for c in self.draft.flaws if c.path[0] in {kind.section for kind in self.kinds}]
        self._faulty = [entry for c in faults if (entry := self._entry_of(c)) is not None]
        self.table.show_values(self.entries(self.draft.pack))
        self.fault.say("\n".join(f"{where(c, self.draft.pack)}: {wrong(c, self.draft.pack)}" for c in faults))
        self._enable()

    def entries(self, pack: Pack) -> list[Any]:
        """All entries, list by list."""
        return [entry for kind in self.kinds for entry in getattr(pack, kind.section)]

    def go_to(self, complaint: Complaint) -> None:
        self._choose(self._entry_of(complaint))
        self.table.setFocus()

    def add(self, kind: Kind) -> None:
        """Ask for a new entry, and put it at the end."""
        if not self._may_change():
            return
        entry = edit_entry(kind, self.draft.pack, None, self)
        if entry is not None:
            self._put(kind, [*getattr(self.draft.pack, kind.section), entry], entry, entry.clause)

    @Slot()
    def edit(self) -> None:
        """Ask what the chosen entry is to be."""
        entry = self.table.current()
        if entry is None or not self._may_change():
            return
        kind, number = self._place(entry)
        changed = edit_entry(kind, self.draft.pack, number, self)
        if changed is not None:
            listed = list(getattr(self.draft.pack, kind.section))
            listed[number] = changed
            self._put(kind, listed, changed, changed.clause)

    @Slot()
    def remove(self) -> None:
        """Take the chosen entry away; Ctrl+Z brings it back."""
        entry = self.table.current()
        if entry is None or not self._may_change():
            return
        kind, number = self._place(entry)
        listed = list(getattr(self.draft.pack, kind.section))
        del listed[number]
        self._put(kind, listed, None)

    def shift(self, by: int) -> None:
        """Move the chosen entry a place up or down among its like."""
        entry = self.table.current()
        if entry is None or not self._may_change():
            return
        kind, number = self._place(entry)
        listed = list(getattr(self.draft.pack, kind.section))
        if 0 <= number + by < len(listed):
            listed.insert(number + by, listed.pop(number))
            self._put(kind, listed, entry)

    def _may_change(self) -> bool:
        if not self.draft.own:
            self.copyWanted.emit()
        return self.draft.own

    def _put(self, kind: Kind, listed: list[Any], chosen: Any, clause: str = "") -> None:
        """`clause` is one that the document has, as somebody has just said."""
        self.draft.change(kind.settle(with_clause(self.draft.pack, clause), tuple(listed)))
        if chosen is not None:
            self._choose(chosen)
        self.table.setFocus()

    def _place(self, entry: Any) -> tuple[Kind, int]:
        row = self.table.currentIndex().row()
        for kind in self.kinds:
            listed = getattr(self.draft.pack, kind.section)
            if row < len(listed):
                return kind, row
            row -= len(listed)
        raise ValueError(entry)

    def _entry_of(self, complaint: Complaint) -> Any:
        path = complaint.path
        listed = getattr(self.draft.pack, str(path[0]))
        return listed[path[1]] if len(path) > 1 and isinstance(path[1], int) else None

    def _tint(self, entry: object) -> str:
        return "bad" if any(entry is faulty for faulty in self._faulty) else ""

    def _choose(self, entry: Any) -> None:
        for row, shown in enumerate(self.table.values):
            if shown is entry or shown == entry:
                self.table.choose(row)
                return

    def _offer(self, name: str, text: str, run: Callable[..., object]) -> None:
        made = self.buttons[name] = button(text)
        made.setAutoDefault(False)
        made.clicked.connect(run)
        self._row.addWidget(made)

    @Slot()
    def _on_add(self) -> None:
        self.add(self.kinds[0])

    @Slot(object)
    def _on_chosen(self, _value: object) -> None:
        self.edit()

    @Slot()
    def _enable(self) -> None:
        entry, own = self.table.current(), self.draft.own
        first = last = True
        if entry is not None:
            kind, number = self._place(entry)
            first, last = number == 0, number == len(getattr(self.draft.pack, kind.section)) - 1
        able = {"edit": entry is not None, "remove": entry is not None, "up": not first, "down": not last}
        for name, pressed in self.buttons.items():
            pressed.setEnabled(own and able.get(name, True))
