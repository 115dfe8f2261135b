"""The bar at the top: its buttons stay under the pointer while weeks are turned."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint

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
