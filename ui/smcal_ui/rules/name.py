"""Asks what the library's own regulation is called."""

from PySide6.QtWidgets import QWidget

from smcal.text import clean_name
from smcal.words import N_, _
from smcal_ui.dialogs.form_dialog import FormDialog, filled
from smcal_ui.post.fields import LineField
from smcal_ui.widgets.form import Row


class NameDialog(FormDialog):
    """A name for a copy."""

    def __init__(self, proposed: str, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Your own regulation"),
            (Row("name", N_("&Name"), LineField),),
            {"name": proposed},
            _("&Make a copy"),
            check=filled("name", _("Type what it is called.")),
            intro=_(
                "The copy is yours to change. Nothing is in force before you say so, and the original stays as it is."
            ),
            parent=parent,
        )
        self.form.focus("name")

    def name(self) -> str:
        """As it stands in the form."""
        return clean_name(self.values()["name"])


def ask_name(proposed: str, parent: QWidget) -> str:
    """The name for a copy; "" when nobody wants one."""
    dialog = NameDialog(proposed, parent)
    return dialog.name() if dialog.exec() else ""
