"""Regulations as files: taken from one, with everything that is wrong with it; saved as one."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from smcal.atomic import write_bytes
from smcal.errors import SmcalError
from smcal.reasons import reason_of
from smcal.regulation.parse import Fault
from smcal.text import clean_file_name
from smcal.words import _, inside, ngettext
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.table import Column, ValueTable


class NotSaved(SmcalError):
    """A file could not be written."""


class FaultsDialog(Dialog):
    """Why a file was not taken: line, key, what was expected there."""

    def __init__(self, path: Path, faults: tuple[Fault, ...], parent: QWidget | None = None) -> None:
        count = ngettext("“{name}” has {n} fault", "“{name}” has {n} faults", len(faults))
        intro = _("{count}, so nothing was taken from it. The regulation in use stays as it is.")
        told = intro.format(count=count.format(name=inside(path.name), n=len(faults)))
        super().__init__(_("This file cannot be taken"), parent, intro=told, size=(760, 420))
        self.table = ValueTable(
            _("Faults"),
            (
                Column(_("Line"), lambda fault: str(fault.line)),
                Column(_("Key"), lambda fault: fault.key or "–", widest=240),
                Column(_("What was expected"), lambda fault: fault.expected, wide=True),
            ),
            wrap=len(faults) <= 100,
        )
        self.table.show_values(faults)
        self.body.addWidget(self.table, 1)
        self._list = "\n".join(fault.told(path.name) for fault in faults)
        self.copy_list = button(_("&Copy the list"))
        self.copy_list.setToolTip(_("For whoever wrote the file"))
        self.copy_list.clicked.connect(self._on_copy)
        self.footer.addWidget(self.copy_list)
        self.add_buttons()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._list)
        self.notice.say(_("Copied"), "ok")


def ask_for_file(parent: QWidget) -> Path | None:
    """Which file to take a regulation from."""
    name, _kind = QFileDialog.getOpenFileName(parent, _("Take a regulation from a file"), "", _filter())
    return Path(name) if name else None


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Where to save a regulation."""
    proposed = clean_file_name(name, ".toml")
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save the regulation"), proposed, _filter())
    if not chosen:
        return None
    return Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.toml")


def save(path: Path, text: str) -> str:
    """Write a regulation, whole or not at all, and tell so; raises NotSaved."""
    try:
        write_bytes(path, text.encode())
    except OSError as error:
        said = _("{path} was not written: {cause}. Nothing was lost: choose another place.")
        raise NotSaved(said.format(path=path, cause=reason_of(error))) from None
    return _("Saved: {path}").format(path=path)


def _filter() -> str:
    return _("Regulations (*.toml)")
