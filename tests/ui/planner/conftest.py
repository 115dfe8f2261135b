"""The planner in a window of its own, with the sample week and a preview that tests can set."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smcal.layout.board import Level, Spot
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.drag import DragController
from smcal_ui.planner.drop import Verdict
from smcal_ui.planner.tray import Tray
from smcal_ui.planner.view import WeekView
from smcal_ui.theme import Theme
from smcal_ui.widgets.minimonth import MiniMonth
from tests.ui.planner import boards

TODAY = dt.date(2026, 11, 24)


class Stage(QWidget):
    """Mini-month and tray at the left, the week at the right; what they ask for is kept in `asked`."""

    def __init__(self) -> None:
        super().__init__()
        theme, dates = Theme.chosen("light"), LocaleDates("en")
        self.asked: list[tuple[object, ...]] = []
        self.previewed: list[tuple[object, ...]] = []
        self.refused: set[dt.date] = set()
        self.week, self.tray, self.month = WeekView(theme, dates), Tray(theme, dates), MiniMonth(theme, dates, TODAY)
        self.controller = DragController(self, theme, self._preview)
        self.week.set_controller(self.controller)
        self.tray.set_controller(self.controller)
        self.controller.add_target(self.month)
        side, row = QVBoxLayout(), QHBoxLayout(self)
        side.addWidget(self.month)
        side.addWidget(self.tray)
        row.addLayout(side, 0)
        row.addWidget(self.week, 1)
        self.tray.setFixedWidth(200)
        self.resize(1300, 800)
        self.week.show_board(boards.sample())
        self.tray.show_cards([boards.card(name, 0, None, 7, f"Idea {name}") for name in ("t1", "t2", "t3")])
        self.month.show_week(boards.sample().week, TODAY)
        for view in (self.week, self.tray, self.month):
            view.moveRequested.connect(self._on_move)

    def at(self, post_id: str) -> QPoint:
        """The middle of a card, on the viewport of the week."""
        board = self.week.board()
        assert board is not None
        spot = board.find(post_id)
        assert spot is not None
        return self.week.rect_of(spot).center()

    def cell(self, page_id: str, day: int) -> QPoint:
        """A free place near the foot of a cell."""
        board = self.week.board()
        assert board is not None
        row = board.row_of(page_id)
        assert row is not None
        return self.week.rect_of(Spot(row, day)).bottomLeft() + QPoint(12, -4)

    def carry(self, source: QWidget, start: QPoint, end: QPoint) -> None:
        """Press, and move in two steps; the button stays down."""
        QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(source, start + QPoint(20, 12))
        QTest.mouseMove(source, end)

    def let_go(self, source: QWidget, end: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Release the button."""
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, held, end)

    def drag(
        self, source: QWidget, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One whole drag."""
        self.carry(source, start, end)
        self.let_go(source, end, held)

    def over(self, source: QWidget, target: QWidget, pos: QPoint) -> QPoint:
        """A position on one widget in the coordinates of another."""
        return source.mapFromGlobal(target.mapToGlobal(pos))

    def _preview(self, ids: list[str], page_id: str | None, date: dt.date | None, copy: bool) -> Verdict:
        self.previewed.append((list(ids), page_id, date, copy))
        if date in self.refused:
            return Verdict(False, Level.BAD, "This day has passed")
        return Verdict(True, Level.WARN, "late: hand in by Mon 23 Nov")

    def _on_move(self, ids: list[str], page_id: str | None, date: dt.date | None, copy: bool) -> None:
        self.asked.append((ids, page_id, date, copy))


@pytest.fixture
def stage(qtbot) -> Iterator[Stage]:
    """The stage, shown, with the keyboard on the week."""
    window = Stage()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.week.setFocus()
    qtbot.waitUntil(window.week.hasFocus)
    return window


@pytest.fixture
def heard():
    """Collects what a signal says: `calls = heard(view.openRequested)`."""

    def listen(signal) -> list[tuple[object, ...]]:
        calls: list[tuple[object, ...]] = []
        signal.connect(lambda *args: calls.append(args))
        return calls

    return listen
