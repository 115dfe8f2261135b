"""The library's own days: made free, working or shorter, with a reason."""

import datetime as dt
from typing import Any

import msgspec
from PySide6.QtCore import Slot

from smcal.model import CalendarChange, ChangeKind, new_id
from smcal.store import Area, Work
from smcal.words import N_, _
from smcal_ui.desk import Desk
from smcal_ui.dialogs.form_dialog import Check, FormDialog
from smcal_ui.dialogs.library.tab import Deed, ListTab
from smcal_ui.dialogs.library.wording import KINDS, kind_name
from smcal_ui.post.fields import ChoiceField, DateField, LineField
from smcal_ui.widgets.form import Row
from smcal_ui.widgets.table import Column


class DaysTab(ListTab):
    """Days that differ from the national calendar, the next ones first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            _("Special days"),
            (
                Column(_("Day"), lambda change: f"{desk.dates.day(change.date)}\u00a0{change.date.year}"),
                Column(_("What it is"), lambda change: kind_name(change.kind)),
                Column(_("Reason"), lambda change: change.reason, wide=True),
                Column(
                    _("For"), lambda change: self._branches.get(change.branch_id, _("the whole library")), widest=200
                ),
            ),
            about=_("Public holidays are known already. Every open deadline is counted anew when a day changes."),
            tint=lambda change: "faint" if change.date < desk.today else "",
        )
        self.offer(
            Deed("add", _("&Add…"), self._on_add, needs_row=False),
            Deed("edit", _("&Edit…"), self._on_edit),
            Deed("remove", _("Remo&ve"), self._on_remove),
            Deed("import", _("Import &days…"), self._on_import, needs_row=False),
        )

    def values(self) -> list[CalendarChange]:
        today = self.desk.today
        with self.desk.read() as reader:
            self._branches = {branch.id: branch.name for branch in reader.branches()}
            return sorted(reader.calendar_changes(), key=lambda change: (change.date < today, change.date, change.id))

    @Slot()
    def _on_add(self) -> None:
        new = CalendarChange(id=new_id(), date=self.desk.today + dt.timedelta(1), kind=ChangeKind.FREE, reason="")
        self._ask(_("New day"), new, _("Add a special day"))

    @Slot()
    def _on_edit(self) -> None:
        self._ask(_("Day"), self.table.current(), _("Change a special day"))

    @Slot()
    def _on_remove(self) -> None:
        change = self.table.current()

        def remove(work: Work) -> bool:
            work.remove(Area.CALENDAR_CHANGES, change.id)
            return True

        self.desk.do(_("Remove a special day"), remove)

    @Slot()
    def _on_import(self) -> None:
        from smcal_ui.calendar.importing import ImportDaysDialog  # reads files: only when asked for

        ImportDaysDialog(self.desk, self).exec()

    def _ask(self, title: str, change: CalendarChange, label: str) -> None:
        branches = [(None, _("the whole library")), *self._branches.items()]
        rows = (
            (
                Row("date", N_("&Date"), DateField),
                Row("kind", N_("&What it is"), lambda key: ChoiceField(key, [(k, kind_name(k)) for k in KINDS])),
            ),
            Row("reason", N_("&Reason"), LineField),
            Row("branch_id", N_("&For"), lambda key: ChoiceField(key, branches)),
        )
        dialog = FormDialog(
            title, rows, msgspec.structs.asdict(change), _("&Save"), check=self._wrong(change.id), parent=self
        )
        if dialog.exec():
            changed = msgspec.structs.replace(change, **dialog.values())
            if self.desk.do(label, lambda work: work.put(changed)) is not None:
                self.choose(changed.id)

    def _wrong(self, own_id: str) -> Check:
        taken = {(c.date, c.branch_id) for c in self.table.values if c.id != own_id}

        def check(values: dict[str, Any]) -> tuple[str, str]:
            if values["date"] is None:
                return "date", _("Choose the day.")
            if not str(values["reason"]).strip():
                return "reason", _("Say why: the reason stands in the calendar.")
            if (values["date"], values["branch_id"]) in taken:
                return "date", _("This day is in the list already: change it there.")
            return "", ""

        return check
