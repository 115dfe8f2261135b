"""Foreign text in the planner is shown as it is (F79), however odd (F81)."""

import pytest
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from smcal.layout.board import WeekBoard
from smcal.model import Period
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.texts import Fitter
from smcal_ui.planner.view import WeekView
from smcal_ui.theme import CAPTION, Theme
from smcal_ui.widgets.tips import plain_tip
from tests.ui.planner import boards

MARKUP = '<img src="file:///etc/passwd"><b>bold</b> &lt;'
ODD = ["🎉🎊" * 20, "مرحبا بالعالم " * 5, "e\u0301" * 60, "\ufffe", "a" * 5000, "", " ", "\u202egpj.exe", "𝔘𝔫𝔦"]


def view_with(qtbot, title: str) -> WeekView:
    row = boards.row(boards.page("p", title), [boards.card("c", 1, "10:00", 7, title)])
    view = WeekView(Theme.chosen("light"), LocaleDates("en"))
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show_board(WeekBoard(Period(boards.MONDAY, boards.days()[-1].date), boards.days(), (row,)))
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_f79_markup_in_a_tip_is_escaped(qtbot):
    view = view_with(qtbot, MARKUP)
    spot = view.rect_of(view.board().find("c")).center()
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot))
    )
    assert "&lt;img" in QToolTip.text() and "<img" not in QToolTip.text()
    QToolTip.hideText()


def test_f79_a_tip_without_text_is_empty():
    assert plain_tip("") == ""


@pytest.mark.parametrize("title", [MARKUP, *ODD])
def test_f81_odd_titles_are_painted_and_spoken(qtbot, title):
    view = view_with(qtbot, title)
    view.select(["c"])
    assert not view.grab().isNull()
    spot, tree = view.board().find("c"), QAccessible.queryAccessibleInterface(view)
    assert tree.child(spot.row * 7 + spot.column).child(spot.index).text(QAccessible.Text.Name)


@pytest.mark.parametrize("text", [MARKUP, *ODD])
@pytest.mark.parametrize("width", [0, 1, 40, 300])
def test_f81_odd_texts_are_cut_to_fit(qapp, text, width):
    fitter = Fitter(Theme.chosen("light").font(CAPTION))
    for line in (fitter.one(text, width), *fitter.two(text, width)):
        assert fitter.width(line) <= max(width, fitter.width("…")) + 1 or not line.strip()
