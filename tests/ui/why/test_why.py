"""Why?: every deadline, gauge, hatch and badge opens its explanation, by mouse and by key."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from smcal.layout.board import Spot
from smcal_ui.planner.whys import head_at, tags_of
from tests.ui.conftest import NEXT_WEEK

LEFT = Qt.MouseButton.LeftButton
URGENT_DAY = dt.date(2026, 11, 30)  # a plan handed in on the 24th at 11:20 is late for it


@pytest.fixture
def panel(opened):
    """The explanation that is open."""

    def found():
        opened.settle()
        return opened.window.helping.panel

    return found


def click(opened, pos: QPoint) -> None:
    QTest.mouseClick(opened.window.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, pos)
    opened.settle()


def hot(opened, what: str, row: int = 0, column: int = 0) -> QPoint:
    """The middle of a part of a head, as a person finds it: where the pointer becomes a hand."""
    view = opened.window.view
    cell = view.rect_of(Spot(row, column))
    xs = range(cell.left(), cell.right(), 4) if what == "day" else range(4, view.places().metrics.row_head, 4)
    ys = range(0, 52, 3) if what == "day" else range(cell.top(), cell.bottom(), 3)
    points = (QPoint(x, y) for y in ys for x in xs)
    found = next(head for head in (head_at(view, point) for point in points) if head and head.what == what)
    return found.rect.center()


def press_why(opened) -> None:
    opened.keys("Shift+F1")


def test_the_gauge_tells_its_posts_one_by_one(opened, panel):
    click(opened, hot(opened, "gauge", row=1))
    story, row = panel().story, opened.window.view.board().rows[1]
    assert sum(line.number is not None for line in story.lines) == row.gauge.count
    assert story.clause == "cl. 5.8"


def test_the_topics_of_a_page_tell_which_are_owed(opened, panel):
    click(opened, hot(opened, "coverage"))
    story, row = panel().story, opened.window.view.board().rows[0]
    assert sum(line.mark == "good" for line in story.lines) >= row.coverage.met > 0
    assert "5.9" in story.clause


def test_the_head_of_an_urgent_day_counts_the_days_back(opened, panel):
    column = opened.window.view.board().column_of(URGENT_DAY)
    assert opened.window.view.board().days[column].urgent_only
    click(opened, hot(opened, "day", column=column))
    assert [line.number for line in panel().story.lines if line.number] == [1, 2, 3, 4, 5]


def test_the_head_of_a_day_off_says_who_made_it_so(opened, panel):
    click(opened, hot(opened, "day", column=5))
    assert panel().story.conclusion == "A plain day of the week without working hours."


def test_the_pointer_is_a_hand_there_and_the_tip_says_why(opened):
    view = opened.window.view
    for pos in (hot(opened, "gauge"), hot(opened, "coverage"), hot(opened, "day")):
        QTest.mouseMove(view.viewport(), pos)
        opened.settle()
        assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, pos, view.viewport().mapToGlobal(pos)))
        assert "Why?" in QToolTip.text()
    QTest.mouseMove(view.viewport(), view.rect_of(Spot(0, 6)).center())
    opened.settle()
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def a_tag(opened):
    """The badge of a post that has no text."""
    view = opened.window.view
    opened.make(title="Вечер", text="", borrowed=True)
    return next(tag for spot, _card in view.board().spots() for tag in tags_of(view, spot))


def test_a_click_on_a_badge_explains_its_finding_and_chooses_the_post(opened, panel):
    tag = a_tag(opened)
    click(opened, tag.rect.center())
    assert panel().story.title
    assert opened.window.selected() == [tag.post_id]


def test_a_drag_that_begins_on_a_badge_is_a_drag(opened, panel):
    view, tag = opened.window.view, a_tag(opened)
    start = tag.rect.center()
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    for step in (8, 20, 40):
        QTest.mouseMove(view.viewport(), start + QPoint(step, 0))
    assert opened.window.drag.active
    opened.window.drag.cancel()
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    assert panel() is None


def test_the_post_too_many_is_explained_by_the_gauge(opened, panel):
    view = opened.window.view
    opened.window.show_week(dt.date(2026, 12, 7))
    opened.settle()
    tag = next(tag for spot, _card in view.board().spots() for tag in tags_of(view, spot) if "no. 8" in tag.text)
    view.focus_on(view.board().find(tag.post_id))
    tag = next(tag for tag in tags_of(view, view.focus_spot()) if "no. 8" in tag.text)
    click(opened, tag.rect.center())
    assert "too many" in panel().story.conclusion


def test_submit_by_in_the_inspector_counts_the_days(opened, panel, qtbot):
    post = opened.make(title="Вечер", text="Приходите", date=dt.date(2026, 12, 10))
    opened.show(post.id)
    link = next(b for b in opened.inspector.findChildren(QPushButton) if b.text() == "Why?" and b.isVisible())
    QTest.mouseClick(link, LEFT)
    assert panel().story.clause == "cl. 5.6"
    assert [line.number for line in panel().story.lines if line.number] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("field", ["title", "text"])
def test_the_key_explains_the_deadline_from_any_field(opened, panel, field):
    post = opened.make(title="Вечер", text="Приходите", date=dt.date(2026, 12, 10))
    opened.show(post.id)
    opened.field(field).setFocus()
    press_why(opened)
    assert "hand in by" in panel().story.title
    opened.key(Qt.Key.Key_Escape)
    assert panel() is None
    assert opened.field(field).hasFocus()


def test_the_key_explains_cells_and_cards(opened, panel):
    view = opened.window.view
    empty = next(Spot(r, 5) for r in range(len(view.board().rows)) if not view.board().cards(r, 5))
    view.focus_on(empty)
    view.choose([])
    press_why(opened)
    assert panel().story.title == opened.desk.dates.day(NEXT_WEEK.first + dt.timedelta(5))
    opened.key(Qt.Key.Key_Escape)
    assert view.hasFocus()
    tag = a_tag(opened)
    view.focus_on(view.board().find(tag.post_id))
    view.choose([tag.post_id])
    press_why(opened)
    assert panel().story.conclusion


def titles_here(opened, panel) -> list[str]:
    """What the key tells about one place, pressed again and again until the sheet closes."""
    press_why(opened)
    told = []
    while panel() is not None:
        told.append(panel().story.title)
        assert len(told) < 9
        press_why(opened)
    return told


def test_the_key_pressed_again_tells_what_else_there_is_about_a_cell(opened, panel):
    view = opened.window.view
    column = view.board().column_of(URGENT_DAY)
    empty = next(Spot(r, column) for r in range(len(view.board().rows)) if not view.board().cards(r, column))
    view.focus_on(empty)
    view.choose([])
    hatch, gauge, topics = titles_here(opened, panel)
    assert "urgent" in hatch and "posts this week" in gauge and topics.startswith("Topics from")
    assert view.hasFocus() and view.focus_spot() == empty


def test_the_key_pressed_again_tells_every_badge_of_a_card_and_its_deadline(opened, panel):
    view, tag = opened.window.view, a_tag(opened)
    view.select([tag.post_id])
    *badges, deadline = titles_here(opened, panel)
    assert len(badges) == len(opened.window.helping.of_post(tag.post_id)) > 1
    assert "hand in by" in deadline


def test_the_sheet_leads_on_by_mouse_as_well(opened, panel):
    view, tag = opened.window.view, a_tag(opened)
    view.select([tag.post_id])
    press_why(opened)
    first = panel().story
    following = next(b for b in panel().findChildren(QPushButton) if b.text().startswith("Next (2 of "))
    QTest.mouseClick(following, LEFT)
    assert panel().story != first and "Next (3 of " in "".join(b.text() for b in panel().findChildren(QPushButton))
    opened.key(Qt.Key.Key_Escape)
    assert panel() is None and view.hasFocus()


def test_a_hatched_cell_says_what_it_means_and_a_click_there_only_goes_there(opened, panel):
    view = opened.window.view
    column = view.board().column_of(URGENT_DAY)
    row = next(r for r in range(len(view.board().rows)) if not view.board().cards(r, column))
    pos = view.rect_of(Spot(row, column)).center()
    asked: list[object] = []
    view.newRequested.connect(lambda *cell: asked.append(cell))
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, pos, view.viewport().mapToGlobal(pos)))
    assert "only urgent posts" in QToolTip.text() and "Shift+F1" in QToolTip.text()
    click(opened, pos)
    assert panel() is None and asked == []
    press_why(opened)
    assert [line.number for line in panel().story.lines if line.number] == [1, 2, 3, 4, 5]
    opened.key(Qt.Key.Key_Escape)
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, pos)
    assert len(asked) == 1
    plain = view.rect_of(Spot(row, 4)).center()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, plain, view.viewport().mapToGlobal(plain)))
    assert not QToolTip.isVisible() or "urgent" not in QToolTip.text()


def test_the_key_explains_a_line_of_the_findings_and_esc_goes_back_to_it(opened, panel):
    table = opened.window.findings.table
    table.setFocus()
    opened.key(Qt.Key.Key_Down)
    row = table.currentIndex().row()
    press_why(opened)
    line = opened.window.findings.lines[row]
    assert panel().story.clause.startswith(line.clause)
    opened.key(Qt.Key.Key_Escape)
    assert table.hasFocus() and table.currentIndex().row() == row


def test_a_line_about_a_post_leads_to_it(opened, panel):
    click(opened, hot(opened, "gauge", row=1))
    post_id, link = next(iter(panel().links.items()))
    QTest.mouseClick(link, LEFT)
    opened.settle()
    assert opened.window.selected() == [post_id]
    assert panel() is None


def test_a_link_is_reached_and_followed_by_keys(opened, panel):
    click(opened, hot(opened, "gauge", row=1))
    post_id = next(iter(panel().links))
    opened.key(Qt.Key.Key_Tab)
    opened.key(Qt.Key.Key_Return)
    assert opened.window.selected() == [post_id]


def test_all_of_it_can_be_copied_and_is_heard(opened, panel):
    click(opened, hot(opened, "gauge", row=1))
    shown = panel()
    opened.keys("Ctrl+C")
    text = QGuiApplication.clipboard().text()
    assert shown.story.title in text and shown.story.conclusion in text
    assert shown.accessibleName() == shown.story.title
    assert shown.accessibleDescription() == text


def test_a_click_elsewhere_closes_it_and_does_what_it_does(opened, panel):
    click(opened, hot(opened, "gauge", row=1))
    assert panel() is not None
    view = opened.window.view
    spot, card = next(iter(view.board().spots()))
    pos = view.rect_of(spot).topLeft() + QPoint(30, 10)
    for row in range(len(view.board().rows)):  # a card that the panel does not cover
        found = next(((s, c) for s, c in view.board().spots() if s.row == row and s.column >= 4), None)
        if found and not panel().geometry().contains(
            opened.window.mapFromGlobal(view.on_screen(view.rect_of(found[0])).topLeft()) + QPoint(30, 10)
        ):
            (spot, card), pos = found, view.rect_of(found[0]).topLeft() + QPoint(30, 10)
            break
    click(opened, pos)
    assert panel() is None
    assert opened.window.selected() == [card.id]


@pytest.mark.parametrize("size", [(1024, 700), (1412, 860)])
@pytest.mark.parametrize("what", ["gauge", "coverage", "day"])
def test_it_lies_inside_the_window(opened, panel, what, size):
    opened.window.resize(*size)
    opened.settle()
    click(opened, hot(opened, what))
    assert opened.window.rect().contains(panel().geometry())
    assert panel().height() > 100


def test_the_context_menu_leads_by_keys_to_gauge_and_topics(opened, panel):
    from smcal_ui.shell.menus import context_menu

    page_id = opened.window.view.board().rows[0].page.id
    menu = context_menu(opened.window, [], page_id, NEXT_WEEK.first)
    actions = {action.text(): action for action in menu.actions()}
    actions["How many posts this week, and why?"].trigger()
    assert "posts this week" in panel().story.title
    actions["Which topics, and why?"].trigger()
    assert panel().story.title.startswith("Topics from")
    actions["Why is the day like this?"].trigger()
    assert panel().story.lines


def test_it_closes_when_the_plan_changes(opened, panel):
    click(opened, hot(opened, "gauge", row=1))
    assert panel() is not None
    opened.make(title="Вечер", text="Приходите")
    assert panel() is None


def test_where_nothing_is_chosen_the_key_says_so(opened, panel):
    opened.window.tray.setFocus()
    press_why(opened)
    assert panel() is None
    assert opened.window.saying.text.startswith("Go to a post")


def test_the_page_of_shortcuts_names_both_keys(opened):
    from smcal_ui.dialogs.shortcuts import shortcut_lines

    keys = {line.text: line.keys for line in shortcut_lines(list(opened.window.actions_by_name.values()))}
    assert (keys["Why is it so?"], keys["Mend a finding"]) == ("Shift+F1", "Ctrl+.")


def test_every_kind_of_day_says_who_made_it_so(opened, panel):
    told = {}
    for day in (dt.date(2027, 1, 7), dt.date(2027, 11, 5), dt.date(2026, 12, 3), dt.date(2028, 12, 6)):
        opened.window.show_page(None, day)
        opened.window.view.choose([])
        opened.window.helping.why_head("day", None, day, opened.window.view.on_screen(opened.window.view.rect()))
        told[day] = panel().story
    assert "public holiday" in told[dt.date(2027, 1, 7)].conclusion
    assert told[dt.date(2026, 12, 3)].conclusion == "A plain working day."
    assert "moved here" in told[dt.date(2027, 11, 5)].conclusion
    assert told[dt.date(2028, 12, 6)].provisional, "the days off of that year are not decreed yet"
