"""Commands that open a dialog: hand in, import, print, find, settings, help. Each is loaded when first opened."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from smcal.layout.board import WeekBoard
from smcal.model import Period, Post
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.tasks import Tasks

if TYPE_CHECKING:
    from smcal.planning.recalc import MovedDeadline

Jump = Callable[[str], None]
ShowPage = Callable[[str, dt.date], None]
Mend = Callable[[str, str, str | None], None]  # post, field, attachment


class LibraryCommands(QObject):
    """Opens dialogs on the desk, over one window."""

    said = Signal(str)  # a short word of what was done
    dayRequested = Signal(object)  # date: its week is worth seeing now

    def __init__(self, desk: Desk, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._window = desk, tasks, window

    def hand_in(self, page_id: str | None, week: Period, jump: Jump, show_page: ShowPage, mend: Mend) -> None:
        """Hand a plan in; choosing a finding leads to the field that mends it, to its post or to its page."""
        from smcal_ui.dialogs.submit import SubmitDialog

        dialog = SubmitDialog(self._desk, self._tasks, page_id, week, self._window)
        dialog.jumpRequested.connect(jump)
        dialog.pageRequested.connect(show_page)
        dialog.fieldRequested.connect(mend)
        dialog.exec()

    def import_table(self) -> None:
        """Import posts from a spreadsheet that the person chooses."""
        self.import_from(None)

    def import_from(self, path: Path | None) -> None:
        """Import posts from a file (None: ask for it), and go to the first week that got some."""
        from smcal_ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(self._desk, self._window, path)
        dialog.exec()
        if not dialog.stored:
            return
        days = [post.date for post in dialog.stored if post.date is not None and post.page_id is not None]
        if days:
            self.dayRequested.emit(min(days))
        self.said.emit(_imported(dialog.stored))

    def print_week(self, board: WeekBoard) -> None:
        """Print a week, with a preview."""
        from smcal_ui.dialogs.printing import print_week

        print_week(board, self._desk, self._window)

    def back_up(self) -> None:
        """Make a verified backup now."""
        from smcal.store.backup import back_up

        def done(backup: object) -> None:
            self.said.emit(_("Backed up and checked: {name}").format(name=getattr(backup, "name", backup)))

        workspace = self._desk.workspace
        self._tasks.run(lambda _stop: back_up(workspace.path), done, lambda e: self._desk.failed.emit(str(e)), self)

    def find(self, jump: Jump) -> None:
        """Find a post by its text."""
        from smcal_ui.dialogs.find import FindDialog

        dialog = FindDialog(self._desk, self._window)
        dialog.jumpRequested.connect(jump)
        dialog.exec()

    def due(self, jump: Jump) -> None:
        """What must be handed in today."""
        from smcal_ui.dialogs.today import TodayDialog

        dialog = TodayDialog(self._desk, self._window)
        dialog.jumpRequested.connect(jump)
        dialog.exec()

    def bin(self) -> None:
        """The bin, to take posts back from."""
        from smcal_ui.dialogs.bin import BinDialog

        BinDialog(self._desk, self._window).exec()

    def plans(self) -> None:
        """What was handed in to the curator."""
        from smcal_ui.dialogs.plans import PlansDialog

        dialog = PlansDialog(self._desk, self._window)
        dialog.dayRequested.connect(self.dayRequested)
        dialog.exec()

    def departures(self, jump: Jump) -> None:
        """Every departure from the regulation that somebody decided."""
        from smcal_ui.dialogs.departures import DeparturesDialog

        dialog = DeparturesDialog(self._desk, self._window)
        dialog.jumpRequested.connect(jump)
        dialog.exec()

    def checklist(self, page_id: str, day: dt.date) -> None:
        """The checklist of a page for the week of a day."""
        from smcal_ui.dialogs.checklist import ChecklistDialog

        ChecklistDialog(self._desk, page_id, day, self._window).exec()

    def year(self, day: dt.date) -> None:
        """The calendar of the year of a day."""
        from smcal_ui.calendar.dialog import CalendarDialog

        CalendarDialog(self._desk, day, self._window).exec()

    def regulation(self, jump: Jump, show_page: ShowPage) -> None:
        """The regulation; choosing a finding that would come or go jumps to its post, or to its page."""
        from smcal_ui.rules.dialog import RegulationDialog

        dialog = RegulationDialog(self._desk, self._tasks, self._window)
        dialog.jumpRequested.connect(jump)
        dialog.pageRequested.connect(show_page)
        dialog.said.connect(self.said)
        dialog.exec()

    def tell_moved(self, moved: "Sequence[MovedDeadline]", jump: Jump) -> None:
        """Which deadlines have moved; going to a post closes what was open before."""
        from smcal_ui.calendar.moved import MovedDialog

        below = QApplication.activeModalWidget()
        dialog = MovedDialog(self._desk, moved, below or self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(below, QDialog):
            dialog.jumpRequested.connect(below.reject)
        dialog.jumpRequested.connect(jump)
        dialog.open()

    def settings(self, tab: str = "") -> None:
        """Branches, pages, people, hours and the library's own days; at a tab ("pages", "people") of them."""
        from smcal_ui.dialogs.library import LibraryDialog

        dialog = LibraryDialog(self._desk, self._window)
        if tab:
            dialog.tabs.setCurrentWidget(getattr(dialog, tab))
        dialog.exec()

    def page(self, _page_id: str) -> None:
        """One page of the register."""
        self.settings()

    def note(self, day: dt.date | None) -> None:
        """Notes on a day."""
        from smcal_ui.dialogs.notes import NotesDialog

        NotesDialog(self._desk, day or self._desk.today, self._window).exec()

    def shortcuts(self, actions: dict[str, QAction]) -> None:
        """The page of shortcuts."""
        from smcal_ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(list(actions.values()), self._window).exec()

    def about(self) -> None:
        """What smcal is."""
        from smcal_ui.dialogs.about import AboutDialog

        AboutDialog(self._window).exec()


def _imported(posts: Sequence[Post]) -> str:
    """«Добавлено 5 постов: 3 в календарь, 2 без даты»."""
    undated = sum(post.date is None for post in posts)
    pageless = sum(post.date is not None and post.page_id is None for post in posts)
    placed = len(posts) - undated - pageless
    parts = [
        _("{n} to the calendar").format(n=placed) if placed else "",
        _("{n} without a date").format(n=undated) if undated else "",
        _("{n} without a page").format(n=pageless) if pageless else "",
    ]
    text = ngettext("{n} post added: {parts}", "{n} posts added: {parts}", len(posts))
    return text.format(n=len(posts), parts=", ".join(filter(None, parts)))
