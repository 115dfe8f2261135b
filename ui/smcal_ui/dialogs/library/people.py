"""People: who plans, reviews and answers for posts."""

import msgspec
from PySide6.QtCore import Slot

from smcal.model import Person, Role, new_id
from smcal.words import N_, _
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.form_dialog import FormDialog, filled
from smcal_ui.dialogs.library.tab import Deed, ListTab
from smcal_ui.names import role_name
from smcal_ui.post.fields import CheckField, ChoiceField, DateField, LineField
from smcal_ui.widgets.form import Row
from smcal_ui.widgets.table import Column


class PeopleTab(ListTab):
    """Everybody who works or worked here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            _("People"),
            (
                Column(_("Name"), lambda person: person.name, wide=True),
                Column(_("Role"), lambda person: role_name(person.role)),
                Column(_("Branch"), lambda person: self._branches.get(person.branch_id, _("all")), widest=200),
                Column(_("State"), lambda person: _("has left") if person.archived else _("works here")),
            ),
            tint=lambda person: "faint" if person.archived else "",
        )
        self.offer(
            Deed("add", _("&Add…"), self._on_add, needs_row=False),
            Deed("edit", _("&Edit…"), self._on_edit),
            Deed("archive", _("Has le&ft"), self._on_archive),
        )
        self.table.moved.connect(self._name_archive)

    def values(self) -> list[Person]:
        with self.desk.read() as reader:
            self._branches = {branch.id: branch.name for branch in reader.branches()}
            return sorted(reader.people(archived=True), key=lambda person: person.archived)

    @Slot()
    def _name_archive(self) -> None:
        person = self.table.current()
        left = person is not None and person.archived
        self.buttons["archive"].setText(_("Works here agai&n") if left else _("Has le&ft"))

    @Slot()
    def _on_add(self) -> None:
        dialog = self._dialog(_("New person"), Person(id="", name="", role=Role.COORDINATOR))
        if dialog.exec():
            person = Person(id=new_id(), **dialog.values())
            if self.desk.do(_("Add a person"), lambda work: work.put(person)) is not None:
                self.choose(person.id)

    @Slot()
    def _on_edit(self) -> None:
        person = self.table.current()
        dialog = self._dialog(_("Person"), person)
        if dialog.exec():
            changed = msgspec.structs.replace(person, **dialog.values())
            self.desk.do(_("Change a person"), lambda work: work.put(changed))

    @Slot()
    def _on_archive(self) -> None:
        person = self.table.current()
        changed = msgspec.structs.replace(person, archived=not person.archived)
        self.desk.do(
            _("A person leaves") if changed.archived else _("A person is back"), lambda work: work.put(changed)
        )
        self.choose(person.id)

    def _dialog(self, title: str, person: Person) -> FormDialog:
        branches = [(None, _("all branches")), *self._branches.items()]
        rows = (
            Row("name", N_("&Name and initials"), LineField),
            (
                Row("role", N_("&Role"), lambda key: ChoiceField(key, choices.roles())),
                Row("branch_id", N_("&Branch"), lambda key: ChoiceField(key, branches)),
            ),
            Row("since", N_("In ser&vice since"), lambda key: DateField(key, earliest=1930)),
            Row("trained", "", lambda key: CheckField(key, _("&Trained with the curator"))),
            Row("two_factor", "", lambda key: CheckField(key, _("Has confirmed a second step when signing &in"))),
        )
        missing = filled("name", _("Type the name."))
        dialog = FormDialog(title, rows, msgspec.structs.asdict(person), _("&Save"), check=missing, parent=self)
        dialog.form.focus("name")
        return dialog
