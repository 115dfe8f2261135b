"""The window: head bar, side panel, planner, findings, inspector. It connects; it computes and stores nothing."""

import datetime as dt

from PySide6.QtCore import QByteArray, QPoint, QSettings, QSize, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from smcal.model import Post
from smcal.regulation import Finding
from smcal.words import _, begun_small
from smcal_ui.commands import fill_menus
from smcal_ui.desk import Desk
from smcal_ui.planner.drag import DragController
from smcal_ui.planner.tray import Tray
from smcal_ui.planner.view import WeekView
from smcal_ui.post.inspector import Inspector
from smcal_ui.shell import focus_ring
from smcal_ui.shell.chosen import Chosen
from smcal_ui.shell.findings import FindingsList
from smcal_ui.shell.findings_lines import is_checklist
from smcal_ui.shell.head import HeadBar
from smcal_ui.shell.helping import Helping
from smcal_ui.shell.in_step import InStep
from smcal_ui.shell.leading import LeadingDialogs
from smcal_ui.shell.library_commands import LibraryCommands
from smcal_ui.shell.menus import context_menu, main_menus
from smcal_ui.shell.panels import FINDINGS, INSPECTOR, SIDE, Panels
from smcal_ui.shell.plan_commands import PlanCommands
from smcal_ui.shell.planning_commands import PlanningCommands
from smcal_ui.shell.saying import Saying
from smcal_ui.shell.side import SidePanel
from smcal_ui.shell.telling import Telling
from smcal_ui.shell.today_line import TodayLine
from smcal_ui.shell.week_desk import WeekDesk
from smcal_ui.shell.wiring import wire
from smcal_ui.tasks import Tasks
from smcal_ui.theme import Theme
from smcal_ui.widgets.labels import Banner
from smcal_ui.widgets.minimonth import MiniMonth

FIRST_SIZE, FRAME = QSize(1412, 860), QSize(8, 40)
"""How large a window is at first, where the screen has room for it and for the frame of the window manager."""


