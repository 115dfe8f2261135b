"""The panel at the left: the month, the posts without a day, and what is due today."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

MARGIN = 12


class SidePanel(QFrame):
    """Three parts, one below the other. Where it is low the month goes: the menus and keys lead to other weeks too."""

    def __init__(self, month: QWidget, tray: QWidget, today: QWidget) -> None:
        super().__init__()
        self._month, self._stays = month, (tray, today)
        self.setObjectName("side")
        self.setProperty("panel", "back")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(month)
        column.addWidget(tray, 1)
        column.addWidget(today)

    def minimumSizeHint(self) -> QSize:
        """As wide as the month, whether it shows or not; as high as the others."""
        return QSize(self._month.minimumSizeHint().width() + 2 * MARGIN, self._needed(with_month=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the month has room."""
        super().resizeEvent(event)
        self._month.setVisible(self.height() >= self._needed(with_month=True))

    def _needed(self, *, with_month: bool) -> int:
        parts = (self._month, *self._stays) if with_month else self._stays
        return sum(part.minimumSizeHint().height() + MARGIN for part in parts) + MARGIN
