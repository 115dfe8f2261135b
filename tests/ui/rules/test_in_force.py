"""A draft is put in force, and history keeps every version."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from smcal.planning.rules import use_pack
from smcal.regulation import load_pack
from smcal.regulation.write import pack_toml
from smcal.worktime import Hours
from smcal_ui.desk import Desk
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.past import PastChapter
from smcal_ui.rules.taking import take_copy
from smcal_ui.rules.wording import CHAPTERS, FIGURES, HOURS, PAST, TOPICS
from tests.ui.rules.driving import CTRL, Later, figure, go, press, rows, type_in


def test_put_in_force_is_one_step_that_history_outlives(own: RegulationDialog, desk: Desk) -> None:
    decided = rows(desk, "submission", "submitted_post", "override", "kept_pack")
    said: list[str] = []
    own.said.connect(said.append)
    go(own, FIGURES)
    type_in(figure(own, "frequency", "max"), "6")
    press(own.put)
    assert not own.isVisible()
    assert (desk.workspace.pack().id, desk.workspace.pack().frequency.max) == ("spb-cbs-own", 6)
    assert said == ["In force now: “Our rules”, version 1"]
    assert set(decided) <= set(rows(desk, "submission", "submitted_post", "override", "kept_pack"))
    assert desk.undo_stack.undo_label == "Put a regulation in force"
    desk.undo()
    assert desk.workspace.pack() == load_pack("spb-cbs")
    assert set(decided) <= set(rows(desk, "submission", "submitted_post", "override", "kept_pack"))
    with desk.read() as reader:
        assert "spb-cbs-own" in {kept.regulation for kept in reader.kept_packs()}, "it was in force for a while"
    desk.redo()
    assert desk.workspace.pack().id == "spb-cbs-own"


def test_the_next_change_is_the_next_version_and_the_story_tells_both(
    own: RegulationDialog, desk: Desk, make_dialog: Callable[[], RegulationDialog]
) -> None:
    press(own.put)
    second = make_dialog()
    go(second, FIGURES)
    type_in(figure(second, "frequency", "max"), "5")
    topics = go(second, TOPICS)
    QTest.keyClick(topics.table, Qt.Key.Key_End, CTRL)
    QTest.keyClick(topics.table, Qt.Key.Key_Delete)
    assert "version 2" in second.head.state.text()
    press(second.put)
    third = make_dialog()
    past = go(third, PAST)
    assert isinstance(past, PastChapter)
    assert [(v.pack.id, v.pack.version, v.in_force) for v in past.table.values] == [
        ("spb-cbs-own", 2, True),
        ("spb-cbs-own", 1, False),
        ("spb-cbs", 1, False),
    ]
    latest, _first, shipped = past.table.values
    assert (latest.person, latest.at) == (desk.person.name, desk.at)
    assert shipped.submissions == 48
    assert past.changes.values == [
        ("How often to post: at most, posts in a week", "7", "5"),
        ("Topics: Specialised online resources", "was there", "taken out"),
    ]
    past.table.choose(1)
    press(past.take)
    assert third.draft.pack.frequency.max == 7
    press(third.put)
    assert (desk.workspace.pack().version, desk.workspace.pack().frequency.max) == (3, 7)


def test_a_version_tells_which_clauses_are_new_and_in_which_language_a_name_is(
    own: RegulationDialog, make_dialog: Callable[[], RegulationDialog]
) -> None:
    own.contents.chapters[FIGURES].add_clause("5.88")
    press(own.put)
    past = go(make_dialog(), PAST)
    rows = {place: (before, after) for place, before, after in past.changes.values}
    assert rows["Clauses of the document"] == ("–", "cl. 5.88")
    assert rows["Name of the regulation: Русский"][1] == "Our rules"


def test_hours_alone_are_a_step_without_a_version(shown: RegulationDialog, desk: Desk, qtbot: Any) -> None:
    hours = go(shown, HOURS)
    friday: QCheckBox = hours.editor._days[4].open
    friday.setFocus()
    QTest.keyClick(friday, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown.impact.impact is not None, timeout=2000)
    press(shown.put)
    assert desk.workspace.settings().pack is None
    assert desk.workspace.worktime().with_hours(Hours.default()) is not None
    assert not desk.workspace.worktime().is_working(desk.today.replace(day=27))
    assert desk.undo_stack.undo_label == "Change the curator’s working hours"
    desk.undo()
    assert desk.workspace.worktime().is_working(desk.today.replace(day=27))


def test_hours_and_rules_together_are_one_step(own: RegulationDialog, desk: Desk) -> None:
    hours = go(own, HOURS)
    QTest.keyClick(hours.editor._days[4].open, Qt.Key.Key_Space)
    steps = desk.undo_stack.undo_label
    press(own.put)
    assert desk.workspace.settings().pack is not None
    desk.undo()
    assert desk.workspace.settings().pack is None
    assert desk.workspace.worktime().is_working(desk.today.replace(day=27))
    assert desk.undo_stack.undo_label == steps


def test_back_to_the_original_keeps_ours_among_the_versions(
    own: RegulationDialog, desk: Desk, make_dialog: Callable[[], RegulationDialog], in_next_dialog: Later
) -> None:
    press(own.put)
    dialog = make_dialog()
    in_next_dialog(lambda question: press(question.go))
    press(dialog.go_back)
    assert desk.workspace.pack() == load_pack("spb-cbs")
    with desk.read() as reader:
        assert {kept.regulation for kept in reader.kept_packs()} == {"spb-cbs", "spb-cbs-own"}


@pytest.mark.parametrize("regulation", ["spb-cbs", "liepaja-lczb", "ogre-novads", "espelkamp", "generic"])
def test_every_shipped_regulation_can_be_shown_copied_and_put_in_force(
    desk: Desk, make_dialog: Callable[[], RegulationDialog], regulation: str
) -> None:
    """A look through all chapters changes nothing, and a copy of each is in force at a press."""
    with desk.workspace.work("Another") as work:
        use_pack(work, pack_toml(msgspec.structs.replace(load_pack(regulation), id=f"{regulation}-here")))
    dialog = make_dialog()
    for chapter in CHAPTERS:
        go(dialog, chapter)
    assert not dialog.draft.touched
    take_copy(desk, dialog.draft, dialog.draft.pack, "Ours")
    assert dialog.draft.flaws == ()
    press(dialog.put)
    assert desk.workspace.pack().based_on == f"{regulation}-here 1"