class MainWindow(QMainWindow):
    """The calendar of one workspace."""

    openRequested = Signal(object)  # Path of another workspace
    welcomeRequested = Signal()
    preferencesRequested = Signal()
    restoreRequested = Signal()
    personRequested = Signal()
    weekShown = Signal(object)  # date: Monday of the shown week

    def __init__(self, desk: Desk, theme: Theme, tasks: Tasks, memory: QSettings) -> None:
        super().__init__()
        self.desk = desk
        self._theme, self._tasks, self.memory = theme, tasks, memory
        self.week = WeekDesk(desk, self)
        self._build()
        self._connect()
        self._restore()
        self.in_step.show()
        self.view.setFocus()  # else the first button of the head bar has the keyboard

    def set_theme(self, theme: Theme) -> None:
        """Change the colours of what paints itself; Qt's own widgets take theirs from the palette."""
        self._theme = theme
        for part in (self.view, self.tray, self.month, self.drag, self.findings):
            part.set_theme(theme)

    def show_week(self, day: dt.date) -> None:
        """Show the week that holds a day."""
        self.week.show_week(day)
        self.weekShown.emit(self.week.week.first)

    def glance_at(self, day: dt.date) -> None:
        """Show the cards of a week at once; what the regulation says about it follows with `week.refresh`."""
        self.week.glance(day)

    def jump_to(self, post_id: str) -> None:
        """Show a post: its week, its card, and the post in the inspector."""
        post = self.desk.post(post_id)
        if post is None:
            return
        if post.date is not None and post.page_id is not None and post.date not in self.week.week:
            self.show_week(post.date)
        self.chosen.take([post_id])

    def show_page(self, page_id: str | None, day: dt.date) -> None:
        """Show a day of a page, and go on there: its row comes into view and has the keyboard."""
        if day not in self.week.week:
            self.show_week(day)
        self.chosen.take([])
        self.view.focus_cell(page_id, day)
        self.view.setFocus()

    def open_post(self, post_id: str) -> None:
        """Show a post to work on it: the inspector comes back, should it be put away."""
        self.panels.show_part(INSPECTOR, True)
        self.jump_to(post_id)

    def selected(self) -> list[str]:
        """The posts that commands act on: those that the inspector shows or counts."""
        return self.chosen.ids

    def focused_day(self) -> dt.date:
        """The day with the focus in the planner, else today."""
        cell = self.view.focused_cell()
        return cell[1] if cell else self.desk.today

    # building

    def _build(self) -> None:
        dates = self.desk.dates
        self.head = HeadBar()
        self.view = WeekView(self._theme, dates)
        self.tray = Tray(self._theme, dates)
        self.month = MiniMonth(self._theme, dates, self.desk.today)
        self.findings = FindingsList(self._theme)
        self.inspector = Inspector(self.desk)
        self.today = TodayLine(self.desk)
        self.notice = Banner()
        self.drag = DragController(self, self._theme, self.week.preview)
        self.chosen = Chosen(self.desk, self.view, self.tray)
        self.view.set_controller(self.drag)
        self.tray.set_controller(self.drag)
        self.drag.add_target(self.month)
        parts = {
            SIDE: SidePanel(self.month, self.tray, self.today),
            FINDINGS: self.findings,
            INSPECTOR: self.inspector,
        }
        self.panels = Panels([self.head, self.notice], self.view, parts)
        self.setCentralWidget(self.panels)
        self.saying = Saying()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.saying, 1)
        self.plan_commands = PlanCommands(self.desk, self.selected, self)
        self.library_commands = LibraryCommands(self.desk, self._tasks, self)
        self.leading = LeadingDialogs(self)
        self.planning_commands = PlanningCommands(self, self._tasks)
        self.helping = Helping(self)
        self.actions_by_name = fill_menus(self.menuBar(), main_menus(self), self)
        if self.desk.workspace.read_only:
            self.notice.say(
                _("Open for reading only: another smcal works on this file. Nothing can be changed."), "warn"
            )

    def _connect(self) -> None:
        wire(self)
        self.panels.hidingRequested.connect(self._on_hiding)
        self.inspector.filled.connect(self.panels.fill_inspector)
        self.findings.jumpRequested.connect(self._on_finding)
        self.plan_commands.madePost.connect(self._on_made)
        self.plan_commands.copiedPost.connect(self._on_copied)
        self.desk.failed.connect(self._on_failed)
        self.inspector.leaveRequested.connect(self.to_calendar)
        self.week.linesChanged.connect(self.findings.show_lines)
        self.week.trayChanged.connect(self.chosen.show_cards)
        self.in_step, self.telling = InStep(self), Telling(self)
        self.chosen.changed.connect(self._on_chosen)
        for part in (self.view, self.tray):
            part.deleteRequested.connect(self._on_delete)
            part.contextRequested.connect(self._on_context)

    # commands

    def go_weeks(self, count: int) -> None:
        """Show the week so many weeks on."""
        self.show_week(self.week.week.first + dt.timedelta(7 * count))

    def go_part(self, by: int) -> None:
        """Put the keyboard into the next part of the window, or the one before."""
        focus_ring.step((self.view, self.tray, self.findings.table, self.inspector), by)

    def go_today(self) -> None:
        """Show the current week."""
        self.show_week(self.desk.today)

    def undo(self) -> None:
        """Take the last step back; what is being typed is a step too."""
        self.inspector.save()
        step = self.desk.undo_stack.undo_step()
        if step is not None and self.desk.undo():
            self.chosen.take_back(step)
            self.saying.say(
                _("Undone: {step}").format(step=begun_small(_(step.label))), link=_("Redo"), follow=self.redo
            )

    def redo(self) -> None:
        """Do the last undone step again."""
        self.inspector.save()
        step = self.desk.undo_stack.redo_step()
        if step is not None and self.desk.redo():
            self.chosen.take_back(step)
            self.saying.say(
                _("Redone: {step}").format(step=begun_small(_(step.label))), link=_("Undo"), follow=self.undo
            )

    def new_post(self) -> None:
        """Make a post in the cell with the focus, else in the tray."""
        page_id, date = self.view.focused_cell() or (None, None)
        self.plan_commands.new(page_id, date)

    def say(self, text: str) -> None:
        """A short word of what was done, for a while."""
        self.saying.say(text)

    # news

    @Slot(object)
    def _on_finding(self, finding: Finding) -> None:
        if is_checklist(finding):
            self.library_commands.checklist(finding.page_id, finding.args["first"])
        elif finding.post_id is not None:
            self.jump_to(finding.post_id)
        else:
            self.show_page(finding.page_id, finding.date or self.week.week.first)

    @Slot(list)
    def _on_chosen(self, ids: list[str]) -> None:
        self.inspector.show_posts(ids)
        self.telling.show_place()

    @Slot(object)
    def _on_made(self, post: Post) -> None:
        self.week.refresh()
        self.open_post(post.id)
        self.inspector.edit_title()

    @Slot(object)
    def _on_copied(self, post: Post) -> None:
        """The keyboard goes to the new card, so that the arrows take it on."""
        self.week.refresh()
        self.jump_to(post.id)
        self.to_calendar()

    @Slot(list)
    def _on_delete(self, _ids: list[str]) -> None:
        self.plan_commands.bin()

    @Slot(str)
    def _on_hiding(self, name: str) -> None:
        if name == INSPECTOR:
            self.inspector.save()

    @Slot()
    def to_calendar(self) -> None:
        """The keyboard back to where the chosen post lies."""
        part = self.tray if self.tray.selected() else self.view
        part.setFocus()

    @Slot(str)
    def _on_failed(self, text: str) -> None:
        from smcal_ui.dialogs.errors import show_error  # dialogs are loaded when opened

        show_error(text, self)

    @Slot(list, object, object, QPoint)
    def _on_context(self, ids: list[str], page_id: str | None, date: dt.date | None, where: QPoint) -> None:
        context_menu(self, ids, page_id, date).exec(where)

    # leaving and coming back

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed and remember sizes; what cannot be saved is not lost without being asked."""
        if not self.inspector.save() and not self._may_leave():
            event.ignore()
            return
        self.plan_commands.tidy_all()
        self.planning_commands.close()
        self.memory.setValue("geometry", self.saveGeometry())
        self.panels.remember(self.memory)
        super().closeEvent(event)

    def _may_leave(self) -> bool:
        from smcal_ui.shell.leaving import may_leave  # only when something cannot be saved

        typing = self.inspector.typing
        return may_leave(typing.trouble, typing.texts(), self)

    def _restore(self) -> None:
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() - FRAME))
        geometry = self.memory.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.panels.restore(self.memory)
        for name in (SIDE, FINDINGS, INSPECTOR):
            self.panels.shownChanged.emit(name, self.panels.is_shown(name))
