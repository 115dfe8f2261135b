"""Import of a table: nothing is written before OK, and one import is one step."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from smcal.model import Network
from smcal.store import Area
from smcal_ui.desk import Desk
from smcal_ui.dialogs.importing import ImportDialog
from smcal_ui.shell.library_commands import LibraryCommands

PLAN = """Дата;Время;Соцсеть;Заголовок;Текст
07.12.2026;10:00;ВК;Первый <b>пост</b>;Текст первого поста
;;;;
08.12.2026;11:30;Telegram;Второй пост;Текст второго поста
08.12.2026;11:30;Telegram;Второй пост;Текст второго поста
32.13.2026;12:00;ВК;Плохая дата;Текст
"""


def write(folder: Path, text: str, encoding: str = "cp1251") -> Path:
    path = folder / "plan.csv"
    path.write_bytes(text.encode(encoding))
    return path


def open_with(qtbot, desk: Desk, path: Path) -> ImportDialog:
    dialog = ImportDialog(desk, path=path)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def count(desk: Desk) -> int:
    with desk.read() as reader:
        return reader.count(Area.POSTS)


@pytest.fixture
def dialog(qtbot, desk: Desk, tmp_path: Path) -> ImportDialog:
    return open_with(qtbot, desk, write(tmp_path, PLAN))


def test_every_row_is_shown_with_what_becomes_of_it(dialog: ImportDialog) -> None:
    assert [row.kind for row in dialog.rows.values] == ["refused", "post", "skipped", "post", "copy"]
    assert "cp1251" in dialog.file.text().replace("windows-1251", "cp1251") and "semicolons" in dialog.file.text()
    assert dialog.rows.values[1].title == "Первый <b>пост</b>"
    assert "32.13.2026" in dialog.rows.values[0].remark
    assert "Row 6 was not read: " in dialog.verdict.text
    assert dialog.rows.viewport().height() >= 6 * 30


def test_f75_refused_rows_stop_it_until_they_are_left_out(qtbot, desk: Desk, dialog: ImportDialog) -> None:
    before = count(desk)
    assert not dialog.primary.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible() and count(desk) == before
    qtbot.keyClick(dialog.skip, Qt.Key.Key_Space)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible() and count(desk) == before + 3
    desk.undo()
    assert count(desk) == before


def test_the_window_is_told_what_came_and_where(qtbot, desk: Desk, tasks, tmp_path: Path, in_next_dialog) -> None:
    window, said, days = QWidget(), [], []
    qtbot.addWidget(window)
    commands = LibraryCommands(desk, tasks, window)
    commands.said.connect(said.append)
    commands.dayRequested.connect(days.append)
    text = PLAN.replace("32.13.2026", "").replace("08.12.2026", "06.12.2026").replace("Telegram", "ВК")

    def fill(dialog: ImportDialog) -> None:
        page = next(p for p in desk.book.pages if p.network is Network.VK)
        dialog.target.fields["page"].show(page.id)
        dialog.look()
        dialog.accept()

    in_next_dialog(fill)
    commands.import_from(write(tmp_path, text))
    assert said == ["4 posts added: 3 to the calendar, 1 without a date"]
    assert days == [dt.date(2026, 12, 6)]


def test_closing_writes_nothing(qtbot, desk: Desk, dialog: ImportDialog) -> None:
    before = count(desk)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert count(desk) == before


def test_a_column_is_corrected(qtbot, desk: Desk, dialog: ImportDialog) -> None:
    title = dialog.columns["title"].widget
    qtbot.keyClick(title, Qt.Key.Key_Home)
    assert dialog.columns["title"].value() is None
    assert dialog.rows.values[1].title == "Текст первого поста"


def test_posts_go_to_the_chosen_page(qtbot, desk: Desk, dialog: ImportDialog) -> None:
    page = next(p for p in desk.book.pages if p.network is Network.TELEGRAM)
    dialog.target.fields["page"].show(page.id)
    dialog.look()
    dialog.skip.setChecked(True)
    dialog.accept()
    posts = desk.book.plan(dialog_week()).posts[page.id]
    assert [p.title for p in posts if p.date == dt.date(2026, 12, 8)].count("Второй пост") == 2


def dialog_week():
    from smcal.model.period import week_of

    return week_of(dt.date(2026, 12, 8))


def test_f07_the_same_file_again_changes_nothing(qtbot, desk: Desk, tmp_path: Path) -> None:
    path = write(tmp_path, PLAN.replace("32.13.2026", "09.12.2026"), "utf-16")
    open_with(qtbot, desk, path).accept()
    after = count(desk)
    again = open_with(qtbot, desk, path)
    again.accept()
    assert count(desk) == after and again.isVisible() and "already" in again.notice.text


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(64)])
def test_what_is_no_table_is_explained(qtbot, desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(content)
    dialog = open_with(qtbot, desk, path)
    assert dialog.notice.text and not dialog.primary.isEnabled() and not dialog.rows.isVisible()
    assert path.read_bytes() == content


def test_columns_that_are_not_used_are_named(qtbot, desk: Desk, tmp_path: Path, dialog: ImportDialog) -> None:
    assert not dialog.unused.isVisible()
    more = open_with(qtbot, desk, write(tmp_path, "Дата;Тип;Заголовок\n07.12.2026;пост;Вечер\n08.12.2026;;Книги\n"))
    assert more.unused.isVisible() and more.unused.text() == "Not used: “Тип” (1 row)"
    more.columns["text"].show(1)
    more.look()
    assert not more.unused.isVisible()
