"""Why? in dialogs: beside the chosen line; Esc closes the explanation and not the dialog."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal_ui.dialogs.submit import SubmitDialog
from smcal_ui.dialogs.today import TodayDialog
from smcal_ui.tasks import Tasks
from smcal_ui.why.panel import WhyPanel
from tests.ui.conftest import NEXT_WEEK

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tasks(opened):
    with ThreadPoolExecutor(1) as pool:
        yield Tasks(pool)


def panel_in(dialog) -> WhyPanel:
    for _turn in range(3):
        QApplication.processEvents()
    shown = [panel for panel in dialog.findChildren(WhyPanel) if panel.isVisible()]
    assert len(shown) == 1
    assert dialog.rect().contains(shown[0].geometry())
    return shown[0]


def open_(dialog, qtbot) -> None:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    QApplication.processEvents()


def test_a_remark_at_handing_in_is_explained_and_leads_to_its_post(opened, qtbot, tasks):
    post = opened.make(title="Вечер", text="", topic=6, date=NEXT_WEEK.last)
    dialog = SubmitDialog(opened.desk, tasks, post.page_id, NEXT_WEEK)
    open_(dialog, qtbot)
    table = dialog.remarks
    table.choose(next(n for n, remark in enumerate(table.values) if remark.findings))
    jumped = []
    dialog.jumpRequested.connect(jumped.append)
    QTest.mouseClick(dialog.standing.why, LEFT)
    panel = panel_in(dialog)
    assert panel.story.title and panel.story.clause
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert dialog.isVisible() and dialog.standing.why.hasFocus()
    row = next((n for n, r in enumerate(table.values) if any(f.week for f in r.findings)), None)
    if row is not None:
        table.choose(row)
        QTest.mouseClick(dialog.standing.why, LEFT)
        panel_in(dialog)


def test_facts_stand_apart_from_what_a_rule_says(opened, qtbot, tasks):
    dialog = SubmitDialog(opened.desk, tasks, opened.page("vk").id, NEXT_WEEK)
    open_(dialog, qtbot)
    assert dialog.facts.isVisible() and dialog.facts.text()
    assert dialog.remarks.values == [] and dialog.standing.none.isVisible() and not dialog.standing.why.isVisible()


def test_a_line_of_today_counts_its_days(opened, qtbot):
    dialog = TodayDialog(opened.desk)
    open_(dialog, qtbot)
    dialog.dues.choose(0)
    QTest.mouseClick(dialog.why, LEFT)
    assert [line.number for line in panel_in(dialog).story.lines if line.number] == [1, 2, 3, 4, 5]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
