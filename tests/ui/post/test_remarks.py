"""Remarks above the fields: they come and go without moving the field with the cursor, and say nothing twice."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint

from smcal.planning import edit


def top_of(opened, name):
    return opened.field(name).mapTo(opened.window, QPoint()).y()


@pytest.mark.parametrize("name", ["text", "note"])
def test_the_field_with_the_cursor_stays_where_it_is(opened, name):
    post = opened.make(title="Вечер", text="Приходите")
    opened.show(post.id)
    opened.window.activateWindow()
    opened.field(name).setFocus()
    opened.settle()
    before, said = top_of(opened, name), len(opened.inspector.told())
    for borrowed in (True, False, True, False):
        opened.desk.do("Edit a post", lambda work, to=borrowed: edit.edit(work, post.id, borrowed=to))
        opened.settle()
        assert (len(opened.inspector.told()) > said) is borrowed
        assert abs(top_of(opened, name) - before) <= 1


def test_the_text_stays_where_it_is_while_findings_come_and_go_above_it(opened):
    direction = opened.desk.workspace.pack().directions[0].id
    post = opened.make(title="Вечер", text="Приходите", direction=direction)
    opened.show(post.id)
    opened.field("text").setFocus()
    opened.settle()
    before, tops = top_of(opened, "text"), []
    for to in (None, direction, None):
        opened.desk.do("Edit a post", lambda work, to=to: edit.edit(work, post.id, direction=to))
        opened.settle()
        assert any("No direction" in text for text in opened.inspector.told()) is (to is None)
        tops.append(top_of(opened, "text"))
    assert all(abs(top - before) <= 1 for top in tops), (before, tops)


def test_the_field_stays_when_remarks_that_were_there_go_away(opened):
    post = opened.make(title="Вечер", text="Приходите", borrowed=True)
    opened.show(post.id)
    opened.field("text").setFocus()
    opened.settle()
    before = top_of(opened, "text")
    opened.desk.do("Edit a post", lambda work: edit.edit(work, post.id, borrowed=False))
    opened.settle()
    assert top_of(opened, "text") == before


def test_by_when_a_late_post_was_to_be_handed_in_is_said_once(opened):
    post = opened.make(title="Вечер", text="Приходите", date=dt.date(2026, 11, 25))
    opened.show(post.id)
    said = opened.inspector.told()
    assert sum("handed in by" in text for text in said) == 1, said
