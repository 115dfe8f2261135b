"""Move and copy by a form: what it breaks is told before it is done."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from smcal.model import FIXED_STATES, Period, Post, State
from smcal.planning.edit import new_post
from smcal_ui.desk import Desk
from smcal_ui.dialogs.move import MoveDialog
from smcal_ui.dialogs.remarks import findings_remarks

SOON = Period(dt.date(2026, 11, 30), dt.date(2026, 12, 20))


def a_post(desk: Desk, *states: State) -> Post:
    posts = [p for row in desk.book.plan(SOON).posts.values() for p in row if p.date in SOON]
    return next(p for p in posts if (p.state in states if states else p.state not in FIXED_STATES))


def open_for(qtbot, desk: Desk, *posts: Post, copy: bool = False) -> MoveDialog:
    dialog = MoveDialog(desk, [p.id for p in posts], copy=copy)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def go_to(dialog: MoveDialog, day: dt.date) -> None:
    dialog.form.fields["date"].widget.set_day(day)


def test_arrows_change_the_day_and_enter_moves(qtbot, desk: Desk) -> None:
    post = a_post(desk)
    dialog = open_for(qtbot, desk, post)
    date = dialog.form.fields["date"].widget
    qtbot.keyClick(date, Qt.Key.Key_Up)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert desk.post(post.id).date == post.date + dt.timedelta(1)
    desk.undo()
    assert desk.post(post.id).date == post.date


def test_a_past_day_is_refused_before_anything_happens(qtbot, desk: Desk) -> None:
    post = a_post(desk)
    dialog = open_for(qtbot, desk, post)
    go_to(dialog, desk.today - dt.timedelta(1))
    assert "has passed" in dialog.verdict.text and not dialog.primary.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible() and desk.post(post.id) == post


def test_a_late_day_says_what_it_breaks_and_can_be_done(qtbot, desk: Desk) -> None:
    post = a_post(desk, State.DRAFT)
    dialog = open_for(qtbot, desk, post)
    go_to(dialog, desk.today + dt.timedelta(1))
    assert any(remark.level == "bad" and "5.6" in remark.clause for remark in dialog.breaks.values)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert desk.post(post.id).date == desk.today + dt.timedelta(1)


def test_an_approved_post_warns_that_it_is_reviewed_again(qtbot, desk: Desk) -> None:
    post = a_post(desk, State.APPROVED, State.SUBMITTED, State.SCHEDULED)
    dialog = open_for(qtbot, desk, post)
    go_to(dialog, post.date + dt.timedelta(7))
    assert "review it again" in dialog.verdict.text


def test_a_published_post_stays(qtbot, desk: Desk) -> None:
    past = Period(dt.date(2026, 10, 1), dt.date(2026, 11, 23))
    post = next(p for row in desk.book.plan(past).posts.values() for p in row if p.state is State.PUBLISHED)
    dialog = open_for(qtbot, desk, post)
    assert "published" in dialog.verdict.text and not dialog.primary.isEnabled()


def test_a_copy_leaves_the_original(qtbot, desk: Desk) -> None:
    post = a_post(desk)
    other = next(p for p in desk.book.pages if p.id != post.page_id)
    dialog = open_for(qtbot, desk, post, copy=True)
    dialog.form.fields["page"].show(other.id)
    go_to(dialog, dt.date(2026, 12, 22))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert desk.post(post.id) == post
    copies = [p for p in desk.book.plan(SOON).posts[other.id] if p.title == post.title]
    assert [(p.date, p.state) for p in copies][-1:] == [(dt.date(2026, 12, 22), State.DRAFT)]


def test_several_go_to_the_tray_together(qtbot, desk: Desk) -> None:
    posts = [row[-1] for row in desk.book.plan(SOON).posts.values() if row and row[-1].state is State.DRAFT][:2]
    dialog = open_for(qtbot, desk, *posts)
    assert dialog.page_id is None
    qtbot.keyClick(dialog.undated, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    with desk.read() as reader:
        tray = {p.id for p in reader.tray()}
    assert {p.id for p in posts} <= tray
    assert [desk.post(p.id).page_id for p in posts] == [p.page_id for p in posts]
    desk.undo()
    assert [desk.post(p.id).date for p in posts] == [p.date for p in posts]


@pytest.mark.parametrize("days", [1, 7, 30])
def test_what_is_told_is_what_comes(qtbot, desk: Desk, days: int) -> None:
    post = a_post(desk, State.DRAFT)
    day = desk.today + dt.timedelta(days)
    dialog = open_for(qtbot, desk, post)
    go_to(dialog, day)
    told = [remark.text for remark in dialog.breaks.values if remark.post_id == post.id and remark.level == "bad"]
    dialog.accept()
    found = [f for f in desk.findings(Period(day, day)) if f.post_id == post.id]
    after = [remark.text for remark in findings_remarks(desk, found)]
    assert set(told) <= set(after)


def test_an_idea_without_a_page_needs_one_before_it_gets_a_day(qtbot, desk: Desk) -> None:
    idea = desk.do("New post", lambda work: new_post(work, None, title="An idea"))
    dialog = open_for(qtbot, desk, idea)
    go_to(dialog, dt.date(2026, 12, 9))
    assert "Choose a page" in dialog.verdict.text and not dialog.primary.isEnabled()
    qtbot.keyClick(dialog.form.fields["page"].widget, Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    moved = desk.post(idea.id)
    assert (moved.page_id, moved.date, moved.state) == (desk.book.pages[0].id, dt.date(2026, 12, 9), State.DRAFT)
