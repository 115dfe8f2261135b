"""Where the week meets screen readers. While none listens nothing is built, and every call here returns at once.

Qt asks the factory for the tree when somebody listens; see decision 7 for what makes that safe in Python.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

if TYPE_CHECKING:
    from smcal_ui.planner.view import WeekView

_installed: list[bool] = []


def install() -> None:
    """Let Qt ask here for the tree of a week; once for the whole program."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_tree)


def tell_focus(view: "WeekView") -> None:
    """The focus went to another card or cell, or what has it reads differently now."""
    if QAccessible.isActive() and view.hasFocus():
        from smcal_ui.planner.access_tree import tree_of  # only with a screen reader

        tree_of(view).tell_focus()


def tell_board(view: "WeekView") -> None:
    """Another board is shown: what is not on it leaves the tree."""
    if QAccessible.isActive():
        from smcal_ui.planner.access_tree import tree_of  # only with a screen reader

        tree_of(view).prune()
        tell_focus(view)


def tell_selection(view: "WeekView", before: Sequence[str], now: Sequence[str]) -> None:
    """Other posts are chosen than before."""
    if QAccessible.isActive():
        from smcal_ui.planner.access_tree import tree_of  # only with a screen reader

        tree_of(view).tell_selection(set(before), set(now))


def _tree(name: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt calls for every widget it tells of. An exception must not pass: Qt would go on with it pending."""
    if name != "WeekView":
        return None
    try:
        from smcal_ui.planner.access_tree import grow  # only with a screen reader

        return grow(thing)
    except Exception:
        sys.excepthook(*sys.exc_info())
        return None
