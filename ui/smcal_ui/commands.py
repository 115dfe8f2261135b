"""Commands: one table for menus, keys and the page of shortcuts."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


class Command(NamedTuple):
    """One thing a person can tell the program to do."""

    name: str  # of the action, for whoever needs to enable it
    text: str  # translated, with its mnemonic
    run: Callable[[], object]
    keys: str = ""  # as in "Ctrl+N"; several parted by "; "
    checkable: bool = False  # it has a tick, which whoever runs it sets


class Menu(NamedTuple):
    """A menu: its title, and its commands with None for a line between groups."""

    title: str
    commands: tuple[Command | None, ...]


def fill_menus(bar: QMenuBar, menus: Iterable[Menu], window: QWidget) -> dict[str, QAction]:
    """Build the menus; returns the actions by the names of their commands."""
    actions: dict[str, QAction] = {}
    for menu in menus:
        shown = QMenu(menu.title, bar)
        bar.addMenu(shown)
        for command in menu.commands:
            if command is None:
                shown.addSeparator()
                continue
            actions[command.name] = _action(command, window)
            shown.addAction(actions[command.name])
    return actions


def _action(command: Command, window: QWidget) -> QAction:
    action = QAction(command.text, window)
    action.setObjectName(command.name)
    action.setCheckable(command.checkable)
    if command.keys:
        action.setShortcuts([QKeySequence(keys) for keys in command.keys.split("; ")])
    # the action's own signal ends with the action; commands take no arguments, `triggered` brings one
    action.triggered.connect(lambda _checked=False: command.run())
    return action
