"""Notes on one day: add, change, remove."""

import datetime as dt

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from smcal.model import DayNote, NoteKind, Period, new_id
from smcal.store import Area, Work
from smcal.text import clean_name
from smcal.words import N_, _
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.names import note_kind_name
from smcal_ui.post.fields import ChoiceField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Form, Row, captioned
from smcal_ui.widgets.table import Column, ValueTable


class NotesDialog(Dialog):
    """Enter in the line saves it: as a new note, or in place of the one that is being changed."""

    def __init__(self, desk: Desk, day: dt.date, parent: QWidget | None = None) -> None:
        title = _("Notes: {day}").format(day=desk.dates.long_day(day))
        super().__init__(title, parent, size=(560, 440))
        self._desk, self._day = desk, day
        self._changing: DayNote | None = None
        self.line = QLineEdit(placeholderText=_("A city event, a memorable date, a reminder"))
        self.save = button(_("&Add"))
        self.facts = Form(
            [
                (
                    Row("kind", N_("&Kind"), lambda key: ChoiceField(key, choices.note_kinds())),
                    Row("branch_id", N_("&Branch"), lambda key: ChoiceField(key, self._branches())),
                )
            ]
        )
        self.notes = ValueTable(
            _("Notes on this day"),
            (
                Column(_("Note"), lambda note: note.text, wide=True),
                Column(_("Kind"), lambda note: note_kind_name(note.kind), widest=200),
                Column(_("Branch"), lambda note: dict(self._branches()).get(note.branch_id, "–"), widest=160),
            ),
        )
        self.edit = button(_("C&hange"))
        self.remove = button(_("&Remove"))
        self._build()
        self._connect()
        self._show()
        self._change(None)

    def accept(self) -> None:
        """Enter saves what was typed, and closes when nothing was."""
        text = clean_name(self.line.text())
        if not text:
            super().accept()
            return
        changing = self._changing
        note = msgspec.structs.replace(
            changing or DayNote(id=new_id(), date=self._day, text=""), text=text, **self.facts.values()
        )
        label = _("Change a note") if changing else _("Add a note")
        if self._desk.do(label, lambda work: work.put(note)) is not None:
            self._change(None)

    def _build(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.edit)
        below.addWidget(self.remove)
        below.addStretch()
        self.body.addLayout(captioned(_("&Note"), self.line, self.save))
        self.body.addWidget(self.facts)
        self.body.addWidget(self.notes, 1)
        self.body.addLayout(below)
        self.add_buttons()
        self.save.setDefault(True)

    def _connect(self) -> None:
        self.save.clicked.connect(self.accept)
        self.edit.clicked.connect(self._on_edit)
        self.remove.clicked.connect(self._on_remove)
        self.notes.chosen.connect(self._change)
        self._desk.changed.connect(self._show)
        self.listen(self._desk)

    @Slot()
    def _show(self) -> None:
        with self._desk.read() as reader:
            self.notes.show_values(reader.day_notes(Period(self._day, self._day)))
        for needing in (self.edit, self.remove):
            needing.setEnabled(bool(self.notes.values))

    @Slot(object)
    def _change(self, note: DayNote | None) -> None:
        self._changing = note
        self.line.setText(note.text if note else "")
        self.facts.show_values(
            {"kind": note.kind if note else NoteKind.NOTE, "branch_id": note.branch_id if note else None}
        )
        self.save.setText(_("&Save") if note else _("&Add"))
        self.line.setFocus()

    def _branches(self) -> list[tuple[str | None, str]]:
        with self._desk.read() as reader:
            return [(None, _("whole library")), *((branch.id, branch.name) for branch in reader.branches())]

    @Slot()
    def _on_edit(self) -> None:
        self._change(self.notes.current())

    @Slot()
    def _on_remove(self) -> None:
        note = self.notes.current()

        def remove(work: Work) -> bool:
            work.remove(Area.DAY_NOTES, note.id)
            return True

        if note is not None and self._desk.do(_("Remove a note"), remove):
            self._change(None)
