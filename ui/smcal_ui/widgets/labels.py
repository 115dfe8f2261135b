"""Labels that show text as text: what people typed is never read as HTML, and never loads a file."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from smcal_ui.widgets.tips import escaped


class PlainLabel(QLabel):
    """A label of plain text. `role` is one of caption, text, strong, heading, quiet: the style sheet knows them."""

    def __init__(self, text: str = "", role: str = "text", wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if role != "text":  # `text` is a property of every label: its words
            self.setProperty(role, True)


class Banner(QFrame):
    """A sentence on a soft background that says how it is meant: ok, warn, bad or plain. Hidden without a text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(wrap=True)
        self._label.setProperty("level", "plain")  # from the start: Qt takes padding up only once
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, "" while it is hidden."""
        return self._label.text()

    def keep_room(self) -> None:
        """Keep the room of one line while it is hidden, so that nothing moves when it speaks."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def say(self, text: str, level: str = "plain") -> None:
        """Show a sentence; an empty one hides the banner."""
        self._label.setText(text)
        if self._label.property("level") != level:
            self._label.setProperty("level", level)
            self._label.style().unpolish(self._label)
            self._label.style().polish(self._label)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.setVisible(bool(text))


def plain_hint(text: str) -> str:
    """A tool tip that shows `text` letter by letter: Qt takes what looks like HTML for HTML."""
    return f"<qt>{escaped(text)}</qt>" if text else ""


def broken(text: str, fits: Callable[[str], bool]) -> str:
    """The text with each line that does not fit broken between words: buttons and boxes to tick don't wrap."""
    lines: list[str] = []
    for line in text.split("\n"):
        begun = ""
        for word in line.split(" "):
            longer = f"{begun} {word}" if begun else word
            if begun and not fits(longer):
                lines.append(begun)
                longer = word
            begun = longer
        lines.append(begun)
    return "\n".join(lines)
