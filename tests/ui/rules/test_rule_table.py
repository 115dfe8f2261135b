"""Rules are turned in their place."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smcal.regulation import Severity
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.wording import ABOUT, RULES
from tests.ui.rules.driving import choose_rule, go, press, type_in


def test_a_rule_is_turned_in_its_place_by_keys(own: RegulationDialog) -> None:
    rules = go(own, RULES)
    choose_rule(rules, "frequency.max")
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    assert own.draft.pack.severity("frequency.max") is Severity.RECOMMENDED
    assert rules.table.current().id == "frequency.max"
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    assert own.draft.pack.severity("frequency.max") is Severity.OFF
    QTest.keyClick(rules.table, Qt.Key.Key_Left)
    assert own.draft.pack.severity("frequency.max") is Severity.RECOMMENDED
    QTest.keyClick(rules.table, Qt.Key.Key_Return)
    assert rules.form.fields["severity"].widget.hasFocus()


def test_a_rule_without_its_section_says_what_it_needs(own: RegulationDialog) -> None:
    rules = go(own, RULES)
    choose_rule(rules, "events.privacy-notice")
    assert "tick “Notice about photographs” in “Frequency and deadlines” first" in rules.about.text()
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    assert own.draft.pack.severity("events.privacy-notice") is Severity.OFF
    assert own.draft.flaws == ()


def test_a_new_rule_takes_the_clause_of_its_section(own: RegulationDialog) -> None:
    rules = go(own, RULES)
    choose_rule(rules, "mistakes.corrected")
    QTest.keyClick(rules.table, Qt.Key.Key_Space)
    assert "Name the clause" in rules.faults.lines["clause"].text()
    QTest.keyClick(rules.table, Qt.Key.Key_Left)
    assert "mistakes.corrected" not in own.draft.pack.rules
    assert own.draft.flaws == ()


def test_a_clause_is_changed_in_the_field_and_a_new_one_added_beside_it(own: RegulationDialog) -> None:
    rules = go(own, RULES)
    choose_rule(rules, "frequency.max")
    type_in(rules.form.fields["clause"].widget, "cl. 9.9")
    assert own.draft.pack.rules["frequency.max"].clause == "9.9"
    assert rules.table.current().id == "frequency.max"
    press(rules.faults.add)
    assert not own.draft.flaws and "9.9" in own.draft.pack.clauses


def test_guidelines_require_nothing(own: RegulationDialog) -> None:
    about = go(own, ABOUT)
    about.form.fields["binding"].widget.setFocus()
    QTest.keyClick(about.form.fields["binding"].widget, Qt.Key.Key_Down)
    assert own.draft.pack.binding == "guidelines" and own.draft.flaws == ()
    rules = go(own, RULES)
    choose_rule(rules, "frequency.max")
    turned = []
    for _n in range(3):
        turned.append(own.draft.pack.severity("frequency.max"))
        QTest.keyClick(rules.table, Qt.Key.Key_Space)
    assert turned == [Severity.RECOMMENDED, Severity.OFF, Severity.RECOMMENDED]
    assert rules.form.fields["severity"].widget.count() == 2
