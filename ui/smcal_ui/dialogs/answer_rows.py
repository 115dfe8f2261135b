"""Posts that wait for the curator's answer, one row each: what it is, three choices, a comment."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from smcal.model import Decision, Post
from smcal.planning.answers import Reply
from smcal.words import N_, _
from smcal_ui.post.editors import Text
from smcal_ui.widgets.labels import Banner, PlainLabel

DECISIONS = {
    Decision.APPROVED: N_("agreed"),
    Decision.CHANGES: N_("to be changed"),
    Decision.REJECTED: N_("refused"),
}
KEYS = {Qt.Key.Key_1: Decision.APPROVED, Qt.Key.Key_2: Decision.CHANGES, Qt.Key.Key_3: Decision.REJECTED}
TALLEST = 440  # pixels of rows that a dialog asks room for
LETTERS = 160  # of a text that a row shows


class Asked(NamedTuple):
    """A post to be answered, with the words that tell it from others."""

    post: Post
    where: str  # its day and page
    said: str = ""  # who has answered already, and when
    decision: Decision | None = None  # what they said
    comment: str = ""
    hindrance: str = ""  # why it cannot be answered, or not be approved
    answerable: bool = True
    approvable: bool = True


class AnswerRow(QFrame):
    """One post. Keys 1, 2 and 3 choose where no text is being written; without a choice nothing is said about it."""

    edited = Signal()
    done = Signal()  # approved by its key: the next one

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = asked
        self._kept = asked.decision, asked.comment
        self._group = QButtonGroup(self)
        self.choices = {decision: QRadioButton(_(name)) for decision, name in DECISIONS.items()}
        self.comment = Text(_("Comment"), lines=1, most=4)
        self.notice = Banner()
        self._build()
        self._show()

    @property
    def decision(self) -> Decision | None:
        """What is chosen."""
        return next((decision for decision, choice in self.choices.items() if choice.isChecked()), None)

    @property
    def reply(self) -> Reply | None:
        """The answer, where it is another than the one that is kept already."""
        decision, comment = self.decision, self.comment.toPlainText().strip()
        if decision is None or (decision, comment) == self._kept:
            return None
        return Reply(self.asked.post.id, decision, comment)

    @property
    def can_be_approved(self) -> bool:
        """Whether nobody has answered, and approval is possible."""
        return self.decision is None and self.choices[Decision.APPROVED].isEnabled()

    def choose(self, decision: Decision) -> None:
        """Answer so."""
        self.choices[decision].setChecked(True)

    def lacks_comment(self) -> bool:
        """Say so where changes or a refusal come without a word."""
        reply = self.reply
        lacks = reply is not None and reply.decision is not Decision.APPROVED and not reply.comment
        if lacks:
            self.complain(_("Say what is to be changed, or why it was refused."))
        return lacks

    def complain(self, text: str) -> None:
        """Say below the post why its answer cannot stand."""
        self.notice.say(text, "bad")

    def take_keyboard(self) -> None:
        """Begin with the choice."""
        chosen = self.decision
        able = [choice for choice in self.choices.values() if choice.isEnabled()]
        (self.choices[chosen] if chosen else able[0]).setFocus() if able else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        decision = KEYS.get(Qt.Key(event.key()))
        if decision is None or not self.choices[decision].isEnabled():
            super().keyPressEvent(event)
        elif decision is Decision.APPROVED:
            self.choose(decision)
            self.done.emit()
        else:
            self.choose(decision)
            self.comment.setFocus()

    def _build(self) -> None:
        asked, grid, choices = self.asked, QGridLayout(self), QHBoxLayout()
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        choices.setSpacing(16)
        for key, choice in zip("123", self.choices.values(), strict=True):
            self._group.addButton(choice)
            choice.setAccessibleDescription(f"{asked.post.title}, {asked.where}")
            choice.setToolTip(_("Key {key}").format(key=key))
            choices.addWidget(choice)
        choices.addStretch()
        self.comment.setAccessibleName(_("Comment"))
        grid.addWidget(PlainLabel(asked.where, role="caption", wrap=True), 0, 0)
        grid.addWidget(PlainLabel(asked.post.title or _("Untitled post"), role="strong", wrap=True), 1, 0)
        grid.addWidget(PlainLabel(shortened(asked.post.text), role="quiet", wrap=True), 2, 0)
        grid.addWidget(PlainLabel(asked.said, role="caption", wrap=True), 0, 1)
        grid.addLayout(choices, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.comment, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.notice, 3, 0, 1, 2)

    def _show(self) -> None:
        asked = self.asked
        if asked.decision is not None:
            self.choose(asked.decision)
        self.comment.setPlainText(asked.comment)
        for decision, choice in self.choices.items():
            able = asked.answerable and (asked.approvable or decision is not Decision.APPROVED)
            choice.setEnabled(able or choice.isChecked())
        self.comment.setEnabled(asked.answerable)
        self.notice.say(asked.hindrance, "plain")
        self._group.buttonToggled.connect(self._on_edited)
        self.comment.textChanged.connect(self._on_edited)

    @Slot()
    def _on_edited(self) -> None:
        self.notice.say(self.asked.hindrance, "plain")
        self.edited.emit()


class AnswerRows(QScrollArea):
    """The rows below one another; as high as they are, where there is room."""

    def __init__(self, asked: list[Asked], parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.rows = [AnswerRow(one) for one in asked]
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
            row.done.connect(self._on_done)
        column.addStretch()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(96)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        """As high as all rows, as long as these are few."""
        inner = self.widget()
        wide = max(self.width(), inner.minimumSizeHint().width())
        return QSize(inner.sizeHint().width(), min(inner.heightForWidth(wide), TALLEST))

    def take_keyboard(self) -> None:
        """Begin with the first row that waits for an answer."""
        able = [row for row in self.rows if row.asked.answerable]
        first = next((row for row in able if row.decision is None), able[0] if able else None)
        if first is not None:
            first.take_keyboard()

    @Slot()
    def _on_done(self) -> None:
        row = self.sender()
        assert isinstance(row, AnswerRow)
        following = [one for one in self.rows[self.rows.index(row) + 1 :] if one.asked.answerable]
        if following:
            following[0].take_keyboard()
            self.ensureWidgetVisible(following[0])


def shortened(text: str, letters: int = LETTERS) -> str:
    """The beginning of a text in one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= letters:
        return line
    return line[:letters].rsplit(" ", 1)[0].rstrip(" ,.;:–—") + "…"
