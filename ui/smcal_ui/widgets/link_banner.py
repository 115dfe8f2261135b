"""A sentence on a soft background with links below it that lead on."""

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smcal_ui.widgets.labels import PlainLabel


class LinkBanner(QFrame):
    """Says how it is meant: ok, warn, bad or plain. Hidden without a text; without links it is a sentence only."""

    followed = Signal()
    asked = Signal()  # the second link

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finding")
        self.setProperty("level", "plain")
        self._label = PlainLabel(wrap=True)
        self.link, self.aside = QPushButton(), QPushButton()
        for link in (self.link, self.aside):
            link.setProperty("link", True)
        self.link.clicked.connect(self.followed)
        self.aside.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(2)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.link)
        row.addWidget(self.aside)
        row.addStretch()
        column.addLayout(row)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, "" while it is hidden."""
        return self._label.text()

    def on_screen(self) -> QRect:
        """Where it is on the screen."""
        return QRect(self.mapToGlobal(QPoint()), self.size())

    def say(self, text: str, level: str = "plain", link: str = "", aside: str = "") -> None:
        """Show a sentence and where it leads; an empty one hides the banner."""
        self._label.setText(text)
        self.setAccessibleName(text)
        for button, words in ((self.link, link), (self.aside, aside)):
            button.setText(words)
            button.setVisible(bool(words))
        if self.property("level") != level:
            self.setProperty("level", level)
            for widget in (self, self._label):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self.setVisible(bool(text))
