"""An edit of what the curator has seen re-opens the review: it is said once, with a way back."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smcal.model import Decision, State
from smcal.planning import edit
from tests.ui.post.handed_in import hand_in


def banner(opened):
    return opened.inspector._remarks.reopened


@pytest.fixture
def approved(opened):
    post, _curator = hand_in(opened, State.APPROVED, Decision.APPROVED)
    return post


def type_more(opened, name="text", words="Приходите. Вход свободный."):
    opened.type(name, words)
    opened.inspector.save()
    opened.settle()


def test_the_first_word_says_what_it_cost_and_the_link_takes_it_back(opened, approved):
    type_more(opened)
    assert opened.stored(approved.id).state is State.DRAFT
    assert banner(opened).text == opened.window.saying.text == "The post was changed: it is no longer approved."
    assert opened.field("text").hasFocus()  # nobody was asked
    QTest.mouseClick(banner(opened).link, Qt.MouseButton.LeftButton)
    opened.settle()
    assert opened.stored(approved.id) == approved
    assert not banner(opened).text and not opened.window.saying.text
    assert opened.field("text").toPlainText() == "Приходите"


def test_the_link_in_the_status_bar_takes_it_back_too(opened, approved):
    type_more(opened)
    QTest.mouseClick(opened.window.saying.link, Qt.MouseButton.LeftButton)
    opened.settle()
    assert opened.stored(approved.id) == approved


def test_it_is_said_once_while_the_post_is_open(opened, approved):
    type_more(opened)
    type_more(opened, "title", "Лекция о городе")
    assert banner(opened).text and not opened.window.saying.text
    opened.show(opened.a_post().id)
    opened.show(approved.id)
    assert not banner(opened).text
    assert opened.inspector.told()[0].startswith("To be handed in again")


def test_all_edits_since_then_are_taken_back_although_other_steps_came_between(opened, approved):
    other = opened.a_post(lambda post: post.state is State.DRAFT)
    type_more(opened)
    type_more(opened, "title", "Лекция о городе")
    opened.desk.do("Other", lambda work: edit.edit(work, other.id, title="Другое"))
    opened.settle()
    QTest.mouseClick(banner(opened).link, Qt.MouseButton.LeftButton)
    opened.settle()
    assert opened.stored(approved.id) == approved
    assert opened.stored(other.id).title == "Другое"
    opened.window.undo()
    opened.settle()
    assert opened.stored(approved.id).title == "Лекция о городе"


def test_a_post_with_the_curator_says_that_it_left_them(opened):
    post, _curator = hand_in(opened, State.SUBMITTED)
    type_more(opened)
    assert banner(opened).text == "The post was changed: it is no longer with the curator."
    opened.window.undo()
    opened.settle()
    assert opened.stored(post.id).state is State.SUBMITTED and not banner(opened).text


def test_a_note_for_colleagues_costs_nothing(opened, approved):
    type_more(opened, "note", "Спросить Марию")
    assert opened.stored(approved.id).state is State.APPROVED
    assert not banner(opened).text and not opened.window.saying.text


def test_a_move_in_the_week_says_it_as_well(opened, approved):
    window = opened.window
    window.week.move([approved.id], None, approved.date + dt.timedelta(12), False)
    opened.settle()
    assert window.saying.text.startswith("The post was changed: it is no longer approved. Moved to")
    window.undo()
    opened.settle()
    assert opened.stored(approved.id) == approved and window.saying.text == "Undone: move posts"


def test_a_plan_that_is_taken_back_by_undo_is_no_edit(opened):
    post = opened.make(title="Лекция", text="Приходите", date=dt.date(2026, 12, 3))
    opened.show(post.id)
    opened.desk.do("Prepare", lambda work: edit.edit(work, post.id, state=State.ON_HOLD))
    opened.window.undo()
    opened.settle()
    assert not banner(opened).text and opened.window.saying.text == "Undone: prepare"
