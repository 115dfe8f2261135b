"""Fixes: what a line, a remark and a card offer mends the finding by one click, as one step, and one goes on."""

import datetime as dt
import time

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from smcal.model import Period, State
from smcal_ui.dialogs.library import LibraryDialog
from smcal_ui.fixes.offering import offers_for
from smcal_ui.fixes.one_line import LinePopover
from smcal_ui.shell.findings_links import MEND, WHY
from tests.ui.conftest import NEXT_WEEK

LEFT = Qt.MouseButton.LeftButton
THURSDAY = dt.date(2026, 12, 3)


@pytest.fixture
def in_menu(qtbot):
    """`in_menu("Move", act)` chooses the line of the next menu by its beginning; `said` has all its lines."""
    timer, wanted, said = QTimer(interval=20), [""], []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        timer.stop()
        said[:] = [action.text() for action in menu.actions()]
        found = next((a for a in menu.actions() if a.text().startswith(wanted[0])), None) if wanted[0] else None
        if found is None:
            QTest.keyClick(menu, Qt.Key.Key_Escape)
        elif menu.rect().contains(menu.actionGeometry(found)):
            QTest.mouseClick(menu, LEFT, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(found).center())
        else:  # below the edge of a long menu: by keys
            menu.setActiveAction(found)
            QTest.keyClick(menu, Qt.Key.Key_Return)

    def choose(text: str) -> list[str]:
        wanted[0] = text
        timer.start()
        return said

    timer.timeout.connect(look)
    yield choose
    timer.stop()


def row_of(opened, rule: str, post_id: str | None = None) -> int:
    lines = opened.window.findings.lines
    return next(
        n for n, line in enumerate(lines) if line.finding.rule == rule and post_id in (None, line.finding.post_id)
    )


def go_to_line(opened, rule: str, post_id: str | None = None) -> int:
    """The keyboard on the line of a finding."""
    row = row_of(opened, rule, post_id)
    table = opened.window.findings.table
    table.setFocus()
    table.selectRow(row)
    opened.settle()
    return row


def keys_of(opened) -> set[str]:
    return {finding.key for line in opened.window.findings.lines for finding in line.all}


def in_list(opened) -> int:
    """The line that has the keyboard."""
    opened.window.activateWindow()  # a window manager does so when a menu goes; here is none
    opened.settle()
    table = opened.window.findings.table
    assert table.hasFocus()
    return table.currentIndex().row()


def popover(opened) -> LinePopover:
    opened.window.activateWindow()
    opened.settle()
    return opened.window.findChild(LinePopover)


