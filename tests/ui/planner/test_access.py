"""The tree that screen readers walk, asked for through Qt as they do; and that nothing of it is there without them."""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smcal.layout.board import Spot
from smcal.layout.walk import Placement
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.view import WeekView
from smcal_ui.theme import Theme
from tests.ui.planner import boards

NAME, ROLE, EVENT = QAccessible.Text.Name, QAccessible.Role, QAccessible.Event


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def sent(monkeypatch) -> list[tuple[QAccessible.Event, str]]:
    """Kind and name of every event about a node of the week, as Qt hands them to the platform."""
    events: list[tuple[QAccessible.Event, str]] = []
    pass_on = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        events.append((event.type(), event.accessibleInterface().text(NAME)))
        pass_on(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(listen))
    return events


def root(view: WeekView) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


def children(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [node.child(n) for n in range(node.childCount())]


def card(view: WeekView, post_id: str) -> QAccessibleInterface:
    spot = view.board().find(post_id)
    return root(view).child(spot.row * 7 + spot.column).child(spot.index)


def do(node: QAccessibleInterface, action: str) -> None:
    node.actionInterface().doAction(action)
    QApplication.processEvents()


def test_the_week_is_a_list_of_cells_with_cards(stage):
    week = root(stage.week)
    assert (week.role(), week.childCount()) == (ROLE.List, 4 * 7)
    assert week.text(NAME).replace("\u00a0", " ") == "Week, 30 November – 6 December 2026"
    assert [len(children(cell)) for cell in children(week)[:7]] == [1, 1, 0, 1, 0, 1, 0]
    for number, cell in enumerate(children(week)):
        assert cell.role() is ROLE.Grouping and cell.parent() is week and week.indexOfChild(cell) == number
        for index, item in enumerate(children(cell)):
            assert item.role() is ROLE.ListItem and item.parent() is cell and cell.indexOfChild(item) == index
            assert item.childCount() == 0 and item.isValid() and item.window() is stage.windowHandle()


def test_a_card_says_title_time_day_page_state_and_findings(stage):
    words = card(stage.week, "poe").text(NAME)
    for part in (
        "Встреча с переводчиком Э. По",
        "15:30",
        "Thu",
        "3",
        "Библиотека № 3",
        "VK",
        "Draft",
        "нет автора фото",
    ):
        assert part.lower() in words.lower(), part
    assert words.endswith("нет автора фото")


def test_a_cell_says_page_day_and_how_many(stage):
    assert root(stage.week).child(0).text(NAME).endswith("1 post, urgent only")
    assert "Библиотека № 3" in root(stage.week).child(2).text(NAME)


def test_states_follow_focus_and_choice(stage):
    stage.week.select(["poe"])
    state = card(stage.week, "poe").state()
    assert state.focusable and state.focused and state.selectable and state.selected
    other = card(stage.week, "novels").state()
    assert other.focusable and not other.focused and not other.selected
    assert root(stage.week).focusChild() is card(stage.week, "poe")
    assert card(stage.week, "poe").parent().focusChild() is card(stage.week, "poe")


def test_places_on_the_screen_lead_back_to_the_card(stage):
    item = card(stage.week, "poe")
    middle = item.rect().center()
    assert stage.week.viewport().mapFromGlobal(middle) == stage.at("poe")
    cell = root(stage.week).childAt(middle.x(), middle.y())
    assert cell is item.parent() and cell.childAt(middle.x(), middle.y()) is item
    assert cell.rect().contains(item.rect())


def test_cards_scrolled_away_or_behind_more_say_so(stage):
    stage.week.show_board(boards.packed(20, 5))
    assert not card(stage.week, "0-0-0").state().offscreen and card(stage.week, "19-6-0").state().offscreen
    assert card(stage.week, "0-0-4").state().invisible and not card(stage.week, "0-0-0").state().invisible


def test_arrows_are_heard_as_focus_and_selection(stage, sent):
    stage.week.select(["hours"])
    sent.clear()
    QTest.keyClick(stage.week, Qt.Key.Key_Right)
    kinds = [kind for kind, _name in sent]
    assert kinds == [EVENT.Focus, EVENT.SelectionRemove, EVENT.SelectionAdd]
    focus = next(name for kind, name in sent if kind is EVENT.Focus)
    assert focus == card(stage.week, "novels").text(NAME)


def test_the_same_card_with_other_words_is_heard_as_a_change(stage, sent):
    import msgspec

    stage.week.select(["poe"])
    sent.clear()
    board = stage.week.board()
    spot = board.find("poe")
    changed = msgspec.structs.replace(board.card(spot), title="Другая встреча")
    row = board.rows[spot.row]
    cells = [tuple(changed if c.id == "poe" else c for c in cell) for cell in row.cells]
    rows = [msgspec.structs.replace(r, cells=tuple(cells)) if r is row else r for r in board.rows]
    stage.week.show_board(msgspec.structs.replace(board, rows=tuple(rows)))
    assert [kind for kind, _name in sent] == [EVENT.NameChanged]
    assert "Другая встреча" in sent[0][1]


def test_actions_are_the_wishes_of_keys_and_mouse(stage, heard):
    week, action = stage.week, QAccessibleActionInterface
    opened, made, shifted = heard(week.openRequested), heard(week.newRequested), heard(week.shiftRequested)
    menus = heard(week.contextRequested)
    poe, empty = card(week, "poe"), root(week).child(2)
    assert "Move a day later" in poe.actionInterface().actionNames()
    assert "Move a day later" not in empty.actionInterface().actionNames()
    do(poe, action.pressAction())
    do(empty, action.pressAction())
    assert opened == [("poe",)] and made == [("vk", week.board().days[2].date)]
    do(poe, action.setFocusAction())
    assert week.focus_spot() == week.board().find("poe")
    do(poe, action.toggleAction())
    assert week.selected() == ["poe"]
    do(poe, "Move a day later")
    assert shifted == [([Placement("poe", "vk", week.board().days[4].date)],)]
    do(card(week, "novels"), action.showMenuAction())
    assert menus[0][0] == ["novels"]


def test_what_leaves_the_board_leaves_the_tree(stage):
    gone, stays = card(stage.week, "poe"), root(stage.week).child(9)
    number = QAccessible.uniqueId(gone)
    assert QAccessible.accessibleInterface(number) is gone
    board = boards.packed(4, 1)
    stage.week.show_board(board)
    assert QAccessible.accessibleInterface(number) is None and not shiboken6.isValid(gone)
    assert not shiboken6.isValid(stays)  # other pages
    assert root(stage.week).child(0).child(0).text(NAME)


def test_ten_thousand_questions_and_many_views_leave_nothing_behind(qtbot):
    """Under the collector, while views come and go: what Qt and Python each own must be let go in the right order."""
    known: list[int] = []
    asked = 0
    for turn in range(25):
        view = WeekView(Theme.chosen("light"), LocaleDates("en"))
        view.resize(900, 600)
        view.show_board(boards.packed(3 + turn % 3, 2))
        view.show()
        view.setFocus()
        week = root(view)
        for cell in children(week):
            for item in (cell, *children(cell)):
                found = QAccessible.accessibleInterface(QAccessible.uniqueId(item))
                assert found is item and item.text(NAME) and item.state().focusable and item.parent().childCount()
                assert item.actionInterface().actionNames()
                known.append(QAccessible.uniqueId(item))
                asked += 6
        view.select([view.board().rows[0].cells[turn % 7][0].id])
        view.show_board(boards.packed(2, 1))
        if turn % 5 == 0:
            gc.collect()
        last = QAccessible.uniqueId(root(view).child(0))
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert QAccessible.accessibleInterface(last) is None
        assert not shiboken6.isValid(week)
    gc.collect()
    assert asked >= 10_000
    assert not any(QAccessible.accessibleInterface(number) for number in set(known))


def test_odd_questions_get_an_answer(stage):
    week = root(stage.week)
    assert week.child(-1) is None and week.child(28) is None and week.indexOfChild(week) == -1
    assert week.childAt(-1, -1) is None and week.child(0).childAt(-1, -1) is None and week.child(0).child(9) is None
    assert card(stage.week, "poe").text(QAccessible.Text.Value) == ""
    assert card(stage.week, "poe").tableCellInterface() is None
    empty = WeekView(Theme.chosen("light"), LocaleDates("en"))
    assert root(empty).childCount() == 0 and root(empty).child(0) is None and root(empty).focusChild() is None
    empty.deleteLater()


def test_focus_in_an_empty_cell_is_the_cell(stage):
    stage.week.focus_on(Spot(0, 2))
    assert root(stage.week).focusChild() is root(stage.week).child(2)
    assert root(stage.week).child(2).state().focused


def test_without_a_screen_reader_nothing_of_it_is_loaded():
    program = """
import sys
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.view import WeekView
from smcal_ui.theme import Theme
from tests.ui.planner import boards
app = QApplication([])
view = WeekView(Theme.chosen("light"), LocaleDates("en"))
view.show_board(boards.sample())
view.show()
view.select(["poe"])
app.processEvents()
assert not QAccessible.isActive()
print([name for name in sys.modules if "planner.access_" in name])
QAccessible.setActive(True)
QAccessible.queryAccessibleInterface(view).child(0).child(0)
print(len([name for name in sys.modules if "planner.access_" in name]))
"""  # it ends with window and tree open: the order in which Qt and Python let go must not matter either
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.split("\n")[:2]) == (0, ["[]", "3"]), done.stderr
