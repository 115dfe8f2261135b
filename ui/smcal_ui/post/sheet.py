"""The sheet of a post: its form with files and what is said of it, and a foot that does not scroll away."""

from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from smcal.model import Post
from smcal_ui.desk import Desk
from smcal_ui.post import choices
from smcal_ui.post.form import PostForm
from smcal_ui.post.media import MediaPanel
from smcal_ui.post.remarks import Remarks
from smcal_ui.post.scrolling import SteadyScroll
from smcal_ui.post.steps import Steps
from smcal_ui.post.told import Told
from smcal_ui.post.typing import Typing

LOW = 400  # pixels of height below which the foot scrolls with the rest


class PostSheet(QWidget):
    """Everything that can be seen and changed of one post; the inspector fills it."""

    def __init__(self, desk: Desk, typing: Typing) -> None:
        super().__init__()
        self._desk = desk
        self.remarks = Remarks()
        self.media = MediaPanel(desk, typing)
        self.form = PostForm(self.remarks, self.media)
        self.told = Told(desk, self.remarks, self.form)
        self.steps = Steps(self.form.rows["state"])
        self.area = SteadyScroll(self.form, self.remarks)
        self._build()
        self._order_keys()
        self.steps.findingsAsked.connect(self._on_findings)
        self.told.findings.linked.connect(self._on_linked)
        self.form.textRequested.connect(self._on_text)

    def offer_choices(self, post: Post) -> None:
        """Offer what a post can have under the regulation in force: it may have changed since."""
        self.form.offer("topic", choices.topics(self._desk), choices.short_topics(self._desk))
        self.form.offer("direction", choices.directions(self._desk))
        self.form.offer("page_id", choices.pages(self._desk, post))
        self.form.offer("state", choices.states(post))
        self.form.offer("event_id", choices.events(self._desk, post))

    def focus(self, name: str, attachment_id: str | None = None) -> None:
        """Put the cursor into a field, or into one of a file, and bring it into sight."""
        field = self.media.focus(name, attachment_id) if attachment_id is not None else self.form.focus(name)
        if field is not None:
            self.area.reveal(field)

    def focus_link(self) -> bool:
        """Put the keyboard on the first link that leads on; False without one."""
        return self._go_to(self.told.first_link())

    def _go_to(self, link: QWidget | None) -> bool:
        if link is not None:
            link.setFocus()
            self.area.reveal(link.parentWidget() or link)
        return link is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the foot scrolls with the rest."""
        super().resizeEvent(event)
        home = self.area.column if self.height() < LOW else self._column
        if home.indexOf(self._foot) < 0:
            home.addWidget(self._foot)

    def _build(self) -> None:
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        line = QFrame()
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        foot.addWidget(line)
        foot.addWidget(self.steps)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self._foot)

    def _order_keys(self) -> None:
        """Tab goes through the fields, then to the foot; links of banners come last."""
        steps = (self.form.fields["state"].widget, self.steps.button, self.steps.more, self.steps.found)
        chain = [self.form.last_field, *steps, *self.remarks.links(), *self.told.findings.links()]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)
        self._last = chain[-1]

    @Slot(object)
    def _on_linked(self, links: tuple[QWidget, ...]) -> None:
        for link in links:
            QWidget.setTabOrder(self._last, link)
            self._last = link

    @Slot()
    def _on_findings(self) -> None:
        self._go_to(self.told.findings.first())

    @Slot()
    def _on_text(self) -> None:
        self.focus("text")
