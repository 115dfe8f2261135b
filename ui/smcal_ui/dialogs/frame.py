"""What every dialog is made of: a heading, a body, one line for what went wrong, and buttons."""

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import Banner, PlainLabel

MARGIN = 20


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
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.intro)
        column.addLayout(self.body, 1)
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
            self.ensurePolished()
            self.layout().activate()
            self.resize(self.sizeHint())
        super().setVisible(visible)
        if first:
            self.grow()  # only now everything has its style, and texts know how often they wrap
            QTimer.singleShot(0, self, self.grow)  # fields of several lines know only once they have a width

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
        return hint.boundedTo(self.screen().availableSize() - QSize(16, 48))

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
