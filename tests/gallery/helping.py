"""Explanations and fixes on the stage."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smcal.layout.board import Spot
from smcal.planning.fixes import Wish
from smcal.regulation import Finding
from smcal_ui.fixes.fixer import take
from smcal_ui.fixes.offering import offers_for
from smcal_ui.main_window import MainWindow
from smcal_ui.shell.helping import COVERAGE, DAY, GAUGE
from tests.gallery.stage import Stage


def why_deadline(stage: Stage) -> QWidget:
    """By when the post in the inspector is to be handed in, and the days counted back."""
    window = _full_week(stage)
    post_id = next(card.id for spot, card in window.week.board.spots() if spot.column > 1 and not card.badges)
    window.jump_to(post_id)
    _settle()
    window.helping.why_in_inspector(window.inspector._remarks.deadline.on_screen())
    return window


def why_head(what: str) -> Callable[[Stage], QWidget]:
    """The gauge or the topics of the fullest page."""

    def show(stage: Stage) -> QWidget:
        window = _full_week(stage)
        board = window.week.board
        row = max(range(len(board.rows)), key=lambda n: board.rows[n].gauge.count)
        page = board.rows[row].page.id
        cell = window.view.rect_of(Spot(row, 0))
        near = window.view.on_screen(QRect(8, cell.top() + 50, 120, 28))
        window.helping.why_head(what, page, board.days[3].date, near)
        return window

    return show


def why_on_small_screen(stage: Stage) -> QWidget:
    """The longest explanation where there is least room."""
    window = why_head(COVERAGE)(stage)
    window.resize(1024, 700)
    return window


def why_day(weeks: int, column: int) -> Callable[[Stage], QWidget]:
    """The head of a day."""

    def show(stage: Stage) -> QWidget:
        window = stage.window(weeks)
        cell = window.view.rect_of(Spot(0, column))
        near = window.view.on_screen(QRect(cell.left(), 30, cell.width(), 20))
        window.helping.why_head(DAY, None, window.week.board.days[column].date, near)
        return window

    return show


def why_cell(stage: Stage) -> QWidget:
    """Shift+F1 in a hatched cell: the first of three explanations, with the way to the next."""
    window = stage.window(1)
    window.view.focus_on(Spot(0, 0))
    window.view.choose([])
    window.view.setFocus()
    _settle()
    window.helping.why_here()
    return window


def why_finding(stage: Stage) -> QWidget:
    """A line of the findings."""
    window = _full_week(stage)
    _on_line(window, "frequency.max")
    window.helping.why_here()
    return window


def fixes_menu(stage: Stage) -> QWidget:
    """The menu of what mends a line; the picture is of the menu."""
    window = _full_week(stage)
    findings = _on_line(window, "topics.coverage")
    menu = window.helping.fixes_menu(findings, window.findings.current_rect())
    menu.destroyed.connect(window.deleteLater)
    return menu


def fix_links(stage: Stage) -> QWidget:
    """The links of a line under the pointer."""
    window = _full_week(stage)
    findings = _on_line(window, "frequency.max")
    table = window.findings.table
    table.setFocus()
    QTest.mouseMove(table.viewport(), QPoint(200, table.rowViewportPosition(2) + 10))
    assert findings
    return window


def fix_line(stage: Stage) -> QWidget:
    """One line is asked for: the reason of an urgent post."""
    window = stage.window(1)
    post_id = next(card.id for spot, card in window.week.board.spots() if spot.column == 0)
    finding = Finding(
        rule="submission.window",
        clause="5.6",
        severity="required",
        page_id="",
        date=window.week.week.first,
        post_id=post_id,
        fixes=("mark-urgent",),
    )
    offer = next(offer for _f, offer in offers_for(stage.desk, [finding], window.week.week.first))
    assert offer.wish is Wish.LINE
    take(window, finding, offer, window.helping.post_rect(post_id), window.week.refresh)
    return window


def _on_line(window: MainWindow, rule: str) -> tuple[Finding, ...]:
    _settle()
    row = next(n for n, line in enumerate(window.findings.lines) if line.finding.rule == rule)
    window.findings.table.selectRow(row)
    window.findings.table.setFocus(Qt.FocusReason.TabFocusReason)
    _settle()
    return window.findings.lines[row].all


def _full_week(stage: Stage) -> MainWindow:
    return stage.window(2)


def _settle() -> None:
    for _turn in range(4):
        QApplication.processEvents()


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    "why-deadline": why_deadline,
    "why-gauge": why_head(GAUGE),
    "why-coverage": why_head(COVERAGE),
    "why-small": why_on_small_screen,
    "why-day": why_day(1, 0),
    "why-day-off": why_day(1, 5),
    "why-cell": why_cell,
    "why-finding": why_finding,
    "fixes-menu": fixes_menu,
    "fix-links": fix_links,
    "fix-line": fix_line,
}
