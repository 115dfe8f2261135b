"""Hand in although a required rule is broken: who decides that, and why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from smcal.model import Person, Role
from smcal.regulation import Finding
from smcal.words import N_, _
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.form_dialog import FormDialog
from smcal_ui.dialogs.rulings import rule
from smcal_ui.post.fields import ChoiceField, TextField
from smcal_ui.widgets.form import Row

DECIDING = (Role.CURATOR, Role.HEAD)
"""Who usually decides: they are named first. Anybody of the library may."""


class OverrideDialog(FormDialog):
    """Person and reason, for one line of remarks. Accepted means that it no longer stands in the way."""

    def __init__(self, desk: Desk, findings: Sequence[Finding], text: str, parent: QWidget | None = None) -> None:
        self._desk, self._findings = desk, tuple(findings)
        with desk.read() as reader:
            people = sorted(reader.people(), key=lambda person: person.role not in DECIDING)
        offered = choices.people(people, none=_("not named"))
        rows = (
            Row("person", N_("&Who decides"), lambda key: ChoiceField(key, offered)),
            Row("reason", N_("&Reason"), lambda key: TextField(key, 3)),
        )
        super().__init__(
            _("Departure from the regulation"),
            rows,
            {"person": _here(desk, people), "reason": ""},
            _("&Keep the departure"),
            check=self._complete,
            intro=f"{text}\n{self._use()}",
            parent=parent,
        )
        self.form.fields["reason"].widget.setMaximumHeight(96)
        self.form.focus("reason")
        self.listen(desk)

    def accept(self) -> None:
        values = self.values()
        complete = not self._complete(values)[1]  # else the form says what is missing, and stays open
        if not complete or rule(self._desk, self._findings, values["person"], values["reason"]):
            super().accept()

    def _use(self) -> str:
        if self._read_by_curator:
            return _("Name and reason stand in the plan that the curator gets. It can be withdrawn.")
        return _("Name and reason stand in the plan document. It can be withdrawn.")

    @property
    def _read_by_curator(self) -> bool:
        return self._desk.workspace.pack().submission is not None

    def _complete(self, values: dict[str, Any]) -> tuple[str, str]:
        if values["person"] is None:
            return "person", _(
                "Say who decides: a departure has a name. Who is not in the list is added in the menu Library."
            )
        if values["reason"].strip():
            return "", ""
        if self._read_by_curator:
            return "reason", _("Give the reason: the curator reads it in the plan.")
        return "reason", _("Give the reason: it stands in the plan document.")


def _here(desk: Desk, people: list[Person]) -> str | None:
    """Who works here, as long as they are in the list."""
    return next((person.id for person in people if desk.person and person.id == desk.person.id), None)
