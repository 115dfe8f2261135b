"""Findings that follow the edits of several weeks say what a full run says."""

import datetime as dt

from smcal.model import Period
from smcal.model.period import week_of
from smcal.planning import edit, move
from smcal.planning.confirm import confirm
from smcal.regulation import check_plan
from smcal_ui.shell.followed import Followed
from tests.ui.conftest import Opened


def weeks(opened: Opened) -> list[Period]:
    """The week of today and its neighbours."""
    return [week_of(opened.desk.today + dt.timedelta(7 * step)) for step in (-1, 0, 1)]


def test_after_every_edit_all_weeks_say_what_a_full_run_says(opened: Opened) -> None:
    desk = opened.desk
    followed = Followed(desk.book.page_of)
    desk.changed.connect(followed.take)
    today, near = desk.today, weeks(opened)

    def agree() -> None:
        for week in near:
            scope = desk.scope(week)
            assert followed.findings(scope) == check_plan(scope)

    agree()
    coming = [post for post in desk.book.posts(near[2]) if post.first_submitted is None]
    post, other = coming[0], coming[-1]
    assert post.page_id != other.page_id
    before = check_plan(desk.scope(near[2]))
    desk.do("Edit", lambda work: edit.edit(work, post.id, topic=None, direction=None, borrowed=True))
    agree()
    assert check_plan(desk.scope(near[2])) != before
    desk.do("Move", lambda work: move.move(work, [post.id], other.page_id, near[1].last, today=today))
    agree()
    desk.do("Bin", lambda work: move.bin_posts(work, [other.id], desk.at))
    agree()
    points = desk.workspace.pack().checklist
    page = desk.book.pages[0].id
    people = desk.read().people()
    desk.do("Confirm", lambda work: confirm(work, page, points[0].id, near[2].first, people[0].id))
    agree()
    for _step in range(4):
        desk.undo()
        agree()
    desk.redo()
    agree()


def test_only_the_pages_touched_are_checked_again(opened: Opened) -> None:
    desk = opened.desk
    followed = Followed(desk.book.page_of)
    desk.changed.connect(followed.take)
    week = weeks(opened)[2]
    before = followed.findings(desk.scope(week))
    post = desk.book.posts(week)[0]
    desk.do("Edit", lambda work: edit.edit(work, post.id, borrowed=True))
    after = followed.findings(desk.scope(week))
    told = {id(finding) for finding in before}
    assert {finding.page_id for finding in after if id(finding) not in told} == {post.page_id}
    assert any(finding.page_id != post.page_id for finding in after)
