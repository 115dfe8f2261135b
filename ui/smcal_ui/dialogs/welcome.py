"""The first start: make a branch, open a workspace, or look at the sample."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from smcal.errors import SmcalError
from smcal.preferences import data_folder
from smcal.reasons import reason_of
from smcal.words import _, spoken
from smcal_ui.dates import LocaleDates
from smcal_ui.dialogs.branch_steps import STEPS, BranchSteps
from smcal_ui.dialogs.founding import Founded, Founding, make_sample_in, make_workspace, newest_sample
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.question import ask
from smcal_ui.tasks import Tasks
from smcal_ui.widgets.labels import PlainLabel, plain_hint


class WelcomeDialog(Dialog):
    """Asks how to begin. After it was accepted, `path` is the workspace to open, made where that was the wish."""

    def __init__(
        self, recent: Sequence[Path], tasks: Tasks, parent: QWidget | None = None, folder: Path | None = None
    ) -> None:
        self._title = _("Welcome to smcal") if parent is None else _("Make or open a workspace")
        super().__init__(self._title, parent, size=(640, 500))
        self.path: Path | None = None
        self.person_id: str | None = None  # the coordinator of a branch that was made: they work here
        self._tasks = tasks
        self._folder = folder or data_folder()
        self._busy = False
        self.make = ChoiceButton(_("&Make a branch"), _("Name, working hours and pages: about three minutes."))
        self.open_file = ChoiceButton(_("&Open a workspace…"), _("A file of smcal that is already on this computer."))
        self.sample = ChoiceButton(_("&Look at the sample"), _("An invented library with a full plan."))
        self.recent = QListWidget()
        self.steps = BranchSteps(self._folder)
        self._start = QWidget()
        self._build(recent)
        self._connect()
        self._show_start()

    def exec(self) -> int:
        """Show it and wait. It stays, to be shown again when the chosen file does not open."""
        return QDialog.exec(self)

    def accept(self) -> None:
        """Enter takes the primary button: the next step, or the making of the branch."""
        if self._start.isVisibleTo(self) or self._busy:
            return
        wrong = self.steps.wrong()
        if wrong:
            self.complain(wrong)
        elif self.steps.currentIndex() < self.steps.count() - 1:
            self._show_step(self.steps.currentIndex() + 1)
        else:
            self._make(*self.steps.founding())

    def reject(self) -> None:
        """Esc goes back by one step, and closes at the start."""
        if self._busy:
            return
        if self._start.isVisibleTo(self):
            super().reject()
        elif self.steps.currentIndex() == 0:
            self._show_start()
        else:
            self._show_step(self.steps.currentIndex() - 1)

    def _build(self, recent: Sequence[Path]) -> None:
        column = QVBoxLayout(self._start)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for choice in (self.make, self.open_file, self.sample):
            column.addWidget(choice)
        there = [path for path in recent if path.is_file()]
        label = PlainLabel(_("Opened recently"), role="caption")
        self.recent.setAccessibleName(_("Opened recently"))
        for path in there:
            entry = QListWidgetItem(f"{path.stem}  ·  {path.parent}")
            entry.setData(Qt.ItemDataRole.UserRole, str(path))
            entry.setToolTip(plain_hint(str(path)))
            self.recent.addItem(entry)
        self.recent.setFixedHeight(min(len(there), 4) * 32 + 12)
        for widget in (label, self.recent):
            widget.setVisible(bool(there))
            column.addWidget(widget)
        column.addStretch()
        self.body.addWidget(self._start)
        self.body.addWidget(self.steps, 1)
        self._back = self.add_buttons(_("&Next"))

    def _connect(self) -> None:
        self.steps.edited.connect(self.hush)
        self.make.clicked.connect(self._on_make)
        self.open_file.clicked.connect(self._on_open)
        self.sample.clicked.connect(self._on_sample)
        self.recent.itemActivated.connect(self._on_recent)
        self.recent.itemClicked.connect(self._on_recent)

    def _show_start(self) -> None:
        self.steps.hide()
        self._start.show()
        self._say(self._title, _("The editorial calendar of your library. How would you like to begin?"))
        self._back.setText(_("&Close"))
        assert self.primary is not None
        self.primary.hide()
        self.make.setFocus()

    def _show_step(self, step: int) -> None:
        self._start.hide()
        self.steps.show()
        self.steps.setCurrentIndex(step)
        title, intro = STEPS[step]
        self._say(_("{n} of {count}: {title}").format(n=step + 1, count=len(STEPS), title=_(title)), _(intro))
        self._back.setText(_("Bac&k"))
        assert self.primary is not None
        self.primary.setText(_("&Next") if step < len(STEPS) - 1 else _("&Make the branch"))
        self.primary.show()
        if step == 0:
            self.steps.form.focus("branch")

    def _say(self, heading: str, intro: str) -> None:
        self.heading.setText(heading)
        self.intro.setText(intro)
        self.intro.show()
        self.notice.say("")

    def _make(self, path: Path, founding: Founding) -> None:
        self._run(_("Making the branch…"), lambda _stop: make_workspace(path, founding))

    def _run(self, saying: str, job: Callable[[Event], Founded]) -> None:
        self._wait(True)
        self.notice.say(saying)
        self._tasks.run(job, self._on_made, self._on_failed, self)

    def _wait(self, waiting: bool) -> None:
        self._busy = waiting
        assert self.primary is not None
        for widget in (self.primary, self._back, self.steps, self._start):
            widget.setEnabled(not waiting)

    def _finish(self, path: Path, person_id: str | None = None) -> None:
        self.path, self.person_id = path, person_id
        super().accept()

    def _on_made(self, made: Founded) -> None:
        self._wait(False)
        self._finish(made.path, made.person_id)

    def _on_failed(self, error: Exception) -> None:
        self._wait(False)
        if isinstance(error, SmcalError):
            self.complain(str(error))
        elif isinstance(error, OSError):
            self.complain(
                _("The file could not be made ({reason}). Nothing was written: choose another folder.").format(
                    reason=reason_of(error)
                )
            )
        else:
            text = _(
                "Something went wrong inside the program ({error}). What was there before is as it was. "
                "If it happens again, send this text to whoever looks after smcal."
            )
            self.complain(text.format(error=error))
            raise error

    @Slot()
    def _on_make(self) -> None:
        self._show_step(0)

    @Slot()
    def _on_open(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Open a workspace"), str(self._folder), _("smcal workspaces (*.smcal)")
        )
        if name:
            self._finish(Path(name))

    @Slot()
    def _on_sample(self) -> None:
        folder, there, regulation = self._folder, newest_sample(self._folder), self.steps.regulation
        if there is not None and not self._wants_another(there):
            self._finish(there)
        else:
            self._run(_("Making the sample library…"), lambda _stop: make_sample_in(folder, regulation))

    def _wants_another(self, there: Path) -> bool:
        day = LocaleDates(spoken().language).plain_day(dt.date.fromtimestamp(there.stat().st_mtime))
        return ask(
            _("The sample is there already"),
            _("You have looked at it before, last on {day}: {name}. A new one has its plan around today.").format(
                day=day, name=there.name
            ),
            go=_("&Make a new one"),
            stay=_("&Open it"),
            parent=self,
        )

    @Slot(QListWidgetItem)
    def _on_recent(self, entry: QListWidgetItem) -> None:
        self._finish(Path(entry.data(Qt.ItemDataRole.UserRole)))


class ChoiceButton(QPushButton):
    """A large button with a quiet line that says what it leads to."""

    def __init__(self, text: str, below: str) -> None:
        super().__init__()
        title, line = PlainLabel(text.replace("&", ""), role="strong"), PlainLabel(below, role="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(2)
        for label in (title, line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setShortcut(QKeySequence.mnemonic(text))
        self.setAccessibleName(title.text())
        self.setAccessibleDescription(below)

    def sizeHint(self) -> QSize:
        """As large as its two lines, not as its own missing words."""
        return self.layout().sizeHint()
