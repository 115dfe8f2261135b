"""What comes after a plan was handed in: its documents go to the curator, and the answer comes back."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smcal.planning.fixes.offer import Letter
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.dialogs.answer import answer_plan, kept_text
from smcal_ui.dialogs.handing_in import HandedIn
from smcal_ui.dialogs.letter import letter_of
from smcal_ui.dialogs.purposes import Purpose
from smcal_ui.fixes.fixer import draft
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel


class NextSteps(QWidget):
    """The documents that were made, and what to do with them; where nothing was handed in, the documents alone."""

    said = Signal(str, str)  # what was done or went wrong; ok or bad

    def __init__(self, desk: Desk, purpose: Purpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._purpose = desk, purpose
        self._made: HandedIn | None = None
        self._letter: Letter | None = None
        self.told = PlainLabel(wrap=True)
        self.files = PlainLabel(role="quiet", wrap=True)
        self.write = button(_("Write the &letter"))
        self.write.setProperty("primary", True)  # Enter presses it where it has the keyboard, not on the other faces
        self.copy = button(_("Copy the &text of the letter"))
        self.open_folder = button(_("Open the &folder"))
        self.open_docx = button(_("Open the &Word document"))
        self.open_pdf = button(_("Open the &PDF"))
        self.answer = button(_("Enter the &answer…"))
        self._letters = _row(self.write, self.copy)
        self._second = self._build_second()
        self._build()
        self._connect()

    def show_made(self, made: HandedIn) -> None:
        """Show what was made, with the keyboard on the first thing to do."""
        self._made = made
        self.told.setText(self._purpose.told(made, self._desk.dates))
        lines = [str(made.docx.parent), made.docx.name, made.pdf.name, *([made.remark] if made.remark else [])]
        self.files.setText("\n".join(lines))
        if made.submission is not None:
            self._letter = letter_of(self._desk, made.submission)
        for part in (self._letters, self._second):
            part.setVisible(made.submission is not None)
        (self.write if made.submission is not None else self.open_docx).setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.told)
        column.addWidget(PlainLabel(self._purpose.send, role="strong", wrap=True))
        column.addWidget(self.files)
        column.addWidget(self._letters)
        column.addWidget(_row(self.open_folder, self.open_docx, self.open_pdf))
        column.addWidget(self._second)
        column.addStretch()
        column.addWidget(PlainLabel(self._purpose.mistaken, role="quiet", wrap=True))

    def _build_second(self) -> QWidget:
        second = QWidget()
        column = QVBoxLayout(second)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_("2. When the answer comes, enter it"), role="strong", wrap=True))
        where = _("Later too: Library → Plans handed in, or Ctrl+R on the posts in the calendar.")
        column.addWidget(PlainLabel(where, role="quiet", wrap=True))
        column.addWidget(_row(self.answer))
        return second

    def _connect(self) -> None:
        self.write.clicked.connect(self._on_write)
        self.copy.clicked.connect(self._on_copy)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.open_docx.clicked.connect(self._on_open_docx)
        self.open_pdf.clicked.connect(self._on_open_pdf)
        self.answer.clicked.connect(self._on_answer)

    @Slot()
    def _on_write(self) -> None:
        """The letter in the mail program, and the folder beside it: no program lets another attach files."""
        assert self._letter is not None and self._made is not None
        QGuiApplication.clipboard().setText(self._letter.text)
        if QDesktopServices.openUrl(draft(self._letter)):
            self._open(self._made.docx.parent)
            self.said.emit(_("A mail is being opened: attach the documents from the folder."), "ok")
        else:
            self.said.emit(_("No mail program has opened: the text of the letter is on the clipboard."), "bad")

    @Slot()
    def _on_copy(self) -> None:
        assert self._letter is not None
        QGuiApplication.clipboard().setText(self._letter.text)
        self.said.emit(_("The text of the letter is on the clipboard."), "ok")

    @Slot()
    def _on_answer(self) -> None:
        assert self._made is not None and self._made.submission is not None
        saved = answer_plan(self._desk, self._made.submission, self)
        if saved:
            self.said.emit(kept_text(saved), "ok")

    @Slot()
    def _on_open_folder(self) -> None:
        self._open(self._made.docx.parent if self._made else None)

    @Slot()
    def _on_open_docx(self) -> None:
        self._open(self._made.docx if self._made else None)

    @Slot()
    def _on_open_pdf(self) -> None:
        self._open(self._made.pdf if self._made else None)

    def _open(self, path: Path | None) -> None:
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = _("No program on this computer opens it. It lies here: {path}")
            self.said.emit(text.format(path=path), "bad")


def _row(*buttons: QPushButton) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for made in buttons:
        row.addWidget(made)
    row.addStretch()
    return widget
