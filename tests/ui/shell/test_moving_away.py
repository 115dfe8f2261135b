"""Posts that go out of sight stay chosen, and the window says where they went; what is refused says why in place."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from smcal.layout.board import Spot
from smcal.model import State
from tests.ui.conftest import NEXT_WEEK

LATER = dt.date(2026, 12, 17)


def middle_of(opened, post):
    view = opened.window.view
    return view.rect_of(view.board().find(post.id)).center()


def drag(opened, start, target, end, held=Qt.KeyboardModifier.NoModifier):
    """Drag what lies at a point of the week to a point of another part."""
    source = opened.window.view.viewport()
    end = source.mapFromGlobal(target.mapToGlobal(end))
    QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(source, start + QPoint(20, 12))
    QTest.mouseMove(source, end)
    QTest.mouseRelease(source, Qt.MouseButton.LeftButton, held, end)
    opened.settle()


def to_day(opened, post, day):
    month = opened.window.month
    drag(opened, middle_of(opened, post), month, month.rect_of(day).center())


def said(opened):
    return opened.window.saying.text.replace("\u00a0", " ")


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_post_dropped_on_the_tray_stays_in_the_inspector(opened):
    post = opened.make(title="Вечер")
    tray = opened.window.tray
    drag(opened, middle_of(opened, post), tray.viewport(), tray.viewport().rect().center())
    assert opened.stored(post.id).date is None
    assert opened.inspector.post.id == post.id
    assert tray.selected() == opened.window.selected() == [post.id]
    assert "without a date" in said(opened) and "Ctrl+Z" in said(opened)
    opened.window.view.setFocus()
    opened.keys("Ctrl+Z")
    assert opened.window.view.selected() == [post.id] and tray.selected() == []


def test_a_post_dropped_on_a_far_day_stays_in_the_inspector_and_can_be_followed(opened):
    post = opened.make(title="Вечер")
    to_day(opened, post, LATER)
    assert opened.stored(post.id).date == LATER
    assert opened.window.week.week == NEXT_WEEK
    assert opened.inspector.post.id == post.id and opened.window.selected() == [post.id]
    assert said(opened) == "Moved to Thu, 17 December. Ctrl+Z takes it back."
    press(opened.window.saying.link)
    opened.settle()
    assert LATER in opened.window.week.week
    assert opened.window.view.selected() == [post.id] and opened.window.view.hasFocus()


def test_undo_brings_a_post_back_into_sight_and_it_is_still_chosen(opened):
    post = opened.make(title="Вечер")
    to_day(opened, post, LATER)
    opened.keys("Ctrl+Z")
    assert opened.stored(post.id).date == post.date
    assert opened.window.view.selected() == [post.id]
    assert opened.inspector._remarks.place.text == ""
    assert said(opened) == "Undone: move posts" and opened.window.saying.link.text() == "Redo"


def test_a_copy_on_a_far_day_is_told_and_the_post_itself_stays_chosen(opened):
    post = opened.make(title="Вечер")
    month = opened.window.month
    control = Qt.KeyboardModifier.ControlModifier
    drag(opened, middle_of(opened, post), month, month.rect_of(LATER).center(), control)
    assert said(opened) == "Copied to Thu, 17 December. Ctrl+Z removes it."
    assert opened.window.view.selected() == [post.id] and opened.stored(post.id).date == post.date
    press(opened.window.saying.link)
    opened.settle()
    (copy,) = opened.window.view.selected()
    assert copy != post.id and opened.stored(copy).date == LATER


def test_several_posts_that_go_away_together_stay_chosen(opened):
    posts = [opened.make(title="Вечер"), opened.make(title="Утро")]
    view, control = opened.window.view, Qt.KeyboardModifier.ControlModifier
    for post in posts:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, middle_of(opened, post))
    to_day(opened, posts[0], LATER)
    assert set(opened.window.selected()) == {post.id for post in posts} and view.selected() == []
    opened.keys("Ctrl+Z")
    assert set(view.selected()) == {post.id for post in posts}


def test_a_day_of_another_week_in_the_inspector_keeps_the_post_and_says_where_it_is(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.type("date", "17.12.2026")
    opened.key(Qt.Key.Key_Return)
    assert opened.stored(post.id).date == LATER
    assert opened.window.week.week == NEXT_WEEK and opened.inspector.post.id == post.id
    assert opened.field("date").hasFocus()
    place = opened.inspector._remarks.place
    assert place.isVisible() and "17\u00a0December" in place.text
    press(place.findChild(QPushButton))
    opened.settle()
    assert LATER in opened.window.week.week and opened.window.view.selected() == [post.id]
    assert not place.isVisible()


def test_who_leafs_on_or_clicks_elsewhere_lets_go_of_what_is_out_of_sight(opened):
    post = opened.make(title="Вечер")
    to_day(opened, post, LATER)
    opened.window.view.setFocus()
    opened.key(Qt.Key.Key_PageUp)
    assert opened.inspector.post is None and opened.window.selected() == []
    opened.key(Qt.Key.Key_PageDown)
    other = opened.make(title="Утро")
    to_day(opened, other, LATER)
    view = opened.window.view
    row = next(row for row in range(len(view.board().rows)) if not view.board().cards(row, 6))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.rect_of(Spot(row, 6)).center())
    assert opened.inspector.post is None


def test_a_post_moved_to_the_tray_by_key_is_told_too(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.window.view.setFocus()
    opened.keys("Ctrl+T")
    assert opened.inspector.post.id == post.id and "without a date" in said(opened)


def test_a_drop_on_a_past_day_says_why_beside_it_and_changes_nothing(opened):
    opened.window.show_week(opened.desk.today)
    post = opened.make(title="Вечер", date=dt.date(2026, 11, 27))
    view = opened.window.view
    row = view.board().find(post.id).row
    drag(opened, middle_of(opened, post), view.viewport(), view.rect_of(Spot(row, 0)).center())
    assert QApplication.activeModalWidget() is None
    assert opened.stored(post.id).date == post.date
    assert "passed" in said(opened) and "Nothing was changed" in said(opened)
    assert QToolTip.isVisible() and "passed" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize("way", [Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_a_refused_step_with_alt_and_an_arrow_says_why_without_a_dialog(opened, way):
    opened.window.show_week(opened.desk.today)
    state = State.PUBLISHED if way == Qt.Key.Key_Right else State.DRAFT
    post = opened.make(title="Вечер", date=opened.desk.today, state=state)
    opened.show(post.id)
    opened.window.view.setFocus()
    opened.key(way, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activeModalWidget() is None
    assert opened.stored(post.id).date == post.date
    assert ("passed" if state is State.DRAFT else "published") in said(opened)
    QToolTip.hideText()
