"""What went wrong, in one clear line: what happened, what is safe, what to do."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from smcal.words import _
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel


class ErrorDialog(Dialog):
    """Shows a message as plain text; it can be copied for whoever helps."""

    def __init__(self, text: str, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(title or _("That did not work"), parent, size=(460, 0))
        self.text = text
        message = PlainLabel(text, wrap=True)
        message.setMinimumWidth(420)
        self.body.addWidget(message)
        self.copy = button(_("C&opy"), flat=True)
        self.copy.clicked.connect(self._on_copy)
        self.footer.addWidget(self.copy)
        self.add_buttons(close=_("&Close")).setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)


def show_error(text: str, parent: QWidget | None = None, title: str = "") -> None:
    """Say what went wrong: inside the dialog that is open, else in one of its own; returns when it was read."""
    top = QApplication.activeModalWidget()
    if isinstance(top, Dialog):
        top.complain(text)
    else:
        ErrorDialog(text, parent, title).exec()
