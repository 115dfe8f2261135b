"""A damaged file: what is damaged, what is safe, and the way back."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from smcal.store import BackupInfo, find_backups
from smcal.words import _, spoken
from smcal_ui.dates import LocaleDates
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.restoring import backup_time
from smcal_ui.widgets.labels import PlainLabel


class DamageDialog(Dialog):
    """Accepted: the person wants to choose a backup. One may go on only where the file could be opened at all."""

    def __init__(self, path: Path, trouble: str, *, opened: bool, parent: QWidget | None = None) -> None:
        super().__init__(_("The file is damaged"), parent, size=(500, 0))
        backups = find_backups(path)
        for text in (trouble, safe(backups), advice(bool(backups), opened)):
            line = PlainLabel(text, wrap=True)
            line.setMinimumWidth(460)
            self.body.addWidget(line)
        self.add_buttons(_("&Restore the newest backup…") if backups else "", _("&Go on") if opened else _("&Close"))


def safe(newest_first: list[BackupInfo]) -> str:
    """What of the plan is safe."""
    if not newest_first:
        return _("There is no backup of this file.")
    dates = LocaleDates(spoken().language)
    return _("Safe is the plan as it was backed up and checked: {time}.").format(
        time=backup_time(newest_first[0], dates)
    )


def advice(backups: bool, opened: bool) -> str:
    """What to do."""
    if backups:
        return _("A restored plan takes its place; the damaged file is kept beside it.")
    if opened:
        return _("What can still be seen can be copied: copy texts and save pictures before you close it.")
    return _("Keep the file, and ask whoever looks after this computer for an earlier copy of it.")
