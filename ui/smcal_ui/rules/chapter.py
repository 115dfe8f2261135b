"""A part of the regulation on the screen: it shows the draft, and tells the draft what is changed."""

from collections.abc import Iterable

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from smcal.regulation.complaint import Complaint
from smcal_ui.desk import Desk
from smcal_ui.rules.draft import Draft
from smcal_ui.widgets.labels import PlainLabel


class Chapter(QWidget):
    """Subclasses fill `column`, and say in `reload` how the draft is shown."""

    def __init__(self, desk: Desk, draft: Draft, about: str = "") -> None:
        super().__init__()
        self.desk, self.draft = desk, draft
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(12)
        if about:
            self.column.addWidget(PlainLabel(about, role="quiet", wrap=True))

    def reload(self) -> None:
        """Show the draft."""
        raise TypeError(type(self).__name__)

    def go_to(self, complaint: Complaint) -> None:
        """Put the keyboard where a fault is mended."""


def rolling(chapter: QWidget) -> QScrollArea:
    """A chapter that may be longer than the window."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(chapter)
    area.setFocusPolicy(area.focusPolicy().NoFocus)
    return area


class FaultLine(PlainLabel):
    """What is wrong with the fields above it; not there while nothing is."""

    def __init__(self) -> None:
        super().__init__(role="caption", wrap=True)
        self.setProperty("tint", "bad")
        self.hide()

    def say(self, text: str) -> None:
        """Say it, or with nothing to say go."""
        self.setText(text)
        self.setVisible(bool(text))


def lock(fields: Iterable[QWidget], locked: bool) -> None:
    """Fields that may be read and copied from but not changed; nothing of them is greyed out of sight."""
    for widget in fields:
        if isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox):
            widget.setReadOnly(locked)
        else:
            widget.setEnabled(not locked)
        parts = (widget, *widget.findChildren(QCheckBox))
        for part in parts:
            if part.property("locked") != locked:
                part.setProperty("locked", locked)
                part.style().unpolish(part)
                part.style().polish(part)


def mark(widget: QWidget, bad: bool) -> None:
    """Draw a field in the colour of a fault, or as usual."""
    level = "bad" if bad else ""
    if (widget.property("level") or "") != level:
        widget.setProperty("level", level)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
