"""A regulation that ships with smcal: it is read, and copied under a name."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal_ui.desk import Desk
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.taking import take_copy
from smcal_ui.rules.wording import FIGURES, RULES, TOPICS
from tests.ui.rules.driving import Later, choose_rule, figure, go, press, type_in


def test_a_shipped_regulation_is_read_only_and_says_so(shown: RegulationDialog) -> None:
    rules = go(shown, RULES)
    choose_rule(rules, "frequency.max")
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    type_in(rules.form.fields["clause"].widget, "9.9")
    go(shown, FIGURES)
    type_in(figure(shown, "frequency", "max"), "9")
    press(shown.contents.chapters[TOPICS].buttons["remove"])
    assert not shown.draft.touched
    assert shown.head.make_own.isVisible() and "cannot be changed" in shown.head.state.text()
    assert not shown.put.isEnabled()


def test_one_button_makes_a_copy_with_a_name(shown: RegulationDialog, in_next_dialog: Later) -> None:
    def name_it(dialog: Any) -> None:
        type_in(dialog.form.fields["name"].widget, "Rules of Sadovaya")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_next_dialog(name_it)
    before = shown.contents.nav.geometry()
    press(shown.head.make_own)
    QApplication.processEvents()
    assert shown.contents.nav.geometry() == before, "the chapters stay below the pointer"
    pack = shown.draft.pack
    assert (pack.title.ru, pack.id, pack.version, pack.based_on) == (
        "Rules of Sadovaya",
        "spb-cbs-own",
        1,
        "spb-cbs 1",
    )
    assert not shown.head.make_own.isVisible()
    assert "not in force yet" in shown.head.state.text()


def test_whoever_wants_no_name_gets_no_copy(shown: RegulationDialog, in_next_dialog: Later) -> None:
    in_next_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    press(shown.head.make_own)
    assert not shown.draft.touched


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return])
def test_whoever_tries_to_change_it_hears_how(shown: RegulationDialog, key: Qt.Key) -> None:
    rules = go(shown, RULES)
    choose_rule(rules, "frequency.max")
    assert not shown.notice.text
    QTest.keyClick(rules.table, key)
    assert "Press “Make it your own and change it…”" in shown.notice.text
    assert rules.table.hasFocus() and not shown.draft.touched


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Insert])
def test_its_lists_say_so_too(shown: RegulationDialog, key: Qt.Key) -> None:
    topics = go(shown, TOPICS)
    QTest.keyClick(topics.table, key)
    assert "Press “Make it your own and change it…”" in shown.notice.text
    assert not shown.draft.touched


def test_it_promises_only_what_can_be_done(shown: RegulationDialog, desk: Desk) -> None:
    rules, figures = go(shown, RULES), go(shown, FIGURES)
    assert "Space" not in rules.intro.text() and "Tick" not in figures.intro.text()
    assert shown.impact.calm.text().startswith("Working hours can be changed here at once")
    take_copy(desk, shown.draft, shown.draft.pack, "Ours")
    assert "Tick" in figures.intro.text()
    assert "Space" in go(shown, RULES).intro.text()
