"""The window as a whole: commands, findings, jumps, sizes, and its end."""

import datetime as dt
import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from smcal.planning import edit
from smcal.store import Workspace
from smcal_ui.shell.findings_lines import is_checklist
from tests.ui.conftest import NEXT_WEEK, end


def test_commands_on_posts_are_grey_without_a_post(opened):
    actions = opened.window.actions_by_name
    names = ["post.move", "post.copy_text", "post.bin", "post.history", "edit.undo", "edit.redo"]
    assert not any(actions[name].isEnabled() for name in names)
    post = opened.make(title="Вечер")
    opened.show(post.id)
    assert all(actions[name].isEnabled() for name in names[:4])
    assert not actions["post.save_pictures"].isEnabled()
    assert not actions["post.answer"].isEnabled()
    opened.desk.do("Edit a post", lambda work: edit.edit(work, post.id, title="Утро"))
    assert actions["edit.undo"].isEnabled() and "edit a post" in actions["edit.undo"].text()


def test_a_finding_leads_to_its_post_by_click_and_by_enter(opened):
    opened.make(title="Вечер", borrowed=True)
    lines = opened.window.findings.lines
    row = next(n for n, line in enumerate(lines) if line.finding.post_id)
    table = opened.window.findings.table
    table.scrollTo(table.model().index(row, 2))
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(row, 2)).center()
    )
    opened.settle()
    assert opened.inspector.post.id == lines[row].finding.post_id
    row = next(n for n, line in enumerate(lines) if not line.finding.post_id and not is_checklist(line.finding))
    table.setCurrentIndex(table.model().index(row, 0))
    table.setFocus()
    opened.key(Qt.Key.Key_Return)
    assert opened.window.view.hasFocus()
    assert opened.window.view.focused_cell()[0] == lines[row].finding.page_id


def test_missing_topics_of_a_page_are_one_line(opened):
    lines = opened.window.findings.lines
    pages = [line.page for line in lines if line.finding.rule == "topics.coverage"]
    assert pages and len(pages) == len(set(pages))
    found = [f for f in opened.desk.findings(NEXT_WEEK) if f.rule == "topics.coverage"]
    assert len(found) > len(pages)


def test_what_is_about_this_week_comes_before_what_is_missing_in_a_quarter(opened):
    advice = [line.finding for line in opened.window.findings.lines if not line.finding.blocks and not line.past]
    kinds = [2 if f.standing else 1 if f.rule == "topics.coverage" else 0 for f in advice]
    assert set(kinds) == {0, 1, 2} and kinds == sorted(kinds)


def test_what_is_about_days_gone_by_comes_last(opened):
    opened.window.show_week(opened.desk.today)
    opened.make(title="Вчера", borrowed=True, date=dt.date(2026, 11, 23))
    past = [line.past for line in opened.window.findings.lines]
    assert True in past and past == sorted(past)


def test_f6_goes_round_the_parts_of_the_window(opened):
    window = opened.window
    opened.show(opened.make(title="Вечер").id)
    window.view.setFocus()
    seen = []
    for _part in range(4):
        opened.key(Qt.Key.Key_F6)
        here = QApplication.focusWidget()
        parts = {"tray": window.tray, "findings": window.findings, "inspector": window.inspector, "view": window.view}
        seen.append(next(name for name, part in parts.items() if part is here or part.isAncestorOf(here)))
    assert seen == ["tray", "findings", "inspector", "view"]


def test_the_text_is_copied_in_two_keystrokes(opened):
    post = opened.make(title="Вечер", text="Приходите в шесть.")
    opened.show(post.id)
    opened.window.view.setFocus()
    opened.keys("Ctrl+Shift+C")
    assert QApplication.clipboard().text() == "Приходите в шесть."


def test_pictures_are_saved_and_nothing_there_is_overwritten(opened, tmp_path, monkeypatch):
    with opened.desk.read() as reader:
        files = reader.attachments(NEXT_WEEK)
    post_id = next(iter(files))
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    opened.show(post_id)
    opened.window.view.setFocus()
    opened.keys("Ctrl+Shift+S")
    opened.keys("Ctrl+Shift+S")
    assert len(list(folder.iterdir())) == 2 * len(files[post_id])


def test_delete_puts_into_the_bin_and_undo_takes_it_back(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.window.view.setFocus()
    opened.key(Qt.Key.Key_Delete)
    assert opened.stored(post.id).binned is not None
    assert opened.inspector.post is None
    opened.keys("Ctrl+Z")
    assert opened.stored(post.id).binned is None


def test_an_empty_new_post_that_is_left_does_not_stay(opened):
    opened.window.view.focus_cell(opened.page("vk").id, dt.date(2026, 12, 6))
    opened.window.new_post()
    opened.settle()
    post = opened.inspector.post
    assert opened.field("title").hasFocus()
    opened.key(Qt.Key.Key_Escape)
    assert opened.window.view.hasFocus() and opened.desk.post(post.id) is not None
    opened.show(opened.make(title="Вечер").id)
    assert opened.desk.post(post.id) is None
    opened.window.redo()
    assert opened.desk.post(post.id) == post


def test_sizes_are_remembered(opened, make_window):
    opened.window.resize(780, 640)
    opened.settle()
    opened.window.panels.across.setSizes([200, 260, 320])
    sizes = opened.window.panels.across.sizes()
    opened.window.close()
    again = make_window()
    again.show()
    opened.settle()
    assert again.height() == opened.window.height()
    assert (
        abs(again.panels.across.sizes()[2] - sizes[2]) < 40
    )  # the screen of the tests is 800 wide, the window gives way


def test_the_planner_has_the_keyboard_at_the_start(make_window, qtbot):
    window = make_window()
    window.show_week(NEXT_WEEK.first)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.view.hasFocus)


