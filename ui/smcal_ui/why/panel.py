"""An explanation on the screen: what was counted line by line, what comes of it, and the clause."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from smcal.planning.why import Line, Story
from smcal.words import _
from smcal_ui.shell.saying import announce
from smcal_ui.why.signs import SIZE, Sign, mark_words, sign_words
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import Banner, PlainLabel
from smcal_ui.widgets.popover import Popover

WIDE = 440
LONG = 24
"""Letters from which on the note of a line stands below its words and not beside them."""

SCROLLS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class WhyPanel(Popover):
    """One story. Lines about a post lead to it; Esc closes; everything can be copied."""

    jumpRequested = Signal(str)  # post id
    nextRequested = Signal()  # what else there is to explain here

    def __init__(self, story: Story, window: QWidget, follows: str = "") -> None:
        """`follows` names the button to the next explanation, "" where this is the only one."""
        super().__init__(window)
        self.story = story
        self.follows = follows
        self.links: dict[str, QPushButton] = {}  # by post
        self.text = story_text(story)
        self.setAccessibleName(story.title)
        self.setAccessibleDescription(self.text)
        self._scroll = QScrollArea(widgetResizable=True)
        self._build()

    def wanted(self, room: QSize) -> QSize:
        """As high as the story, as far as the window allows."""
        width = min(WIDE, room.width())
        layout = self.layout()
        content = self._scroll.widget()
        margins, inner = layout.contentsMargins(), width - 2
        high = layout.heightForWidth(inner) if layout.hasHeightForWidth() else layout.sizeHint().height()
        shown = content.heightForWidth(inner - margins.left() - margins.right())
        # the scroll area asks for little; its content says what it would need
        high += max(shown, 0) - self._scroll.sizeHint().height() + 4
        return QSize(width, min(high, room.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows scroll, Enter follows a link, Ctrl+C copies all of it."""
        held = self.focusWidget()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in SCROLLS:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + SCROLLS[Qt.Key(event.key())] * SIZE)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(held, QPushButton):
            held.click()
        super().keyPressEvent(event)

    @Slot()
    def copy(self) -> None:
        """The whole explanation as text."""
        QGuiApplication.clipboard().setText(self.text)
        announce(self, _("Copied"))

    # building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head())
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        if self.story.lines:
            rows.addLayout(self._lines())
        for part in self._ending():
            rows.addWidget(part)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        for ground in (inner, self._scroll.viewport()):
            ground.setAutoFillBackground(False)  # the sheet's own shows
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(_selectable(PlainLabel(self.story.title, role="strong", wrap=True)), 1)
        if self.story.clause:
            chip = _selectable(PlainLabel(self.story.clause))
            chip.setProperty("chip", True)
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _lines(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        beside = all(len(line.text) <= LONG for line in self.story.lines if line.note)
        for number, line in enumerate(self.story.lines):
            grid.addWidget(Sign(line), number, 0, Qt.AlignmentFlag.AlignTop)
            text = self._words(line)
            note = _selectable(PlainLabel(line.note, role="quiet", wrap=True)) if line.note else None
            if note is None:
                grid.addWidget(text, number, 1, 1, 2)
            elif beside:
                grid.addWidget(text, number, 1)
                grid.addWidget(note, number, 2)
            else:
                both = QVBoxLayout()
                both.setSpacing(0)
                both.addWidget(text)
                both.addWidget(note)
                grid.addLayout(both, number, 1, 1, 2)
        return grid

    def _words(self, line: Line) -> QWidget:
        """What a line says; a post's line leads to its post."""
        if line.post_id is None:
            return _selectable(PlainLabel(line.text, wrap=len(line.text) > LONG))
        post_id = line.post_id
        link = QPushButton(QFontMetrics(self.font()).elidedText(line.text, Qt.TextElideMode.ElideRight, WIDE - 90))
        link.setProperty("link", True)
        link.setProperty("inline", True)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setAutoDefault(False)
        link.setAccessibleName(f"{sign_words(line)} {line.text}, {line.note}".rstrip(", "))
        link.clicked.connect(lambda _checked=False: self._follow(post_id))
        self.links[post_id] = link
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(link)
        inside.addStretch()
        return row

    def _ending(self) -> list[QWidget]:
        parts: list[QWidget] = [_selectable(PlainLabel(self.story.conclusion, wrap=True))]
        if self.story.provisional:
            banner = Banner()
            banner.say(self.story.provisional, "warn")
            parts.append(banner)
        if self.story.reading:
            text = _("The document is silent here; smcal reads it so:\n{reading}").format(reading=self.story.reading)
            parts.append(_selectable(PlainLabel(text, role="caption", wrap=True)))
        return parts

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(_foot_button(_("Copy"), "Ctrl+C", self.copy))
        row.addStretch()
        if self.follows:
            row.addWidget(_foot_button(self.follows, "Shift+F1", self.nextRequested.emit))
        row.addWidget(_foot_button(_("Close"), "Esc", self.close_and_return))
        return row

    def _follow(self, post_id: str) -> None:
        self.close()
        self.jumpRequested.emit(post_id)


def _foot_button(text: str, keys: str, answer: Callable[[], None]) -> QPushButton:
    made = button(text)
    made.setAutoDefault(False)
    made.setToolTip(keys)
    made.clicked.connect(lambda _checked=False: answer())
    return made


def story_text(story: Story) -> str:
    """A story as plain text: for the clipboard, and for people who listen."""
    lines = []
    for line in story.lines:
        said = f"{sign_words(line)} {line.text}"
        meant = line.note or mark_words(line.mark)
        lines.append(f"{said} – {meant}" if meant else said)
    title = f"{story.title} ({story.clause})" if story.clause else story.title
    parts = [title, *lines, story.conclusion, story.provisional, story.reading]
    return "\n".join(part for part in parts if part)


def _selectable(label: QLabel) -> QLabel:
    """Words that can be marked with the mouse."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
