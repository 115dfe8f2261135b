"""What the window's head, menus, title and mini-month say: always about the week and the posts in hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from smcal.layout.board import WeekBoard
from smcal.planning.book import moves_days
from smcal.store.changes import Area, ChangeSet
from smcal_ui.shell.abilities import show_abilities, show_steps
from smcal_ui.shell.fitting import fit
from smcal_ui.widgets.month_picture import none_busy

if TYPE_CHECKING:
    from smcal_ui.main_window import MainWindow
    from smcal_ui.shell.week_desk import Prepared


OF_THE_CALENDAR = frozenset({Area.CALENDAR_CHANGES, Area.WORKING_HOURS, Area.SETTINGS})


class InStep(QObject):
    """Listens to a window's week, choice and desk, and keeps what tells of them in step."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.week.boardChanged.connect(self._on_board)
        window.chosen.changed.connect(self._show_abilities)
        window.week.prepared.connect(self._on_prepared)
        window.desk.changed.connect(self.show)
        window.desk.changed.connect(self._on_changed)
        window.desk.renewed.connect(window.month.forget)
        window.panels.shownChanged.connect(self._on_panel)

    @Slot()
    def show(self) -> None:
        """The title, the steps that can be taken back, and the commands that can do something."""
        window = self._window
        library = window.desk.workspace.settings().library
        window.setWindowTitle(f"{library or window.desk.workspace.path.stem} – smcal")
        show_steps(window.actions_by_name, window.desk.undo_stack)
        self._show_abilities()

    @Slot()
    def _show_abilities(self) -> None:
        window = self._window
        show_abilities(window.actions_by_name, window.plan_commands.able(), not window.desk.workspace.read_only)
        fit(window)

    @Slot(str, bool)
    def _on_panel(self, name: str, shown: bool) -> None:
        self._window.actions_by_name[f"view.{name}"].setChecked(shown)

    @Slot(object)
    def _on_board(self, board: WeekBoard) -> None:
        window, week = self._window, self._window.week
        dates, today = window.desk.dates, window.desk.today
        window.chosen.show_board(board)
        window.month.show_week(week.week, today)
        window.month.show_days(week.is_free, week.busy_days if week.checked else none_busy)
        window.head.show_week(dates.week_title(week.week), dates.week_number(week.week), today in week.week)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if any(change.area in OF_THE_CALENDAR or moves_days(change) for change in changes.changes):
            self._window.month.forget()

    @Slot(object)
    def _on_prepared(self, week: "Prepared") -> None:
        window = self._window
        window.view.prepare(week.board)
        window.month.prepare(week.board.week)
        window.findings.prepare(week.lines)
