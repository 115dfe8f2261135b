"""A small sheet that asks for a line or two: a reason, a name, a source."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from smcal.words import _
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.popover import Popover

WIDE = 380


class LinePopover(Popover):
    """Enter takes the lines, Esc goes without; what was typed is not lost by a click elsewhere."""

    written = Signal(list)  # what stands in each line

    def __init__(self, title: str, prompts: Sequence[str], window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName(title)
        self.lines = [QLineEdit() for _prompt in prompts]
        self.trouble = PlainLabel(role="caption", wrap=True)
        self.accept_ = button(_("Write it down"), primary=True)
        self.cancel = button(_("&Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, role="strong", wrap=True))
        for number, (line, prompt) in enumerate(zip(self.lines, prompts, strict=True)):
            line.setObjectName(f"line_{number}")
            line.setAccessibleName(prompt.rstrip(":"))
            line.textEdited.connect(self._on_edited)
            label = PlainLabel(prompt)
            label.setBuddy(line)
            column.addWidget(label)
            column.addWidget(line)
        column.addWidget(self.trouble)
        column.addLayout(self._buttons())
        self.trouble.setProperty("tint", "bad")
        self.trouble.hide()

    @property
    def line(self) -> QLineEdit:
        """The first line."""
        return self.lines[0]

    def first_focus(self) -> QWidget:
        return self.line

    def may_leave(self) -> bool:
        return not any(line.text().strip() for line in self.lines)

    def wanted(self, room: QSize) -> QSize:
        """As narrow as a line may be."""
        width = min(WIDE, room.width())
        return QSize(width, min(self.layout().totalHeightForWidth(width), room.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the lines, except on the button that goes without."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.cancel.hasFocus():
                self.close_and_return()
            else:
                self.take()
        super().keyPressEvent(event)

    @Slot()
    def take(self) -> None:
        """Hand over what was written; an empty line is asked for again."""
        written = [line.text().strip() for line in self.lines]
        if not all(written):
            empty = self.lines[written.index("")]
            if not any(written) or empty.hasFocus():
                self.trouble.setText(_("Write a line, or press Esc: nothing is changed then."))
                self.trouble.show()
                self.settle()
            empty.setFocus()
            return
        self.close_and_return()
        self.written.emit(written)

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
