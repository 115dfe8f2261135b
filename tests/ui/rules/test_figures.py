"""Numbers and clauses: what they change is told at once, what is wrong stands at its field."""

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smcal.planning.scope import scope_over
from smcal.regulation import Severity, check_plan, context
from smcal.words import speak
from smcal.worktime import Counting
from smcal_ui.desk import Desk
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.fields import clause_read, clause_written
from smcal_ui.rules.wording import CHAPTERS, FIGURES, HOURS, TOPICS
from tests.ui.rules.driving import CTRL, Later, figure, go, press, type_in


def test_a_number_typed_tells_at_once_what_appears(own: RegulationDialog, desk: Desk, qtbot: Any) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "max"), "4")
    qtbot.waitUntil(own.impact.link.isVisible, timeout=5000)
    told = own.impact.impact
    assert told is not None
    period = own.impact.watch._outlook.scope.period
    assert (str(period.first), period.last.weekday()) == ("2026-11-23", 6)
    scope = scope_over(desk.workspace, desk.book.plan, period, desk.at)
    before = [(f.key, f.severity) for f in check_plan(scope)]
    after = [(f.key, f.severity) for f in check_plan(msgspec.structs.replace(scope, pack=own.draft.pack))]
    assert [(f.key, f.severity) for f in told.appear] == [one for one in after if one not in before] != []
    assert [(f.key, f.severity) for f in told.vanish] == [one for one in before if one not in after]
    assert str(len(told.appear)) in own.impact.link.text()


def test_another_period_of_topics_is_counted_with_all_the_posts_it_needs(
    own: RegulationDialog, desk: Desk, qtbot: Any
) -> None:
    """The pack in force looks at quarters, the draft at months and half a year of days: more posts are read."""
    go(own, FIGURES)
    type_in(figure(own, "events", "days"), "180")
    watch = own.impact.watch
    qtbot.waitUntil(lambda: watch._outlook is not None and watch._outlook.serves(own.draft.pack), timeout=5000)
    held = watch._outlook
    assert held is not None
    around = context(held.scope.period, own.draft.pack)
    assert (held.held.first, held.held.last) <= (around.first, held.held.last)


def test_smallest_above_largest_is_said_at_the_field_and_cannot_be_put_in_force(own: RegulationDialog) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "min"), "9")
    box = own.contents.chapters[FIGURES].boxes["frequency"]
    assert box.faults.lines["min"].text() == "The smallest number is larger than the largest."
    assert figure(own, "frequency", "min").property("level") == "bad"
    assert not own.put.isEnabled()
    assert "1 thing must be mended" in own.impact.link.text()
    assert own.contents.nav.item(list(CHAPTERS).index(FIGURES)).text().endswith("(1)")
    own.contents.nav.setCurrentRow(0)
    press(own.impact.link)
    assert own.contents.nav.currentRow() == list(CHAPTERS).index(FIGURES)
    type_in(figure(own, "frequency", "min"), "2")
    assert (box.faults.lines["min"].isVisible(), own.put.isEnabled()) == (False, True)


def test_an_unknown_clause_is_said_in_words_and_may_be_added_to_the_document(own: RegulationDialog) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "clause"), "5.88")
    box = own.contents.chapters[FIGURES].boxes["frequency"]
    assert box.faults.lines["clause"].text().startswith("The document has no cl. 5.88.")
    about = go(own, "about")
    clauses = about.form.fields["clauses"].widget
    clauses.setFocus()
    QTest.keyClick(clauses, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(clauses, "; 5.88")
    assert own.draft.flaws == ()
    assert "5.88" in own.draft.pack.clauses


def test_a_section_that_goes_takes_its_rules_with_it(own: RegulationDialog) -> None:
    go(own, FIGURES)
    box = own.contents.chapters[FIGURES].boxes["frequency"]
    box.there.setFocus()
    QTest.keyClick(box.there, Qt.Key.Key_Space)
    assert own.draft.pack.frequency is None
    assert own.draft.pack.severity("frequency.max") is Severity.OFF
    assert own.draft.flaws == ()
    QTest.keyClick(box.there, Qt.Key.Key_Space)
    assert "Name the clause" in box.faults.lines["clause"].text()


def test_typing_is_one_step_and_ctrl_z_takes_it_back(own: RegulationDialog) -> None:
    go(own, FIGURES)
    type_in(figure(own, "submission", "working_days"), "12")
    assert own.draft.pack.submission.working_days == 12
    QTest.keyClick(own.contents.nav, Qt.Key.Key_Z, CTRL)
    assert own.draft.pack.submission.working_days == 5
    QTest.keyClick(own.contents.nav, Qt.Key.Key_Y, CTRL)
    assert own.draft.pack.submission.working_days == 12


def test_another_counting_reaches_the_deadlines(own: RegulationDialog, desk: Desk) -> None:
    go(own, FIGURES)
    counting = figure(own, "submission", "counting")
    example = own.contents.chapters[FIGURES].boxes["submission"].example
    before = example.text()
    counting.setFocus()
    QTest.keyClick(counting, Qt.Key.Key_Down)
    assert own.draft.pack.submission.counting is Counting.CLEAR_DAYS
    assert example.text() != before
    day = desk.today.replace(day=30)
    early = desk.workspace.worktime().submit_by(day)
    press(own.put)
    assert desk.workspace.worktime().submit_by(day) < early


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("п. 5.8", "5.8"),
        ("5.6, 5.11", "5.6, 5.11"),
        ("прил. 2, п. 6", "App. 2, 6"),
        ("Прил. 2, 6; пп. 5.1, 5.2", "App. 2, 6; 5.1, 5.2"),
        ("  ", ""),
    ],
)
def test_a_clause_is_typed_as_people_cite_it(typed: str, written: str) -> None:
    speak("ru")
    assert clause_written(typed) == written
    assert clause_written(clause_read(written)) == written


