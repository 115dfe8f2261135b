"""Coverage and proposals, for the gallery."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from smcal.layout.coverage import Columns, coverage_board
from smcal.model import CURATOR, Network, Period
from smcal.model.period import quarter_of, week_of
from smcal.planning.edit import new_post
from smcal.planning.setup import NewBranch, NewPage, add_branch, set_hours
from smcal.store import Settings, Workspace
from smcal.worktime import Hours
from smcal_ui.coverage.choosing import About
from smcal_ui.coverage.dialog import CoverageDialog
from smcal_ui.coverage.grid import Cell
from smcal_ui.desk import Desk
from smcal_ui.proposal.dialog import ProposalDialog
from tests.gallery.stage import NOW, Stage


def weeks(stage: Stage) -> QWidget:
    """One page by weeks, a gap in hand."""
    page, row = _gap(stage)
    dialog = CoverageDialog(stage.desk, page)
    dialog.show()
    dialog.activateWindow()
    dialog.view.setFocus()
    QApplication.processEvents()
    dialog.view.go_to(Cell(row, 10))
    return dialog


def _gap(stage: Stage) -> tuple[str, int]:
    """A page with some topics covered and some owed, and the first of these."""
    stretch = quarter_of(stage.desk.today)
    for page in stage.desk.book.pages:
        plan, pack = stage.desk.book.plan(stretch), stage.desk.workspace.pack()
        board = coverage_board(plan, pack, [page], stretch, Columns.WEEKS)
        if 1 < board.gaps < 6:
            return page.id, next(n for n, row in enumerate(board.rows) if row.gaps)
    raise LookupError("no page of the sample owes a few topics")


def months(stage: Stage) -> QWidget:
    """All pages by months."""
    dialog = CoverageDialog(stage.desk)
    dialog.cut(Columns.MONTHS)
    dialog.choose(About())
    return dialog


def branch(stage: Stage) -> QWidget:
    """The pages of a branch by weeks, on a small old screen."""
    dialog = CoverageDialog(stage.desk)
    dialog.choose(About(branch_id=stage.desk.book.pages[0].branch_id))
    dialog.show()
    QApplication.processEvents()
    dialog.resize(1008, 652)
    return dialog


def scrolled(stage: Stage) -> QWidget:
    """One page where not all rows have room: the weeks' names stay above the last one."""
    dialog = CoverageDialog(stage.desk, _gap(stage)[0])
    dialog.show()
    QApplication.processEvents()
    dialog.resize(944, 420)
    QApplication.processEvents()
    assert dialog.board is not None
    dialog.view.go_to(Cell(len(dialog.board.rows) - 1, 9))
    return dialog


def empty(stage: Stage) -> QWidget:
    """A regulation without topics."""
    return CoverageDialog(stage.desk_under("liepaja-lczb"))


def proposal(stage: Stage) -> QWidget:
    """Two weeks of one page, one post not wanted."""
    dialog = _proposal(stage, _gap(stage)[0], Period(dt.date(2026, 12, 7), dt.date(2026, 12, 20)))
    dialog.table.choose(1)
    if len(dialog.table.values) > 2:
        dialog.table.ticks.tick([2], False)
        dialog.table.choose(1)
    return dialog


def unmet(stage: Stage) -> QWidget:
    """All pages over days for which it is too late in part."""
    return _proposal(stage, None, Period(dt.date(2026, 11, 23), dt.date(2026, 12, 6)))


def _proposal(stage: Stage, page: str | None, period: Period, desk: Desk | None = None) -> ProposalDialog:
    dialog = ProposalDialog(desk or stage.desk, stage.tasks, page, week_of(stage.desk.today))
    about = About(page_id=page) if page or desk is None or len(desk.book.pages) > 1 else dialog.form.value("about")
    dialog.form.show_values({"about": about, "period": None, "first": period.first, "last": period.last})
    dialog.work_out()
    dialog.show()
    while stage.tasks.busy:
        QApplication.processEvents()
    dialog.table.setFocus()
    return dialog


def moved(stage: Stage) -> QWidget:
    """A proposed post that somebody carried to a day for which it is too late: what that breaks comes first."""
    dialog = _proposal(stage, _gap(stage)[0], Period(dt.date(2026, 11, 23), dt.date(2026, 12, 20)))
    item = dialog.table.values[0].item
    dialog.preview.carried.emit(item.post.id, dt.date(2026, 11, 27))
    return dialog


