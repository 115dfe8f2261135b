"""A remark leads to what it is about: to its post, or to the row of its page."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal_ui.dialogs.submit import SubmitDialog
from tests.ui.conftest import NEXT_WEEK


def in_dialog(act: Callable[[SubmitDialog], None]) -> None:
    """Do something in the modal dialog that opens next."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SubmitDialog):
            timer.stop()
            act(dialog)

    timer = QTimer(QApplication.instance(), interval=20)
    timer.timeout.connect(look)
    timer.start()


def test_missing_topics_found_at_handing_in_lead_to_the_page(opened, qtbot):
    window = opened.window
    page_id = next(line.finding.page_id for line in reversed(window.findings.lines) if line.finding.post_id is None)
    window.view.focus_cell(page_id, NEXT_WEEK.first)
    opened.show(opened.a_post().id)
    window.view.focus_cell(page_id, NEXT_WEEK.first)
    seen = []

    def choose(dialog: SubmitDialog) -> None:
        table = dialog.remarks
        row = next(n for n, remark in enumerate(table.values) if remark.page_id is not None)
        seen.append((dialog.page.id, max(dialog.period.first, opened.desk.today)))
        table.setFocus()
        table.choose(row)
        QTest.keyClick(table, Qt.Key.Key_Return)

    in_dialog(choose)
    window.leading.hand_in()
    opened.settle()
    assert seen and seen[0][0] == page_id
    view = window.view
    window.activateWindow()  # a window manager does so when the dialog goes; here is none
    qtbot.waitUntil(view.hasFocus)
    assert view.focused_cell() == seen[0]
    assert view.viewport().rect().intersects(view.rect_of(view.focus_spot()))
    assert opened.inspector.post is None


def test_a_missing_text_found_at_handing_in_leads_into_the_text(opened, qtbot):
    window = opened.window
    post = opened.make(title="Без текста", date=NEXT_WEEK.first + dt.timedelta(3))
    opened.show(post.id)

    def choose(dialog: SubmitDialog) -> None:
        table = dialog.remarks
        table.setFocus()
        table.choose(next(n for n, remark in enumerate(table.values) if remark.post_id == post.id))
        QTest.mouseClick(dialog.standing.mend, Qt.MouseButton.LeftButton)

    in_dialog(choose)
    window.leading.hand_in_chosen()
    opened.settle()
    window.activateWindow()
    text = opened.field("text")
    qtbot.waitUntil(text.hasFocus)
    assert not text.visibleRegion().isEmpty()
    opened.write("text", "Приходите")
    opened.key(Qt.Key.Key_Tab)
    assert opened.stored(post.id).text == "Приходите"
