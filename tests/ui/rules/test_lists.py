"""Topics and points: added, ordered, changed, removed."""

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smcal.regulation import Severity, load_pack
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.listed import ListChapter
from smcal_ui.rules.wording import CHECKLIST, PAST, RULES, TOPICS
from tests.ui.rules.driving import CTRL, Later, go, press, type_in


def test_a_topic_is_added_ordered_changed_and_removed(own: RegulationDialog, in_next_dialog: Later) -> None:
    topics = go(own, TOPICS)
    assert isinstance(topics, ListChapter)

    def fill(dialog: Any) -> None:
        type_in(dialog.form.fields["title_ru"].widget, "Podcasts")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible() and dialog.notice.text  # the short name and the clause are missing
        type_in(dialog.form.fields["short_ru"].widget, "Podcast")
        type_in(dialog.form.fields["clause"].widget, "App. 2, 11")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_next_dialog(fill)
    press(topics.buttons["add topics"])
    added = own.draft.pack.topics[-1]
    assert (added.id, added.title.ru, added.clause) == (12, "Podcasts", "App. 2, 11")
    QTest.keyClick(topics.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [topic.id for topic in own.draft.pack.topics][-2:] == [12, 11]
    assert topics.table.current().id == 12

    in_next_dialog(lambda dialog: (type_in(dialog.form.fields["short_ru"].widget, "Pod"), dialog.accept()))
    QTest.keyClick(topics.table, Qt.Key.Key_Return)
    assert own.draft.pack.topic(12).short.ru == "Pod"
    QTest.keyClick(topics.table, Qt.Key.Key_Delete)
    assert own.draft.pack.topic(12) is None


def test_another_order_is_a_change_that_is_told_and_taken_back(
    own: RegulationDialog, make_dialog: Callable[[], RegulationDialog]
) -> None:
    topics = go(own, TOPICS)
    QTest.keyClick(topics.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    go(own, RULES)
    press(own.head.undo)
    assert own.contents.shown == TOPICS and topics.table.values[0].id == 1
    press(own.head.redo)
    press(own.put)
    past = go(make_dialog(), PAST)
    assert ("Topics", "–", "in another order") in past.changes.values


def test_a_number_that_is_taken_is_refused_in_the_form(own: RegulationDialog, in_next_dialog: Later) -> None:
    topics = go(own, TOPICS)

    def fill(dialog: Any) -> None:
        type_in(dialog.form.fields["id"].widget, "3")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.notice.text == "This number is there twice."

    in_next_dialog(fill)
    QTest.keyClick(topics.table, Qt.Key.Key_End, CTRL)
    press(topics.buttons["edit"])
    assert own.draft.pack.topics == load_pack("spb-cbs").topics


def test_the_last_point_of_a_rule_turns_it_off(own: RegulationDialog) -> None:
    points = go(own, CHECKLIST)
    points.table.choose(2)
    press(points.buttons["remove"])
    assert own.draft.pack.severity("language.opinion") is Severity.OFF
    assert own.draft.flaws == ()


def test_an_entry_that_cannot_stay_so_is_marked_in_its_line(own: RegulationDialog) -> None:
    topics = go(own, TOPICS)
    shortened = tuple(clause for clause in own.draft.pack.clauses if clause != "App. 2, 3")
    assert topics._tint(topics.table.values[2]) == ""
    own.draft.change(msgspec.structs.replace(own.draft.pack, clauses=shortened))
    assert [topics._tint(topic) for topic in topics.table.values[:4]] == ["", "", "bad", ""]
    assert "The document has no" in topics.fault.text()


def test_a_topic_with_a_new_clause_asks_and_loses_nothing_that_was_typed(
    own: RegulationDialog, in_next_dialog: Later
) -> None:
    topics = go(own, TOPICS)

    def fill(dialog: Any) -> None:
        type_in(dialog.form.fields["title_ru"].widget, "Podcasts")
        type_in(dialog.form.fields["short_ru"].widget, "Podcast")
        type_in(dialog.form.fields["clause"].widget, "App. 2, 12")
        in_next_dialog(lambda question: press(question.stay))
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible() and dialog.form.value("title_ru") == "Podcasts"
        in_next_dialog(lambda question: press(question.go))
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_next_dialog(fill)
    press(topics.buttons["add topics"])
    assert own.draft.pack.topics[-1].clause == own.draft.pack.clauses[-1] == "App. 2, 12"
    assert not own.draft.flaws
    press(own.head.undo)
    assert own.draft.pack.topics[-1].id == 11 and own.draft.pack.clauses[-1] != "App. 2, 12"
