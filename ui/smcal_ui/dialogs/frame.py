"""What every dialog is made of: a heading, a body, one line for what went wrong, and buttons."""

from itertools import pairwise

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import Banner, PlainLabel

MARGIN = 20
FRAME = QSize(16, 48)  # what the system puts around a window, at most

LOW = 560
"""Pixels of height below which a screen may not hold a dialog: half a small laptop's, at 200 %."""


class Dialog(QDialog):
    """A modal dialog. Subclasses fill `body` and call `add_buttons`; Enter presses the primary one, Esc closes."""

    def __init__(
        self, title: str, parent: QWidget | None = None, *, intro: str = "", size: tuple[int, int] = (480, 0)
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._wanted = size
        self._sized = False
        self._opened = QSize()  # how large it opened; invalid until it has
        self.heading = PlainLabel(title, role="heading", wrap=True)
        self.intro = PlainLabel(intro, role="quiet", wrap=True)
        self.intro.setVisible(bool(intro))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.notice = Banner()
        self.footer = QHBoxLayout()
        self.footer.setSpacing(8)
        self.footer.setContentsMargins(0, 8, 0, 0)
        self.primary: QPushButton | None = None
        self._content = QWidget(self)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self.heading)
        inner.addWidget(self.intro)
        inner.addLayout(self.body, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(self._content, 1)
        column.addWidget(self.notice)
        column.addLayout(self.footer)

    def add_buttons(self, primary: str = "", close: str = "") -> QPushButton:
        """Put the buttons at the bottom right; returns the one that closes."""
        self.footer.addStretch()
        closing = button(close or (_("&Cancel") if primary else _("&Close")))
        closing.clicked.connect(self.reject)
        self.footer.addWidget(closing)
        if primary:
            self.primary = button(primary, primary=True)
            self.primary.clicked.connect(self.accept)
            self.footer.addWidget(self.primary)
        else:
            closing.setDefault(True)
        return closing

    def exec(self) -> int:
        """Show it and wait; afterwards it goes with the next turn of the loop, so that it hears of no more changes.

        Whoever called may still ask for the answer.
        """
        result = super().exec()
        self.deleteLater()
        return result

    def setVisible(self, visible: bool) -> None:
        """Open at `sizeHint`: Qt itself would forget the asked height as soon as a line wraps."""
        first = visible and not self._sized
        if first:
            self._sized = True
            if self.screen().availableSize().height() < LOW:
                self._scroll_body()
            self.ensurePolished()
            self.layout().activate()
            self.resize(self._remembered() or self.sizeHint())
        super().setVisible(visible)
        if first:
            self.grow()  # only now everything has its style, and texts know how often they wrap
            QTimer.singleShot(0, self, self._settle)  # fields of several lines know only once they have a width

    def done(self, result: int) -> None:
        """Close; a size that somebody gave it is remembered with those of the main window."""
        sizes = self._sizes()
        if sizes is not None and self._opened.isValid() and self.size() != self._opened:
            sizes.setValue(self._key(), self.size())
        super().done(result)

    def _settle(self) -> None:
        self.grow()
        self._opened = self.size()

    def _remembered(self) -> QSize | None:
        sizes = self._sizes()
        kept = sizes.value(self._key()) if sizes is not None else None
        if not isinstance(kept, QSize) or not kept.isValid():
            return None
        return kept.expandedTo(self.minimumSizeHint()).boundedTo(self.screen().availableSize() - FRAME)

    def _sizes(self) -> QSettings | None:
        """Where the main window keeps its sizes; before there is one, nothing is remembered."""
        above = self.parentWidget()
        while above is not None:
            memory = getattr(above.window(), "memory", None)
            if isinstance(memory, QSettings):
                return memory
            above = above.window().parentWidget()
        return None

    def _key(self) -> str:
        return f"sizes/{type(self).__name__}"

    def grow(self) -> None:
        """Make room for what has come to be shown, where the window lacks it."""
        if self.isVisible():
            self.layout().activate()
            self.resize(self.size().expandedTo(self.sizeHint()))

    def sizeHint(self) -> QSize:
        """At least as large as was asked for, and as large as the content needs; never larger than the screen."""
        hint = super().sizeHint().expandedTo(QSize(*self._wanted))
        if self.layout().hasHeightForWidth():
            hint.setHeight(max(self._wanted[1], self.layout().totalHeightForWidth(hint.width())))
        return hint.boundedTo(self.screen().availableSize() - FRAME)

    def _scroll_body(self) -> None:
        """Let everything scroll but the buttons and what went wrong: these stay within reach."""
        height, held = self.sizeHint().height(), self.focusWidget()
        area = QScrollArea(self, widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeWidget(self._content)
        column.insertWidget(0, area, 1)
        area.setWidget(self._content)
        self._wanted = (self._wanted[0], max(self._wanted[1], height))
        self._put_buttons_last()
        if held is not None:
            held.setFocus()

    def _put_buttons_last(self) -> None:
        """Tab goes through the body first, as it did before it was put into another place."""
        inside = [w for w in self._content.findChildren(QWidget) if w.window() is self]  # lists of choices are not
        taking = [w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        buttons = [w for w in self.findChildren(QPushButton) if not self._content.isAncestorOf(w)]
        for before, after in pairwise([*taking[-1:], *buttons]):
            QWidget.setTabOrder(before, after)

    def listen(self, desk: Desk) -> None:
        """Say here what the desk does not do, and why."""
        desk.failed.connect(self.complain)
        desk.refused.connect(self.complain)

    @Slot(str)
    def complain(self, text: str) -> None:
        """Say above the buttons what went wrong."""
        self.notice.say(text, "bad")

    @Slot()
    def hush(self) -> None:
        """Say it no longer: somebody is at work on it."""
        self.notice.say("")
