"""Who works here: the history, departures from the regulation and "nobody approves their own post" need a name."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from smcal.model import Person, Role, new_id
from smcal.text import clean_name
from smcal.words import N_, _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.names import role_name
from smcal_ui.post.fields import ChoiceField, LineField
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.table import Column, ValueTable

if TYPE_CHECKING:
    from smcal.store.work import Work


class WhoDialog(Dialog):
    """Choose a person of this workspace, or add oneself; after it was accepted, `person` is who works here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Who works here?"),
            parent,
            intro=_("Your name stands in the history and on plans. It can be changed at any time."),
            size=(480, 460),
        )
        self.person: Person | None = None
        self._desk = desk
        self.table = ValueTable(
            _("People of this library"),
            (Column(_("Name"), lambda p: p.name, wide=True), Column(_("Role"), lambda p: role_name(p.role))),
        )
        self.form = Form(
            (
                (
                    Row("name", N_("&Name and initials"), LineField),
                    Row("role", N_("&Role"), lambda key: ChoiceField(key, choices.roles())),
                ),
            )
        )
        self.orphans = QCheckBox()
        with desk.read() as reader:
            self._people = reader.people()
            self._alone = [page for page in reader.pages() if page.coordinator_id is None]
        self._build()

    def accept(self) -> None:
        """A typed name is added; otherwise it is the chosen person."""
        name = clean_name(self.form.value("name"))
        if name:
            self.person = self._known(name) or self._added(name)
        else:
            self.person = self.table.current()
        if self.person is not None:
            super().accept()
        elif not self.notice.text:
            self.complain(_("Choose a name from the list, or type yours."))

    def _build(self) -> None:
        self.form.show_values({"role": Role.COORDINATOR})
        if self._people:
            self.table.show_values(self._people)
            here = [p.id for p in self._people]
            if self._desk.person is not None and self._desk.person.id in here:
                self.table.choose(here.index(self._desk.person.id))
            self.body.addWidget(self.table, 1)
            self.body.addWidget(PlainLabel(_("Not in the list? Add yourself:"), role="quiet"))
            self.table.setFocus()
        else:
            self.form.focus("name")
        self.body.addWidget(self.form)
        n = len(self._alone)
        text = ngettext(
            "I coordinate the {n} page that has nobody yet", "I coordinate the {n} pages that have nobody yet", n
        )
        self.orphans.setText(text.format(n=n))
        self.orphans.setChecked(True)
        self.body.addWidget(self.orphans)
        self.body.addStretch()
        self.add_buttons(_("&This is me"), _("&Later"))
        self.table.chosen.connect(self._on_chosen)
        self.form.edited.connect(self.hush)
        self.form.edited.connect(self._offer_orphans)
        self.table.moved.connect(self.hush)
        self.listen(self._desk)
        self._offer_orphans()

    def _known(self, name: str) -> Person | None:
        role = self.form.value("role")
        return next((p for p in self._people if p.name == name and p.role is role), None)

    def _added(self, name: str) -> Person | None:
        person = Person(id=new_id(), name=name, role=self.form.value("role"))
        taken = self._alone if self._may_take_pages() and self.orphans.isChecked() else []

        def add(work: "Work") -> Person:
            for page in taken:
                work.put(msgspec.structs.replace(page, coordinator_id=person.id))
            added: Person = work.put(person)
            return added

        return self._desk.do(_("Add a person"), add)

    def _may_take_pages(self) -> bool:
        """Whether a coordinator is being added, and pages have none."""
        return bool(self._alone and self.form.value("name") and self.form.value("role") is Role.COORDINATOR)

    @Slot()
    def _offer_orphans(self) -> None:
        self.orphans.setVisible(self._may_take_pages())

    @Slot(object)
    def _on_chosen(self, person: Person) -> None:
        self.form.show_values({"name": ""})
        self.accept()
