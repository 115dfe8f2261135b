"""Which regulation is shown and whether it holds, with undo and redo of the draft, and the way to a copy."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.in_force import as_numbered
from smcal_ui.rules.wording import base, edition
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel


class Head(QWidget):
    """A sentence at the left, buttons at the right."""

    copyRequested = Signal()
    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__()
        self._desk, self._draft = desk, draft
        self.state = PlainLabel(role="quiet", wrap=True)
        self.undo, self.redo = button(_("Undo"), flat=True), button(_("Redo"), flat=True)
        self.make_own = button(_("Make it your &own and change it…"))
        self.undo.setToolTip(_("Takes the last change of the draft back (Ctrl+Z)"))
        self.redo.setToolTip(_("Does what was undone again (Ctrl+Y)"))
        self.undo.clicked.connect(self.undoRequested)
        self.redo.clicked.connect(self.redoRequested)
        self.make_own.clicked.connect(self.copyRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.state, 1)
        for pressed in (self.undo, self.redo, self.make_own):
            pressed.setAutoDefault(False)
            row.addWidget(pressed)
        self.show_draft()

    def show_draft(self) -> None:
        """The draft is another."""
        draft = self._draft
        if self.isVisible():  # shorter words do not move the chapters up
            self.setMinimumHeight(self.height())
        self.state.setText(self._words())
        self.make_own.setVisible(not draft.own)
        for pressed, able in ((self.undo, draft.can_undo), (self.redo, draft.can_redo)):
            pressed.setVisible(draft.own or draft.can_undo or draft.can_redo)
            pressed.setEnabled(able)

    def _words(self) -> str:
        draft = self._draft
        if not draft.own:
            text = _("{edition}. It ships with smcal and cannot be changed; make a copy of your own to change it.")
            return text.format(edition=edition(draft.pack))
        if draft.new_pack:
            text = _("{edition}: a draft, not in force yet.")
            return text.format(edition=edition(as_numbered(self._desk, draft)))
        made_from = base(draft.pack)
        text = _("{edition}: in force. It was made from {base}.") if made_from else _("{edition}: in force.")
        return text.format(edition=edition(draft.pack), base=made_from)
