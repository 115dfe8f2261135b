"""The menus of the window: what can be told, in which words, by which keys."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from smcal.words import _
from smcal_ui.commands import Command, Menu
from smcal_ui.shell.helping import COVERAGE, DAY, GAUGE
from smcal_ui.shell.panels import FINDINGS, INSPECTOR, SIDE

if TYPE_CHECKING:
    from smcal_ui.main_window import MainWindow


def main_menus(window: "MainWindow") -> tuple[Menu, ...]:
    """All menus of the bar, from left to right."""
    return (_file(window), _edit(window), window.plan_commands.menu(), _view(window), _go(window), *_library(window))


def context_menu(window: "MainWindow", ids: list[str], page_id: str | None, date: dt.date | None) -> QMenu:
    """What can be done with the chosen posts, or in an empty cell."""
    menu = QMenu(window)
    if not ids:
        menu.addAction(_("New post here"), lambda: window.plan_commands.new(page_id, date))
        menu.addAction(_("Note on this day…"), lambda: window.library_commands.note(date))
        _add_why_cell(window, menu, page_id, date)
        return menu
    _add_help(window, menu, ids)
    for command in window.plan_commands.menu().commands:
        if command is None:
            menu.addSeparator()
        else:
            menu.addAction(window.actions_by_name[command.name])
    return menu


def _add_why_cell(window: "MainWindow", menu: QMenu, page_id: str | None, date: dt.date | None) -> None:
    """Why a day, a gauge and the topics are as they are: the keyboard's way to the heads."""
    if page_id is None or date is None:
        return
    menu.addSeparator()
    helping, near = window.helping, window.helping.cell_rect(page_id, date)
    menu.addAction(_("Why is the day like this?"), lambda: helping.why_head(DAY, None, date, near))
    menu.addAction(_("How many posts this week, and why?"), lambda: helping.why_head(GAUGE, page_id, date, near))
    menu.addAction(_("Which topics, and why?"), lambda: helping.why_head(COVERAGE, page_id, date, near))


def _add_help(window: "MainWindow", menu: QMenu, ids: list[str]) -> None:
    """What mends the remarks about a post stands first, and why they are made."""
    if len(ids) != 1:
        return
    helping, near = window.helping, window.helping.post_rect(ids[0])
    findings = helping.of_post(ids[0])
    if findings:
        helping.add_fixes(menu, findings, near)
        menu.addSeparator()
        menu.addAction(window.actions_by_name["help.why"])
    elif window.helping.has_deadline(ids[0]):
        menu.addAction(_("By when, and why?"), lambda: helping.why_post(ids[0], near))
    menu.addSeparator()


def _file(window: "MainWindow") -> Menu:
    library = window.library_commands
    return Menu(
        _("&File"),
        (
            Command("file.new", _("&New or open…"), window.welcomeRequested.emit, "Ctrl+O"),
            Command("file.import", _("&Import a spreadsheet…"), library.import_table, "Ctrl+I"),
            Command("file.submit", _("&Hand in to the curator…"), window.leading.hand_in, "Ctrl+Return"),
            Command("file.print", _("&Print the week…"), window.leading.print_week, "Ctrl+P"),
            Command("file.backup", _("&Back up now"), library.back_up),
            Command("file.restore", _("Restore &from a backup…"), window.restoreRequested.emit),
            None,
            Command("file.preferences", _("P&references…"), window.preferencesRequested.emit, "Ctrl+,"),
            Command("file.quit", _("&Quit"), window.close, "Ctrl+Q"),
        ),
    )


def _edit(window: "MainWindow") -> Menu:
    return Menu(
        _("&Edit"),
        (
            Command("edit.undo", _("&Undo"), window.undo, "Ctrl+Z"),
            Command("edit.redo", _("&Redo"), window.redo, "Ctrl+Y; Ctrl+Shift+Z"),
            None,
            Command("edit.mend", _("&Mend a finding…"), window.helping.fixes_here, "Ctrl+."),
            Command("edit.new", _("&New post"), window.new_post, "Ctrl+N"),
            Command("edit.plan", _("&Plan the week…"), window.planning_commands.propose, "Ctrl+Shift+N"),
            Command("edit.find", _("&Find a post…"), window.leading.find_post, "Ctrl+F"),
        ),
    )


def _view(window: "MainWindow") -> Menu:
    toggle = window.panels.toggle
    return Menu(
        _("&View"),
        (
            Command("view.side", _("&Month and tray"), lambda: toggle(SIDE), "Ctrl+1", checkable=True),
            Command("view.findings", _("&Findings"), lambda: toggle(FINDINGS), "Ctrl+2", checkable=True),
            Command("view.inspector", _("&Post beside the week"), lambda: toggle(INSPECTOR), "Ctrl+3", checkable=True),
            None,
            Command("view.coverage", _("&Topics: covered and owed…"), window.planning_commands.coverage, "Ctrl+4"),
        ),
    )


def _go(window: "MainWindow") -> Menu:
    return Menu(
        _("&Go"),
        (
            Command("go.today", _("&Today"), window.go_today, "Ctrl+Home"),
            Command("go.previous", _("&Previous week"), lambda: window.go_weeks(-1), "Ctrl+PgUp"),
            Command("go.next", _("&Next week"), lambda: window.go_weeks(1), "Ctrl+PgDown"),
            None,
            Command("go.part", _("Next p&art of the window"), lambda: window.go_part(1), "F6"),
            Command("go.part_back", _("Previous pa&rt of the window"), lambda: window.go_part(-1), "Shift+F6"),
            None,
            Command("go.due", _("To be &handed in today…"), window.leading.due, "Ctrl+Shift+D"),
            Command("go.bin", _("&Bin…"), window.library_commands.bin),
        ),
    )


def _library(window: "MainWindow") -> tuple[Menu, Menu]:
    library = window.library_commands
    return (
        Menu(
            _("&Library"),
            (
                Command("library.settings", _("&Library, pages, people, hours…"), library.settings, "Ctrl+B"),
                Command(
                    "library.year",
                    _("Calendar of the &year…"),
                    lambda: library.year(window.focused_day()),
                    "Ctrl+Shift+Y",
                ),
                Command("library.regulation", _("&Regulation…"), window.leading.regulation, "Ctrl+Shift+R"),
                Command("library.note", _("&Note on a day…"), lambda: library.note(window.focused_day()), "Ctrl+K"),
                Command("library.plans", _("Plans &handed in…"), library.plans),
                Command("library.departures", _("&Departures from the regulation…"), window.leading.departures),
                Command("library.person", _("&Who works here…"), window.personRequested.emit),
            ),
        ),
        Menu(
            _("&Help"),
            (
                Command("help.why", _("&Why is it so?"), window.helping.why_here, "Shift+F1"),
                Command("help.shortcuts", _("&Shortcuts…"), window.leading.shortcuts, "F1"),
                Command("help.about", _("&About smcal…"), library.about),
            ),
        ),
    )
