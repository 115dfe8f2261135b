"""What comes after handing in: a letter with the documents, then the answer; and what is in sight before it."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from smcal.model import Role, State
from smcal.planning.edit import new_post
from smcal_ui.desk import Desk
from smcal_ui.dialogs.answer import AnswerDialog
from smcal_ui.dialogs.submit import SubmitDialog
from smcal_ui.tasks import Tasks
from tests.ui.dialogs.test_submit import WEEK, ready_page


class Opener(QObject):
    """A mail program and a file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot("QUrl")
    def take(self, url) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def opener():
    program = Opener()
    for scheme in ("mailto", "file"):
        QDesktopServices.setUrlHandler(scheme, program, "take")
    yield program
    for scheme in ("mailto", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def dialog(qtbot, desk: Desk, tasks: Tasks, tmp_path: Path) -> SubmitDialog:
    made = SubmitDialog(desk, tasks, ready_page(desk).id, WEEK)
    made.folder.setText(str(tmp_path / "documents"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_the_letter_opens_with_its_text_and_the_folder_beside_it(
    qtbot, desk: Desk, dialog: SubmitDialog, opener: Opener, tmp_path: Path
) -> None:
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.focusWidget() is dialog.made.write
    qtbot.keyClick(dialog.made.write, Qt.Key.Key_Return)
    mail, folder = opener.opened
    number = str(dialog.done_.submission.number)
    assert mail.startswith("mailto:?subject=") and number in mail and desk.person.name in mail
    assert folder.endswith("/documents") and dialog.isVisible()
    text = QGuiApplication.clipboard().text()
    assert number in text and "2026" in text and desk.person.name in text
    assert "attach" in dialog.notice.text


def test_the_answer_is_entered_from_where_the_plan_was_handed_in(
    qtbot, desk: Desk, dialog: SubmitDialog, in_next_dialog
) -> None:
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    with desk.read() as reader:
        curator = next(person for person in reader.people() if person.role is Role.CURATOR)
        held = [kept.post_id for kept in reader.submitted_posts(dialog.done_.submission.id)]

    def agree(answer: AnswerDialog) -> None:
        answer.form.fields["curator_id"].show(curator.id)
        qtbot.mouseClick(answer.all, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(answer.primary, Qt.MouseButton.LeftButton)

    in_next_dialog(agree)
    qtbot.mouseClick(dialog.made.answer, Qt.MouseButton.LeftButton)
    assert {desk.post(post_id).state for post_id in held} == {State.APPROVED}
    assert "Ctrl+Z" in dialog.notice.text


def test_facts_are_a_line_and_no_findings(qtbot, desk: Desk, dialog: SubmitDialog) -> None:
    dialog.standing.open_checklist()
    qtbot.mouseClick(dialog.standing.checklist.all, Qt.MouseButton.LeftButton)
    dialog.standing.setCurrentIndex(0)
    standing = dialog.standing
    assert "It will be plan" in dialog.facts.text()
    assert (dialog.remarks.values == []) is standing.none.isVisible() is not dialog.remarks.isVisible()
    assert standing.tabText(0) == f"Findings · {len(dialog.remarks.values)}"


def test_the_checklist_is_in_sight_before_the_button_until_it_is_done(qtbot, desk: Desk, dialog: SubmitDialog) -> None:
    checklist = dialog.standing.checklist
    if checklist.done == len(checklist.points):
        qtbot.mouseClick(next(iter(checklist.points.values())).box, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert dialog.unticked.isVisible()
    assert f"{checklist.done} of {len(checklist.points)}" in dialog.unticked.text
    qtbot.mouseClick(dialog.unticked.link, Qt.MouseButton.LeftButton)
    assert dialog.standing.currentWidget() is checklist and checklist.isAncestorOf(dialog.focusWidget())
    qtbot.mouseClick(checklist.all, Qt.MouseButton.LeftButton)
    assert not dialog.unticked.isVisible()


def test_what_can_be_done_stands_below_the_last_row_and_allows_only_where_something_is_in_the_way(
    qtbot, desk: Desk, dialog: SubmitDialog
) -> None:
    page = dialog.page
    desk.do("New", lambda work: new_post(work, page.id, date=WEEK.first + dt.timedelta(1), title="Bare"))
    dialog.standing.changed.emit()
    qtbot.wait(50)
    table = dialog.remarks
    assert table.values
    last = table.viewport().mapTo(dialog, QPoint(0, table.rowViewportPosition(len(table.values) - 1)))
    below = last.y() + table.rowHeight(len(table.values) - 1)
    top = dialog.standing.mend.mapTo(dialog, QPoint()).y()
    assert 0 <= top - below < 40 or table.verticalScrollBar().maximum() > 0
    for row, remark in enumerate(table.values):
        table.choose(row)
        assert dialog.standing.override.isEnabled() is (remark.level == "bad")
