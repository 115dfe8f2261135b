"""The plans that were handed in, and taking one back."""

import datetime as dt

from PySide6.QtCore import Qt

from smcal.model import Decision, Period, Role, State
from smcal.planning.answer import answer
from smcal.planning.edit import new_post
from smcal.planning.submit import submit
from smcal_ui.desk import Desk
from smcal_ui.dialogs.answer import AnswerDialog
from smcal_ui.dialogs.plans import PlansDialog
from smcal_ui.dialogs.question import QuestionDialog

WEEK = Period(dt.date(2027, 2, 1), dt.date(2027, 2, 7))


def hand_in(desk: Desk):
    """A plan of one post in a week of its own; returns the post and the plan."""
    page = desk.book.pages[0]
    fields = {"title": "Owls", "text": "Birds of the night", "topic": 6, "date": WEEK.first}
    post = desk.do("New post", lambda work: new_post(work, page.id, **fields))
    submission, changes = submit(desk.workspace, page, WEEK, desk.at, desk.person.id)
    desk.committed(changes)
    return post, submission


def opened(qtbot, desk: Desk) -> PlansDialog:
    dialog = PlansDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_latest_stands_first_with_what_was_answered(qtbot, desk: Desk) -> None:
    _post, submission = hand_in(desk)
    dialog = opened(qtbot, desk)
    first = dialog.plans.values[0]
    assert (first.submission, first.posts, first.answered) == (submission, 1, 0)
    assert any(plan.answered for plan in dialog.plans.values)
    assert [plan.submission.at for plan in dialog.plans.values] == sorted(
        (plan.submission.at for plan in dialog.plans.values), reverse=True
    )


def test_it_is_taken_back_after_a_question_and_undone_in_one_step(qtbot, desk: Desk, in_next_dialog) -> None:
    post, submission = hand_in(desk)
    handed_in = desk.post(post.id)
    dialog = opened(qtbot, desk)

    def agree(question: QuestionDialog) -> None:
        assert question.focusWidget() is question.stay
        qtbot.mouseClick(question.go, Qt.MouseButton.LeftButton)

    in_next_dialog(agree)
    qtbot.mouseClick(dialog.take_back, Qt.MouseButton.LeftButton)
    assert desk.post(post.id) == post
    assert submission not in [plan.submission for plan in dialog.plans.values]
    assert dialog.isVisible() and "taken back" in dialog.notice.text
    desk.undo()
    assert desk.post(post.id) == handed_in
    with desk.read() as reader:
        assert submission in reader.submissions()


def test_whoever_leaves_it_changes_nothing(qtbot, desk: Desk, in_next_dialog) -> None:
    hand_in(desk)
    dialog = opened(qtbot, desk)
    with desk.read() as reader:
        before = reader.seq()
    in_next_dialog(lambda question: qtbot.keyClick(question.focusWidget(), Qt.Key.Key_Return))
    qtbot.mouseClick(dialog.take_back, Qt.MouseButton.LeftButton)
    with desk.read() as reader:
        assert reader.seq() == before


def test_what_the_curator_has_answered_cannot_be_taken_back_and_the_list_says_why(qtbot, desk: Desk) -> None:
    post, _submission = hand_in(desk)
    desk.do(
        "Answer",
        lambda work: answer(work, post.id, Decision.CHANGES, comment="When?", curator_id=None, at=desk.at),
    )
    dialog = opened(qtbot, desk)
    assert not dialog.take_back.isEnabled()
    assert "has answered" in dialog.hindrance.text()


def test_enter_shows_the_week_of_a_plan(qtbot, desk: Desk) -> None:
    hand_in(desk)
    dialog, days = opened(qtbot, desk), []
    dialog.dayRequested.connect(days.append)
    qtbot.keyClick(dialog.plans, Qt.Key.Key_Return)
    assert days == [WEEK.first] and not dialog.isVisible()


def test_every_plan_of_the_sample_can_be_chosen(qtbot, desk: Desk) -> None:
    dialog = opened(qtbot, desk)
    for row in range(len(dialog.plans.values)):
        dialog.plans.choose(row)
        assert dialog.take_back.isEnabled() is not bool(dialog.hindrance.text())


def test_the_answer_to_a_plan_is_entered_from_the_list(qtbot, desk: Desk, in_next_dialog) -> None:
    post, submission = hand_in(desk)
    with desk.read() as reader:
        curator = next(person for person in reader.people() if person.role is Role.CURATOR)
    dialog = opened(qtbot, desk)

    def agree(answer: AnswerDialog) -> None:
        assert [row.asked.post.id for row in answer.rows] == [post.id] and str(
            submission.number
        ) in answer.windowTitle()
        answer.form.fields["curator_id"].show(curator.id)
        qtbot.keyClick(answer.focusWidget(), Qt.Key.Key_1)
        qtbot.mouseClick(answer.primary, Qt.MouseButton.LeftButton)

    in_next_dialog(agree)
    qtbot.mouseClick(dialog.answer, Qt.MouseButton.LeftButton)
    assert desk.post(post.id).state is State.APPROVED
    assert dialog.plans.values[0].answered == 1 and "Ctrl+Z" in dialog.notice.text
