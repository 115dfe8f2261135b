"""Buttons below a post: the next step stands out, the others are there all the time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from smcal.model import Post, State
from smcal.planning.answer import can_be_answered
from smcal.words import _
from smcal_ui.post.flow import FlowLayout
from smcal_ui.widgets.labels import PlainLabel

NEXT = {
    State.DRAFT: "submit",
    State.CHANGES_REQUESTED: "submit",
    State.SUBMITTED: "answer",
    State.APPROVED: "published",
    State.SCHEDULED: "published",
}
"""The step that usually comes next, by state."""


class Steps(QWidget):
    """What the curator said, and what can be done with the post."""

    submitRequested = Signal()
    answerRequested = Signal()
    publishedRequested = Signal()
    copyTextRequested = Signal()
    savePicturesRequested = Signal()
    historyRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = PlainLabel(role="quiet", wrap=True)
        self._link = PlainLabel(role="quiet", wrap=True)
        self.buttons = {
            "submit": QPushButton(_("Hand in to the curator…")),
            "answer": QPushButton(_("Curator's answer…")),
            "published": QPushButton(_("Published…")),
            "copy": QPushButton(_("Copy text")),
            "save": QPushButton(_("Save pictures…")),
            "history": QPushButton(_("History…")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._said)
        column.addWidget(self._link)
        buttons = FlowLayout()
        for name, button in self.buttons.items():
            button.setObjectName(f"step_{name}")
            buttons.addWidget(button)
        column.addLayout(buttons)
        self._connect()

    def show_post(self, post: Post, said: str, has_media: bool, hands_in: bool = True) -> None:
        """Show what fits the post: `said` is the curator's last comment, `hands_in` whether plans are handed in."""
        self._said.setText(_("The curator: {comment}").format(comment=said) if said else "")
        self._said.setVisible(bool(said))
        self._link.setText(post.link)
        self._link.setVisible(bool(post.link))
        able = {
            "submit": hands_in and post.date is not None and post.state in {State.DRAFT, State.CHANGES_REQUESTED},
            "answer": can_be_answered(post),
            "published": post.date is not None and post.state is not State.REMOVED,
            "save": has_media,
            "copy": bool(post.text or post.title),
        }
        for name, button in self.buttons.items():
            button.setEnabled(able.get(name, True))
            _stress(button, _next(post.state, hands_in) == name and able.get(name, True))
        self.buttons["submit"].setVisible(able["submit"])
        self.buttons["answer"].setVisible(hands_in or able["answer"])

    def _connect(self) -> None:
        self.buttons["submit"].clicked.connect(self.submitRequested)
        self.buttons["answer"].clicked.connect(self.answerRequested)
        self.buttons["published"].clicked.connect(self.publishedRequested)
        self.buttons["copy"].clicked.connect(self.copyTextRequested)
        self.buttons["save"].clicked.connect(self.savePicturesRequested)
        self.buttons["history"].clicked.connect(self.historyRequested)


def _next(state: State, hands_in: bool) -> str | None:
    """The step that usually comes next; without a curator a draft is published."""
    step = NEXT.get(state)
    return "published" if step == "submit" and not hands_in else step


def _stress(button: QPushButton, primary: bool) -> None:
    if bool(button.property("primary")) != primary:
        button.setProperty("primary", primary)
        button.style().unpolish(button)
        button.style().polish(button)
