"""The curator's answer and "published", entered by hand."""

import datetime as dt

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from smcal.model import Decision, Period, Post, Role, State
from smcal.planning.answer import answer
from smcal.planning.edit import edit, new_post
from smcal.planning.submit import submit
from smcal_ui.desk import Desk
from smcal_ui.dialogs.answer import AnswerDialog
from smcal_ui.dialogs.answer_rows import shortened
from smcal_ui.dialogs.posts_table import local, page_names
from smcal_ui.dialogs.published import PublishedDialog
from smcal_ui.widgets.labels import PlainLabel


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


WEEK = Period(dt.date(2027, 2, 1), dt.date(2027, 2, 7))


@pytest.fixture
def plan(desk: Desk) -> list[Post]:
    """The posts of a plan that was handed in for a week of its own."""
    page, days = desk.book.pages[0], (1, 2, 4)
    for day in days:
        fields = {"title": f"Owls {day}", "text": "Birds of the night", "topic": 6, "date": dt.date(2027, 2, day)}
        desk.do("New post", lambda work, fields=fields: new_post(work, page.id, **fields))
    _submission, changes = submit(desk.workspace, page, WEEK, desk.at, desk.person.id)
    desk.committed(changes)
    return desk.book.plan(WEEK).posts[page.id]


def opened(qtbot, desk: Desk, *posts: Post) -> AnswerDialog:
    dialog = AnswerDialog(desk, [post.id for post in posts])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    return dialog


def click(qtbot, widget) -> None:
    where = widget.rect().center()
    if isinstance(widget, QRadioButton):
        where.setX(8)  # the circle
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)


def choose(qtbot, dialog: AnswerDialog, decision: Decision, row: int = 0) -> None:
    click(qtbot, dialog.rows[row].choices[decision])


def open_rows(dialog: AnswerDialog) -> list:
    return [row for row in dialog.rows if row.can_be_approved]


def test_enter_alone_approves_nothing(qtbot, desk: Desk, post: Post) -> None:
    dialog = opened(qtbot, desk, post)
    assert dialog.rows[0].decision is None and dialog.focusWidget() in dialog.rows[0].choices.values()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.isVisible() and "Nothing is answered" in dialog.notice.text and desk.post(post.id) == post


def test_it_shows_what_is_answered(qtbot, desk: Desk, post: Post) -> None:
    dialog = opened(qtbot, desk, post)
    said = " ".join(label.text() for label in dialog.findChildren(PlainLabel))
    assert desk.dates.day(post.date) in said and page_names(desk)[post.page_id] in said
    assert post.title in said and shortened(post.text) in said


def test_an_answer_with_a_comment_is_kept(qtbot, desk: Desk, post: Post) -> None:
    dialog = opened(qtbot, desk, post)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_2)
    assert dialog.focusWidget() is dialog.rows[0].comment
    qtbot.keyClicks(dialog.rows[0].comment, "Name the 1 photographer <b>please</b>")
    click(qtbot, dialog.primary)
    assert not dialog.isVisible()
    with desk.read() as reader:
        verdict = reader.verdicts(post.id)[0]
        curator = next(p for p in reader.people() if p.role is Role.CURATOR)
    assert (verdict.decision, verdict.comment) == (Decision.CHANGES, "Name the 1 photographer <b>please</b>")
    assert verdict.person_id == curator.id and desk.post(post.id).state is State.CHANGES_REQUESTED
    desk.undo()
    assert desk.post(post.id) == post


def test_a_refusal_needs_words(qtbot, desk: Desk, post: Post) -> None:
    dialog = opened(qtbot, desk, post)
    choose(qtbot, dialog, Decision.REJECTED)
    click(qtbot, dialog.primary)
    assert dialog.isVisible() and dialog.rows[0].notice.text and desk.post(post.id) == post


def test_nobody_approves_their_own_post(qtbot, desk: Desk, post: Post) -> None:
    with desk.read() as reader:
        author = reader.latest_submission(post.id).person_id
    dialog = opened(qtbot, desk, post)
    dialog.form.fields["curator_id"].offer([(author, "The author")])
    choose(qtbot, dialog, Decision.APPROVED)
    click(qtbot, dialog.primary)
    assert dialog.isVisible() and "their own post" in dialog.notice.text and desk.post(post.id) == post


def test_an_approval_is_somebodys(qtbot, desk: Desk, post: Post) -> None:
    dialog = opened(qtbot, desk, post)
    dialog.form.fields["curator_id"].show(None)
    choose(qtbot, dialog, Decision.APPROVED)
    click(qtbot, dialog.primary)
    assert dialog.isVisible() and "needs a name" in dialog.notice.text and desk.post(post.id) == post
    with desk.read() as reader:
        curator = next(p for p in reader.people() if p.role is Role.CURATOR)
    dialog.form.fields["curator_id"].show(curator.id)
    click(qtbot, dialog.primary)
    assert not dialog.isVisible() and desk.post(post.id).state is State.APPROVED


