"""Plan my week by mouse and keys: what is ticked goes in, in one step, and what stays unmet is said."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smcal.model import Period, State
from smcal.model.period import month_of, quarter_of, week_of
from smcal.planning.proposal import Lack
from smcal.regulation import check_pages
from smcal.words import LANGUAGES, speak
from smcal_ui.coverage.choosing import About
from smcal_ui.desk import Desk
from smcal_ui.proposal.dialog import ProposalDialog
from tests.ui.dialogs.test_every_dialog import (
    assert_every_key_is_for_one_thing,
    assert_everything_has_a_name,
    assert_tab_reaches_everything,
)
from tests.ui.proposal.conftest import DECEMBER

LEFT = Qt.MouseButton.LeftButton
TO_THE_END = Period(DECEMBER.first, dt.date(2026, 12, 31))
"""Until the quarter ends: whatever is owed has to be met."""
Open = Callable[..., ProposalDialog]


def box(dialog: ProposalDialog, row: int) -> None:
    """Click the box of a row."""
    rect = dialog.table.visualRect(dialog.table.model().index(row, 0))
    QTest.mouseClick(dialog.table.viewport(), LEFT, pos=rect.topLeft() + QPoint(16, rect.height() // 2))


def coverage_gaps(desk: Desk) -> int:
    """Topics that pages owe, but for the change of hours of 24 November, for which it is too late."""
    scope = desk.scope(DECEMBER)
    return sum(
        f.rule == "topics.coverage" and f.args["topic"] != 1
        for f in check_pages(scope, [page.id for page in desk.book.pages])
    )


def test_everything_proposed_is_accepted_in_one_step(open_proposal: Open, desk: Desk) -> None:
    dialog = open_proposal(None, TO_THE_END)
    items, before, owed = dialog.table.items(), dialog.table.items(), coverage_gaps(desk)
    assert len(items) > 5 and owed > 0 and dialog.primary is not None
    assert dialog.primary.text() == f"&Accept {len(items)} posts"
    QTest.mouseClick(dialog.primary, LEFT)
    assert dialog.result() == ProposalDialog.DialogCode.Accepted and dialog.taken == before
    stored = [desk.post(item.post.id) for item in items]
    assert [(p.date, p.time, p.topic, p.state) for p in stored if p] == [
        (item.post.date, item.post.time, item.post.topic, State.DRAFT) for item in items
    ]
    assert coverage_gaps(desk) == 0
    desk.undo()
    assert coverage_gaps(desk) == owed


def test_what_has_no_tick_stays_out_and_what_it_would_meet_is_told(open_proposal: Open, desk: Desk) -> None:
    dialog = open_proposal(None, TO_THE_END)
    unmet, row = len(dialog.unmet.values), dialog.table.values[1]
    assert row.why.startswith("topic ") and row.origin == "new: to be written"
    box(dialog, 1)
    assert row.item not in dialog.table.items()
    found = [one for one in dialog.unmet.values if one.lack is Lack.LEFT_OUT]
    assert len(dialog.unmet.values) == unmet + len(found)
    assert [one.finding.args["topic"] for one in found if "topic" in one.finding.args] == [row.item.post.topic]
    assert "unmet even so" in dialog.verdict.text
    box(dialog, 1)
    assert len(dialog.unmet.values) == unmet
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    QTest.mouseClick(dialog.primary, LEFT)
    assert desk.post(row.item.post.id) is None
    assert all(desk.post(item.post.id) for item in dialog.taken)


def test_keys_alone_untick_and_accept(open_proposal: Open, desk: Desk) -> None:
    dialog = open_proposal()
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    left_out = dialog.table.values[1].item
    assert left_out not in dialog.table.items()
    assert dialog.isVisible()  # Enter in the list is for its row
    assert dialog.primary is not None
    QTest.keyClick(dialog.primary, Qt.Key.Key_Return)
    assert not dialog.isVisible() and left_out not in dialog.taken


def test_all_are_ticked_and_unticked_at_once(open_proposal: Open) -> None:
    dialog = open_proposal()
    assert dialog.primary is not None
    QTest.mouseClick(dialog.all, LEFT, pos=QPoint(8, dialog.all.height() // 2))
    assert dialog.table.items() == [] and not dialog.primary.isEnabled()
    assert "nothing would change" in dialog.verdict.text
    QTest.mouseClick(dialog.all, LEFT, pos=QPoint(8, dialog.all.height() // 2))
    assert len(dialog.table.items()) == len(dialog.table.values) and dialog.primary.isEnabled()


def test_cancel_changes_nothing(open_proposal: Open, desk: Desk) -> None:
    with desk.read() as reader:
        before = reader.seq()
    dialog = open_proposal()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    with desk.read() as reader:
        assert reader.seq() == before and dialog.taken == []


def test_days_too_near_are_told_honestly(open_proposal: Open, desk: Desk) -> None:
    past = open_proposal(None, Period(dt.date(2026, 11, 16), dt.date(2026, 11, 22)))
    assert past.table.values == [] and not past.table.isVisible() and past.unmet.values
    assert {one.lack for one in past.unmet.values} <= {Lack.NO_DAY_IN_TIME, Lack.URGENT, Lack.OUTSIDE, Lack.PLANNED_SO}
    near = open_proposal(None, Period(dt.date(2026, 11, 24), dt.date(2026, 11, 29)))
    assert "Nothing can be proposed" in near.verdict.text
    assert near.primary is not None and not near.primary.isEnabled()


def test_where_all_is_planned_it_says_so(open_proposal: Open, desk: Desk) -> None:
    dialog = open_proposal()
    QTest.mouseClick(dialog.primary, LEFT)
    again = open_proposal(About(page_id=desk.book.pages[3].id))
    assert again.table.values == []
    assert "planned already" in again.verdict.text


def test_weeks_show_what_stands_and_what_is_proposed_and_a_click_chooses(open_proposal: Open, desk: Desk) -> None:
    dialog = open_proposal()
    current = dialog.table.current()
    page = current.item.post.page_id
    assert dialog.preview.title.text() == current.page
    mine = [row for row in dialog.table.values if row.item.post.page_id == page]
    other = mine[-1].item.post
    QTest.mouseClick(dialog.preview.strip, LEFT, pos=dialog.preview.strip.rect_of(other).center())
    assert dialog.table.current().item.post.id == other.id
    there = [p for p in desk.book.plan(DECEMBER).posts[page] if p.date and p.date in DECEMBER]
    assert all(not dialog.preview.strip.rect_of(post).isEmpty() for post in there)
    assert f"{len(mine)} proposed" in dialog.preview.strip.accessibleName()


def test_pages_and_days_are_chosen_in_the_form(open_proposal: Open, desk: Desk) -> None:
    dialog = open_proposal()
    page = desk.book.pages[1]
    dialog.form.fields["about"].widget.setCurrentIndex(
        next(n for n in range(40) if dialog.form.fields["about"]._values[n] == About(page_id=page.id))
    )
    assert {row.item.post.page_id for row in dialog.table.values} <= {page.id}
    assert dialog.table.isColumnHidden(2)
    dialog.form.fields["period"].widget.setCurrentIndex(4)
    assert dialog.period == quarter_of(dt.date(2026, 12, 1))
    assert not dialog.form.fields["first"].widget.isVisible()


def test_it_offers_days_that_can_still_be_planned_first(open_proposal: Open, desk: Desk) -> None:
    dialog = open_proposal()
    offered = [period for period, _text in dialog.form.periods(week_of(desk.today))]
    assert offered[0].last >= desk.workspace.worktime().horizon(desk.now)
    assert offered[0] == week_of(dt.date(2026, 12, 1)), "it is Tuesday, the first day in time is Tuesday in a week"
    assert month_of(dt.date(2026, 12, 1)) in offered and month_of(desk.today) not in offered


def test_a_week_whose_working_days_are_gone_is_not_the_first_that_is_offered(open_proposal: Open, desk: Desk) -> None:
    form = open_proposal().form
    form._desk = Desk(desk.workspace, None, clock=lambda: dt.datetime(2026, 11, 20, 16, tzinfo=dt.UTC))
    assert form.first_day.weekday() > 3
    offered = [period for period, _text in form.periods(week_of(dt.date(2026, 11, 20)))]
    assert offered[:2] == [week_of(form.first_day + dt.timedelta(7)), week_of(form.first_day)]
    assert form.periods(week_of(form.first_day))[0][0] == week_of(form.first_day), "unless it is the one that is shown"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_stands_on_an_old_screen_and_everything_can_be_reached(open_proposal: Open, language: str) -> None:
    speak(language)
    dialog = open_proposal()
    assert dialog.minimumSizeHint().width() <= 1008 and dialog.minimumSizeHint().height() <= 652
    assert dialog.unmet.values and dialog.unmet.horizontalScrollBar().maximum() == 0
    assert_everything_has_a_name(dialog)
    assert_every_key_is_for_one_thing(dialog)
    dialog.table.setFocus()
    assert_tab_reaches_everything(dialog)


def test_many_remarks_leave_the_dialog_small_enough_for_a_small_screen(open_proposal: Open, qtbot: QtBot) -> None:
    dialog = open_proposal(None, Period(dt.date(2026, 11, 23), dt.date(2026, 12, 6)))
    assert len(dialog.unmet.values) > 4
    dialog.resize(1008, 652)
    qtbot.waitUntil(lambda: dialog.unmet.maximumHeight() < 400)  # its lines were measured
    dialog.resize(1008, 652)
    assert dialog.height() == 652
    assert dialog.unmet.geometry().bottom() < dialog.left_over.geometry().top()
