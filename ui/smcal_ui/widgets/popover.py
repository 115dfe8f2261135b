"""A sheet that opens beside what it is about and goes by itself: on Esc, on a click elsewhere."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

EDGE, GAP = 8, 4
"""Pixels to the edges of the window, and to what it is about."""


class Popover(QFrame):
    """Lies over its window. When it closes by key, the keyboard goes back to where it was; then it deletes itself."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("popover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._before: QWidget | None = None
        self._near = QRect()
        self.hide()

    def open_near(self, near: QRect) -> None:
        """Open beside a rectangle of the screen, and take the keyboard."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._before = app.focusWidget()
        self._near = near
        self.show()
        self.settle()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)
        app.installEventFilter(self)
        app.focusChanged.connect(self._on_focus)

    def first_focus(self) -> QWidget:
        """What gets the keyboard when it opens."""
        return self

    def may_leave(self) -> bool:
        """Whether it may go because somebody clicks elsewhere."""
        return True

    def wanted(self, room: QSize) -> QSize:
        """How large it would like to be in a room."""
        return self.sizeHint().boundedTo(room)

    def settle(self) -> None:
        """Take size and place: below what it is about, else above it, always inside the window."""
        window = self.parentWidget()
        room = window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        size = self.wanted(room.size())
        near = QRect(window.mapFromGlobal(self._near.topLeft()), self._near.size())
        below, above = near.bottom() + 1 + GAP, near.top() - GAP - size.height()
        y = below if below + size.height() <= room.bottom() + 1 or above < room.top() else above
        x = min(max(near.left(), room.left()), room.right() + 1 - size.width())
        y = min(max(y, room.top()), room.bottom() + 1 - size.height())
        self.setGeometry(QRect(QPoint(x, y), size))

    def close_and_return(self) -> None:
        """Close, and give the keyboard back."""
        before = self._before
        self.close()
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; nothing that is pressed here reaches what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_and_return()
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """Gone for good."""
        super().hideEvent(event)
        if event.spontaneous() or self._near.isNull():
            return
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.removeEventFilter(self)
        app.focusChanged.disconnect(self._on_focus)
        self._near = QRect()
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes it and does what it does; the window that changes its size takes it along."""
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if not self._holds(watched) and watched.window() is self.window() and self.may_leave():
                self.close()
        elif kind is QEvent.Type.Resize and watched is self.parentWidget():
            self.settle()
        return False

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self._holds(now) and now.window() is self.window() and self.may_leave():
            self.close()

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)