def test_parts_are_put_away_by_keys_and_stay_away(opened, make_window):
    window = opened.window
    for keys, part in (("Ctrl+1", window.tray), ("Ctrl+2", window.findings), ("Ctrl+3", window.inspector)):
        opened.keys(keys)
        assert not part.isVisible()
    assert window.view.hasFocus()
    assert not any(window.actions_by_name[f"view.{name}"].isChecked() for name in ("side", "findings", "inspector"))
    window.close()
    again = make_window()
    again.show()
    opened.settle()
    assert not (again.tray.isVisible() or again.findings.isVisible() or again.inspector.isVisible())
    again.panels.toggle("inspector")
    again.panels.toggle("findings")
    opened.settle()
    assert again.inspector.width() > 200 and again.findings.height() > 80
    assert again.actions_by_name["view.inspector"].isChecked()


def test_a_part_dragged_to_the_edge_comes_back_with_room(opened):
    panels, action = opened.window.panels, opened.window.actions_by_name["view.side"]
    panels.across.moveSplitter(0, 1)
    assert not panels.is_shown("side") and not action.isChecked()
    opened.keys("Ctrl+1")
    assert panels.is_shown("side") and action.isChecked() and panels.across.sizes()[0] > 150


def test_what_is_typed_is_saved_when_the_inspector_is_put_away_and_a_new_post_brings_it_back(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.type("text", "Не потерять")
    opened.keys("Ctrl+3")
    assert opened.stored(post.id).text == "Не потерять"
    assert opened.window.view.hasFocus()
    opened.keys("Ctrl+N")
    assert opened.field("title").hasFocus()


def test_a_workspace_open_for_reading_says_so_and_offers_no_changes(opened, library_file, make_window, qtbot):
    from smcal_ui.desk import Desk
    from smcal_ui.main_window import MainWindow

    with Workspace.open(library_file, read_only=True) as workspace:
        window = MainWindow(Desk(workspace), opened.window._theme, opened.window._tasks, opened.window.memory)
        window.show_week(NEXT_WEEK.first)
        window.show()
        opened.settle()
        window.jump_to(opened.a_post().id)
        assert window.notice.isVisible() and "reading only" in window.notice.text
        assert not window.actions_by_name["edit.new"].isEnabled()
        assert not window.actions_by_name["post.bin"].isEnabled()
        assert window.actions_by_name["post.copy_text"].isEnabled()
        end(window)


def test_thirty_windows_come_and_go(make_window, qtbot):
    for number in range(30):
        window = make_window()
        window.show_week(NEXT_WEEK.first + dt.timedelta(7 * (number % 2)))
        window.show()
        QApplication.processEvents()
        cards = [card.id for _spot, card in window.week.board.spots()]
        window.jump_to(cards[number % len(cards)])
        QApplication.processEvents()
        assert not window.grab().isNull()
        end(window)
        if number % 10 == 9:
            gc.collect()


@pytest.mark.parametrize("size", [(1024, 700), (960, 500)])
def test_in_a_small_window_an_inspector_without_a_post_makes_room_for_the_week(opened, size):
    window, post = opened.window, opened.make(title="Вечер")
    window.view.choose([])
    opened.settle()
    window.resize(*size)
    opened.settle()
    assert not window.panels.is_shown("inspector")
    assert window.findings.table.isColumnHidden(1) == (window.findings.table.viewport().width() < 700)
    opened.show(post.id)
    assert window.panels.is_shown("inspector") and opened.inspector.post.id == post.id
    assert window.findings.table.isColumnHidden(1)
    window.view.choose([])
    opened.settle()
    assert not window.panels.is_shown("inspector")
    window.resize(1412, 860)
    opened.settle()
    assert window.panels.is_shown("inspector")


def test_a_duplicate_has_the_keyboard_and_is_moved_on_by_arrows(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    opened.window.view.setFocus()
    opened.keys("Ctrl+D")
    (copy_id,) = opened.window.selected()
    assert copy_id != post.id and opened.window.view.hasFocus()
    opened.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert opened.stored(copy_id).date == post.date + dt.timedelta(1)
    assert opened.stored(post.id).date == post.date


def test_a_new_post_on_a_day_gone_by_waits_without_a_date_and_this_is_said(opened):
    opened.window.show_week(opened.desk.today)
    opened.window.view.focus_cell(opened.page("vk").id, dt.date(2026, 11, 23))
    opened.window.view.setFocus()
    opened.keys("Ctrl+N")
    assert opened.inspector.post.date is None
    assert "waits without a date" in opened.window.saying.text


def test_at_first_it_is_no_larger_than_the_screen(make_window):
    window = make_window()
    screen = window.screen().availableSize()  # 800 × 800 without a screen
    assert window.width() <= screen.width() and window.height() <= screen.height()
    smallest = window.minimumSizeHint()
    assert smallest.width() <= 683 and smallest.height() <= 340, smallest  # a small laptop at 200 %


def test_where_a_week_lies_in_two_quarters_each_line_names_its_own(opened):
    opened.window.show_week(dt.date(2026, 12, 30))
    opened.settle()
    said = [line.text for line in opened.window.findings.lines if line.finding.rule == "topics.coverage"]
    assert any("yet in quarter 4" in text for text in said) and any("yet in quarter 1" in text for text in said)
    opened.window.show_week(NEXT_WEEK.first)
    opened.settle()
    said = [line.text for line in opened.window.findings.lines if line.finding.rule == "topics.coverage"]
    assert said and all("this quarter" in text for text in said)
