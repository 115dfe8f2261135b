"""A proposed post on another day or at another time: by mouse and keys, told at once, still one step at the end."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from smcal.model import Period, Post, State
from smcal.planning.proposal import Cause, Item, Lack
from smcal_ui.coverage.choosing import About
from smcal_ui.desk import Desk
from smcal_ui.post.date_edit import DateEdit
from smcal_ui.proposal.dialog import ProposalDialog
from smcal_ui.proposal.draft import Draft
from smcal_ui.proposal.editing import TIME

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
FROM_TODAY = Period(dt.date(2026, 11, 24), dt.date(2026, 12, 20))
TOO_LATE = dt.date(2026, 11, 27)
Open = Callable[..., ProposalDialog]


@pytest.fixture
def dialog(open_proposal: Open, desk: Desk) -> ProposalDialog:
    """One page and four weeks; the keyboard is at the first proposed post."""
    dialog = open_proposal(None, FROM_TODAY)
    for page in desk.book.pages:
        dialog.form.show_values({"about": About(page_id=page.id)})
        dialog.work_out()
        if len(dialog.table.values) > 2:
            break
    dialog.table.setFocus()
    return dialog


def first(dialog: ProposalDialog) -> Item:
    item: Item = dialog.table.values[0].item
    return item


def now(dialog: ProposalDialog, item: Item) -> Item:
    assert dialog.draft is not None
    found = dialog.draft.item(item.post.id)
    assert found is not None
    return found


def settle() -> None:
    for _turn in range(3):
        QApplication.processEvents()


def carry(dialog: ProposalDialog, item: Item, day: dt.date, *, drop: bool = True) -> None:
    strip = dialog.preview.strip
    start, end = strip.rect_of(item.post).center(), strip.rect_of_day(day).center()
    QTest.mousePress(strip, LEFT, pos=start)
    QTest.mouseMove(strip, start + QPoint(20, 12))
    QTest.mouseMove(strip, end)
    if drop:
        QTest.mouseRelease(strip, LEFT, pos=end)
    settle()


def editor(dialog: ProposalDialog, qtbot: QtBot) -> QLineEdit:
    qtbot.waitUntil(lambda: isinstance(dialog.focusWidget(), QLineEdit))
    found = dialog.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def brought_about(dialog: ProposalDialog) -> list[str]:
    return [one.finding.rule for one in dialog.unmet.values if one.lack is Lack.CHOSEN]


def test_alt_with_an_arrow_goes_by_days_and_weeks(dialog: ProposalDialog) -> None:
    item = first(dialog)
    assert item.post.date is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(dialog.table, key, ALT)
    assert now(dialog, item).post.date == item.post.date + dt.timedelta(6)
    assert dialog.table.current().item == now(dialog, item), "the keyboard stays with the post"
    assert dialog.table.current().why.startswith("was ")
    QTest.keySequence(dialog, "Ctrl+Z")
    QTest.keySequence(dialog, "Ctrl+Z")
    assert now(dialog, item) == item and not dialog.table.current().why.startswith("was ")


def test_a_card_is_carried_to_another_day_and_everything_is_one_step(dialog: ProposalDialog, desk: Desk) -> None:
    item, other = first(dialog), dialog.table.values[1].item
    with desk.read() as reader:
        before = reader.seq()
    carry(dialog, item, dt.date(2026, 12, 19))
    QTest.keyClick(dialog.table, Qt.Key.Key_Right, ALT)
    assert now(dialog, item).post.date == dt.date(2026, 12, 20)
    with desk.read() as reader:
        assert reader.seq() == before, "nothing is in the plan yet"
    QTest.mouseClick(dialog.primary, LEFT)
    stored = desk.post(item.post.id)
    assert stored is not None and (stored.date, stored.time) == (dt.date(2026, 12, 20), item.post.time)
    untouched = desk.post(other.post.id)
    assert untouched is not None and untouched.date == other.post.date
    desk.undo()
    assert desk.post(item.post.id) is None and desk.post(other.post.id) is None


def test_what_a_day_breaks_is_said_over_it_and_first_in_the_list(dialog: ProposalDialog) -> None:
    item, before = first(dialog), len(dialog.unmet.values)
    carry(dialog, item, TOO_LATE, drop=False)
    verdict = dialog._asked(item.post.id, TOO_LATE)
    assert verdict.allowed and verdict.level == "bad" and verdict.text
    assert dialog.preview.strip._lit == (TOO_LATE, "bad")
    QTest.mouseRelease(dialog.preview.strip, LEFT, pos=dialog.preview.strip.rect_of_day(TOO_LATE).center())
    assert dialog.preview.strip._lit is None
    assert brought_about(dialog)[0] == "submission.window" == dialog.unmet.values[0].finding.rule
    QTest.keySequence(dialog, "Ctrl+Z")
    assert brought_about(dialog) == [] and len(dialog.unmet.values) == before


def test_days_that_cannot_be_say_why(dialog: ProposalDialog) -> None:
    item = first(dialog)
    carry(dialog, item, dt.date(2026, 11, 23))
    assert "has passed" in dialog.notice.text
    assert now(dialog, item) == item
    for _step in range(5):
        QTest.keyClick(dialog.table, Qt.Key.Key_Down, ALT)
    assert "days chosen above" in dialog.notice.text
    moved = now(dialog, item).post.date
    assert moved is not None and moved in FROM_TODAY
    QTest.keyClick(dialog.table, Qt.Key.Key_Up, ALT)
    assert dialog.notice.text == ""


def test_escape_puts_a_card_in_hand_back_and_the_dialog_stays(dialog: ProposalDialog) -> None:
    item = first(dialog)
    carry(dialog, item, TOO_LATE, drop=False)
    QTest.keyClick(dialog.preview.strip, Qt.Key.Key_Escape)
    QTest.mouseRelease(dialog.preview.strip, LEFT)
    assert dialog.isVisible() and now(dialog, item) == item
    assert dialog.table.hasFocus()


def test_f2_types_a_day_and_tab_a_time(dialog: ProposalDialog, qtbot: QtBot) -> None:
    item = first(dialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    field = editor(dialog, qtbot)
    assert isinstance(field, DateEdit) and field.day() == item.post.date
    QTest.keyClicks(field, "18.12.2026")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: type(dialog.focusWidget()) is not DateEdit)
    line = editor(dialog, qtbot)
    QTest.keyClicks(line, "9.30")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert (now(dialog, item).post.date, now(dialog, item).post.time) == (dt.date(2026, 12, 18), dt.time(9, 30))
    assert dialog.isVisible() and dialog.table.current().item == now(dialog, item)


def test_a_double_click_changes_the_time_and_what_is_no_time_changes_nothing(
    dialog: ProposalDialog, qtbot: QtBot
) -> None:
    item = first(dialog)
    for typed, time in (("nine", item.post.time), ("18", dt.time(18))):
        cell = dialog.table.visualRect(dialog.table.model().index(0, TIME)).center()
        QTest.mouseClick(dialog.table.viewport(), LEFT, pos=cell)
        QTest.mouseDClick(dialog.table.viewport(), LEFT, pos=cell)
        line = editor(dialog, qtbot)
        QTest.keyClicks(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle()
        assert now(dialog, item).post.time == time
    assert item.post.id in [one.post.id for one in dialog.table.items()], "a double click there ticks nothing"


def test_who_moves_a_post_without_a_tick_wants_it(dialog: ProposalDialog) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    item = first(dialog)
    assert item not in dialog.table.items()
    QTest.keyClick(dialog.table, Qt.Key.Key_Right, ALT)
    assert now(dialog, item) in dialog.table.items()


def test_other_posts_keep_their_ticks_while_one_is_moved(dialog: ProposalDialog) -> None:
    other = dialog.table.values[1].item
    dialog.table.ticks.tick([1], on=False)
    dialog.table.choose(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Right, ALT)
    assert other not in dialog.table.items() and len(dialog.table.items()) == len(dialog.table.values) - 1


def test_the_menu_puts_a_post_back_where_it_was_proposed(dialog: ProposalDialog, qtbot: QtBot) -> None:
    item = first(dialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_Right, ALT)
    asking = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(dialog.table.viewport(), asking)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    entry = next(a for a in dialog.table.findChild(QMenu).actions() if "pro&posed" in a.text())
    entry.trigger()
    settle()
    assert now(dialog, item) == item


def with_ideas(dialog: ProposalDialog, desk: Desk) -> Draft:
    """More ideas wait for the page than there is room for."""
    (page,) = dialog.pages
    ideas = [Post(id=f"idea-{n}", page_id=page.id, state=State.IDEA, title=f"Idea {n}") for n in range(12)]
    desk.do("Ideas", lambda work: [work.put(idea) for idea in ideas])
    dialog.work_out()
    assert dialog.draft is not None and dialog.draft.left
    return dialog.draft


def test_another_post_of_the_tray_is_taken_instead_and_what_that_leaves_open_is_said(
    dialog: ProposalDialog, desk: Desk
) -> None:
    draft = with_ideas(dialog, desk)
    item = next(row.item for row in dialog.table.values if row.item.cause is Cause.TOPIC)
    other = draft.others(item)[0]
    dialog.table.takenInstead.emit(item, other)
    row = dialog.table.current()
    assert (row.item.post.id, row.item.post.date, row.item.new) == (other.id, item.post.date, False)
    assert item.post.title in row.why and other.id not in [post.id for post in draft.left]
    assert "topics.coverage" in brought_about(dialog)
    QTest.mouseClick(dialog.primary, LEFT)
    stored = desk.post(other.id)
    assert stored is not None and stored.date == item.post.date and desk.post(item.post.id) is None


def test_what_was_taken_instead_goes_back_to_what_was_proposed(dialog: ProposalDialog, desk: Desk) -> None:
    draft = with_ideas(dialog, desk)
    item = first(dialog)
    left = [post.id for post in draft.left]
    dialog.table.takenInstead.emit(item, draft.others(item)[0])
    QTest.keyClick(dialog.table, Qt.Key.Key_Right, ALT)
    dialog.table.restored.emit(dialog.table.current().item)
    assert now(dialog, item) == item and dialog.table.current().item == item
    assert [post.id for post in draft.left] == left
