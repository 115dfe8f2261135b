"""Windows that come and go in one process, used with keys and mouse while aftercare runs, with and without a reader."""

import gc
import random

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal_ui.shell.aftercare import Aftercare
from tests.ui.conftest import NEXT_WEEK, Opened

KEYS = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_PageDown)


@pytest.mark.parametrize("listening", [False, True])
def test_windows_come_and_go(make_window, qtbot, listening):
    dice = random.Random(7)
    QAccessible.setActive(listening)
    try:
        for turn in range(6):
            window = make_window()
            window.show_week(NEXT_WEEK.first)
            window.show()
            window.view.setFocus()
            opened, care = Opened(window), Aftercare(window.desk, window._tasks, window)
            care.start()
            area = window.view.viewport()
            for _step in range(10):
                QTest.keyClick(window.view, dice.choice(KEYS))
                pos = QPoint(dice.randrange(area.width()), dice.randrange(area.height()))
                QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=pos)
            window.go_weeks(1)
            opened.settle()
            assert window.view.board() is not None
            care.stop()
            window.close()
            window.deleteLater()
            if turn % 2:
                gc.collect()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            opened.settle()
    finally:
        QAccessible.setActive(False)
