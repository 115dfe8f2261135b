"""A dialog that takes something from a file: the file, what was understood of it, and importing."""

from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from smcal.errors import SmcalError
from smcal.words import _
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel


class FromFileDialog(Dialog):
    """Subclasses fill `column`, call `begin` at the end of their making, and say how a file is taken up and shown."""

    def __init__(
        self, title: str, about: str, kinds: str, parent: QWidget | None = None, *, size: tuple[int, int]
    ) -> None:
        super().__init__(title, parent, size=size)
        self._title, self._kinds = title, kinds
        self.choose = button(_("Choose a &file…"))
        self.choose.setAutoDefault(False)  # it has the focus at first, and Enter is for importing
        self.file = PlainLabel(about, role="quiet", wrap=True)
        self.details = QWidget()  # hidden until a file was understood
        self.column = QVBoxLayout(self.details)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.choose)
        head.addWidget(self.file, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.details, 1)
        self.body.addStretch()
        self.details.hide()
        self.choose.clicked.connect(self._on_choose)

    def begin(self, path: Path | None) -> None:
        """Read a file, or ask for one once the dialog is open."""
        self.add_buttons(_("&Import"))  # last: Tab comes to them after what was filled in
        self.let_go()
        if path is not None:
            self.read(path)
        else:
            QTimer.singleShot(0, self, self._on_choose)

    def read(self, path: Path) -> None:
        """Read a file and show what was understood; what cannot be read is explained."""
        self.notice.say("")
        try:
            self.take_up(path)
        except SmcalError as error:
            self.details.hide()
            self.let_go()
            self.complain(str(error))
            return
        self.details.show()
        self.look()
        self.grow()

    def take_up(self, path: Path) -> None:
        """Read a file. Raises SmcalError where it is no such file."""
        raise TypeError(type(self).__name__)

    def let_go(self) -> None:
        """There is no file now, so nothing to import."""
        raise TypeError(type(self).__name__)

    def look(self) -> None:
        """Judge every row anew, with what is chosen."""
        raise TypeError(type(self).__name__)

    @Slot()
    def _on_choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, self._title, "", self._kinds)
        if name:
            self.read(Path(name))
