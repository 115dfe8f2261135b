"""A small sheet that asks for one line: a reason, a name, a source."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smcal.words import _
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.popover import Popover

WIDE = 380


class LinePopover(Popover):
    """Enter takes the line, Esc goes without; what was typed is not lost by a click elsewhere."""

    written = Signal(str)

    def __init__(self, title: str, prompt: str, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName(title)
        self.line = QLineEdit()
        self.line.setObjectName("one_line")
        self.trouble = PlainLabel(role="caption", wrap=True)
        self.accept_ = button(_("Write it down"), primary=True)
        self.cancel = button(_("&Cancel"))
        label = PlainLabel(prompt)
        label.setBuddy(self.line)
        self.line.setAccessibleName(prompt.rstrip(":"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, role="strong", wrap=True))
        column.addWidget(label)
        column.addWidget(self.line)
        column.addWidget(self.trouble)
        column.addLayout(self._buttons())
        self.trouble.setProperty("tint", "bad")
        self.trouble.hide()
        self.line.textEdited.connect(self._on_edited)

    def first_focus(self) -> QWidget:
        return self.line

    def may_leave(self) -> bool:
        return not self.line.text().strip()

    def wanted(self, room: QSize) -> QSize:
        """As narrow as one line may be."""
        width = min(WIDE, room.width())
        return QSize(width, min(self.layout().totalHeightForWidth(width), room.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the line, except on the button that goes without."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.cancel.hasFocus():
                self.close_and_return()
            else:
                self.take()
        super().keyPressEvent(event)

    @Slot()
    def take(self) -> None:
        """Hand over what was written; an empty line is asked for again."""
        text = self.line.text().strip()
        if not text:
            self.trouble.setText(_("Write a line, or press Esc: nothing is changed then."))
            self.trouble.show()
            self.settle()
            self.line.setFocus()
            return
        self.close_and_return()
        self.written.emit(text)

    @Slot()
    def _on_edited(self) -> None:
        if not self.trouble.isHidden():
            self.trouble.hide()
            self.settle()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for made, answer in ((self.cancel, self.close_and_return), (self.accept_, self.take)):
            made.setAutoDefault(False)
            made.setDefault(False)
            made.clicked.connect(answer)
            row.addWidget(made)
        self.cancel.setToolTip("Esc")
        self.accept_.setToolTip("Enter")
        return row
