"""Which wish of which part leads to which command: the parts know nothing of each other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from smcal_ui.calendar.watch import DeadlineWatch

if TYPE_CHECKING:
    from smcal.planning.recalc import MovedDeadline
    from smcal_ui.main_window import MainWindow


def wire(window: "MainWindow") -> None:
    """Connect the parts of a window with its commands and its week."""
    _wire_head(window)
    _wire_week(window)
    _wire_inspector(window)
    _wire_help(window)
    window.plan_commands.said.connect(window.say)
    window.plan_commands.mendRequested.connect(window.open_post)
    window.library_commands.said.connect(window.say)
    window.library_commands.dayRequested.connect(window.show_week)
    DeadlineWatch(window.desk, window).moved.connect(lambda moved: _tell_moved(window, moved))


def _tell_moved(window: "MainWindow", moved: "list[MovedDeadline]") -> None:
    """Once whoever made the change is done: a dialog that closes would take the list with it."""
    QTimer.singleShot(0, window, lambda: window.library_commands.tell_moved(moved, window.jump_to))


def _wire_head(window: "MainWindow") -> None:
    head = window.head
    head.previousRequested.connect(lambda: window.go_weeks(-1))
    head.nextRequested.connect(lambda: window.go_weeks(1))
    head.todayRequested.connect(window.go_today)
    head.newRequested.connect(window.new_post)
    head.planRequested.connect(window.planning_commands.propose)
    head.submitRequested.connect(window.leading.hand_in)
    head.searchRequested.connect(window.leading.find_post)


def _wire_week(window: "MainWindow") -> None:
    week, view, tray, month = window.week, window.view, window.tray, window.month
    for part in (view, tray, month):
        part.moveRequested.connect(week.move)
    for part in (view, tray):
        part.openRequested.connect(window.leading.edit)
        part.newRequested.connect(window.plan_commands.new)
    view.shiftRequested.connect(week.place)
    view.typedRequested.connect(window.plan_commands.new_titled)
    view.weekRequested.connect(window.go_weeks)
    view.noteRequested.connect(window.library_commands.note)
    view.pageRequested.connect(window.library_commands.page)
    month.dateChosen.connect(window.show_week)
    week.calm.connect(window.today.refresh)
    window.today.opened.connect(window.leading.due)


def _wire_help(window: "MainWindow") -> None:
    helping, findings, view = window.helping, window.findings, window.view
    findings.whyRequested.connect(helping.why_findings)
    findings.fixesRequested.connect(helping.show_fixes)
    findings.menuRequested.connect(helping.show_menu)
    view.whyRequested.connect(helping.why_head)
    view.badgeRequested.connect(helping.why_badge)
    window.inspector.deadlineAsked.connect(helping.why_in_inspector)
    window.inspector.whyRequested.connect(helping.why_findings)
    window.inspector.fixesRequested.connect(helping.show_fixes)


def _wire_inspector(window: "MainWindow") -> None:
    inspector, commands = window.inspector, window.plan_commands
    inspector.left.connect(commands.tidy)
    inspector.submitRequested.connect(window.leading.hand_in_chosen)
    inspector.answerRequested.connect(commands.answer)
    inspector.publishedRequested.connect(commands.published)
    inspector.historyRequested.connect(commands.history)
    inspector.copyTextRequested.connect(commands.copy_text)
    inspector.savePicturesRequested.connect(commands.save_pictures)
