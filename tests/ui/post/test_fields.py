"""Each field edits the post: typed, chosen and ticked by hand."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QTableView

from smcal.model import Artwork, State
from smcal_ui.post.fields import time_of


def choose(opened, name: str, text: str) -> None:
    """Choose by the keyboard, as typing in a closed list does."""
    combo = opened.field(name)
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    row = next(n for n in range(combo.count()) if text in combo.itemText(n))
    while combo.currentIndex() != row:
        QTest.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < row else Qt.Key.Key_Up)
    opened.settle()


def tick(opened, name: str) -> None:
    """Click a box where it is drawn."""
    box = opened.field(name)
    assert isinstance(box, QCheckBox)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    opened.settle()


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("title", "Вечер  поэзии ", "Вечер поэзии"),
        ("text", "Приходите в шесть.", "Приходите в шесть."),
        ("time", "1730", dt.time(17, 30)),
        ("note", "Спросить Марию", "Спросить Марию"),
    ],
)
def test_what_is_typed_is_kept_on_leaving_the_field(opened, name, typed, kept):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.type(name, typed)
    opened.key(Qt.Key.Key_Tab)
    assert getattr(opened.stored(post.id), name) == kept


def test_a_page_a_topic_and_its_usual_direction_are_chosen(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    choose(opened, "topic", "7 ·")
    stored = opened.stored(post.id)
    assert (stored.topic, stored.direction) == (7, opened.desk.workspace.pack().topic(7).direction)
    choose(opened, "page_id", "Telegram")
    assert opened.stored(post.id).page_id == opened.page("telegram").id
    choose(opened, "artwork", "ordered,")
    assert opened.stored(post.id).artwork is Artwork.ORDERED


def test_an_urgent_post_asks_for_its_reason(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    assert not opened.field("urgent_reason").isVisible()
    tick(opened, "urgent")
    assert opened.field("urgent_reason").isVisible()
    opened.type("urgent_reason", "Заболел лектор")
    opened.key(Qt.Key.Key_Tab)
    stored = opened.stored(post.id)
    assert (stored.urgent, stored.urgent_reason) == (True, "Заболел лектор")


def test_a_partner_has_a_name_and_the_consent_of_the_pr_service(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    tick(opened, "has_partner")
    opened.type("partner", "Издательство «Мост»")
    tick(opened, "pr_consent")
    stored = opened.stored(post.id)
    assert (stored.partner, stored.pr_consent) == ("Издательство «Мост»", True)
    tick(opened, "has_partner")
    stored = opened.stored(post.id)
    assert (stored.partner, stored.pr_consent) == ("", False)


def test_a_borrowed_text_names_author_and_source(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    tick(opened, "borrowed")
    opened.type("author", "И. Северская")
    opened.type("source", "https://example.org/a")
    opened.key(Qt.Key.Key_Tab)
    stored = opened.stored(post.id)
    assert (stored.borrowed, stored.author, stored.source) == (True, "И. Северская", "https://example.org/a")


def test_deferred_posts_are_for_vk_alone(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    tick(opened, "deferred")
    assert opened.stored(post.id).deferred
    other = opened.make(title="Вечер", page_id=opened.page("telegram").id)
    opened.show(other.id)
    assert not opened.field("deferred").isVisible()


def test_a_post_is_put_on_hold_and_taken_up_again(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    choose(opened, "state", "Put on hold")
    assert opened.stored(post.id).state is State.ON_HOLD
    choose(opened, "state", "Take up again")
    assert opened.stored(post.id).state is State.DRAFT


def test_a_past_day_is_refused_and_the_field_shows_the_old_one(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    editor = opened.field("date")
    editor.set_day(dt.date(2026, 11, 2))
    editor.setFocus()
    opened.key(Qt.Key.Key_Return)
    assert opened.stored(post.id).date == post.date
    assert editor.day() == post.date
    assert "passed" in opened.window.saying.text


def test_a_wheel_scrolls_past_choices_without_changing_them(opened):
    post = opened.make(title="Вечер", topic=7)
    opened.show(post.id)
    combo = opened.field("topic")
    middle = combo.rect().center()
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    event = QWheelEvent(
        QPointF(middle),
        QPointF(combo.mapToGlobal(middle)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, event)
    opened.settle()
    assert opened.stored(post.id).topic == 7


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", dt.time(9)),
        ("930", dt.time(9, 30)),
        ("9.30", dt.time(9, 30)),
        ("18-05", dt.time(18, 5)),
        ("25", None),
        ("9:7", None),
        ("", None),
    ],
)
def test_times_are_read_as_people_type_them(typed, meant):
    assert time_of(typed) == meant


@pytest.mark.parametrize("typed", ["05.12", "5.12.2026", "05/12/26", "5-12-2026", "05122026"])
def test_a_day_is_typed(opened, typed):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    editor = opened.field("date")
    assert editor.text() == "Thu 3 Dec 2026"
    opened.type("date", typed, over=False)
    opened.key(Qt.Key.Key_Tab)
    assert opened.stored(post.id).date == dt.date(2026, 12, 5)
    assert editor.text() == "Sat 5 Dec 2026"
    assert QApplication.focusWidget().objectName() == "time"


def test_what_is_no_day_is_taken_back(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.type("date", "31.11.2026")
    opened.key(Qt.Key.Key_Return)
    assert opened.stored(post.id).date == post.date
    assert opened.field("date").text() == "Thu 3 Dec 2026"


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)],
)
@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the offscreen screen has none
def test_the_calendar_opens_and_picks_by_keyboard(opened, key, held):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.field("date").setFocus()
    opened.key(key, held)
    table = QApplication.activePopupWidget().findChild(QTableView)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)
    opened.settle()
    assert QApplication.activePopupWidget() is None
    assert opened.stored(post.id).date == dt.date(2026, 12, 4)


def test_arrows_change_the_day(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.field("date").setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        opened.key(key)
    opened.key(Qt.Key.Key_Tab)
    assert opened.stored(post.id).date == dt.date(2026, 12, 4)


@pytest.mark.parametrize("name", ["date", "topic"])
def test_a_wheel_never_takes_the_keyboard(opened, name):
    opened.show(opened.make(title="Вечер").id)
    assert opened.field(name).focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_topic_without_room_is_abridged_and_whole_in_its_list(opened):
    opened.show(opened.make(title="Вечер", topic=7).id)
    combo = opened.field("topic")
    assert combo.abridged[combo.currentText()].endswith("· Events")
    narrow = combo.grab().toImage()
    combo.abridged = {}
    assert combo.grab().toImage() != narrow
