"""Who decides: asked where it takes a name and smcal does not know who works here."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from smcal.model import Person, Role
from smcal.words import N_, _
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.form_dialog import FormDialog
from smcal_ui.post.fields import ChoiceField
from smcal_ui.widgets.form import Row

DECIDING = (Role.CURATOR, Role.HEAD)
"""Who usually decides: they are named first. Anybody of the library may."""


class SigningDialog(FormDialog):
    """Accepted means that `values()["person"]` is somebody who works here."""

    def __init__(self, desk: Desk, title: str, intro: str, ok: str, parent: QWidget | None = None) -> None:
        rows, values = (person_row(deciding(desk)),), {"person": None}
        super().__init__(title, rows, values, ok, check=named, intro=intro, parent=parent)
        self.form.focus("person")


def deciding(desk: Desk) -> list[Person]:
    """Everybody who works here, whoever usually decides first."""
    with desk.read() as reader:
        return sorted(reader.people(), key=lambda person: person.role not in DECIDING)


def person_row(people: Sequence[Person]) -> Row:
    """The line that asks for one of them."""
    offered = choices.people(people, none=_("not named"))
    return Row("person", N_("&Who decides"), lambda key: ChoiceField(key, offered))


def named(values: dict[str, Any]) -> tuple[str, str]:
    """A check that somebody is named."""
    if values["person"] is not None:
        return "", ""
    return "person", _(
        "Say who decides: a departure has a name. Anybody missing from the list can be added in the menu Library."
    )


def who_withdraws(desk: Desk, what: str, parent: QWidget | None) -> str | None:
    """Who works here; where that is not known, whoever is named for withdrawing `what`, or None."""
    if desk.person is not None:
        return desk.person.id
    dialog = SigningDialog(desk, _("Withdraw the departure"), what, _("&Withdraw"), parent)
    return dialog.values()["person"] if dialog.exec() else None
