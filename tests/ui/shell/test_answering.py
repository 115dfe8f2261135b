"""Menu and key answer what was handed in, several posts at once; nobody answers what changed since."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal.model import Period, Role, State
from smcal.planning.edit import edit
from smcal.planning.submit import submit
from smcal_ui.dialogs.answer import AnswerDialog


def in_answer(act: Callable[[AnswerDialog], None]) -> None:
    """Do something in the dialog that opens next."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AnswerDialog):
            timer.stop()
            act(dialog)
            if dialog.isVisible():
                dialog.reject()  # else the test would wait for ever

    timer = QTimer(QApplication.instance(), interval=20)
    timer.timeout.connect(look)
    timer.start()


def handed_in(opened) -> list[str]:
    """Two posts of a plan in a week of its own, which is shown."""
    desk, week = opened.desk, Period(dt.date(2027, 2, 1), dt.date(2027, 2, 7))
    page = opened.page("vk")
    days = (week.first, week.first + dt.timedelta(2))
    made = [opened.make(page_id=page.id, title="Совы", text="Ночные птицы", topic=6, date=day) for day in days]
    _plan, changes = submit(desk.workspace, page, week, desk.at, desk.person.id)
    desk.committed(changes)
    opened.window.show_week(week.first)
    opened.settle()
    return [post.id for post in made]


def test_the_key_answers_all_chosen_posts_in_one_step(opened, qtbot):
    window = opened.window
    ids = handed_in(opened)
    window.chosen.take(ids)
    opened.settle()
    assert window.actions_by_name["post.answer"].isEnabled()
    before = [opened.stored(post_id) for post_id in ids]
    with opened.desk.read() as reader:
        curator = next(person.id for person in reader.people() if person.role is Role.CURATOR)

    def agree(dialog: AnswerDialog) -> None:
        assert {row.asked.post.id for row in dialog.rows} == set(ids)
        dialog.form.fields["curator_id"].show(curator)
        QTest.mouseClick(dialog.all, Qt.MouseButton.LeftButton)
        QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    in_answer(agree)
    window.view.setFocus()
    opened.keys("Ctrl+R")
    assert {opened.stored(post_id).state for post_id in ids} == {State.APPROVED}
    assert "Ctrl+Z" in window.saying.text
    window.activateWindow()  # a window manager does so when the dialog goes; here is none
    qtbot.waitUntil(window.view.hasFocus)
    opened.keys("Ctrl+Z")
    assert [opened.stored(post_id) for post_id in ids] == before


def test_the_key_and_enter_alone_approve_nothing(opened):
    post = opened.a_post(lambda post: post.state is State.SUBMITTED)
    opened.show(post.id)
    said = []

    def press(dialog: AnswerDialog) -> None:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        said.append(dialog.notice.text)

    in_answer(press)
    opened.keys("Ctrl+R")
    assert said and said[0] and opened.stored(post.id).state is State.SUBMITTED


def test_a_changed_post_is_handed_in_again_before_it_is_answered(opened):
    post = opened.a_post(lambda post: post.state is State.SUBMITTED)
    opened.show(post.id)
    command, steps = opened.window.actions_by_name["post.answer"], opened.inspector._steps
    assert command.isEnabled() and steps.next == "answer"
    opened.desk.do("text", lambda work: edit(work, post.id, text="Другой текст"))
    opened.settle()
    assert not command.isEnabled() and not steps.actions_by_name["answer"].isEnabled()
    assert steps.next == "submit" and steps.button.isVisible()
