"""Under a regulation that has nothing handed in the window offers the plan document, and nothing without a use."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal_ui.dialogs.shortcuts import shortcut_lines
from smcal_ui.dialogs.submit import SubmitDialog
from smcal_ui.tasks import Tasks
from tests.ui.dialogs.conftest import AtOnce

OTHERS = ("liepaja-lczb", "ogre-novads", "espelkamp", "generic")


def shown_actions(opened) -> set[str]:
    return {name for name, action in opened.window.actions_by_name.items() if action.isVisible()}


@pytest.mark.parametrize("regulation", OTHERS)
def test_nothing_is_handed_in(opened_under, regulation):
    opened = opened_under(regulation)
    window = opened.window
    opened.settle()
    assert not {"go.due", "post.answer", "view.coverage"} & shown_actions(opened)
    assert window.head.submit.text() == "Document…"
    assert not window.today.due.isVisible()
    told = " ".join(line.text for line in shortcut_lines(list(window.actions_by_name.values())))
    assert "handed in" not in told and "Plan document" in told
    board = window.week.board
    assert board.horizon is None
    assert not [day for day in board.days if day.opens is not None]
    assert all(not row.coverage.wanted for row in board.rows)
    post = opened.make(title="Draft", page_id=opened.desk.book.pages[0].id)
    opened.show(post.id)
    steps = window.inspector._steps
    assert steps.next == "published" and steps.button.isVisible()
    assert not steps.actions_by_name["submit"].isVisible() and not steps.actions_by_name["answer"].isVisible()
    assert not [text for text in window.inspector.told() if "Hand in" in text]


def test_where_plans_are_handed_in_nothing_is_missing(opened):
    assert {"go.due", "post.answer", "view.coverage"} <= shown_actions(opened)
    assert opened.window.head.submit.text() == "Hand in…"
    assert opened.window.today.due.isVisible()


def test_the_plan_document_is_written_and_nothing_handed_in(opened_under, qtbot, tmp_path: Path):
    opened = opened_under("ogre-novads")
    desk = opened.desk
    dialog = SubmitDialog(desk, Tasks(AtOnce()), desk.book.pages[0].id, opened.window.week.week)
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(tmp_path / "plans"))
    dialog.show()
    assert dialog.heading.text() == "Plan document"
    assert dialog.period == opened.window.week.week
    told = " ".join(remark.text for remark in dialog.remarks.values)
    assert "it is handed in now" not in told and "It will be plan" not in told
    days = dialog.form.fields["period"].widget
    assert not [row for row in range(days.count()) if "handed in" in days.itemText(row)]
    before = desk.book.plan(dialog.period).posts[dialog.page.id]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    made = dialog.done_
    assert made is not None and made.submission is None
    assert zipfile.is_zipfile(made.docx) and made.pdf.read_bytes().startswith(b"%PDF")
    with desk.read() as reader:
        assert reader.submissions(dialog.page.id) == []
    assert desk.book.plan(dialog.period).posts[dialog.page.id] == before


def test_ctrl_enter_opens_it(opened_under):
    opened = opened_under("espelkamp")
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SubmitDialog):
            seen.append(dialog.heading.text())
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        elif len(seen) < 1:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)
    opened.keys("Ctrl+Return")
    assert seen == ["Plan document"]
