"""Coverage and proposals from the window: opened by keys, and the week follows."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal_ui.coverage.choosing import About
from smcal_ui.coverage.dialog import CoverageDialog
from smcal_ui.coverage.grid import Cell
from smcal_ui.proposal.dialog import ProposalDialog
from tests.ui.conftest import Opened

LEFT = Qt.MouseButton.LeftButton


def view_of(opened: Opened) -> CoverageDialog:
    view = opened.window.planning_commands.coverage_view
    assert view is not None and view.board is not None
    return view


def test_a_gap_filled_in_the_view_is_shown_in_the_window_and_undone_there(opened: Opened) -> None:
    opened.keys("Ctrl+4")
    view = view_of(opened)
    column = 11
    lasting = [n for n, r in enumerate(view.board.rows) if r.topic.applies == "always"]
    row = next(n for n in lasting if not view.board.rows[n].cells[column])
    QTest.mouseClick(view.view, LEFT, pos=view.view.rect_of(Cell(row, column)).center())
    opened.settle()
    (post_id,) = opened.window.selected()
    post = opened.stored(post_id)
    assert post.topic == view.board.rows[row].topic.id and post.date in view.board.columns[column]
    assert opened.window.inspector.post == post and post.date in opened.window.week.week
    QTest.mouseClick(view.saying.link, LEFT)
    opened.settle()
    assert opened.desk.post(post_id) is None and view.board.rows[row].cells[column] == ()


def test_the_view_is_one_and_goes_with_its_window(opened: Opened) -> None:
    opened.keys("Ctrl+4")
    view = view_of(opened)
    QTest.keyClick(view.view, Qt.Key.Key_Escape)
    assert not view.isVisible()
    opened.window.planning_commands.coverage()
    assert view_of(opened) is view and view.isVisible()
    opened.window.close()
    opened.settle()
    assert not view.isVisible()


def test_going_to_a_post_shows_its_week_and_the_post(opened: Opened) -> None:
    opened.keys("Ctrl+4")
    view = view_of(opened)
    cell, post = next(
        (Cell(r, c), posts[0])
        for r, row in enumerate(view.board.rows)
        for c, posts in enumerate(row.cells)
        if len(posts) == 1 and c < 7
    )
    QTest.mouseClick(view.view, LEFT, pos=view.view.rect_of(cell).center())
    opened.settle()
    assert opened.window.selected() == [post.id] and post.date in opened.window.week.week


def later(act: Callable[[ProposalDialog], None]) -> None:
    """Do something in the proposal that opens next, once it is worked out."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ProposalDialog) and not dialog.working.busy:
            timer.stop()
            timer.deleteLater()
            act(dialog)
            if dialog.isVisible():
                dialog.reject()

    timer = QTimer(QApplication.instance(), interval=20)
    timer.timeout.connect(look)
    timer.start()


def test_an_accepted_proposal_is_seen_in_its_week_and_is_one_step(opened: Opened) -> None:
    taken: list[str] = []

    def accept(dialog: ProposalDialog) -> None:
        dialog.form.show_values({"about": About()})
        dialog.work_out()
        while dialog.working.busy:
            QApplication.processEvents()
        taken.extend(item.post.id for item in dialog.table.items())
        QTest.mouseClick(dialog.primary, LEFT)

    later(accept)
    opened.keys("Ctrl+Shift+N")
    stored = [post for post in map(opened.desk.post, taken) if post is not None and post.date is not None]
    assert len(stored) == len(taken) > 0
    assert opened.window.week.week.first <= min(p.date for p in stored if p.date) <= opened.window.week.week.last
    assert "planned" in opened.window.saying.text
    QTest.mouseClick(opened.window.saying.link, LEFT)
    opened.settle()
    assert all(post is None or post.date is None for post in map(opened.desk.post, taken))


def test_the_button_of_the_head_opens_it_and_cancel_leaves_all_as_it_is(opened: Opened) -> None:
    with opened.desk.read() as reader:
        before = reader.seq()
    later(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    QTest.mouseClick(opened.window.head.plan, LEFT)
    with opened.desk.read() as reader:
        assert reader.seq() == before