def test_one_click_moves_a_late_post_to_the_day_that_is_told_and_undo_takes_it_back(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    row = go_to_line(opened, "submission.window", post.id)
    before = keys_of(opened)
    said = in_menu("Move to")
    opened.keys("Ctrl+.")
    moved = opened.stored(post.id)
    assert moved.date > NEXT_WEEK.first
    assert f"Move to {opened.desk.dates.day(moved.date)}" in said
    saying = opened.window.saying
    assert saying.text == f"“Вечер” has moved to {opened.desk.dates.day(moved.date)}."
    assert saying.link.text() == "Take it back: Ctrl+Z"
    assert in_list(opened) == row, "one goes on with the next finding"
    opened.keys("Ctrl+Z")
    assert opened.stored(post.id).date == NEXT_WEEK.first
    assert keys_of(opened) == before


def test_the_link_of_the_status_line_takes_it_back(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    go_to_line(opened, "submission.window", post.id)
    in_menu("Move to")
    opened.keys("Ctrl+.")
    QTest.mouseClick(opened.window.saying.link, LEFT)
    opened.settle()
    assert opened.stored(post.id).date == NEXT_WEEK.first


def test_one_line_marks_a_post_as_urgent(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    go_to_line(opened, "submission.window", post.id)
    in_menu("Mark as urgent")
    opened.keys("Ctrl+.")
    asked = popover(opened)
    assert asked.line.hasFocus() and opened.window.rect().contains(asked.geometry())
    opened.key(Qt.Key.Key_Return)
    assert asked.trouble.isVisible(), "an empty line is asked for again"
    QTest.keyClicks(asked.line, "The speaker is ill")
    opened.key(Qt.Key.Key_Return)
    now = opened.stored(post.id)
    assert (now.urgent, now.urgent_reason) == (True, "The speaker is ill")
    in_list(opened)
    opened.keys("Ctrl+Z")
    assert not opened.stored(post.id).urgent and not opened.stored(post.id).urgent_reason


def test_esc_goes_without_the_line_and_back_to_the_list(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    row = go_to_line(opened, "submission.window", post.id)
    in_menu("Mark as urgent")
    opened.keys("Ctrl+.")
    QTest.keyClicks(popover(opened).line, "nothing")
    opened.key(Qt.Key.Key_Escape)
    assert popover(opened) is None or not popover(opened).isVisible()
    assert opened.stored(post.id).urgent is False
    assert in_list(opened) == row


def test_a_click_elsewhere_does_not_lose_what_was_typed(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    go_to_line(opened, "submission.window", post.id)
    in_menu("Mark as urgent")
    opened.keys("Ctrl+.")
    asked = popover(opened)
    QTest.keyClicks(asked.line, "ill")
    QTest.mouseClick(opened.window.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(200, 20))
    assert asked.isVisible() and asked.line.text() == "ill"
    QTest.mouseClick(asked.accept_, LEFT)
    assert opened.stored(post.id).urgent_reason == "ill"


def test_a_missing_topic_becomes_a_post_on_that_topic(opened, in_menu):
    row = go_to_line(opened, "topics.coverage")
    finding = opened.window.findings.lines[row].finding
    with opened.desk.read() as reader:
        before = {post.id for post in reader.posts(Period(NEXT_WEEK.first, dt.date(2026, 12, 31)))}
    in_menu("New post on")
    opened.keys("Ctrl+.")
    with opened.desk.read() as reader:
        made = reader.posts(Period(NEXT_WEEK.first, dt.date(2026, 12, 31)))
    (post,) = (post for post in made if post.id not in before)
    assert (post.topic, post.page_id) == (finding.args["topic"], finding.page_id)
    assert finding.key not in keys_of(opened)
    opened.keys("Ctrl+Z")
    assert opened.desk.post(post.id) is None or opened.stored(post.id).binned


def test_a_new_post_of_the_shown_week_is_chosen_at_once(opened, in_menu):
    go_to_line(opened, "frequency.min")
    in_menu("New post on")
    opened.keys("Ctrl+.")
    (post_id,) = opened.window.chosen.ids
    made = opened.stored(post_id)
    assert made.date in opened.window.week.week and not made.text
    assert opened.inspector.post.id == post_id
    opened.keys("Ctrl+Z")
    assert opened.desk.post(post_id) is None or opened.stored(post_id).binned


def test_a_field_is_shown_where_somebody_has_to_look(opened, in_menu):
    post = opened.make(title="Вечер", text="", topic=6, date=THURSDAY)
    go_to_line(opened, "media.ready", post.id)
    in_menu("Write the text")
    opened.keys("Ctrl+.")
    assert opened.inspector.post.id == post.id
    assert opened.field("text").hasFocus()


def test_a_dialog_opens_at_the_list_that_mends_it(opened, in_menu, qtbot):
    go_to_line(opened, "two-factor")
    in_menu("Open the list of people")
    seen = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, LibraryDialog):
            seen.append(dialog.tabs.currentWidget() is dialog.people)
            dialog.reject()
        else:
            QTimer.singleShot(20, opened.window, look)

    QTimer.singleShot(100, opened.window, look)
    opened.keys("Ctrl+.")
    assert seen == [True]


def test_an_open_checklist_leads_to_the_checklist(opened, in_menu):
    row = go_to_line(opened, "language.opinion")
    said = in_menu("")
    opened.keys("Ctrl+.")
    assert said == ["Open the checklist…"]
    assert opened.window.findings.table.currentIndex().row() == row


def test_the_links_of_a_line_open_menu_and_reason_by_mouse_and_do_not_jump(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    table, row = opened.window.findings.table, row_of(opened, "submission.window", post.id)
    table.scrollTo(table.model().index(row, 0))
    chosen = opened.window.selected()
    QTest.mouseMove(table.viewport(), QPoint(100, table.rowViewportPosition(row) + 8))
    QTest.mouseMove(table.viewport(), table.link_rect(row, WHY).center())
    assert table.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, table.link_rect(row, WHY).center())
    opened.settle()
    assert opened.window.helping.panel is not None
    opened.key(Qt.Key.Key_Escape)
    said = in_menu("")
    QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, table.link_rect(row, MEND).center())
    assert any(text.startswith("Mark as urgent") for text in said)
    assert opened.window.selected() == chosen


def test_the_menu_of_a_line_has_fixes_reason_and_way_there(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    table, row = opened.window.findings.table, row_of(opened, "submission.window", post.id)
    table.scrollTo(table.model().index(row, 0))
    pos = QPoint(150, table.rowViewportPosition(row) + 8)
    said = in_menu("Go there")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, pos, table.viewport().mapToGlobal(pos))
    QApplication.sendEvent(table.viewport(), event)
    opened.settle()
    assert said[-2:] == ["Why?", "Go there"] and said[0].startswith("Mark as urgent")
    assert opened.window.selected() == [post.id]


def test_a_remark_in_the_inspector_offers_them_too(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    opened.show(post.id)
    link = next(b for b in opened.inspector.findChildren(QPushButton) if b.text() == "Mend…" and b.isVisible())
    in_menu("Move to")
    QTest.mouseClick(link, LEFT)
    opened.settle()
    assert opened.stored(post.id).date > NEXT_WEEK.first


def mend_link(opened) -> QPushButton:
    return next(b for b in opened.inspector.findChildren(QPushButton) if b.text() == "Mend…" and b.isVisible())


def test_after_the_last_remark_the_keyboard_is_on_the_card_which_comes_into_view(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    opened.show(post.id)
    in_menu("Move to")
    QTest.mouseClick(mend_link(opened), LEFT)
    opened.window.activateWindow()
    opened.settle()
    view = opened.window.view
    assert opened.stored(post.id).date > NEXT_WEEK.first
    assert view.hasFocus()
    assert view.focus_spot() == view.board().find(post.id)
    assert view.viewport().rect().contains(view.rect_of(view.focus_spot()))


def test_where_another_remark_is_left_the_keyboard_goes_on_there(opened, in_menu):
    post = opened.make(title="Вечер", text="", topic=6, date=NEXT_WEEK.first)
    opened.show(post.id)
    in_menu("Move to")
    link = mend_link(opened)
    QTest.mouseClick(link, LEFT)
    opened.window.activateWindow()
    opened.settle()
    assert opened.stored(post.id).date > NEXT_WEEK.first
    held = opened.window.focusWidget()
    assert isinstance(held, QPushButton) and held.isVisible() and held.text() in {"Write it", "Mend…"}


def test_enter_takes_the_first_fix_of_the_menu(opened):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    go_to_line(opened, "submission.window", post.id)
    firsts = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            firsts.append(menu.actions()[0].text())
            QTest.keyClick(menu, Qt.Key.Key_Return)
        else:
            QTimer.singleShot(20, opened.window, look)

    QTimer.singleShot(20, opened.window, look)
    opened.keys("Ctrl+.")
    assert firsts[0].startswith("Mark as urgent")
    assert popover(opened) is not None and popover(opened).isVisible()


def test_the_menu_of_a_card_begins_with_what_mends_it(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    view = opened.window.view
    view.select([post.id])
    view.setFocus()
    said = in_menu("Move to")
    view.ask_for_menu()
    opened.settle()
    assert said[0].startswith("Mark as urgent")
    assert opened.stored(post.id).date > NEXT_WEEK.first


def test_a_card_without_remarks_says_that_there_is_nothing_to_mend(opened):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=THURSDAY)
    opened.show(post.id)
    opened.window.view.setFocus()
    opened.keys("Ctrl+.")
    assert opened.window.saying.text == "There is nothing to mend here."


def test_what_is_being_typed_is_a_step_of_its_own(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    opened.show(post.id)
    opened.type("title", "Утро")
    in_menu("Move to")
    opened.keys("Ctrl+.")
    now = opened.stored(post.id)
    assert (now.title, now.date > NEXT_WEEK.first) == ("Утро", True)
    opened.window.undo()
    now = opened.stored(post.id)
    assert (now.title, now.date) == ("Утро", NEXT_WEEK.first)


def test_every_finding_of_the_sample_finds_its_offers_quickly(opened):
    def seconds(line) -> float:
        begun = time.perf_counter()
        offers_for(opened.desk, line.all, NEXT_WEEK.first)
        return time.perf_counter() - begun

    best = {line.text: min(seconds(line) for _try in range(3)) for line in opened.window.findings.lines}
    assert max(best.values()) < 0.1, best  # a tenth of that on an idle machine


def test_a_removed_post_gets_its_reasons_in_the_removal_dialog(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=THURSDAY, state=State.REMOVED)
    go_to_line(opened, "removal.grounds", post.id)
    in_menu("Say why")
    seen = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            seen.append(type(dialog).__name__)
            dialog.reject()
        else:
            QTimer.singleShot(20, opened.window, look)

    QTimer.singleShot(100, opened.window, look)
    opened.keys("Ctrl+.")
    assert seen == ["RemovalDialog"]


def test_the_line_is_heard_with_its_prompt(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, date=NEXT_WEEK.first)
    go_to_line(opened, "submission.window", post.id)
    in_menu("Mark as urgent")
    opened.keys("Ctrl+.")
    asked = popover(opened)
    assert asked.findChild(QLineEdit).accessibleName() == "Why it cannot wait"
    assert asked.accessibleName() == "Mark as urgent"


def test_a_post_of_another_week_is_mended_from_the_inspector(opened, in_menu):
    post = opened.make(title="Вечер", text="", topic=6, date=dt.date(2026, 12, 9))
    opened.window.open_post(post.id)
    opened.window.show_week(NEXT_WEEK.first)
    opened.window.chosen.take([post.id])
    opened.settle()
    said = in_menu("Write the text")
    opened.keys("Ctrl+.")
    assert "Write the text…" in said


def test_the_author_of_a_file_is_written_where_the_finding_stands(opened, in_menu):
    opened.window.show_week(dt.date(2026, 12, 7))
    opened.settle()
    row = go_to_line(opened, "credits.complete")
    finding = opened.window.findings.lines[row].finding
    assert finding.args["attachment"]
    in_menu("Add author and source")
    opened.keys("Ctrl+.")
    asked = popover(opened)
    author, source = asked.lines
    QTest.keyClicks(author, "Anna Berg")
    opened.key(Qt.Key.Key_Return)
    assert source.hasFocus() and not asked.trouble.isVisible(), "Enter goes on to the line that is empty"
    opened.key(Qt.Key.Key_Return)
    assert asked.trouble.isVisible()
    QTest.keyClicks(source, "https://example.org")
    opened.key(Qt.Key.Key_Return)
    with opened.desk.read() as reader:
        files = reader.attachments([finding.post_id])[finding.post_id]
    named = next(file for file in files if file.id == finding.args["attachment"])
    assert (named.author, named.source) == ("Anna Berg", "https://example.org")
    assert finding.key not in keys_of(opened)
    opened.keys("Ctrl+Z")
    assert finding.key in keys_of(opened)


def test_an_approved_post_of_a_past_day_asks_for_its_link(opened, in_menu):
    post = opened.make(title="Вечер", text="Приходите", topic=6, state=State.APPROVED, date=dt.date(2026, 11, 23))
    opened.window.show_week(post.date)
    opened.settle()
    go_to_line(opened, "submission.window", post.id)
    in_menu("It was published")
    seen = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            seen.append((type(dialog).__name__, opened.inspector.post.id))
            dialog.reject()
        else:
            QTimer.singleShot(20, opened.window, look)

    QTimer.singleShot(100, opened.window, look)
    opened.keys("Ctrl+.")
    assert seen == [("PublishedDialog", post.id)]


def test_a_week_too_full_gives_up_the_post_that_is_easiest_to_move(opened, in_menu):
    opened.window.show_week(dt.date(2026, 12, 7))
    opened.settle()
    row = go_to_line(opened, "frequency.max")
    finding = opened.window.findings.lines[row].finding
    said = in_menu("Move")
    opened.keys("Ctrl+.")
    assert len(said) == 1 and "to" in said[0]
    assert finding.key not in keys_of(opened)
