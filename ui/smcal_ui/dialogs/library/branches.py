"""Branches: name, opening hours, order."""

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from smcal.errors import SmcalError
from smcal.model import Branch
from smcal.planning.setup import NewBranch, add_branch, set_hours
from smcal.store import Work
from smcal.store.calendars import hours_of
from smcal.text import clean_name
from smcal.words import N_, _
from smcal.worktime import Hours
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.library.order import OrderedTab
from smcal_ui.dialogs.library.tab import Deed
from smcal_ui.dialogs.library.wording import hours_text
from smcal_ui.post.fields import LineField
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.hours import HoursEditor
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.table import Column


class BranchDialog(Dialog):
    """Name and opening hours of one branch."""

    def __init__(self, desk: Desk, title: str, name: str, hours: Hours, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, size=(420, 0))
        self.form = Form((Row("name", N_("&Name"), LineField),))
        self.form.show_values({"name": name})
        self.editor = HoursEditor(desk.dates)
        self.editor.show_hours(hours)
        self.body.addWidget(self.form)
        self.body.addWidget(PlainLabel(_("Opening hours"), role="caption"))
        self.body.addWidget(self.editor)
        self.body.addStretch()
        self.add_buttons(_("&Save"))
        self.form.edited.connect(self.hush)
        self.editor.edited.connect(self.hush)
        self.form.focus("name")

    @property
    def name(self) -> str:
        """What was typed as the name."""
        return clean_name(self.form.value("name"))

    def accept(self) -> None:
        if not self.name:
            self.complain(_("Type the name of the branch."))
            self.form.focus("name")
            return
        try:
            self.editor.hours()
        except SmcalError as error:
            self.complain(str(error))
            return
        super().accept()


class BranchesTab(OrderedTab):
    """The branches in their order."""

    REORDERING = N_("Change the order of branches")

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            _("Branches"),
            (
                Column(_("Branch"), lambda branch: branch.name, wide=True),
                Column(_("Opening hours"), self._hours_text, widest=260),
                Column(_("Pages"), self._page_count),
            ),
        )
        self.offer(
            Deed("add", _("&Add…"), self._on_add, needs_row=False),
            Deed("edit", _("&Edit…"), self._on_edit),
            *self.order_deeds(),
        )

    def values(self) -> list[Branch]:
        with self.desk.read() as reader:
            found = reader.branches()
            self._hours = {branch.id: hours_of(reader.working_hours(branch.id)) for branch in found}
            pages = reader.pages()
        self._pages = {branch.id: sum(page.branch_id == branch.id for page in pages) for branch in found}
        return found

    def _hours_text(self, branch: Branch) -> str:
        return hours_text(self._hours[branch.id], self.desk.dates)

    def _page_count(self, branch: Branch) -> str:
        return str(self._pages[branch.id])

    @Slot()
    def _on_add(self) -> None:
        dialog = BranchDialog(self.desk, _("New branch"), "", Hours.default(), self)
        if dialog.exec():
            new, place = NewBranch(dialog.name, hours=dialog.editor.hours()), len(self.table.values)
            made = self.desk.do(_("Add a branch"), lambda work: add_branch(work, new, place))
            if made is not None:
                self.choose(made.id)

    @Slot()
    def _on_edit(self) -> None:
        branch = self.table.current()
        dialog = BranchDialog(self.desk, _("Branch"), branch.name, self._hours[branch.id], self)
        if not dialog.exec():
            return

        def put(work: Work) -> Branch:
            set_hours(work, branch.id, dialog.editor.hours())
            return work.put(msgspec.structs.replace(branch, name=dialog.name))

        self.desk.do(_("Change a branch"), put)
