"""Handing in all the same: asked for, kept with name and reason, listed apart, withdrawn, undone."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from smcal.model import Page, Period, Person, Post, Role, new_id
from smcal.planning.edit import edit, new_post
from smcal.planning.submit import readiness
from smcal.sample import make_sample
from smcal.words import speak
from smcal_ui.desk import Desk
from smcal_ui.dialogs.departures import DeparturesDialog
from smcal_ui.dialogs.history import HistoryDialog
from smcal_ui.dialogs.override import OverrideDialog
from smcal_ui.dialogs.signing import DECIDING, SigningDialog
from smcal_ui.dialogs.submit import SubmitDialog
from smcal_ui.tasks import Tasks
from tests.ui.dialogs.conftest import AT
from tests.ui.dialogs.test_submit import WEEK, ready_page

REASON = "The museum answers on Monday <b>at last</b>"


@pytest.fixture
def page(desk: Desk) -> Page:
    return ready_page(desk)


@pytest.fixture
def post(desk: Desk, page: Page) -> Post:
    """What stands in the way: borrowed, and nobody named."""
    with desk.workspace.work("Prepare") as work:
        made = new_post(work, page.id, date=WEEK.first, title="Borrowed", text="A tale", borrowed=True)
    desk.book.take(work.changes)
    return made


@pytest.fixture
def dialog(qtbot, desk: Desk, tasks: Tasks, page: Page, post: Post, tmp_path: Path) -> SubmitDialog:
    made = SubmitDialog(desk, tasks, page.id, WEEK)
    qtbot.addWidget(made)
    made.form.show_values({"period": WEEK})
    made._show_readiness()
    made.folder.setText(str(tmp_path / "plans"))
    made.show()
    return made


@pytest.fixture
def decide(qtbot, dialog: SubmitDialog, in_next_dialog):
    """Choose the remark in the way, press the button, give a reason, press Enter."""

    def decide(reason: str = REASON) -> None:
        def give(asked: OverrideDialog) -> None:
            assert asked.form.value("person") == dialog._desk.person.id
            qtbot.keyClicks(asked.form.fields["reason"].widget, reason)
            qtbot.mouseClick(asked.primary, Qt.MouseButton.LeftButton)

        blocked = next(n for n, remark in enumerate(dialog.remarks.values) if remark.level == "bad")
        dialog.remarks.choose(blocked)
        in_next_dialog(give)
        qtbot.mouseClick(dialog.standing.override, Qt.MouseButton.LeftButton)

    return decide


def overrides(desk: Desk):
    with desk.read() as reader:
        return reader.overrides()


def ready(desk: Desk, page: Page):
    return readiness(desk.workspace, page, WEEK, AT)


def test_with_a_name_and_a_reason_the_plan_goes(qtbot, desk: Desk, dialog: SubmitDialog, page, post, decide) -> None:
    assert not dialog.primary.isEnabled() and not dialog.standing.isTabVisible(1)
    decide()
    (made,) = overrides(desk)
    assert (made.post_id, made.reason, made.person_id) == (post.id, REASON, desk.person.id)
    assert "п.\u00a05.7" in made.message  # in the language of the library
    assert dialog.primary.isEnabled() and "1 departure" in dialog.verdict.text
    assert dialog.standing.isTabVisible(1) and [r.made.id for r in dialog.standing.departures.values] == [made.id]
    assert dialog.focusWidget() is dialog.remarks, "one goes on with the next remark"
    assert all(remark.level != "bad" for remark in dialog.remarks.values)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.done_ is not None and dialog.done_.submission.pack_id == made.pack_id


def test_it_is_one_step_to_undo(desk: Desk, page, dialog, decide) -> None:
    before = ready(desk, page)
    decide()
    desk.undo()
    assert ready(desk, page) == before and not overrides(desk)
    desk.redo()
    assert ready(desk, page).ready and desk.book.facts.overrides


def test_withdrawn_it_stands_in_the_way_again(qtbot, desk: Desk, page, dialog: SubmitDialog, decide) -> None:
    before = ready(desk, page)
    decide()
    dialog.standing.setCurrentIndex(1)
    qtbot.mouseClick(dialog.standing.withdraw, Qt.MouseButton.LeftButton)
    assert ready(desk, page) == before
    assert not dialog.primary.isEnabled() and not dialog.standing.isTabVisible(1)
    assert dialog.focusWidget() is dialog.remarks
    (made,) = overrides(desk)
    assert made.withdrawn == AT and made.withdrawn_by == desk.person.id


def test_without_a_reason_it_stays_open(qtbot, desk: Desk, dialog, in_next_dialog) -> None:
    said: list[str] = []

    def leave_empty(asked: OverrideDialog) -> None:
        qtbot.keyClick(asked, Qt.Key.Key_Return)
        said.append(asked.notice.text)
        assert asked.isVisible()

    dialog.remarks.choose(0)
    in_next_dialog(leave_empty)
    qtbot.mouseClick(dialog.standing.override, Qt.MouseButton.LeftButton)
    assert "reason" in said[0] and not overrides(desk)


def test_nobody_decides_without_a_name(qtbot, desk: Desk, post: Post, page: Page) -> None:
    desk.person = None
    asked = OverrideDialog(desk, ready(desk, page).blockers, "What is wrong")
    qtbot.addWidget(asked)
    asked.show()
    asked.form.show_values({"reason": REASON})
    qtbot.mouseClick(asked.primary, Qt.MouseButton.LeftButton)
    assert asked.isVisible() and "who decides" in asked.notice.text and not overrides(desk)


def test_who_has_left_is_not_offered(qtbot, desk: Desk, post: Post, page: Page) -> None:
    gone = Person(id=new_id(), name="Gone", role=Role.HEAD, archived=True)
    with desk.workspace.work("people") as work:
        work.put(gone)
        work.put(replace(desk.person, archived=True))
    asked = OverrideDialog(desk, ready(desk, page).blockers, "What is wrong")
    qtbot.addWidget(asked)
    choice = asked.form.fields["person"].widget
    offered = [choice.itemText(n) for n in range(choice.count())]
    assert not any("Gone" in text for text in offered) and asked.form.value("person") is None
    assert offered[1].endswith(("Curator", "Head"))  # who usually decides stands first


def test_what_is_only_advice_cannot_be_overridden(dialog: SubmitDialog) -> None:
    for row, remark in enumerate(dialog.remarks.values):
        dialog.remarks.choose(row)
        assert dialog.standing.override.isEnabled() == (remark.level == "bad")


def test_a_changed_post_asks_again(desk: Desk, page, post, dialog: SubmitDialog, decide) -> None:
    decide()
    moved = Period(WEEK.first, WEEK.last).last
    desk.do("move", lambda work: edit(work, post.id, date=moved))
    dialog._show_readiness()
    assert not dialog.primary.isEnabled() and dialog.standing.departures.values == []
    assert len(overrides(desk)) == 1  # it is kept all the same


def test_all_are_listed_and_withdrawn_once(qtbot, desk: Desk, page, post, dialog, decide) -> None:
    decide()
    jumps: list[str] = []
    listed = DeparturesDialog(desk)
    qtbot.addWidget(listed)
    listed.jumpRequested.connect(jumps.append)
    listed.show()
    (ruling,) = listed.table.values
    assert ruling.made.reason == REASON and ruling.edition == str(desk.workspace.pack().version)
    qtbot.mouseClick(listed.withdraw, Qt.MouseButton.LeftButton)
    assert listed.focusWidget() is listed.table
    assert listed.table.values == [] and overrides(desk)[0].withdrawn == AT
    qtbot.keyClick(listed.form.fields["shown"].widget, Qt.Key.Key_Down)  # the withdrawn ones
    assert [r.made.id for r in listed.table.values] == [ruling.made.id]
    assert not listed.withdraw.isEnabled()
    listed.table.setFocus()
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    assert jumps == [post.id]


def test_the_history_of_the_post_tells_it(qtbot, desk: Desk, page, post, dialog, decide) -> None:
    decide()
    dialog.standing.setCurrentIndex(1)
    qtbot.mouseClick(dialog.standing.withdraw, Qt.MouseButton.LeftButton)
    told = HistoryDialog(desk, post.id)
    qtbot.addWidget(told)
    told.show()
    model = told.entries.model()
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert rows[0][2] == "Withdraw an override (departure)" and "withdrawn: – → Tue" in rows[0][3]
    assert rows[1][2] == "Override a finding (departure)" and "reason: The museum" in rows[1][3]
    assert rows[0][1] == desk.person.name


def test_where_nobody_works_here_whoever_withdraws_is_asked_for(
    qtbot, desk: Desk, dialog: SubmitDialog, decide, in_next_dialog
) -> None:
    decide()
    desk.person = None
    dialog.standing.setCurrentIndex(1)
    in_next_dialog(lambda asked: None)  # Esc: nobody is named, nothing happens
    qtbot.mouseClick(dialog.standing.withdraw, Qt.MouseButton.LeftButton)
    assert overrides(desk)[0].withdrawn is None

    def sign(asked: SigningDialog) -> None:
        qtbot.keyClick(asked, Qt.Key.Key_Return)
        assert asked.isVisible() and "Say who decides" in asked.notice.text
        asked.form.show_values({"person": asked.form.fields["person"]._values[1]})
        qtbot.keyClick(asked, Qt.Key.Key_Return)

    in_next_dialog(sign)
    qtbot.mouseClick(dialog.standing.withdraw, Qt.MouseButton.LeftButton)
    (gone,) = overrides(desk)
    with desk.read() as reader:
        named = next(person for person in reader.people() if person.id == gone.withdrawn_by)
    assert gone.withdrawn is not None and named.role in DECIDING


def test_excusing_lateness_says_until_when_it_holds(qtbot, desk: Desk, page: Page) -> None:
    late = desk.do("new", lambda work: new_post(work, page.id, date=desk.today, title="Late", text="Tale"))
    week = Period(desk.today, desk.today)
    blockers = readiness(desk.workspace, page, week, AT).blockers
    found = [finding for finding in blockers if finding.rule == "submission.window" and finding.post_id == late.id]
    asked = OverrideDialog(desk, found, "Late.")
    qtbot.addWidget(asked)
    assert "handed in by Tue 24 Nov, 18:00" in asked.intro.text().replace("\u00a0", " ")


def test_it_speaks_russian(qtbot, desk: Desk, tasks, page, post) -> None:
    speak("ru")
    made = SubmitDialog(desk, tasks, page.id, WEEK)
    qtbot.addWidget(made)
    made.form.show_values({"period": WEEK})
    made._show_readiness()
    made.show()
    assert "Сдать мешает 1\xa0замечание" in made.verdict.text
    assert made.standing.override.text().replace("&", "") == "Разрешить отступление…"
    assert QApplication.activeModalWidget() is made


def test_where_no_curator_gets_the_plan_none_is_named(qtbot, tmp_path: Path) -> None:
    with make_sample(tmp_path / "library.smcal", "generic", AT) as workspace:
        with workspace.read() as reader:
            person = reader.people()[0]
        asked = OverrideDialog(Desk(workspace, person, clock=lambda: AT), (), "A remark")
        qtbot.addWidget(asked)
        asked.accept()
        assert "curator" not in asked.intro.text() + asked.notice.text
        assert "plan document" in asked.intro.text() and "plan document" in asked.notice.text
