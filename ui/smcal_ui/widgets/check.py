"""A box to tick whose words go on in another line where they have no room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from smcal_ui.widgets.labels import broken


class Check(QCheckBox):
    """Asks for no more width than its longest word needs."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # Qt's own never gets narrower
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """The box and the longest word."""
        advance = self.fontMetrics().horizontalAdvance
        whole = super().minimumSizeHint()
        beside = whole.width() - max(advance(line) for line in self.text().split("\n"))
        return QSize(beside + max(advance(word) for word in self._whole.split()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        room, advance = self._room(), self.fontMetrics().horizontalAdvance
        text = broken(self._whole, lambda line: advance(line) <= room)
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def _room(self) -> int:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
