"""What the gallery shows: a name, and how to put that view or dialog on the stage."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from smcal_ui.desk import Desk
from smcal_ui.main_window import MainWindow
from smcal_ui.tasks import Tasks
from smcal_ui.theme import Theme


class Stage(NamedTuple):
    """What entries are shown with."""

    desk: Desk
    theme: Theme
    tasks: Tasks
    memory: QSettings


def week(stage: Stage) -> MainWindow:
    """Next week, with a post in the inspector."""
    window = MainWindow(stage.desk, stage.theme, stage.tasks, stage.memory)
    window.resize(1412, 860)
    window.show_week(stage.desk.today + dt.timedelta(7))
    window.show()
    QApplication.processEvents()
    first = next((card.id for _spot, card in window.week.board.spots() if card.badges), None)
    if first is not None:
        window.jump_to(first)
    return window


def this_week(stage: Stage) -> MainWindow:
    """The current week, nothing chosen."""
    window = MainWindow(stage.desk, stage.theme, stage.tasks, stage.memory)
    window.resize(1412, 860)
    window.show_week(stage.desk.today)
    return window


def small(stage: Stage) -> MainWindow:
    """A small old screen."""
    window = week(stage)
    window.resize(1024, 700)
    return window


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    "week": week,
    "this-week": this_week,
    "small-screen": small,
}
