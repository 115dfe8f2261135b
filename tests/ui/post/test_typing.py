"""What is typed is saved by itself, is one step, and is never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from smcal.planning import edit
from smcal.store import DiskFull
from smcal_ui.post import typing as post_typing


def test_typing_is_saved_after_a_pause_while_the_cursor_stays(opened, qtbot):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.type("text", "Первая строка ")
    assert opened.stored(post.id).text == ""
    qtbot.waitUntil(lambda: opened.stored(post.id).text == "Первая строка ", timeout=post_typing.PAUSE + 2000)
    opened.settle()
    opened.write("text", "и вторая")
    assert opened.field("text").toPlainText() == "Первая строка и вторая"


def test_a_space_at_the_end_of_a_title_stays_under_the_cursor(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.type("title", "Вечер ")
    opened.inspector.typing.save()
    opened.settle()
    assert opened.stored(post.id).title == "Вечер"
    opened.write("title", "поэзии")
    opened.key(Qt.Key.Key_Tab)
    assert opened.stored(post.id).title == "Вечер поэзии"


def test_typing_in_one_field_is_one_step_to_undo(opened):
    post = opened.make(title="Вечер", text="Было")
    opened.show(post.id)
    opened.type("text", "Раз")
    opened.inspector.typing.save()
    opened.write("text", ", два")
    opened.key(Qt.Key.Key_Tab)
    assert opened.stored(post.id).text == "Раз, два"
    opened.window.undo()
    opened.settle()
    assert opened.stored(post.id).text == "Было"
    assert opened.field("text").toPlainText() == "Было"
    opened.window.redo()
    assert opened.stored(post.id).text == "Раз, два"


def test_ctrl_z_goes_to_the_text_first_and_then_to_the_calendar(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.desk.do("Edit a post", lambda work: edit.edit(work, post.id, note="для коллег"))
    opened.settle()
    opened.type("text", "Приходите")
    opened.keys("Ctrl+Z")
    assert opened.field("text").toPlainText() == ""
    assert opened.stored(post.id).note == "для коллег"
    opened.keys("Ctrl+Z")
    assert opened.stored(post.id).note == ""


def test_undo_of_another_field_leaves_what_is_being_typed(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.type("text", "Я ещё пишу")
    opened.desk.do("Edit a post", lambda work: edit.edit(work, post.id, note="заметка"))
    opened.settle()
    assert opened.field("text").toPlainText() == "Я ещё пишу"
    assert opened.field("note").toPlainText() == "заметка"


def test_choosing_another_post_saves_the_first(opened):
    first, second = opened.make(title="Первый"), opened.make(title="Второй")
    opened.show(first.id)
    opened.type("text", "Недописано")
    opened.show(second.id)
    assert opened.stored(first.id).text == "Недописано"
    assert opened.field("text").toPlainText() == ""


def test_closing_the_window_saves_what_is_being_typed(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.type("text", "Недописано")
    opened.type("time", "1815")
    assert opened.window.close()
    stored = opened.stored(post.id)
    assert (stored.text, stored.time.hour) == ("Недописано", 18)


def test_f73_what_cannot_be_saved_stays_in_the_editor_and_is_tried_again(opened, monkeypatch):
    first, second = opened.make(title="Первый"), opened.make(title="Второй")
    opened.show(first.id)
    work = opened.desk.workspace.work

    def full(*args, **named):
        raise DiskFull("The disk is full.")

    monkeypatch.setattr(opened.desk.workspace, "work", full)
    opened.type("text", "Не потерять")
    assert not opened.inspector.save()
    opened.settle()
    trouble = opened.field("trouble")
    assert trouble.isVisible() and "The disk is full." in trouble.text
    opened.show(second.id)
    assert opened.field("text").toPlainText() == ""
    opened.show(first.id)
    assert opened.field("text").toPlainText() == "Не потерять"
    monkeypatch.setattr(opened.desk.workspace, "work", work)
    assert opened.inspector.save()
    assert opened.stored(first.id).text == "Не потерять"
    assert not trouble.isVisible()


@pytest.mark.parametrize("stays", [True, False])
def test_a_window_with_unsaved_text_asks_before_it_closes(opened, monkeypatch, stays, press_in_dialog):
    post = opened.make(title="Первый")
    opened.show(post.id)

    def full(*args, **named):
        raise DiskFull("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(opened.desk.workspace, "work", full)
        opened.type("text", "Не потерять")
        press_in_dialog("Stay" if stays else "Close")
        assert opened.window.close() is not stays
        if not stays:
            assert QApplication.clipboard().text() == "Не потерять"
    assert opened.inspector.typing.save()
