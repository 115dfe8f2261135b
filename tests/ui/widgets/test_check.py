"""A box to tick in a narrow panel: all of its words are there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smcal_ui.widgets.check import Check

WORDS = "Placed in the deferred posts of the network"


def test_its_words_go_on_below_and_come_back_beside_each_other(qtbot):
    panel = QWidget()
    qtbot.addWidget(panel)
    check = Check(WORDS)
    column = QVBoxLayout(panel)
    column.addWidget(check)
    column.addStretch()
    panel.resize(600, 200)
    panel.show()
    qtbot.waitExposed(panel)
    low, wide = check.height(), check.sizeHint().width()
    assert check.text() == WORDS
    panel.resize(wide - 40, 200)
    qtbot.waitUntil(lambda: "\n" in check.text())
    advance = check.fontMetrics().horizontalAdvance
    assert all(advance(line) < check.width() for line in check.text().split("\n"))
    assert check.text().replace("\n", " ") == WORDS == check.accessibleName()
    qtbot.waitUntil(lambda: check.height() > low)
    QTest.mouseClick(check, Qt.MouseButton.LeftButton, pos=check.rect().center())
    assert check.isChecked()
    panel.resize(600, 200)
    qtbot.waitUntil(lambda: check.text() == WORDS and check.height() == low)
