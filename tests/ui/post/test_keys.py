"""The keyboard goes through a post as it is written: title, text, fields, then what can be done, links last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from smcal.model import State


def test_enter_in_the_title_goes_into_the_text(opened):
    post = opened.make(title="Вечер", text="Приходите")
    opened.show(post.id)
    opened.field("title").setFocus()
    opened.key(Qt.Key.Key_Return)
    text = opened.field("text")
    assert text.hasFocus() and text.textCursor().atEnd()
    assert opened.stored(post.id).title == "Вечер"


def test_tab_meets_no_link_before_the_last_field_and_the_foot(opened):
    post = opened.make(title="Вечер")  # without text: there are links
    opened.show(post.id)
    opened.field("title").setFocus()
    met = []
    while len(met) < 60:
        opened.key(Qt.Key.Key_Tab)
        held = QApplication.focusWidget()
        if not opened.inspector.isAncestorOf(held):
            break
        met.append(held)
    names = [widget.objectName() or ("link" if widget.property("link") else "?") for widget in met]
    assert names[:6] == ["date", "time", "page_id", "topic", "direction", "text"]
    links = [n for n, name in enumerate(names) if name == "link"]
    assert len(links) >= 3 and links == list(range(links[0], links[0] + len(links)))
    assert names[links[0] - 4 : links[0]] == ["state", "next_step", "more_steps", "to_findings"]


def test_enter_on_a_card_goes_into_its_title(opened):
    post = opened.a_post(lambda post: post.state is State.DRAFT)
    opened.show(post.id)
    opened.window.view.setFocus()
    opened.key(Qt.Key.Key_Return)
    title = opened.field("title")
    assert title.hasFocus() and title.textCursor().atEnd()
    assert opened.inspector.post.id == post.id


def test_enter_on_a_post_without_a_date_goes_into_its_title(opened):
    window = opened.window
    card = window.tray.cards()[0]
    window.tray.setFocus()
    window.tray.select([card.id])
    opened.settle()
    opened.key(Qt.Key.Key_Return)
    assert opened.field("title").hasFocus() and opened.inspector.post.id == card.id


def test_what_mends_is_scrolled_into_sight(opened):
    opened.window.resize(1366, 640)
    post = opened.make(title="Вечер", text="Приходите", partner="Кино")
    opened.show(post.id)
    opened.inspector.focus_field("pr_consent")
    opened.settle()
    box = opened.field("pr_consent")
    assert box.hasFocus() and box.visibleRegion().boundingRect() == box.rect()
