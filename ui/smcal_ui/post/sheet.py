"""The sheet of a post: its form, files, remarks and next steps, one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

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
        self.form.offer("topic", choices.topics(desk))
        self.form.offer("direction", choices.directions(desk))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._body())

    def offer_choices(self, post: Post) -> None:
        """Offer the pages and states that a post can have."""
        self.form.offer("page_id", choices.pages(self._desk, post))
        self.form.offer("state", choices.states(post))

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    def _body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.steps)
        column.addStretch()
        return body
