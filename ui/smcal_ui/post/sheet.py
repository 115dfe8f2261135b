"""The sheet of a post: its form, files, remarks and next steps, one below the other."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from smcal.model import Post
from smcal_ui.desk import Desk
from smcal_ui.post import choices
from smcal_ui.post.form import PostForm
from smcal_ui.post.media import MediaPanel
from smcal_ui.post.remarks import Remarks
from smcal_ui.post.steps import Steps
from smcal_ui.post.typing import Typing


class PostSheet(QScrollArea):
    """Everything that can be seen and changed of one post; the inspector fills it."""

    def __init__(self, desk: Desk, typing: Typing) -> None:
        super().__init__()
        self._desk = desk
        self.remarks = Remarks(desk)
        self.media = MediaPanel(desk, typing)
        self.form = PostForm(self.remarks, self.media)
        self.steps = Steps()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._body())

    def offer_choices(self, post: Post) -> None:
        """Offer what a post can have under the regulation in force: it may have changed since."""
        self.form.offer("topic", choices.topics(self._desk))
        self.form.offer("direction", choices.directions(self._desk))
        self.form.offer("page_id", choices.pages(self._desk, post))
        self.form.offer("state", choices.states(post))
        self.form.offer("event_id", choices.events(self._desk, post))

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.remarks.keep_spare(0)
        self.verticalScrollBar().setValue(0)

    @contextmanager
    def steady(self) -> Iterator[None]:
        """While remarks come and go: the field with the keyboard stays where it is on the screen."""
        held = QApplication.focusWidget()
        if held is None or not self.widget().isAncestorOf(held):
            self.remarks.keep_spare(0)
            yield
            return
        before = held.mapTo(self, QPoint()).y()
        yield
        shift = self._settled(held) - before
        if shift > 0 and self.remarks.spare:
            self.remarks.keep_spare(max(self.remarks.spare - shift, 0))
            shift = self._settled(held) - before
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + shift)
        above = before - held.mapTo(self, QPoint()).y()
        if above > 0:  # there is nothing left to scroll: what went away leaves its room
            self.remarks.keep_spare(self.remarks.spare + above)
            self._settled(held)

    def _settled(self, held: QWidget) -> int:
        """Lay out what has changed now, and not with the next turn of the event loop: where a field is then."""
        for part in (self.remarks, self.form, self.widget()):  # from the inside out, as requests travel
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            layout = part.layout()
            layout.invalidate()
            layout.activate()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        return held.mapTo(self, QPoint()).y()

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.steps)
        column.addStretch()
        return body
