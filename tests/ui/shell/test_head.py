"""The bar at the top: its buttons stay under the pointer while weeks are turned."""

import datetime as dt
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from smcal.model import Period
from smcal.words import speak, spoken
from smcal_ui.dates import LocaleDates
from smcal_ui.shell.head import HeadBar
from tests.ui.conftest import Opened


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_buttons_stand_still_whichever_week_is_shown(language: str, opened: Opened) -> None:
    before = spoken().language
    speak(language)
    try:
        head, dates = HeadBar(), LocaleDates(language)
        head.resize(1400, 48)
        head.show()
        places = set()
        for number in range(60):
            week = opened.window.week.week
            first = dt.date(2026, 1, 5) + dt.timedelta(7 * number)
            week = type(week)(first, first + dt.timedelta(6))
            head.show_week(dates.week_title(week), dates.week_number(week), number == 3)
            opened.settle()
            places.add(head.next.mapTo(head, QPoint()).x())
            assert head.title.width() >= head.title.fontMetrics().horizontalAdvance(head.title.text())
        assert len(places) == 1
        head.close()
    finally:
        speak(before)


def test_a_narrow_bar_needs_no_more_room_than_its_own_week(opened: Opened) -> None:
    head = HeadBar()
    head.show_week("1–7 May 2026", "week 19", False)
    head.show()
    opened.settle()
    assert head.minimumSizeHint().width() < head.sizeHint().width()
    head.close()


@pytest.mark.parametrize("language", ["ru", "en", "lv", "de"])
@pytest.mark.parametrize("hands_in", [True, False])
def test_everything_has_room_on_a_small_screen_in_every_language(language: str, hands_in: bool, opened: Opened) -> None:
    before = spoken().language
    speak(language)
    try:
        head, dates = HeadBar(), LocaleDates(language)
        head.name_submit(hands_in)
        head.resize(1024, 48)
        new_year = Period(dt.date(2026, 12, 28), dt.date(2027, 1, 3))  # the longest title of all
        head.show_week(dates.week_title(new_year), dates.week_number(new_year), False)
        head.show()
        opened.settle()
        assert head.width() == 1024 and head.search.isVisible()
        shown = [head.title, head.week, head.previous, head.today, head.next, head.search, head.submit, head.plan]
        shown = [part for part in (*shown, head.new) if part.isVisible()]
        assert all(part.width() >= part.sizeHint().width() for part in shown)
        places = [(part.mapTo(head, QPoint()).x(), part.width()) for part in shown]
        assert all(x + width <= following for (x, width), (following, _w) in pairwise([*places, (1024, 0)]))
        head.close()
    finally:
        speak(before)


def test_in_a_narrow_bar_what_the_menus_have_gives_way(qtbot):
    speak("ru")
    try:
        window = QWidget()  # a window of its own could not be made as narrow
        qtbot.addWidget(window)
        window.resize(1200, 54)
        bar = HeadBar(window)
        bar.show_week("30 ноября – 6 декабря 2026", "неделя 49", False)
        bar.resize(1200, 54)
        window.show()
        qtbot.waitExposed(window)
        assert bar.search.isVisible() and bar.plan.isVisible() and bar.submit.isVisible()
        assert bar.minimumSizeHint().width() < 683, "half of 1366 pixels, at 200 %"
        bar.resize(bar._needed(2), 54)
        assert bar.submit.isVisible() and bar.plan.isVisible() and not bar.search.isVisible()
        bar.resize(bar.minimumSizeHint().width(), 54)
        assert not bar.submit.isVisible() and bar.new.geometry().right() < bar.width()
        bar.resize(1200, 54)
        assert bar.search.isVisible()
    finally:
        speak("en")
