"""Hand in although a required rule is broken: who decides that, and why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from smcal.model import Person
from smcal.regulation import Finding
from smcal.words import N_, _
from smcal_ui.desk import Desk
from smcal_ui.dialogs.form_dialog import FormDialog
from smcal_ui.dialogs.rulings import rule
from smcal_ui.dialogs.signing import deciding, named, person_row
from smcal_ui.post.fields import TextField
from smcal_ui.widgets.form import Row


class OverrideDialog(FormDialog):
    """Person and reason, for one line of remarks. Accepted means that it no longer stands in the way."""

    def __init__(self, desk: Desk, findings: Sequence[Finding], text: str, parent: QWidget | None = None) -> None:
        self._desk, self._findings = desk, tuple(findings)
        people = deciding(desk)
        rows = (person_row(people), Row("reason", N_("&Reason"), lambda key: TextField(key, 3)))
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
        if not self._read_by_curator:
            return _("Name and reason stand in the plan document. It can be withdrawn.")
        text = _("Name and reason stand in the plan that the curator gets. It can be withdrawn.")
        if not any(finding.args.get("case") == "late" for finding in self._findings):
            return text
        worktime = self._desk.workspace.worktime()
        until = worktime.close(worktime.effective(self._desk.now).date())
        holds = _("It holds for a plan handed in by {moment}: later still is decided anew.")
        return f"{text} {holds.format(moment=self._desk.dates.moment(until))}"

    @property
    def _read_by_curator(self) -> bool:
        return self._desk.workspace.pack().submission is not None

    def _complete(self, values: dict[str, Any]) -> tuple[str, str]:
        if values["person"] is None or values["reason"].strip():
            return named(values)
        if self._read_by_curator:
            return "reason", _("Give the reason: the curator reads it in the plan.")
        return "reason", _("Give the reason: it stands in the plan document.")


def _here(desk: Desk, people: list[Person]) -> str | None:
    """Who works here, as long as they are in the list."""
    return next((person.id for person in people if desk.person and person.id == desk.person.id), None)
