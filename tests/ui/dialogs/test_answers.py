"""The curator's answer and "published", entered by hand."""

import datetime as dt

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from smcal.model import Decision, Post, Role, State
from smcal.planning.edit import edit, new_post
from smcal_ui.desk import Desk
from smcal_ui.dialogs.answer import AnswerDialog, PublishedDialog


@pytest.fixture
def post(desk: Desk) -> Post:
    """A post that the coordinator has handed in."""
    with desk.read() as reader:
        for page in reader.pages():
            for submission in reader.submissions(page.id):
                for kept in reader.submitted_posts(submission.id):
                    found = reader.post(kept.post_id)
                    if found is not None and found.state is State.SUBMITTED and submission.person_id:
                        return found
    raise AssertionError("the sample has no submitted post")


def test_an_answer_with_a_comment_is_kept(qtbot, desk: Desk, post: Post) -> None:
    dialog = AnswerDialog(desk, post.id)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.form.fields["decision"].widget, Qt.Key.Key_Down)
    qtbot.keyClicks(dialog.form.fields["comment"].widget, "Name the photographer <b>please</b>")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    with desk.read() as reader:
        verdict = reader.verdicts(post.id)[0]
        curator = next(p for p in reader.people() if p.role is Role.CURATOR)
    assert (verdict.decision, verdict.comment) == (Decision.CHANGES, "Name the photographer <b>please</b>")
    assert verdict.person_id == curator.id and desk.post(post.id).state is State.CHANGES_REQUESTED
    desk.undo()
    assert desk.post(post.id) == post


def test_a_refusal_needs_words(qtbot, desk: Desk, post: Post) -> None:
    dialog = AnswerDialog(desk, post.id)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.fields["decision"].show(Decision.REJECTED)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog.notice.text and desk.post(post.id) == post


def test_nobody_approves_their_own_post(qtbot, desk: Desk, post: Post) -> None:
    with desk.read() as reader:
        author = reader.latest_submission(post.id).person_id
    dialog = AnswerDialog(desk, post.id)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.fields["curator_id"].offer([(author, "The author")])
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible() and "their own post" in dialog.notice.text and desk.post(post.id) == post


def test_an_approval_is_somebodys(qtbot, desk: Desk, post: Post) -> None:
    dialog = AnswerDialog(desk, post.id)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.form.fields["curator_id"].show(None)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible() and "needs a name" in dialog.notice.text and desk.post(post.id) == post
    with desk.read() as reader:
        curator = next(p for p in reader.people() if p.role is Role.CURATOR)
    dialog.form.fields["curator_id"].show(curator.id)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible() and desk.post(post.id).state is State.APPROVED


def test_a_fresh_branch_names_its_curator_with_the_first_answer(qtbot, desk: Desk, post: Post) -> None:
    with desk.read() as reader:
        people = reader.people()
        author = next(p for p in people if p.id == reader.latest_submission(post.id).person_id)
    no_curator = [replace(p, role=Role.HEAD) for p in people if p.role is Role.CURATOR]
    desk.do("No curator yet", lambda work: [work.put(person) for person in no_curator])
    dialog = AnswerDialog(desk, post.id)
    qtbot.addWidget(dialog)
    dialog.show()
    name = dialog.form.fields["new_curator"].widget
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible() and "needs a name" in dialog.notice.text
    name.setText(author.name)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible() and "their own post" in dialog.notice.text
    name.clear()
    qtbot.keyClicks(name, "Petrova A. A.")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible() and desk.post(post.id).state is State.APPROVED
    with desk.read() as reader:
        made = next(p for p in reader.people() if p.name == "Petrova A. A.")
        assert reader.verdicts(post.id)[0].person_id == made.id and made.role is Role.CURATOR
    desk.undo()
    with desk.read() as reader:
        assert made.id not in {p.id for p in reader.people()}


def test_published_keeps_the_link(qtbot, desk: Desk, post: Post) -> None:
    dialog = PublishedDialog(desk, post.id)
    qtbot.addWidget(dialog)
    dialog.show()
    line = dialog.form.fields["link"].widget
    qtbot.keyClicks(line, " https://vk.com/wall-1_2 ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    published = desk.post(post.id)
    assert (published.state, published.link) == (State.PUBLISHED, "https://vk.com/wall-1_2")


def test_a_post_that_was_never_handed_in_is_published_only_after_a_question(qtbot, desk: Desk, post: Post) -> None:
    with desk.workspace.work("Prepare") as work:
        fresh = new_post(work, post.page_id, date=dt.date(2026, 11, 25), title="Evening")
    dialog = PublishedDialog(desk, fresh.id)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.warning.isVisible() and "never handed in" in dialog.warning.text and "5.6" in dialog.warning.text
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.post(fresh.id).state is State.DRAFT
    again = PublishedDialog(desk, fresh.id)
    qtbot.addWidget(again)
    again.show()
    qtbot.mouseClick(again.primary, Qt.MouseButton.LeftButton)
    assert desk.post(fresh.id).state is State.PUBLISHED


def test_a_post_that_waits_for_an_answer_is_asked_about_too_and_an_agreed_one_is_not(
    qtbot, desk: Desk, post: Post
) -> None:
    waiting = PublishedDialog(desk, post.id)
    qtbot.addWidget(waiting)
    assert "has not agreed" in waiting.warning.text
    with desk.workspace.work("Prepare") as work:
        edit(work, post.id, state=State.APPROVED)
    agreed = PublishedDialog(desk, post.id)
    qtbot.addWidget(agreed)
    assert agreed.warning.text == ""
