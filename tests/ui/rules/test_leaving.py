"""What is not in force is not lost without being asked."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smcal_ui.desk import Desk
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.impact_list import ImpactDialog
from smcal_ui.rules.wording import FIGURES
from tests.ui.rules.driving import Later, figure, go, press, type_in


def test_closing_asks_about_what_is_not_in_force(own: RegulationDialog, in_next_dialog: Later) -> None:
    in_next_dialog(lambda question: press(question.stay))
    QTest.keyClick(own, Qt.Key.Key_Escape)
    assert own.isVisible()
    in_next_dialog(lambda question: press(question.go))
    own.close()
    assert not own.isVisible()


def test_closing_an_untouched_one_asks_nothing(shown: RegulationDialog) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_enter_in_a_field_puts_nothing_in_force(own: RegulationDialog, desk: Desk) -> None:
    go(own, FIGURES)
    QTest.keyClick(figure(own, "frequency", "clause"), Qt.Key.Key_Return)
    assert own.isVisible()
    assert desk.workspace.settings().pack is None


def test_the_list_of_findings_jumps_once_leaving_is_agreed(
    own: RegulationDialog, qtbot: Any, in_next_dialog: Later
) -> None:
    go(own, FIGURES)
    type_in(figure(own, "frequency", "max"), "4")
    qtbot.waitUntil(own.impact.link.isVisible, timeout=2000)
    pages: list[tuple[str, object]] = []
    own.pageRequested.connect(lambda page, day: pages.append((page, day)))
    own.jumpRequested.connect(lambda post: pages.append((post, None)))

    def choose(dialog: Any) -> None:
        assert isinstance(dialog, ImpactDialog)
        assert dialog.table.values[0].appears
        in_next_dialog(lambda question: press(question.go))
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    in_next_dialog(choose)
    press(own.impact.link)
    assert len(pages) == 1
    assert not own.isVisible()
