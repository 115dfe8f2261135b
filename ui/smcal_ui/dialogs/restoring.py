"""Choosing the backup to go back to."""

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from smcal.store import BackupInfo, find_backups
from smcal.words import _, inside, spoken
from smcal_ui.dates import LocaleDates
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.widgets.table import Column, ValueTable


class RestoreDialog(Dialog):
    """The backups of a workspace, the newest first and chosen. Accepted: `backup` is the one to restore."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(_("Restore from a backup"), parent, size=(560, 380))
        dates, locale = LocaleDates(spoken().language), QLocale()
        self.backups = ValueTable(
            _("Backups"),
            (
                Column(_("Made"), lambda info: backup_time(info, dates), wide=True),
                Column(_("Steps in it"), lambda info: str(info.seq)),
                Column(
                    _("Size"),
                    lambda info: locale.formattedDataSize(
                        info.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
                    ),
                ),
            ),
        )
        found = find_backups(path)
        self.backups.show_values(found)
        self.body.addWidget(self.backups, 1)
        self.add_buttons(_("&Restore"), _("&Cancel"))
        self._introduce(path, bool(found))
        self.backups.chosen.connect(self.accept)
        self.backups.setFocus()

    @property
    def backup(self) -> BackupInfo | None:
        """The one that is chosen in the list."""
        chosen: BackupInfo | None = self.backups.current()
        return chosen

    def accept(self) -> None:
        if self.backup is not None:
            super().accept()

    def _introduce(self, path: Path, any_found: bool) -> None:
        text = _("“{name}” becomes what it was then. The file as it is now is kept beside it and nothing is deleted.")
        none = _("There is no backup yet. One is made whenever the calendar is closed.")
        self.intro.setText(text.format(name=inside(path.stem)) if any_found else none)
        self.intro.show()
        assert self.primary is not None
        self.primary.setEnabled(any_found)


def backup_time(info: BackupInfo, dates: LocaleDates) -> str:
    """When a backup was made, by the clock of this computer."""
    return f"{dates.long_day(info.at.astimezone().date())}, {dates.time(info.at.astimezone().time())}"
