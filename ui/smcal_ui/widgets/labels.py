"""Labels that show text as text: what people typed is never read as HTML, and never loads a file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget


class PlainLabel(QLabel):
    """A label of plain text. `role` is one of caption, text, strong, heading, quiet: the style sheet knows them."""

    def __init__(self, text: str = "", role: str = "text", wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        self.setProperty("role", role)


class Banner(QFrame):
    """A sentence on a soft background that says how it is meant: ok, warn, bad or plain. Hidden without a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(wrap=True, role="banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._label)
        self.setProperty("banner", "plain")

    def say(self, text: str, level: str = "plain") -> None:
        """Show a sentence; an empty one hides the banner."""
        self._label.setText(text)
        self.setVisible(bool(text))
        for widget in (self, self._label):
            widget.setProperty("banner", level)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.setAccessibleName(text)
