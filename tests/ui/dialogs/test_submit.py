"""Handing in: what stands in the way, the documents, and stopping."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from smcal.model import Page, Period, State
from smcal.model.period import week_of
from smcal.planning.book import PlanBook
from smcal.planning.edit import edit, new_post
from smcal.planning.submit import readiness
from smcal.regulation import Finding, Severity
from smcal_ui.desk import Desk
from smcal_ui.dialogs.remarks import findings_remarks
from smcal_ui.dialogs.submit import SubmitDialog
from smcal_ui.tasks import Tasks
from tests.ui.dialogs.conftest import AT, AtOnce

WEEK = Period(dt.date(2026, 12, 7), dt.date(2026, 12, 13))


def ready_page(desk: Desk) -> Page:
    """A page that can hand in the week after next."""
    return next(page for page in desk.book.pages if readiness(desk.workspace, page, WEEK, AT).ready)


@pytest.fixture
def dialog(qtbot, desk: Desk, tasks: Tasks, tmp_path: Path) -> SubmitDialog:
    made = SubmitDialog(desk, tasks, ready_page(desk).id, WEEK)
    qtbot.addWidget(made)
    made.form.show_values({"period": WEEK})
    made._show_readiness()
    made.folder.setText(str(tmp_path / "plans"))
    made.show()
    return made


def test_a_plan_becomes_two_documents(qtbot, desk: Desk, dialog: SubmitDialog, tmp_path: Path) -> None:
    page = dialog.page
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    made = dialog.done_
    assert made is not None
    assert made.docx.read_bytes()[:2] == b"PK" and made.pdf.read_bytes()[:5] == b"%PDF-"
    assert made.docx.parent == tmp_path / "plans"
    assert str(made.submission.number) in dialog.made.told.text() and made.docx.name in dialog.made.files.text()
    posts = [p for p in desk.book.plan(WEEK).posts[page.id] if p.date in WEEK]
    assert posts and all(p.state not in {State.DRAFT, State.CHANGES_REQUESTED} for p in posts)


def test_handing_in_is_one_step_to_undo(qtbot, desk: Desk, dialog: SubmitDialog) -> None:
    page = dialog.page
    before = list(desk.book.plan(WEEK).posts[page.id])
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert desk.book.plan(WEEK).posts[page.id] != before
    desk.undo()
    assert desk.book.plan(WEEK).posts[page.id] == before


def test_a_second_time_it_is_the_next_version(qtbot, desk: Desk, tasks: Tasks, dialog: SubmitDialog) -> None:
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    again = SubmitDialog(desk, tasks, dialog.page.id, WEEK)
    qtbot.addWidget(again)
    again.form.show_values({"period": WEEK})
    again._show_readiness()
    first = dialog.done_.submission
    assert (again._ready.number, again._ready.version) == (first.number, first.version + 1)


def test_a_blocker_stops_it_and_leads_to_its_post(qtbot, desk: Desk, dialog: SubmitDialog) -> None:
    page, jumps = dialog.page, []
    bare = desk.do(
        "borrowed", lambda work: new_post(work, page.id, date=WEEK.first, title="<b>Borrowed</b>", borrowed=True)
    )
    dialog._show_readiness()
    assert not dialog.primary.isEnabled()
    blocked = next(remark for remark in dialog.remarks.values if remark.level == "bad")
    assert blocked.post_id == bare.id
    assert blocked.text.startswith("“<b>Borrowed</b>”, Mon\xa07\xa0Dec: ")
    assert blocked.clause and blocked.clause not in blocked.text
    dialog.fieldRequested.connect(lambda *field: jumps.append(field))
    dialog.remarks.choose(dialog.remarks.values.index(blocked))
    qtbot.keyClick(dialog.remarks, Qt.Key.Key_Return)
    assert jumps == [(bare.id, "author", None)] and not dialog.isVisible()


def test_a_week_that_is_too_full_leads_to_its_last_post(qtbot, desk: Desk, dialog: SubmitDialog) -> None:
    page, jumps = dialog.page, []
    made = [
        desk.do(
            "fill", lambda work, n=n: new_post(work, page.id, date=WEEK.last, time=dt.time(12, n), title=f"No. {n}")
        )
        for n in range(8)
    ]
    dialog._show_readiness()
    dialog.jumpRequested.connect(jumps.append)
    too_many = next(n for n, r in enumerate(dialog.remarks.values) if r.level == "bad" and "5.8" in r.clause)
    dialog.remarks.choose(too_many)
    qtbot.keyClick(dialog.remarks, Qt.Key.Key_Return)
    assert jumps == [made[-1].id]


def test_missing_topics_of_a_page_are_one_remark(desk: Desk) -> None:
    page = desk.book.pages[0]
    quarter = {"first": dt.date(2026, 10, 1), "last": dt.date(2026, 12, 31)}
    missing = [
        Finding(
            rule="topics.coverage",
            clause="4.4.1",
            severity=Severity.RECOMMENDED,
            page_id=page.id,
            args={"topic": n, "short": desk.workspace.pack().topics[n - 1].title, **quarter},
        )
        for n in (1, 2, 3)
    ]
    remarks = findings_remarks(desk, missing)
    assert [remark.text for remark in remarks] == ["No posts on topics 1, 2 and 3 yet this quarter"]


def test_enter_does_nothing_while_something_stands_in_the_way(qtbot, desk: Desk, dialog: SubmitDialog) -> None:
    page = dialog.page
    desk.do("borrowed", lambda work: new_post(work, page.id, date=WEEK.first, title="Borrowed", borrowed=True))
    dialog._show_readiness()
    dialog.accept()
    with desk.read() as reader:
        assert all(Period(s.first, s.last) != WEEK for s in reader.submissions(page.id))


def test_stopping_leaves_nothing_behind(qtbot, desk: Desk, tmp_path: Path) -> None:
    class StopsAtOnce(AtOnce):
        def submit(self, fn, /, *args, **named):
            args[0].set()
            return super().submit(fn, *args, **named)

    dialog = SubmitDialog(desk, Tasks(StopsAtOnce()), ready_page(desk).id, WEEK)
    qtbot.addWidget(dialog)
    dialog.form.show_values({"period": WEEK})
    dialog._show_readiness()
    dialog.folder.setText(str(tmp_path / "plans"))
    dialog.show()
    page = dialog.page
    before = list(desk.book.plan(WEEK).posts[page.id])
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.done_ is None and dialog.notice.text
    assert list((tmp_path / "plans").iterdir()) == []
    assert PlanBook(desk.workspace).plan(WEEK).posts[page.id] == before
    with desk.read() as reader:
        assert all(Period(s.first, s.last) != WEEK for s in reader.submissions(page.id))


def test_a_folder_that_cannot_be_made_is_explained(qtbot, desk: Desk, dialog: SubmitDialog, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    dialog.folder.setText(str(tmp_path / "file" / "plans"))
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert "cannot be made" in dialog.notice.text and dialog.done_ is None
    assert dialog.primary.isVisible() and dialog.primary.isEnabled()


def test_the_week_on_the_screen_comes_first_and_others_that_wait_are_named(qtbot, desk: Desk, tasks: Tasks) -> None:
    page = desk.book.pages[0]
    earlier, later = (Period(WEEK.first + dt.timedelta(n), WEEK.last + dt.timedelta(n)) for n in (-7, 7))
    for week in (earlier, WEEK, later):
        desk.do("new", lambda work, week=week: new_post(work, page.id, date=week.first, title="Open"))
    dialog = SubmitDialog(desk, tasks, page.id, later)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.period == later
    choices = dialog.form.fields["period"]._values
    assert {earlier, WEEK, later} <= set(choices)
    assert dialog.elsewhere.isVisible() and desk.dates.week_title(earlier) in dialog.elsewhere.text()
    dialog.form.show_values({"period": earlier})
    dialog._show_readiness()
    assert desk.dates.week_title(WEEK) in dialog.elsewhere.text()


def test_a_week_that_has_passed_gives_way_to_the_next_that_waits(qtbot, desk: Desk, tasks: Tasks) -> None:
    page = desk.book.pages[0]
    desk.do("new", lambda work: new_post(work, page.id, date=WEEK.first, title="Open"))
    past = week_of(desk.today - dt.timedelta(7))
    dialog = SubmitDialog(desk, tasks, page.id, past)
    qtbot.addWidget(dialog)
    assert dialog.period is not None and dialog.period.first > desk.today
    assert (
        not dialog.elsewhere.isVisibleTo(dialog) or desk.dates.week_title(dialog.period) not in dialog.elsewhere.text()
    )


def test_a_week_with_nothing_to_hand_in_gives_way_to_one_that_waits(qtbot, desk: Desk, tasks: Tasks) -> None:
    page = desk.book.pages[0]
    bare = week_of(WEEK.last + dt.timedelta(50))
    desk.do("new", lambda work: new_post(work, page.id, date=WEEK.first, title="Open"))
    dialog = SubmitDialog(desk, tasks, page.id, bare)
    qtbot.addWidget(dialog)
    assert dialog.period in dialog._waiting
    assert bare in dialog.form.fields["period"]._values


def test_days_chosen_by_hand_stay_when_another_page_is_chosen(qtbot, desk: Desk, tasks: Tasks) -> None:
    pages = desk.book.pages[:2]
    for page in pages:
        for week in (WEEK, week_of(WEEK.last + dt.timedelta(1))):
            desk.do("new", lambda work, at=(page.id, week.first): new_post(work, at[0], date=at[1], title="Open"))
    dialog = SubmitDialog(desk, tasks, pages[0].id, week_of(WEEK.last + dt.timedelta(1)))
    qtbot.addWidget(dialog)
    dialog.show()
    days = dialog.form.fields["period"].widget
    days.setCurrentIndex(dialog.form.fields["period"]._values.index(WEEK))
    qtbot.keyClick(dialog.form.fields["page"].widget, Qt.Key.Key_Down)
    assert (dialog.page, dialog.period) == (pages[1], WEEK)


def test_what_went_wrong_before_is_not_said_beside_the_documents(qtbot, dialog: SubmitDialog) -> None:
    dialog.complain("No.")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.done_ is not None and not dialog.notice.text


def test_other_days_are_typed(qtbot, desk: Desk, tasks: Tasks) -> None:
    dialog = SubmitDialog(desk, tasks, None, WEEK)
    qtbot.addWidget(dialog)
    dialog.show()
    choice = dialog.form.fields["period"].widget
    assert not dialog.form.fields["first"].widget.isVisible()
    qtbot.keyClick(choice, Qt.Key.Key_End)
    assert dialog.form.fields["first"].widget.isVisible()
    assert dialog.period == Period(desk.today, desk.today + dt.timedelta(6))
    dialog.form.fields["last"].show(desk.today - dt.timedelta(1))
    dialog._show_readiness()
    assert dialog.period is None and not dialog.primary.isEnabled()


def test_an_urgent_post_tells_when_the_decision_is_due(qtbot, desk: Desk, dialog: SubmitDialog) -> None:
    post = next(p for p in desk.book.plan(WEEK).posts[dialog.page.id] if p.date in WEEK)
    desk.do("urgent", lambda work: edit(work, post.id, urgent=True, urgent_reason="The hall is flooded"))
    dialog._show_readiness()
    assert "urgent post" in dialog.facts.text()
