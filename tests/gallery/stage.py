"""The stage on which entries stand: a desk on a sample library of its own, made afresh for each of them."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from smcal.layout.board import WeekBoard
from smcal.model import Period, Post, Role, State
from smcal.sample import make_sample
from smcal.store import Workspace
from smcal_ui.desk import Desk
from smcal_ui.main_window import MainWindow
from smcal_ui.tasks import Tasks
from smcal_ui.theme import Theme

NOW = dt.datetime(2026, 11, 24, 11, 20, tzinfo=ZoneInfo("Europe/Moscow")).astimezone(dt.UTC)
HOME = "spb-cbs"


class Stock:
    """Sample libraries, each made once and lent as copies: what an entry does to its plan, no other entry finds."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def copy(self, regulation: str, path: Path) -> None:
        """Lay a copy of the sample of a regulation, with its media, at a path."""
        made = self._folder / f"{regulation}.smcal"
        if not made.exists():
            make_sample(made, regulation, NOW).close(backup=False)
        shutil.copy(made, path)
        shutil.copytree(made.with_suffix(".media"), path.with_suffix(".media"))


class Stage(NamedTuple):
    """What entries are shown with."""

    desk: Desk
    theme: Theme
    tasks: Tasks
    memory: QSettings
    place: Path
    stock: Stock
    opened: ExitStack  # closes what entries open

    def posts(self) -> list[Post]:
        """The dated posts around now, by date."""
        today = self.desk.today
        with self.desk.read() as reader:
            return reader.posts(Period(today - dt.timedelta(14), today + dt.timedelta(21)))

    def post(self, *states: State) -> str:
        """The id of the first coming post in one of these states."""
        return next(p.id for p in self.posts() if p.state in states and p.date and p.date >= self.desk.today)

    def window(self, weeks: int = 0, desk: Desk | None = None) -> MainWindow:
        """The main window at a week, on the screen."""
        window = MainWindow(desk or self.desk, self.theme, self.tasks, self.memory)
        window.resize(1412, 860)
        window.show_week(self.desk.today + dt.timedelta(7 * weeks))
        window.show()
        QApplication.processEvents()
        return window

    def desk_under(self, regulation: str) -> Desk:
        """A desk on the sample of another regulation."""
        return desk_on(self.stock, regulation, self.place / f"{regulation}.smcal", self.opened)


@contextmanager
def staged(stock: Stock, theme: Theme, pool: ThreadPoolExecutor) -> Iterator[Stage]:
    """A stage for one entry: nobody has worked at its library, and nobody has touched its window."""
    with tempfile.TemporaryDirectory(prefix="smcal-gallery-") as place, ExitStack() as opened:
        folder = Path(place)
        desk = desk_on(stock, HOME, folder / "Заречье.smcal", opened)
        memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        tasks = Tasks(pool)
        yield Stage(desk, theme, tasks, memory, folder, stock, opened)
        while tasks.busy:
            QApplication.processEvents()
        clear()
        memory.sync()  # while there is a folder


def clear() -> None:
    """Close and delete every window now: one that lived on would look into a plan that is gone."""
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop runs that would do it


def desk_on(stock: Stock, regulation: str, path: Path, opened: ExitStack) -> Desk:
    """A desk at which the first coordinator works, at a fixed moment, on a copy of a sample."""
    stock.copy(regulation, path)
    workspace = Workspace.open(path, anywhere=True)
    opened.callback(workspace.close, backup=False)
    with workspace.read() as reader:
        people = reader.people()
    person = next((person for person in people if person.role is Role.COORDINATOR), people[0])
    return Desk(workspace, person, clock=lambda: NOW)


def fullest(board: WeekBoard) -> int:
    """The row of the page with the most posts."""
    return max(range(len(board.rows)), key=lambda n: board.rows[n].gauge.count)
