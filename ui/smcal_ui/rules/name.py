"""Asks what the library's own regulation is called."""

from PySide6.QtWidgets import QWidget

from smcal.text import clean_name
from smcal.words import N_, _
from smcal_ui.dialogs.form_dialog import FormDialog, filled
from smcal_ui.post.fields import LineField
from smcal_ui.widgets.form import Row


def ask_name(proposed: str, parent: QWidget) -> str:
    """The name for a copy; "" when nobody wants one."""
    dialog = FormDialog(
        _("Your own regulation"),
        (Row("name", N_("&Name"), LineField),),
        {"name": proposed},
        _("&Make a copy"),
        check=filled("name", _("Type what it is called.")),
        intro=_("The copy is yours to change. Nothing is in force before you say so, and the original stays as it is."),
        parent=parent,
    )
    dialog.form.focus("name")
    return clean_name(dialog.values()["name"]) if dialog.exec() else ""
