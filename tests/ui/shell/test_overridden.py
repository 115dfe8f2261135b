"""What somebody has decided is told quietly: in the list, in the inspector, on the card."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal.model import State
from smcal.planning import answer
from smcal.store import Area
from smcal_ui.dialogs.checklist import ChecklistDialog
from smcal_ui.dialogs.departures import DeparturesDialog
from smcal_ui.dialogs.rulings import rule, rulings, take_back
from smcal_ui.shell.findings_lines import overridden
from tests.ui.conftest import NEXT_WEEK


@pytest.fixture
def in_modal():
    """Do something in the dialog of a kind that opens next, which is closed afterwards."""
    timers = []

    def later(kind, act):
        def look():
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                timer.stop()
                try:
                    act(dialog)
                finally:
                    if dialog.isVisible():
                        dialog.reject()

        timer = QTimer(interval=20)
        timer.timeout.connect(look)
        timers.append(timer)
        timer.start()

    yield later
    for timer in timers:
        timer.stop()


REASON = "The museum answers on Monday"


def borrowed(opened):
    return opened.make(title="A tale", text="Once", borrowed=True, topic=7, direction="reader-events")


def line_of(opened, post):
    lines = opened.window.findings.lines
    return next(line for line in lines if (line.finding.post_id, line.finding.rule) == (post.id, "credits.complete"))


def badges(opened, post):
    cards = [card for _spot, card in opened.window.week.board.spots() if card.id == post.id]
    return [badge.text for badge in cards[0].badges]


def test_list_inspector_and_card_are_quiet_and_loud_again(opened):
    post = borrowed(opened)
    opened.show(post.id)
    line = line_of(opened, post)
    assert line.finding.blocks and badges(opened, post)
    at_first = opened.window.findings.heading.text()
    assert rule(opened.desk, [line.finding], opened.desk.person.id, REASON)
    opened.settle()
    quiet = line_of(opened, post)
    assert overridden(quiet) and not badges(opened, post)
    after = opened.window.findings.lines[opened.window.findings.lines.index(quiet) :]
    assert all(line.past or overridden(line) for line in after)
    assert "1 overridden" in opened.window.findings.heading.text()
    said = [text for text in opened.inspector.told() if REASON in text]
    assert said and opened.desk.person.name in said[0] and "cl." in said[0]
    table = opened.window.findings.table
    row = opened.window.findings.lines.index(quiet)
    told = table.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("overridden: ")
    with opened.desk.read() as reader:
        (made,) = rulings(opened.desk, reader.overrides())
    take_back(opened.desk, made)
    opened.settle()
    assert line_of(opened, post).finding.blocks and badges(opened, post)
    assert opened.window.findings.heading.text() == at_first


def test_undo_in_the_window_takes_it_back(opened):
    post = borrowed(opened)
    rule(opened.desk, [line_of(opened, post).finding], opened.desk.person.id, REASON)
    opened.settle()
    opened.keys("Ctrl+Z")
    assert line_of(opened, post).finding.blocks
    opened.keys("Ctrl+Y")
    assert overridden(line_of(opened, post))


def test_departures_are_in_the_menu_and_lead_to_the_post(opened, in_modal):
    post = borrowed(opened)
    rule(opened.desk, [line_of(opened, post).finding], opened.desk.person.id, REASON)
    opened.settle()

    def go(dialog):
        QTest.mouseClick(dialog.to_post, Qt.MouseButton.LeftButton)

    in_modal(DeparturesDialog, go)
    opened.window.actions_by_name["library.departures"].trigger()
    opened.settle()
    assert opened.inspector.post.id == post.id


def forget_checklist(opened):
    with opened.desk.workspace.work("afresh") as work:
        for page in opened.desk.book.pages:
            for made in work.read.confirmations(page.id, NEXT_WEEK):
                work.remove(Area.CONFIRMATIONS, made.id)
    opened.desk.book.take(work.changes)
    opened.desk.changed.emit(work.changes)
    opened.settle()


def test_the_checklist_of_a_page_and_week_is_one_line_and_opens_it(opened, in_modal):
    forget_checklist(opened)
    lines = [line for line in opened.window.findings.lines if line.text.startswith("the checklist")]
    points = len(opened.desk.workspace.pack().checklist)
    assert lines and len({line.finding.page_id for line in lines}) == len(lines)
    assert all(len(line.all) == points for line in lines)
    seen = []

    def confirm(dialog):
        seen.append(len(dialog.checklist.points))
        QTest.mouseClick(dialog.checklist.all, Qt.MouseButton.LeftButton)
        dialog.reject()

    in_modal(ChecklistDialog, confirm)
    table, row = opened.window.findings.table, opened.window.findings.lines.index(lines[0])
    table.scrollTo(table.model().index(row, 0))
    opened.settle()
    where = table.visualRect(table.model().index(row, 2)).topLeft() + QPoint(12, 12)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    opened.settle()
    left = [line.finding.page_id for line in opened.window.findings.lines if line.text.startswith("the checklist")]
    assert seen == [points] and lines[0].finding.page_id not in left and len(left) == len(lines) - 1


def test_only_what_is_published_can_be_taken_down(opened):
    post = opened.make(title="Out", text="It went out")
    opened.show(post.id)
    action = opened.window.actions_by_name["post.remove"]
    assert not action.isEnabled()
    opened.desk.do("publish", lambda work: answer.mark_published(work, post.id, ""))
    opened.settle()
    assert action.isEnabled() and opened.stored(post.id).state is State.PUBLISHED
