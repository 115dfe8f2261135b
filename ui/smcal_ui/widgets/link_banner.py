"""A sentence on a soft background with a link below it that leads on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from smcal_ui.widgets.labels import PlainLabel


class LinkBanner(QFrame):
    """Says how it is meant: warn, bad or plain. Hidden without a text; without a link it is a sentence only."""

    followed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding")
        self.setProperty("level", "plain")
        self._label = PlainLabel(wrap=True)
        self.link = QPushButton()
        self.link.setProperty("link", True)
        self.link.clicked.connect(self.followed)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, "" while it is hidden."""
        return self._label.text()

    def say(self, text: str, level: str = "plain", link: str = "") -> None:
        """Show a sentence and where it leads; an empty one hides the banner."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.link.setText(link)
        self.link.setVisible(bool(link))
        if self.property("level") != level:
            self.setProperty("level", level)
            for widget in (self, self._label):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self.setVisible(bool(text))
