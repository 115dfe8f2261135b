"""The other dialogs, one by one."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from smcal.model import Post, State
from smcal.planning.move import bin_posts
from smcal.preferences import Preferences
from smcal_ui.dialogs.about import AboutDialog
from smcal_ui.dialogs.answer import AnswerDialog
from smcal_ui.dialogs.bin import BinDialog
from smcal_ui.dialogs.checklist import ChecklistDialog
from smcal_ui.dialogs.errors import ErrorDialog
from smcal_ui.dialogs.find import FindDialog
from smcal_ui.dialogs.history import HistoryDialog
from smcal_ui.dialogs.importing import ImportDialog
from smcal_ui.dialogs.library import LibraryDialog
from smcal_ui.dialogs.move import MoveDialog
from smcal_ui.dialogs.notes import NotesDialog
from smcal_ui.dialogs.preferences import PreferencesDialog
from smcal_ui.dialogs.printing import preview_of
from smcal_ui.dialogs.published import PublishedDialog
from smcal_ui.dialogs.removal import RemovalDialog
from smcal_ui.dialogs.shortcuts import ShortcutsDialog
from smcal_ui.dialogs.today import TodayDialog
from smcal_ui.dialogs.welcome import WelcomeDialog
from smcal_ui.dialogs.who import WhoDialog
from tests.gallery.days import own_days
from tests.gallery.stage import Stage

TABLE = """\
Дата;Время;Соцсеть;Заголовок;Текст;Тема
01.12.2026;12:00;ВК;Пять новых романов о Севере;Мороз за окном – самое время для книг.;10
02.12.2026;15:30;Телеграм;Встреча с переводчицей;Приходите с вопросами.;7
скоро;;ВК;Рубрика «Книга недели»;;
;;;;;
;;ВК;Идея без даты;Записать и подумать.;
"""


def importing(stage: Stage) -> QWidget:
    """A table with good, doubtful and unreadable rows."""
    path = stage.place / "план.csv"
    path.write_text(TABLE, "utf-8")
    return ImportDialog(stage.desk, path=path)


def library_tab(index: int) -> Callable[[Stage], QWidget]:
    """The library's settings at one of their tabs."""

    def show(stage: Stage) -> QWidget:
        dialog = LibraryDialog(stage.desk)
        dialog.tabs.setCurrentIndex(index)
        return dialog

    return show


def shortcuts(stage: Stage) -> QWidget:
    """Every action of the window with its keys."""
    window = stage.window()
    dialog = ShortcutsDialog(list(window.actions_by_name.values()))
    window.close()
    return dialog


def printing(stage: Stage) -> QWidget:
    """The week on paper."""
    window = stage.window(1)
    board = window.week.board
    window.close()
    return preview_of(board, stage.desk)


def full_bin(stage: Stage) -> QWidget:
    """Two posts that were thrown away."""
    with stage.desk.workspace.work("Bin", at=stage.desk.at) as work:
        bin_posts(work, [post.id for post in stage.posts() if post.state is State.DRAFT][:2], stage.desk.at)
    return BinDialog(stage.desk)


def library_days(stage: Stage) -> QWidget:
    """The library's own days among its settings."""
    own_days(stage)
    return library_tab(4)(stage)


def _published(stage: Stage) -> Post:
    return next(post for post in stage.posts() if post.state is State.PUBLISHED)


def _at_step(stage: Stage, step: int) -> QWidget:
    dialog = WelcomeDialog([], stage.tasks, folder=stage.place)
    dialog.make.click()
    dialog.steps.form.show_values({"branch": "Библиотека № 5"})
    dialog.steps.form.edited.emit("branch")
    for _click in range(step):
        assert dialog.primary is not None
        dialog.primary.click()
    assert dialog.steps.currentIndex() == step, dialog.steps.wrong()
    return dialog


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    "welcome": lambda stage: WelcomeDialog([stage.desk.workspace.path], stage.tasks, folder=stage.place),
    "welcome-branch": lambda stage: _at_step(stage, 0),
    "welcome-hours": lambda stage: _at_step(stage, 1),
    "welcome-pages": lambda stage: _at_step(stage, 2),
    "who": lambda stage: WhoDialog(stage.desk),
    "checklist": lambda stage: ChecklistDialog(
        stage.desk, stage.desk.book.pages[0].id, stage.desk.today + dt.timedelta(7)
    ),
    "remove": lambda stage: RemovalDialog(stage.desk, _published(stage)),
    "import": importing,
    "move": lambda stage: MoveDialog(stage.desk, [stage.post(State.DRAFT)]),
    "find": lambda stage: FindDialog(stage.desk, text="книг"),
    "today": lambda stage: TodayDialog(stage.desk),
    "bin": full_bin,
    "history": lambda stage: HistoryDialog(stage.desk, stage.post(State.SUBMITTED, State.CHANGES_REQUESTED)),
    "answer": lambda stage: AnswerDialog(stage.desk, [stage.post(State.SUBMITTED, State.CHANGES_REQUESTED)]),
    "published": lambda stage: PublishedDialog(stage.desk, stage.post(State.APPROVED, State.SCHEDULED)),
    "published-unseen": lambda stage: PublishedDialog(stage.desk, stage.post(State.DRAFT)),
    "notes": lambda stage: NotesDialog(stage.desk, stage.desk.today + dt.timedelta(2)),
    "library-pages": library_tab(0),
    "library-branches": library_tab(1),
    "library-people": library_tab(2),
    "library-hours": library_tab(3),
    "library-days": library_days,
    "library-general": library_tab(5),
    "preferences": lambda _stage: PreferencesDialog(Preferences()),
    "shortcuts": shortcuts,
    "print": printing,
    "about": lambda _stage: AboutDialog(),
    "error": lambda _stage: ErrorDialog(
        "library.smcal: <b>file is not a database</b>. Nothing was changed. Restore the newest backup."
    ),
}
