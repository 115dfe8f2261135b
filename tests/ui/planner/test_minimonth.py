"""The mini-month by mouse and keys."""

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from smcal.model.period import week_of
from tests.ui.planner.conftest import TODAY

DEC_17 = dt.date(2026, 12, 17)


def test_it_shows_the_month_that_holds_most_of_the_week(stage):
    assert stage.month.days().first == dt.date(2026, 11, 30)
    stage.month.show_week(week_of(dt.date(2026, 11, 26)), TODAY)
    assert stage.month.days().first == dt.date(2026, 10, 26)


def test_a_click_goes_to_a_day(stage, heard):
    chosen = heard(stage.month.dateChosen)
    QTest.mouseClick(stage.month, Qt.MouseButton.LeftButton, pos=stage.month.rect_of(DEC_17).center())
    assert chosen == [(DEC_17,)]


def test_arrows_beside_the_name_turn_the_month(stage, heard):
    chosen = heard(stage.month.dateChosen)
    QTest.mouseClick(stage.month, Qt.MouseButton.LeftButton, pos=QPoint(stage.month.width() - 12, 14))
    assert DEC_17 + dt.timedelta(31) in stage.month.days() and chosen == []
    QTest.mouseClick(stage.month, Qt.MouseButton.LeftButton, pos=QPoint(stage.month.width() - 36, 14))
    assert stage.month.days().first == dt.date(2026, 11, 30)


def test_keys_walk_over_the_edge_of_the_month_and_enter_chooses(stage, heard):
    chosen = heard(stage.month.dateChosen)
    stage.month.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(stage.month, key)
    assert chosen == [(dt.date(2026, 11, 22),)]
    assert stage.month.days().first == dt.date(2026, 10, 26)


def test_every_day_is_found_at_its_own_place(stage):
    for day in stage.month.days().days():
        assert stage.month.day_at(stage.month.rect_of(day).center()) == day