def test_arrows_in_a_number_are_undone_by_ctrl_z_where_they_were(own: RegulationDialog) -> None:
    """Qt's own editor would keep the key to itself."""
    go(own, FIGURES)
    most = figure(own, "frequency", "max")
    most.setFocus()
    QTest.keyClick(most, Qt.Key.Key_Up)
    assert own.draft.pack.frequency.max == 8
    QTest.keyClick(most, Qt.Key.Key_Z, CTRL)
    assert own.draft.pack.frequency.max == 7
    QTest.keyClick(most, Qt.Key.Key_Y, CTRL)
    assert most.value() == 8


def test_what_was_typed_and_typed_back_is_no_step(own: RegulationDialog) -> None:
    go(own, FIGURES)
    most, clause = figure(own, "frequency", "max"), figure(own, "frequency", "clause")
    most.setFocus()
    QTest.keyClick(most, Qt.Key.Key_Up)
    type_in(clause, "5.9")
    QTest.keyClick(clause, Qt.Key.Key_Z, CTRL)  # the field's own undo
    assert own.draft.pack.frequency.clause == "5.8"
    press(own.head.undo)
    assert own.draft.pack.frequency.max == 7


def test_undo_goes_to_where_the_change_was(own: RegulationDialog) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "max"), "4")
    hours = go(own, HOURS)
    QTest.keyClick(hours.editor._days[4].open, Qt.Key.Key_Space)
    go(own, TOPICS)
    press(own.head.undo)
    assert own.contents.shown == HOURS
    press(own.head.undo)
    assert (own.contents.shown, own.draft.pack.frequency.max) == (FIGURES, 7)
    go(own, TOPICS)
    press(own.head.redo)
    assert (own.contents.shown, own.draft.pack.frequency.max) == (FIGURES, 4)


def test_a_fault_stands_below_its_field_and_is_read_out_with_it(own: RegulationDialog) -> None:
    go(own, FIGURES)
    least = figure(own, "frequency", "min")
    type_in(least, "9")
    line = own.contents.chapters[FIGURES].boxes["frequency"].faults.lines["min"]
    assert line.isVisible() and line.geometry().top() >= least.geometry().bottom()
    assert least.accessibleDescription() == line.text() == "The smallest number is larger than the largest."
    QTest.keyClick(least, Qt.Key.Key_Z, CTRL)
    assert not line.isVisible() and not least.accessibleDescription()


def test_a_new_clause_is_added_to_the_document_by_the_link_below_it(own: RegulationDialog) -> None:
    go(own, FIGURES)
    clause = figure(own, "frequency", "clause")
    faults = own.contents.chapters[FIGURES].boxes["frequency"].faults
    type_in(clause, "5.88")
    assert faults.add.isVisible()
    press(faults.add)
    assert not faults.add.isVisible() and not own.draft.flaws
    assert own.draft.pack.clauses[-1] == "5.88"
    type_in(clause, "")
    QTest.keyClick(clause, Qt.Key.Key_Backspace)
    assert faults.lines["clause"].isVisible() and not faults.add.isVisible(), "nothing is no clause"


def test_topics_owed_every_month_are_listed_month_by_month(
    own: RegulationDialog, qtbot: Any, in_next_dialog: Later
) -> None:
    go(own, FIGURES)
    period = figure(own, "coverage", "period")
    period.setFocus()
    QTest.keyClick(period, Qt.Key.Key_Home)
    assert own.draft.pack.coverage.period == "month"  # type: ignore[union-attr]
    qtbot.waitUntil(own.impact.link.isVisible, timeout=5000)
    told: list[str] = []
    in_next_dialog(lambda dialog: told.extend(dialog._text(row) for row in dialog.table.values if row.appears))
    press(own.impact.link)
    owed = [text for text in told if "no posts on topics" in text]
    assert len(owed) > 1
    assert all(
        text.startswith(("November\u00a02026: ", "December\u00a02026: ", "January\u00a02027: ")) for text in owed
    )
