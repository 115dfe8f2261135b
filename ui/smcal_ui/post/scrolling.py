"""What scrolls of a post, and how the field with the keyboard stays where it is while banners come and go."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from smcal_ui.post.remarks import Remarks

AROUND = 28  # pixels that stay in sight above and below what is brought into view: a caption, a line


class SteadyScroll(QScrollArea):
    """The form of a post, scrolled."""

    def __init__(self, form: QWidget, remarks: Remarks) -> None:
        super().__init__()
        self._form, self._remarks = form, remarks
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.column = QVBoxLayout()  # what may be added below the form
        padded = QVBoxLayout()
        padded.setContentsMargins(16, 12, 16, 16)
        padded.addWidget(form)
        padded.addStretch()
        column.addLayout(padded, 1)
        column.addLayout(self.column)
        self.setWidget(body)

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self._remarks.keep_spare(0)
        self.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Bring a widget into sight, with what stands right above it."""
        self._settled(widget)
        self.ensureWidgetVisible(widget, 0, AROUND)

    @contextmanager
    def steady(self) -> Iterator[None]:
        """While banners come and go: the field with the keyboard stays where it is on the screen."""
        held = QApplication.focusWidget()
        if held is None or not self.widget().isAncestorOf(held):
            self._remarks.keep_spare(0)
            yield
            return
        before = held.mapTo(self, QPoint()).y()
        yield
        shift = self._settled(held) - before
        if shift > 0 and self._remarks.spare:
            self._remarks.keep_spare(max(self._remarks.spare - shift, 0))
            shift = self._settled(held) - before
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + shift)
        above = before - held.mapTo(self, QPoint()).y()
        if above > 0:  # there is nothing left to scroll: what went away leaves its room
            self._remarks.keep_spare(self._remarks.spare + above)
            self._settled(held)

    def _settled(self, held: QWidget) -> int:
        """Lay out what has changed now, and not with the next turn of the event loop: where a field is then."""
        for part in (self._remarks, self._form, self.widget()):  # from the inside out, as requests travel
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            layout = part.layout()
            layout.invalidate()
            layout.activate()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        return held.mapTo(self, QPoint()).y()
