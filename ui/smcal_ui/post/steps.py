"""The foot of a post: its state, the step that comes next, and a menu of the others. It stays in reach."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from smcal.model import Post, State
from smcal.planning.answer import can_be_answered
from smcal.words import N_, _, ngettext
from smcal_ui.post.flow import FlowLayout

STEPS = {
    "submit": N_("Hand in to the curator…"),
    "answer": N_("Curator’s answer…"),
    "published": N_("Published…"),
    "copy": N_("Copy text"),
    "save": N_("Save pictures…"),
    "history": N_("History…"),
}
NEXT = {
    State.DRAFT: "submit",
    State.CHANGES_REQUESTED: "submit",
    State.SUBMITTED: "answer",
    State.APPROVED: "published",
    State.SCHEDULED: "published",
}
"""The step that usually comes next, by state."""

SCROLL_BAR = 10  # pixels: what is above the foot ends left of it


class Steps(QWidget):
    """One button for what comes next, and «More» for what else can be done with the post."""

    asked = Signal(str)  # name of a step
    findingsAsked = Signal()  # lead to what is found about the post

    def __init__(self, state: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.next = ""  # name of the step that the button takes, "" while there is none
        self.button = QPushButton()
        self.button.setObjectName("next_step")
        self.button.setProperty("primary", True)
        self.found = QPushButton()
        self.found.setObjectName("to_findings")
        self.found.setProperty("link", True)
        self.more = QPushButton(_("More"))
        self.more.setObjectName("more_steps")
        self.more.setProperty("opens", True)
        menu = QMenu(self.more)
        self.actions_by_name: dict[str, QAction] = {name: menu.addAction(_(text)) for name, text in STEPS.items()}
        self.more.setMenu(menu)
        self._build(state)
        self._connect()

    def show_post(self, post: Post, has_media: bool, hands_in: bool = True) -> None:
        """Show what fits the post; `hands_in` is whether plans are handed in at all."""
        able = {
            "submit": hands_in and post.date is not None and post.state in {State.DRAFT, State.CHANGES_REQUESTED},
            "answer": can_be_answered(post),
            "published": post.date is not None and post.state is not State.REMOVED,
            "save": has_media,
            "copy": bool(post.text or post.title),
            "history": True,
        }
        step = _next(post.state, hands_in)
        self.next = step if step and able[step] else ""
        self.button.setText(_(STEPS[self.next]) if self.next else "")
        self.button.setVisible(bool(self.next))
        for name, action in self.actions_by_name.items():
            action.setEnabled(able[name])
            action.setVisible(name != self.next and (able[name] or name in {"copy", "save", "published"}))

    def show_findings(self, count: int) -> None:
        """Say how many findings there are beside the fields; they may be out of sight."""
        self.found.setText(ngettext("{n} finding", "{n} findings", count).format(n=count))
        self.found.setVisible(count > 0)

    def _build(self, state: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16 + SCROLL_BAR, 12)
        column.setSpacing(8)
        standing = QHBoxLayout()
        standing.setSpacing(8)
        standing.addWidget(state, 1)
        standing.addWidget(self.found)
        column.addLayout(standing)
        row = FlowLayout()
        row.addWidget(self.button)
        row.addWidget(self.more)
        column.addLayout(row)

    def _connect(self) -> None:
        for name, action in self.actions_by_name.items():
            action.triggered.connect(partial(self.asked.emit, name))
        self.button.clicked.connect(self._on_next)
        self.found.clicked.connect(self.findingsAsked)

    @Slot()
    def _on_next(self) -> None:
        self.asked.emit(self.next)


def _next(state: State, hands_in: bool) -> str | None:
    """The step that usually comes next; without a curator a draft is published."""
    step = NEXT.get(state)
    return "published" if step == "submit" and not hands_in else step
