"""The way back to a backup: when the file is found damaged, when it cannot be opened, or because a person wants it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from smcal.errors import SmcalError
from smcal.store import Damaged, NotAWorkspace
from smcal.words import _, inside

if TYPE_CHECKING:
    from smcal_ui.app import App


class Rescue(QObject):
    """Restores over the one window of the program: the file is closed, replaced, and opened again."""

    def __init__(self, app: "App") -> None:
        super().__init__(app)
        self._app = app

    @Slot()
    def ask(self) -> None:
        """A command: choose a backup of the open workspace and go back to it."""
        from smcal_ui.dialogs.restoring import RestoreDialog  # opened rarely

        window = self._app.window
        assert window is not None
        dialog = RestoreDialog(window.desk.workspace.path, window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.backup is not None:
            self.restore(dialog.backup.path)

    @Slot(str)
    def on_damaged(self, trouble: str) -> None:
        """The open workspace was found damaged: say what is safe, and restore if the person wants it."""
        window = self._app.window
        if window is None:
            return
        backup = self._offer(window.desk.workspace.path, trouble, opened=True)
        if backup is not None:
            self.restore(backup, damaged=True)

    def cannot_open(self, path: Path, error: SmcalError) -> bool:
        """Say why a file does not open; True when a backup took its place and is open now."""
        from smcal.store import find_backups  # only when something is wrong with a file

        if not isinstance(error, Damaged | NotAWorkspace) or not find_backups(path):
            self._app.explain(str(error))
            return False
        backup = self._offer(path, str(error), opened=False)
        return backup is not None and self._put_back(path, backup) and self._app.open(path)

    def restore(self, backup: Path, *, damaged: bool = False) -> bool:
        """Put a backup in the place of the open workspace and open it; what was there is kept beside it.

        A workspace that is whole is backed up first. Whatever goes wrong, the file that is there then is opened.
        """
        app, window = self._app, self._app.window
        assert window is not None
        path = window.desk.workspace.path
        app.qt.setQuitOnLastWindowClosed(False)  # the next window comes when the file has been replaced
        try:
            if not app.leave(backup=not damaged):
                return False
            restored = self._put_back(path, backup)
            if not app.open(path) and not app.welcome():
                app.qt.quit()
                return False
        finally:
            app.qt.setQuitOnLastWindowClosed(True)
        if restored and app.window is not None:
            app.window.say(_("The plan is restored. The file as it was is kept beside it."))
        return restored

    def _offer(self, path: Path, trouble: str, *, opened: bool) -> Path | None:
        from smcal_ui.dialogs.damage import DamageDialog  # only when something goes wrong
        from smcal_ui.dialogs.restoring import RestoreDialog

        window = self._app.window
        if DamageDialog(path, trouble, opened=opened, parent=window).exec() != QDialog.DialogCode.Accepted:
            return None
        choice = RestoreDialog(path, window)
        chosen = choice.exec() == QDialog.DialogCode.Accepted and choice.backup
        return chosen.path if chosen else None

    def _put_back(self, path: Path, backup: Path) -> bool:
        from smcal.store import restore as put_back  # only when something is wrong with a file
        from smcal_ui.shell.waiting import wait_with_message

        text = _("Restoring “{name}”…").format(name=inside(path.stem))
        try:
            wait_with_message(lambda: put_back(path, backup), text, self._app.executor)
        except SmcalError as error:
            self._app.explain(str(error))
            return False
        return True
