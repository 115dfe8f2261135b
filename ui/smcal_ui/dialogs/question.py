"""One question with two answers; whoever presses Enter or Esc without reading does no harm."""

from PySide6.QtWidgets import QWidget

from smcal_ui.dialogs.frame import Dialog
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel


class QuestionDialog(Dialog):
    """Accepted is the answer that cannot be undone; the safe one has the focus and takes Enter and Esc."""

    def __init__(self, title: str, text: str, *, go: str, stay: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, size=(480, 0))
        message = PlainLabel(text, wrap=True)
        message.setMinimumWidth(440)
        self.body.addWidget(message)
        self.go, self.stay = button(go), button(stay, primary=True)
        self.footer.addStretch()
        self.footer.addWidget(self.go)
        self.footer.addWidget(self.stay)
        self.go.clicked.connect(self.accept)
        self.stay.clicked.connect(self.reject)
        self.stay.setFocus()


def ask(title: str, text: str, *, go: str, stay: str, parent: QWidget | None = None) -> bool:
    """Ask; True only where the answer `go` was chosen."""
    return bool(QuestionDialog(title, text, go=go, stay=stay, parent=parent).exec())