def test_a_fresh_branch_names_its_curator_with_the_first_answer(qtbot, desk: Desk, post: Post) -> None:
    with desk.read() as reader:
        people = reader.people()
        author = next(p for p in people if p.id == reader.latest_submission(post.id).person_id)
    no_curator = [replace(p, role=Role.HEAD) for p in people if p.role is Role.CURATOR]
    desk.do("No curator yet", lambda work: [work.put(person) for person in no_curator])
    dialog = opened(qtbot, desk, post)
    name = dialog.form.fields["new_curator"].widget
    choose(qtbot, dialog, Decision.APPROVED)
    click(qtbot, dialog.primary)
    assert dialog.isVisible() and "needs a name" in dialog.notice.text
    name.setText(author.name)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert dialog.isVisible() and "their own post" in dialog.notice.text
    name.clear()
    qtbot.keyClicks(name, "Petrova A. A.")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert not dialog.isVisible() and desk.post(post.id).state is State.APPROVED
    with desk.read() as reader:
        made = next(p for p in reader.people() if p.name == "Petrova A. A.")
        assert reader.verdicts(post.id)[0].person_id == made.id and made.role is Role.CURATOR
    desk.undo()
    with desk.read() as reader:
        assert made.id not in {p.id for p in reader.people()}


def test_the_answer_has_the_day_on_which_it_came(qtbot, desk: Desk, post: Post) -> None:
    dialog = opened(qtbot, desk, post)
    with desk.read() as reader:
        handed_in = local(desk, reader.latest_submission(post.id).at).date()
    assert dialog.form.value("day") == desk.today
    dialog.form.show_values({"day": desk.today + dt.timedelta(1)})
    choose(qtbot, dialog, Decision.APPROVED)
    click(qtbot, dialog.primary)
    assert dialog.isVisible() and "still to come" in dialog.notice.text
    dialog.form.show_values({"day": handed_in})
    click(qtbot, dialog.primary)
    with desk.read() as reader:
        assert local(desk, reader.verdicts(post.id)[0].at).date() == handed_in


def test_a_whole_plan_is_agreed_to_with_one_click_but_for_one(qtbot, desk: Desk, plan: list[Post]) -> None:
    dialog = opened(qtbot, desk, *plan)
    waiting = open_rows(dialog)
    assert len(waiting) > 1
    click(qtbot, dialog.all)
    last = waiting[-1]
    click(qtbot, last.choices[Decision.CHANGES])
    click(qtbot, dialog.primary)
    assert dialog.isVisible() and last.notice.text and dialog.focusWidget() is last.comment
    qtbot.keyClicks(last.comment, "Which room?")
    click(qtbot, dialog.primary)
    assert not dialog.isVisible() and dialog.saved == len(waiting)
    states = [desk.post(row.asked.post.id).state for row in waiting]
    assert states == [State.APPROVED] * (len(waiting) - 1) + [State.CHANGES_REQUESTED]
    desk.undo()
    assert [desk.post(post.id) for post in plan] == plan


def test_keys_answer_one_post_after_the_other(qtbot, desk: Desk, plan: list[Post]) -> None:
    dialog = opened(qtbot, desk, *plan)
    one, two = open_rows(dialog)[:2]
    one.take_keyboard()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_1)
    assert one.decision is Decision.APPROVED and two.isAncestorOf(dialog.focusWidget())
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_3)
    assert two.decision is Decision.REJECTED and dialog.focusWidget() is two.comment


def test_what_was_answered_already_is_shown_so_and_stays(qtbot, desk: Desk, plan: list[Post]) -> None:
    waiting = next(post for post in plan if post.state is State.SUBMITTED)
    with desk.read() as reader:
        curator = next(p for p in reader.people() if p.role is Role.CURATOR)
    desk.do(
        "Answer",
        lambda work: answer(work, waiting.id, Decision.CHANGES, comment="When?", curator_id=curator.id, at=desk.at),
    )
    dialog = opened(qtbot, desk, *plan)
    row = next(row for row in dialog.rows if row.asked.post.id == waiting.id)
    assert row.decision is Decision.CHANGES and row.comment.toPlainText() == "When?" and curator.name in row.asked.said
    click(qtbot, dialog.all)
    assert row.decision is Decision.CHANGES and row.reply is None
    click(qtbot, dialog.primary)
    with desk.read() as reader:
        assert [verdict.comment for verdict in reader.verdicts(waiting.id)] == ["When?"]


def test_each_row_says_why_it_cannot_be_answered(qtbot, desk: Desk, post: Post) -> None:
    fresh = desk.do("New", lambda work: new_post(work, post.page_id, date=dt.date(2026, 12, 9), title="Evening"))
    dialog = opened(qtbot, desk, post, fresh)
    row = next(row for row in dialog.rows if row.asked.post.id == fresh.id)
    assert "not been handed in" in row.notice.text and not any(c.isEnabled() for c in row.choices.values())
    click(qtbot, dialog.all)
    click(qtbot, dialog.primary)
    assert not dialog.isVisible()
    assert (desk.post(post.id).state, desk.post(fresh.id).state) == (State.APPROVED, fresh.state)


def test_what_is_refused_of_one_post_is_said_in_its_row_and_nothing_is_kept(
    qtbot, desk: Desk, plan: list[Post]
) -> None:
    dialog = opened(qtbot, desk, *plan)
    click(qtbot, dialog.all)
    gone = answered_rows(dialog)[0]
    desk.do("Text", lambda work: edit(work, gone.asked.post.id, text="Another text"))
    before = [desk.post(post.id) for post in plan]
    click(qtbot, dialog.primary)
    assert dialog.isVisible() and "changed since" in gone.notice.text and "1 post" in dialog.notice.text
    assert [desk.post(post.id) for post in plan] == before


def answered_rows(dialog: AnswerDialog) -> list:
    return [row for row in dialog.rows if row.reply is not None]


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
