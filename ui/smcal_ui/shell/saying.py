"""What was just done, or why not: a line in the status bar for a while, heard by screen readers at once."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolTip, QWidget

from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.tips import plain_tip

SAID_FOR = 8000  # milliseconds that a word of what was done stays
POINTED_FOR = 4000  # milliseconds that it stays beside the place it is about


class Saying(QWidget):
    """One short sentence, and a link where there is a way on from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel()
        self.link = QPushButton()
        self.link.setProperty("link", True)
        self.link.setObjectName("said_link")
        policy = self.link.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the bar is as high with a link as without: nothing moves
        self.link.setSizePolicy(policy)
        self._follow: Callable[[], None] | None = None
        self._gone = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._gone.timeout.connect(self._on_gone)
        self.link.clicked.connect(self._on_link)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, 2)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self.link)
        row.addStretch()
        self.link.hide()

    @property
    def text(self) -> str:
        """What is said now, "" when there is nothing."""
        return self._label.text()

    def say(self, text: str, level: str = "", link: str = "", follow: Callable[[], None] | None = None) -> None:
        """Say something for a while; with "bad" it is told in red, and interrupts what a screen reader says."""
        self._label.setText(text)
        if self._label.property("tint") != level:
            self._label.setProperty("tint", level)
            self._label.style().unpolish(self._label)
            self._label.style().polish(self._label)
        self._follow = follow
        self.link.setText(link)
        self.link.setVisible(bool(link))
        self._gone.start()
        announce(self, text, urgent=level == "bad")

    def hush(self) -> None:
        """Say nothing any more."""
        self._gone.stop()
        self._follow = None
        self._label.setText("")
        self.link.hide()

    @Slot()
    def _on_gone(self) -> None:
        if self.link.hasFocus():  # it stays while somebody is on it
            self._gone.start()
        else:
            self.hush()

    @Slot()
    def _on_link(self) -> None:
        follow, self._follow = self._follow, None
        self.link.hide()
        if follow is not None:
            follow()


def announce(widget: QWidget, text: str, urgent: bool = False) -> None:
    """Let screen readers say a sentence without moving the keyboard."""
    news = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    news.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(news)


def point_out(text: str, where: QPoint, window: QWidget) -> None:
    """Say a sentence beside a place on the screen; it goes by itself and takes no keys."""
    QToolTip.showText(where + QPoint(0, 4), plain_tip(text), window, QRect(), POINTED_FOR)


def place_of_keys(window: QWidget) -> QPoint:
    """Below what has the keyboard, on the screen."""
    held = window.focusWidget() or window
    below = held.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    box = below if isinstance(below, QRect) and below.isValid() else held.rect()
    return held.mapToGlobal(box.bottomLeft())