def carried(stage: Stage) -> QWidget:
    """A proposed card in hand: the day below it says what a drop would break."""
    dialog = _proposal(stage, _gap(stage)[0], Period(dt.date(2026, 11, 23), dt.date(2026, 12, 20)))
    strip, post = dialog.preview.strip, dialog.table.values[0].item.post
    QApplication.processEvents()
    start, end = strip.rect_of(post).center(), strip.rect_of_day(dt.date(2026, 11, 27)).center()
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=start)
    for pos in (start + QPoint(20, 12), end):
        QTest.mouseMove(strip, pos)
    return dialog


def changing(stage: Stage) -> QWidget:
    """The day of a proposed post, while it is being changed in its cell."""
    dialog = _proposal(stage, None, Period(dt.date(2026, 12, 7), dt.date(2026, 12, 20)))
    dialog.table.choose(2)
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    return dialog


def small_proposal(stage: Stage) -> QWidget:
    """The same on a small old screen."""
    dialog = unmet(stage)
    dialog.resize(1008, 652)
    return dialog


def _library(stage: Stage, pages: int, posts: int) -> Desk:
    """A desk on a library with so many pages, each with so many posts in the weeks around now."""
    workspace = Workspace.create(stage.place / f"{pages}.smcal", Settings(library="Библиотеки города"))
    stage.opened.callback(workspace.close, backup=False)
    with workspace.work("found", at=NOW) as work:
        set_hours(work, CURATOR, Hours.default())
        for number in range((pages + 1) // 2):
            name = f"Библиотека № {number + 1} имени братьев Стругацких"
            networks = (Network.VK, Network.TELEGRAM)[: pages - 2 * number]
            add_branch(work, NewBranch(name, tuple(NewPage(network, name) for network in networks)), number)
        monday = week_of(stage.desk.today).first - dt.timedelta(14)
        for row, page in enumerate(work.read.pages()):
            for n in range(posts):
                day = monday + dt.timedelta(3 * n + row % 3)
                topic = 1 + (row + 3 * n) % 11
                new_post(work, page.id, date=day, time=dt.time(9 + row % 9), title="Приходите читать", topic=topic)
    return Desk(workspace, None, clock=lambda: NOW)


def many_pages(stage: Stage) -> QWidget:
    """Fifty pages by weeks."""
    dialog = CoverageDialog(_library(stage, 50, 12))
    dialog.view.go_to(Cell(3, 9))
    return dialog


def many_offers(stage: Stage) -> QWidget:
    """A gap of fifty pages, pressed."""
    dialog = many_pages(stage)
    dialog.show()
    QApplication.processEvents()
    assert isinstance(dialog, CoverageDialog) and dialog.gaps.menu is None
    dialog.view.pressed.emit(Cell(3, 12))
    stage.opened.callback(id, dialog)  # kept so long: its menu would go with it
    return dialog.gaps.menu or dialog


def new_library(stage: Stage) -> QWidget:
    """One page on which nothing has been planned yet."""
    return CoverageDialog(_library(stage, 1, 0))


def proposal_many(stage: Stage) -> QWidget:
    """A week of fifty pages."""
    desk = _library(stage, 50, 12)
    return _proposal(stage, None, Period(dt.date(2026, 12, 7), dt.date(2026, 12, 13)), desk)


def proposal_new(stage: Stage) -> QWidget:
    """The rest of the quarter where nothing has been planned yet."""
    return _proposal(stage, None, Period(dt.date(2026, 11, 23), dt.date(2026, 12, 31)), _library(stage, 1, 0))


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    "coverage-weeks": weeks,
    "coverage-months": months,
    "coverage-branch": branch,
    "coverage-scrolled": scrolled,
    "coverage-empty": empty,
    "coverage-many": many_pages,
    "coverage-offers": many_offers,
    "coverage-new": new_library,
    "proposal": proposal,
    "proposal-moved": moved,
    "proposal-carried": carried,
    "proposal-changing": changing,
    "proposal-unmet": unmet,
    "proposal-small": small_proposal,
    "proposal-many": proposal_many,
    "proposal-new": proposal_new,
}
