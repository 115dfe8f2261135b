"""Find a post by its text, as one types."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from smcal.model import Post
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.posts_table import posts_table
from smcal_ui.widgets.labels import PlainLabel

LIMIT = 50
PAUSE = 120  # ms without typing after which one looks


class FindDialog(Dialog):
    """Every word of the search stands in the title or the text. Arrows choose, Enter jumps."""

    jumpRequested = Signal(str)  # id of the chosen post

    def __init__(self, desk: Desk, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(_("Find a post"), parent, size=(680, 460))
        self._desk = desk
        self.search = QLineEdit(placeholderText=_("Words from the title or the text"), clearButtonEnabled=True)
        self.search.setAccessibleName(_("Words from the title or the text"))
        self.found = posts_table(_("Found posts"), desk)
        self.count = PlainLabel(role="quiet")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.body.addWidget(self.search)
        self.body.addWidget(self.found, 1)
        self.body.addWidget(self.count)
        self.add_buttons(_("&Go to the post"), _("&Close"))
        self.search.textChanged.connect(self._on_typed)
        self._pause.timeout.connect(self.look)
        self.found.chosen.connect(self._on_chosen)
        self.search.setText(text)
        self.search.setFocus()
        self.look()

    def accept(self) -> None:
        if self._pause.isActive():
            self.look()
        post = self.found.current()
        if post is not None:
            self._on_chosen(post)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move through what was found while the cursor stays in the search."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self.found.values:
            row = self.found.currentIndex().row() + step
            self.found.choose(min(max(row, 0), len(self.found.values) - 1))
            return
        super().keyPressEvent(event)

    @Slot()
    def look(self) -> None:
        """Search now."""
        self._pause.stop()
        text = self.search.text().strip()
        with self._desk.read() as reader:
            posts = reader.find(text, LIMIT + 1) if text else []
        self.found.show_values(posts[:LIMIT])
        if posts:
            self.found.choose(0)
        self.count.setText(_said(text, len(posts)))
        assert self.primary is not None
        self.primary.setEnabled(bool(posts))

    @Slot()
    def _on_typed(self) -> None:
        self._pause.start()
        assert self.primary is not None
        self.primary.setEnabled(True)  # Enter looks first, if need be

    @Slot(object)
    def _on_chosen(self, post: Post) -> None:
        self.jumpRequested.emit(post.id)
        super().accept()


def _said(text: str, count: int) -> str:
    if not text:
        return _("Posts of all pages and years are searched, the tray too.")
    if not count:
        return _("Nothing found. Try fewer words, or their beginnings.")
    if count > LIMIT:
        return _("More than {n} posts: type another word.").format(n=LIMIT)
    return ngettext("{n} post found", "{n} posts found", count).format(n=count)
