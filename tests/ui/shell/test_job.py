"""The whole job in one window, by keyboard: a new post, its text, another day, handed in."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal.model import Period, State
from smcal.planning.submit import submit


def test_a_post_is_made_written_moved_and_handed_in(opened):
    page = opened.page("vk")
    view = opened.window.view
    view.focus_cell(page.id, dt.date(2026, 12, 6))
    view.setFocus()
    opened.key(Qt.Key.Key_Insert)
    opened.write("title", "Ночь сказок")
    post_id = opened.inspector.post.id
    opened.key(Qt.Key.Key_Return)
    opened.type("text", "Читаем вслух до полуночи.")
    opened.key(Qt.Key.Key_Escape)
    assert view.hasFocus() and view.selected() == [post_id]
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    opened.settle()
    stored = opened.stored(post_id)
    assert (stored.title, stored.text, stored.date) == (
        "Ночь сказок",
        "Читаем вслух до полуночи.",
        dt.date(2026, 12, 5),
    )
    desk, day = opened.desk, Period(stored.date, stored.date)
    _submission, changes = submit(desk.workspace, page, day, desk.at, desk.person.id)
    desk.committed(changes)
    opened.settle()
    assert opened.stored(post_id).state is State.SUBMITTED
    assert QApplication.focusWidget() is view
    for _step in range(3):
        opened.keys("Ctrl+Z")
    assert opened.stored(post_id).date == dt.date(2026, 12, 6)
