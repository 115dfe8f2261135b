"""The window at work on 50 pages: next week, one edit, what a drop would break; 10,000 and 100,000 posts stored.

`python -m tests.bench.week [WEEKS]`: both workspaces in turn, week by week, in one process. A turn of the week is a key
pressed in the planner and all that follows until the window is painted: query, checks, layout, paint. Between two turns
the event loop runs for PAUSE, as it does while a person looks at a week: what is prepared then is not timed. Beside the
wall clock stands the processor time of the thread, in which other programs on the machine don't count; and in the same
run a floor: a loop that counts for SPIN ms after each turn. What it takes longer by the clock, the machine was away.
"""

import datetime as dt
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, QSettings, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal.model import State
from smcal.planning.edit import edit
from smcal.store import Workspace
from smcal_ui.desk import Desk
from smcal_ui.main_window import MainWindow
from smcal_ui.tasks import Tasks
from smcal_ui.theme import Theme
from tests.bench.many import many

STORED = (10_000, 100_000)

PAUSE = 300  # ms between two turns
EDITS = 30
SPIN = 5  # ms of processor time


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() is QEvent.Type.Paint
        return False


def main(weeks: int) -> None:
    """Print medians and 95th percentiles in milliseconds."""
    app = QApplication([])
    theme = Theme.chosen("light")
    theme.apply(app)
    today = dt.date.today()
    with tempfile.TemporaryDirectory(prefix="smcal-bench-") as place, ThreadPoolExecutor(1) as pool:
        folder = Path(place)
        windows = {}
        for count in STORED:
            path = many(folder / f"{count}.smcal", count, today)
            settings = QSettings(f"{place}/{count}.ini", QSettings.Format.IniFormat)
            window = MainWindow(Desk(Workspace.open(path)), theme, Tasks(pool), settings)
            window.resize(1680, 1000)
            window.show_week(today)
            window.show()
            windows[count] = window
        QTest.qWait(400)
        turns, floor = turn_weeks(windows, weeks)
        told("next week", {count: [wall for wall, _cpu in found] for count, found in turns.items()})
        told("next week, processor", {count: [cpu for _wall, cpu in found] for count, found in turns.items()})
        print(
            f"the floor, {SPIN} ms of counting: median {statistics.median(floor):6.2f} ms  95 % {late(floor):6.2f} ms"
        )
        edits = {count: edit_about(window) for count, window in windows.items()}
        told("one edit", {count: [wall for wall, _cpu in found] for count, found in edits.items()})
        told("one edit, processor", {count: [cpu for _wall, cpu in found] for count, found in edits.items()})
        drags = {count: drag_about(window) for count, window in windows.items()}
        told("drop preview, a mouse move", {count: [wall for wall, _cpu in found] for count, found in drags.items()})
        told("drop preview, processor", {count: [cpu for _wall, cpu in found] for count, found in drags.items()})
        for window in windows.values():
            window.desk.workspace.close()


def turn_weeks(windows: dict[int, MainWindow], weeks: int) -> tuple[dict[int, list[tuple[float, float]]], list[float]]:
    """Milliseconds by the clock and of the processor for one week after the other, forth and back; and the floor's."""
    floor: list[float] = []
    found: dict[int, list[tuple[float, float]]] = {count: [] for count in windows}
    paints = {count: Paints(window.view.viewport()) for count, window in windows.items()}
    for number in range(weeks):
        for count, window in windows.items():
            forth = (number // 12) % 2 == 0  # within the 40 weeks that the small workspace has
            before, week = paints[count].count, window.week.week
            start, cpu = time.perf_counter(), time.thread_time()
            QTest.keyClick(window.view, Qt.Key.Key_PageDown if forth else Qt.Key.Key_PageUp)
            QApplication.sendPostedEvents()
            found[count].append(((time.perf_counter() - start) * 1000, (time.thread_time() - cpu) * 1000))
            assert paints[count].count > before and window.week.week != week
            floor.append(spin())
            QTest.qWait(PAUSE)
    return found, floor


def spin() -> float:
    """Milliseconds by the clock in which the thread counted for SPIN ms of the processor's."""
    start, cpu = time.perf_counter(), time.thread_time()
    while time.thread_time() - cpu < SPIN / 1000:
        pass
    return (time.perf_counter() - start) * 1000


def edit_about(window: MainWindow) -> list[tuple[float, float]]:
    """Milliseconds, by the clock and of the processor, from a stored change set to the findings painted again."""
    window.go_today()
    QTest.qWait(PAUSE)
    found = []
    paints = Paints(window.findings.table.viewport())
    posts = [post for post in window.desk.book.posts(window.week.week) if post.state is State.DRAFT]
    for number in range(EDITS):
        post = posts[number * 7 % len(posts)]
        with window.desk.workspace.work("edit") as work:
            edit(work, post.id, borrowed=number // len(posts) % 2 == 0, author="", title=f"Новое имя {number}")
        before = paints.count
        start, cpu = time.perf_counter(), time.thread_time()
        window.desk.committed(work.changes)
        QApplication.processEvents()  # the week asks again when the loop turns
        QApplication.sendPostedEvents()
        while paints.count == before and time.perf_counter() - start < 1:
            QApplication.processEvents()
        found.append(((time.perf_counter() - start) * 1000, (time.thread_time() - cpu) * 1000))
        assert paints.count > before
        QTest.qWait(PAUSE)
    return found


def drag_about(window: MainWindow) -> list[tuple[float, float]]:
    """Milliseconds, by the clock and of the processor, of a move with a card in hand: asked, answered, painted."""
    window.go_today()
    QTest.qWait(50)
    spot, card = next((s, c) for s, c in window.week.board.spots() if c.state == "draft")
    view, drag = window.view, window.drag
    start = view.viewport().mapToGlobal(QPoint(400, 200))
    drag.start(view.viewport(), [card.id], QPixmap(90, 40), QPoint(4, 4), start, False)
    found = []
    for number in range(300):
        at = view.viewport().mapToGlobal(QPoint(260 + (number * 37) % 900, 130 + (number * 23) % 560))
        began, cpu = time.perf_counter(), time.thread_time()
        drag.move(at, False)
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        found.append(((time.perf_counter() - began) * 1000, (time.thread_time() - cpu) * 1000))
    drag.cancel()
    assert spot is not None
    return found[10:]


def late(times: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def told(what: str, found: dict[int, list[float]]) -> None:
    """Print the figures, and the ratio of the larger workspace to the smaller."""
    for count, times in found.items():
        print(f"{what}: {count:7,} posts stored  median {statistics.median(times):6.2f} ms  95 % {late(times):6.2f} ms")
    small, large = (statistics.median(found[count]) for count in STORED)
    print(f"{what}: {large / small:.2f} times with ten times the posts")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 48)
