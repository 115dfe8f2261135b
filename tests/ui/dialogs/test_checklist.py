"""The checklist: ticked for every week of the period, by keyboard and mouse, one step each."""

import pytest
from PySide6.QtCore import Qt

from smcal.model import Page, Period
from smcal.planning.edit import edit
from smcal.planning.submit import readiness
from smcal.store import Area
from smcal_ui.desk import Desk
from smcal_ui.dialogs.checklist import ChecklistDialog
from smcal_ui.dialogs.submit import SubmitDialog
from smcal_ui.tasks import Tasks
from tests.ui.dialogs.conftest import AT
from tests.ui.dialogs.test_submit import WEEK, ready_page

TWO_WEEKS = Period(WEEK.first, WEEK.last.replace(day=20))


@pytest.fixture
def page(desk: Desk) -> Page:
    """A page whose checklist nobody has looked at."""
    found = ready_page(desk)
    with desk.workspace.work("afresh") as work:
        for made in work.read.confirmations(found.id, TWO_WEEKS):
            work.remove(Area.CONFIRMATIONS, made.id)
    desk.book.take(work.changes)
    return found


def confirmed(desk: Desk, page: Page):
    return {(item, monday) for page_id, item, monday in desk.book.facts.confirmed if page_id == page.id}


def week_of(desk: Desk, page: Page):
    return {(item, monday) for item, monday in confirmed(desk, page) if monday in TWO_WEEKS}


def open_points(desk: Desk, page: Page, period: Period = WEEK):
    found = readiness(desk.workspace, page, period, AT)
    return [f.args["item"] for f in (*found.blockers, *found.advice) if "item" in f.args]


def test_a_tick_confirms_and_a_second_takes_it_back(qtbot, desk: Desk, page: Page) -> None:
    dialog = ChecklistDialog(desk, page.id, WEEK.last)
    qtbot.addWidget(dialog)
    dialog.show()
    point, line = next(iter(dialog.checklist.points.items()))
    line.box.setFocus()
    qtbot.keyClick(line.box, Qt.Key.Key_Space)
    assert week_of(desk, page) == {(point, WEEK.first)} and point not in open_points(desk, page)
    assert desk.person.name in line.by.text()
    desk.undo()
    assert week_of(desk, page) == set() and point in open_points(desk, page)


def test_the_words_tick_as_well(qtbot, desk: Desk, page: Page) -> None:
    dialog = ChecklistDialog(desk, page.id, WEEK.last)
    qtbot.addWidget(dialog)
    dialog.show()
    point, line = next(iter(dialog.checklist.points.items()))
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    assert week_of(desk, page) == {(point, WEEK.first)} and line.box.isChecked()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    assert week_of(desk, page) == set() and not line.box.isChecked()


def test_all_at_once_is_one_step(qtbot, desk: Desk, page: Page) -> None:
    dialog = ChecklistDialog(desk, page.id, WEEK.first)
    qtbot.addWidget(dialog)
    dialog.show()
    assert open_points(desk, page)
    qtbot.mouseClick(dialog.checklist.all, Qt.MouseButton.LeftButton)
    assert open_points(desk, page) == [] and not dialog.checklist.all.isEnabled()
    desk.undo()
    assert week_of(desk, page) == set()


def test_handing_in_two_weeks_confirms_both(qtbot, desk: Desk, tasks: Tasks, page: Page) -> None:
    dialog = SubmitDialog(desk, tasks, page.id, WEEK)
    qtbot.addWidget(dialog)
    dialog.form.show_values({"period": None, "first": TWO_WEEKS.first, "last": TWO_WEEKS.last})
    dialog._show_readiness()
    dialog.show()
    asked = [remark for remark in dialog.remarks.values if remark.asks_checklist]
    assert asked and all("checklist of week" in remark.text for remark in asked)
    dialog.remarks.choose(dialog.remarks.values.index(asked[0]))
    qtbot.mouseClick(dialog.standing.mend, Qt.MouseButton.LeftButton)
    assert dialog.standing.currentWidget() is dialog.standing.checklist and dialog.isVisible()
    point, line = next(iter(dialog.standing.checklist.points.items()))
    qtbot.mouseClick(line.box, Qt.MouseButton.LeftButton)
    assert week_of(desk, page) == {(point, week.first) for week in TWO_WEEKS.weeks()}
    assert f"1 of {len(dialog.standing.checklist.points)}" in dialog.standing.tabText(2)


def test_half_confirmed_is_shown_as_such_and_a_click_completes_it(qtbot, desk: Desk, tasks, page: Page) -> None:
    one = ChecklistDialog(desk, page.id, WEEK.first)
    qtbot.addWidget(one)
    one.show()
    point, line = next(iter(one.checklist.points.items()))
    qtbot.mouseClick(line.box, Qt.MouseButton.LeftButton)
    one.checklist.show_page(page.id, TWO_WEEKS)
    assert line.box.checkState() is Qt.CheckState.PartiallyChecked and "1 of 2 weeks" in line.by.text()
    qtbot.mouseClick(line.box, Qt.MouseButton.LeftButton)
    assert week_of(desk, page) == {(point, week.first) for week in TWO_WEEKS.weeks()}
    assert line.box.checkState() is Qt.CheckState.Checked


def test_a_post_that_changed_since_is_ticked_anew(qtbot, desk: Desk, page: Page) -> None:
    dialog = ChecklistDialog(desk, page.id, WEEK.last)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.checklist.all.setFocus()
    dialog.checklist.all.click()
    assert dialog.focusWidget() is next(iter(dialog.checklist.points.values())).box  # else it would be the folder
    assert dialog.checklist.done == len(dialog.checklist.points) and open_points(desk, page) == []
    post = next(post for post in desk.book.plan(WEEK).posts[page.id] if post.date in WEEK)
    with desk.workspace.work("edit") as work:
        edit(work, post.id, text="Quite another text")
    desk.book.take(work.changes)
    assert set(open_points(desk, page)) == set(dialog.checklist.points)
    dialog.checklist.show_page(page.id, WEEK)
    assert dialog.checklist.done == 0 and dialog.checklist.all.isEnabled()
    assert {line.by.text() for line in dialog.checklist.points.values()} == {
        "Posts have changed since this was confirmed"
    }
    dialog.checklist.all.click()
    assert dialog.checklist.done == len(dialog.checklist.points) and open_points(desk, page) == []
