"""A post that is only begun is not told what it lacks, until its text is begun or somebody asks."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import NEXT_WEEK

THURSDAY = NEXT_WEEK.first + dt.timedelta(3)


def begin(opened, day=THURSDAY):
    opened.window.plan_commands.new(opened.page("vk").id, day)
    opened.settle()
    return opened.inspector.post


def findings(opened):
    return opened.inspector._sheet.told.findings


def top_of(opened, widget):
    return widget.mapTo(opened.window, QPoint()).y()


def test_one_calm_line_says_how_much_is_left(opened):
    begin(opened)
    deadline, left = opened.inspector.told()
    assert deadline.startswith("Hand in by") and left == "2 things still to do"
    assert findings(opened).count.property("level") == "plain"


def test_on_an_urgent_day_nothing_is_red_either(opened):
    begin(opened, dt.date(2026, 11, 26))
    deadline = opened.inspector._remarks.deadline
    assert deadline.text.startswith("Late") and deadline.property("level") == "warn"
    assert opened.inspector.told()[1:] == ["3 things still to do"]


def test_the_line_opens_and_the_keyboard_goes_to_what_is_lacking(opened):
    begin(opened)
    QTest.mouseClick(findings(opened).count.link, Qt.MouseButton.LeftButton)
    opened.settle()
    told = opened.inspector.told()
    assert "The text is not written yet (cl. 5.7, 5.11)." in told and not any("still to do" in text for text in told)
    opened.key(Qt.Key.Key_Space)  # on “Write it”
    assert opened.field("text").hasFocus()


def test_a_title_alone_does_not_bring_them_but_the_text_does(opened):
    begin(opened)
    opened.write("title", "Вечер")
    opened.inspector.save()
    opened.settle()
    assert opened.inspector.told()[-1] == "2 things still to do"
    opened.type("text", "Приходите")
    opened.inspector.save()
    opened.settle()
    assert opened.inspector.told()[1:] == ["No direction is chosen (cl. 4.1, 4.2)."]


def test_a_draft_that_is_opened_again_is_told_everything(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    assert len(opened.inspector.told()) == 3


@pytest.mark.parametrize(
    ("fields", "above", "below"),
    [
        ({}, "text", "artwork"),
        ({"borrowed": True, "text": "Стихи"}, "source", "personal_data"),
        ({"text": "Стихи"}, "direction", "text"),
        ({"text": "Стихи", "date": dt.date(2026, 11, 26)}, "date", "page_id"),
    ],
    ids=["no-text", "no-author", "no-direction", "late"],
)
def test_a_finding_stands_below_the_field_it_is_about(opened, fields, above, below):
    direction = None if above == "direction" else opened.desk.workspace.pack().directions[0].id
    post = opened.make(**{"title": "Вечер", "direction": direction, **fields})
    opened.show(post.id)
    (banner,) = findings(opened)._shown
    assert banner.isVisible()
    place = top_of(opened, banner)
    assert top_of(opened, opened.field(above)) < place
    following = opened.field(below)
    if following.isVisible():
        assert place < top_of(opened, following)


def test_the_text_is_in_sight_on_a_small_laptop(opened):
    opened.window.resize(1366, 700)
    begin(opened)
    text = opened.field("text")
    assert text.visibleRegion().boundingRect().height() > 80


def test_leaving_an_empty_post_and_a_new_one_is_calm_again(opened):
    first = begin(opened)
    QTest.mouseClick(findings(opened).count.link, Qt.MouseButton.LeftButton)
    opened.settle()
    second = begin(opened, THURSDAY + dt.timedelta(1))
    assert first.id != second.id and opened.desk.post(first.id) is None
    assert opened.inspector.told()[-1] == "2 things still to do"
    assert QApplication.focusWidget() is opened.field("title")


def test_findings_out_of_sight_are_counted_at_the_foot_and_the_count_leads_to_them(opened):
    opened.window.resize(1366, 700)
    direction = opened.desk.workspace.pack().directions[0].id
    post = opened.make(title="Вечер", text="Стихи", direction=direction, borrowed=True)
    opened.show(post.id)
    (banner,) = findings(opened)._shown
    count = opened.field("to_findings")
    assert count.text() == "1 finding" and banner.visibleRegion().isEmpty()
    QTest.mouseClick(count, Qt.MouseButton.LeftButton)
    opened.settle()
    assert banner.visibleRegion().boundingRect() == banner.rect() and banner.link.hasFocus()
    opened.show(opened.make(title="Вечер", text="Стихи", direction=direction).id)
    assert not count.isVisible()
