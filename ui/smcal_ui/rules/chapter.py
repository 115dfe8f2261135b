"""A part of the regulation on the screen: it shows the draft, and tells the draft what is changed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from smcal.planning.rules import with_clause
from smcal.regulation.complaint import Complaint
from smcal_ui.desk import Desk
from smcal_ui.rules.draft import Draft
from smcal_ui.widgets.labels import PlainLabel


class Chapter(QWidget):
    """Subclasses fill `column`, and say in `reload` how the draft is shown: it is called before they are seen."""

    copyWanted = Signal()  # somebody is at work on what ships with smcal, and cannot be changed

    def __init__(self, desk: Desk, draft: Draft, about: str = "") -> None:
        super().__init__()
        self.desk, self.draft = desk, draft
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(12)
        self.intro = PlainLabel(about, role="quiet", wrap=True)
        self.intro.setVisible(bool(about))
        self.column.addWidget(self.intro)

    @Slot(str)
    def add_clause(self, clause: str) -> None:
        """The document has a clause that the draft did not know."""
        self.draft.change(with_clause(self.draft.pack, clause))

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
