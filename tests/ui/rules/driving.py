"""Mouse and keys in the regulation's window."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from smcal_ui.desk import Desk
from smcal_ui.rules.dialog import RegulationDialog
from smcal_ui.rules.figures import FiguresChapter
from smcal_ui.rules.rule_table import RulesChapter
from smcal_ui.rules.wording import CHAPTERS, FIGURES

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
Later = Callable[[Callable[[Any], None]], None]


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)


def go(dialog: RegulationDialog, chapter: str) -> Any:
    """Walk to a chapter with the arrows."""
    nav: QListWidget = dialog.contents.nav
    nav.setFocus()
    QTest.keyClick(nav, Qt.Key.Key_Home)
    for _n in range(list(CHAPTERS).index(chapter)):
        QTest.keyClick(nav, Qt.Key.Key_Down)
    assert dialog.contents.chapters[chapter].isVisible()
    return dialog.contents.chapters[chapter]


def type_in(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keySequence(widget, "Ctrl+A")
    QTest.keyClicks(widget, text)


def figure(dialog: RegulationDialog, section: str, key: str) -> QWidget:
    chapter = dialog.contents.chapters[FIGURES]
    assert isinstance(chapter, FiguresChapter)
    return chapter.boxes[section].form.fields[key].widget


def choose_rule(rules: RulesChapter, name: str) -> None:
    rules.table.setFocus()
    QTest.keyClick(rules.table, Qt.Key.Key_Home, CTRL)
    while rules.table.current().id != name:
        QTest.keyClick(rules.table, Qt.Key.Key_Down)


def rows(desk: Desk, *tables: str) -> list[tuple[Any, ...]]:
    """What the file has in some tables, byte by byte."""
    with closing(sqlite3.connect(desk.workspace.path)) as file:
        return [row for table in tables for row in file.execute(f"SELECT * FROM {table} ORDER BY id")]
