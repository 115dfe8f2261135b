"""What the gallery shows: a name, and how to put that view or dialog on the stage."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from smcal.layout.board import Spot, WeekBoard
from smcal.model import CalendarChange, ChangeKind, Period, Post, State, new_id
from smcal.preferences import Preferences
from smcal.store import Area
from smcal.words import _, spoken
from smcal_ui.calendar.dialog import CalendarDialog
from smcal_ui.calendar.importing import ImportDaysDialog
from smcal_ui.calendar.moved import MovedDialog
from smcal_ui.calendar.watch import moved_by
from smcal_ui.desk import Desk
from smcal_ui.dialogs.about import AboutDialog
from smcal_ui.dialogs.answer import AnswerDialog, PublishedDialog
from smcal_ui.dialogs.bin import BinDialog
from smcal_ui.dialogs.checklist import ChecklistDialog
from smcal_ui.dialogs.departures import DeparturesDialog
from smcal_ui.dialogs.errors import ErrorDialog
from smcal_ui.dialogs.find import FindDialog
from smcal_ui.dialogs.history import HistoryDialog
from smcal_ui.dialogs.importing import ImportDialog
from smcal_ui.dialogs.library import LibraryDialog
from smcal_ui.dialogs.move import MoveDialog
from smcal_ui.dialogs.notes import NotesDialog
from smcal_ui.dialogs.override import OverrideDialog
from smcal_ui.dialogs.preferences import PreferencesDialog
from smcal_ui.dialogs.printing import preview_of
from smcal_ui.dialogs.removal import RemovalDialog
from smcal_ui.dialogs.rulings import rule, rulings, take_back
from smcal_ui.dialogs.shortcuts import ShortcutsDialog
from smcal_ui.dialogs.submit import SubmitDialog
from smcal_ui.dialogs.today import TodayDialog
from smcal_ui.dialogs.welcome import WelcomeDialog
from smcal_ui.dialogs.who import WhoDialog
from smcal_ui.main_window import MainWindow
from smcal_ui.planner.view import WeekView
from smcal_ui.tasks import Tasks
from smcal_ui.theme import Theme
from tests.gallery.rules import ENTRIES as REGULATION

TABLE = """\
Дата;Время;Соцсеть;Заголовок;Текст;Тема
01.12.2026;12:00;ВК;Пять новых романов о Севере;Мороз за окном – самое время для книг.;10
02.12.2026;15:30;Телеграм;Встреча с переводчицей;Приходите с вопросами.;7
скоро;;ВК;Рубрика «Книга недели»;;
;;;;;
;;ВК;Идея без даты;Записать и подумать.;
"""


class Stage(NamedTuple):
    """What entries are shown with."""

    desk: Desk
    theme: Theme
    tasks: Tasks
    memory: QSettings
    place: Path

    def posts(self) -> list[Post]:
        """The dated posts around now, by date."""
        today = self.desk.today
        with self.desk.read() as reader:
            return reader.posts(Period(today - dt.timedelta(14), today + dt.timedelta(21)))

    def post(self, *states: State) -> str:
        """The id of the first coming post in one of these states."""
        return next(p.id for p in self.posts() if p.state in states and p.date and p.date >= self.desk.today)

    def window(self, weeks: int = 0) -> MainWindow:
        """The main window at a week, on the screen."""
        window = MainWindow(self.desk, self.theme, self.tasks, self.memory)
        window.resize(1412, 860)
        window.show_week(self.desk.today + dt.timedelta(7 * weeks))
        window.show()
        QApplication.processEvents()
        return window


def this_week(stage: Stage) -> QWidget:
    """The current week, nothing chosen."""
    return stage.window()


def next_week(stage: Stage) -> QWidget:
    """A week with findings, one of their posts in the inspector."""
    window = stage.window(2)
    window.jump_to(next(card.id for _spot, card in window.week.board.spots() if card.badges))
    return window


def moved_away(stage: Stage) -> QWidget:
    """A post that was dropped on a far day: it stays in the inspector, and the window says where it went."""
    window = next_week(stage)
    window.week.move(window.selected(), None, stage.desk.today + dt.timedelta(23), False)
    QApplication.processEvents()
    return window


def small_screen(stage: Stage) -> QWidget:
    """The same on a small old screen."""
    window = next_week(stage)
    window.resize(1024, 700)
    return window


def wide_screen(stage: Stage) -> QWidget:
    """The same on a large screen."""
    window = next_week(stage)
    window.resize(1680, 1000)
    return window


def dragging(stage: Stage) -> QWidget:
    """A card in hand over a cell where it would be the eighth of the week."""
    window = stage.window(2)
    board, view = window.week.board, window.view
    full = _fullest(board)
    card = next(card for spot, card in board.spots() if spot.row != full)
    view.focus_on(Spot(full, 5))
    picture = view.grab().copy(0, 0, 120, 60)
    window.drag.start(view.viewport(), [card.id], picture, QPoint(12, 12), _middle(view, Spot(0, 0)), False)
    window.drag.move(_middle(view, Spot(full, 5)), False)
    return window


def _middle(view: WeekView, spot: Spot) -> QPoint:
    return view.viewport().mapToGlobal(view.rect_of(spot).center())


def _fullest(board: WeekBoard) -> int:
    return max(range(len(board.rows)), key=lambda n: board.rows[n].gauge.count)


def importing(stage: Stage) -> QWidget:
    """A table with good, doubtful and unreadable rows."""
    path = stage.place / "план.csv"
    path.write_text(TABLE, "utf-8")
    return ImportDialog(stage.desk, path=path)


OWN_DAYS = (
    ("2026-11-26", ChangeKind.SHORTENED, "собрание коллектива"),
    ("2026-12-25", ChangeKind.FREE, "санитарный день"),
    ("2026-12-26", ChangeKind.WORKING, "новогодняя ёлка"),
)
DAY_LIST = """\
Дата;Вид;Причина
27.11.2026;выходной;санитарный день
30.11.2026;сокращённый;отчёт за месяц
31.02.2027;выходной;санитарный день
25.12.2026;может быть;перенос
01.01.2027;выходной;Новый год
27.11.2026;выходной;санитарный день
"""


def calendar_of(year: int) -> Callable[[Stage], QWidget]:
    """A year with days of the library's own."""

    def show(stage: Stage) -> QWidget:
        with stage.desk.workspace.work("Own days") as work:
            for number, (date, kind, reason) in enumerate(OWN_DAYS):
                identifier = f"01990000-0000-7000-8000-0000000ca1{number:02}"
                day = dt.date.fromisoformat(date)
                work.put(CalendarChange(id=identifier, date=day, kind=kind, reason=reason))
        dialog = CalendarDialog(stage.desk, dt.date(2026, 12, 25))
        dialog.show_year(year)
        return dialog

    return show


def small_calendar(stage: Stage) -> QWidget:
    """The year on a small old screen."""
    dialog = calendar_of(2026)(stage)
    dialog.show()
    QApplication.processEvents()
    dialog.resize(1008, 652)
    return dialog


def importing_days(stage: Stage) -> QWidget:
    """A list with good days, known ones and bad ones, and what it would move."""
    path = stage.place / "дни.csv"
    path.write_text(DAY_LIST, "utf-8")
    return ImportDaysDialog(stage.desk, path=path)


def moved(stage: Stage) -> QWidget:
    """Deadlines that two more free days would move."""
    free = [
        CalendarChange(id=new_id(), date=stage.desk.today + dt.timedelta(n), kind=ChangeKind.FREE, reason="ремонт")
        for n in (1, 2)
    ]
    return MovedDialog(stage.desk, moved_by(stage.desk, free))


def library_tab(index: int) -> Callable[[Stage], QWidget]:
    """The library's settings at one of their tabs."""

    def show(stage: Stage) -> QWidget:
        dialog = LibraryDialog(stage.desk)
        dialog.tabs.setCurrentIndex(index)
        return dialog

    return show


def submitting(weeks: int) -> Callable[[Stage], QWidget]:
    """Handing in the plan of the fullest page, so many weeks on."""

    def show(stage: Stage) -> QWidget:
        window = stage.window(weeks)
        board = window.week.board
        page = board.rows[_fullest(board)].page.id
        window.close()
        dialog = SubmitDialog(stage.desk, stage.tasks, page, board.week)
        choice = dialog.findChild(QComboBox, "period")
        shown = choice.findText(_("shown: {week}").format(week=stage.desk.dates.week_title(board.week)))
        choice.setCurrentIndex(max(shown, 0))  # the likeliest week needs no such word
        return dialog

    return show


def overriding(stage: Stage) -> QWidget:
    """Asking who decides that an eighth post goes all the same, and why."""
    _undecided(stage)
    remark = next(remark for remark in _blocked(stage).remarks.values if remark.level == "bad")
    dialog = OverrideDialog(stage.desk, remark.findings, f"{remark.text} ({remark.clause}).")
    dialog.form.show_values({"reason": _reason()})
    return dialog


def overridden(stage: Stage) -> QWidget:
    """Handing in once somebody has decided: the departures."""
    _decided(stage)
    dialog = _blocked(stage)
    dialog.standing.setCurrentIndex(1)
    return dialog


def overridden_week(stage: Stage) -> QWidget:
    """The same in the window: the finding is quiet."""
    _decided(stage)
    window = stage.window(2)
    lines = window.findings.lines
    row = next(n for n, line in enumerate(lines) if line.finding.override is not None)
    window.findings.table.scrollTo(window.findings.table.model().index(row, 0))
    window.jump_to(next(line.finding.post_id for line in lines if line.finding.override and line.finding.post_id))
    return window


def departures(stage: Stage) -> QWidget:
    """One that holds, one that was withdrawn."""
    _undecided(stage)
    _decided(stage)
    with stage.desk.read() as reader:
        made = rulings(stage.desk, reader.overrides())
    take_back(stage.desk, made[0])
    _decided(stage)
    dialog = DeparturesDialog(stage.desk)
    dialog.form.show_values({"shown": "all"})
    dialog.form.edited.emit("shown")
    return dialog


def _reason() -> str:
    if spoken().language == "ru":
        return "Неделя фестиваля: каждый день – своё событие."
    return "A festival week: every day has an event of its own."


def _undecided(stage: Stage) -> None:
    """As if nobody had ever overridden anything."""
    with stage.desk.read() as reader:
        made = reader.overrides()
    with stage.desk.workspace.work("Afresh") as work:
        for one in made:
            work.remove(Area.OVERRIDES, one.id)
    stage.desk.book.take(work.changes)


def submit_blocked(stage: Stage) -> QWidget:
    """Handing in with one post too many."""
    _undecided(stage)
    return submitting(2)(stage)


def _blocked(stage: Stage) -> SubmitDialog:
    dialog = submitting(2)(stage)
    assert isinstance(dialog, SubmitDialog)
    return dialog


def _decided(stage: Stage) -> None:
    """Override what stands in the way of the fullest page."""
    person = stage.desk.person
    for remark in _blocked(stage).remarks.values:
        if remark.level == "bad":
            reason = _reason()
            rule(stage.desk, remark.findings, person.id if person else None, reason)


def submit_checklist(stage: Stage) -> QWidget:
    """The checklist of the page that hands in."""
    dialog = submitting(1)(stage)
    assert isinstance(dialog, SubmitDialog)
    dialog.standing.setCurrentIndex(2)
    return dialog


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


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    "this-week": this_week,
    "week": next_week,
    "moved-away": moved_away,
    "small-screen": small_screen,
    "wide-screen": wide_screen,
    "drag": dragging,
    "welcome": lambda stage: WelcomeDialog([stage.desk.workspace.path], stage.tasks, folder=stage.place),
    "welcome-branch": lambda stage: _at_step(stage, 0),
    "welcome-hours": lambda stage: _at_step(stage, 1),
    "welcome-pages": lambda stage: _at_step(stage, 2),
    "who": lambda stage: WhoDialog(stage.desk),
    "submit-blocked": submit_blocked,
    "submit": submitting(1),
    "submit-checklist": submit_checklist,
    "override": overriding,
    "checklist": lambda stage: ChecklistDialog(
        stage.desk, stage.desk.book.pages[0].id, stage.desk.today + dt.timedelta(7)
    ),
    "remove": lambda stage: RemovalDialog(stage.desk, _published(stage)),
    "import": importing,
    "calendar": calendar_of(2026),
    "calendar-provisional": calendar_of(2028),
    "calendar-small": small_calendar,
    "import-days": importing_days,
    "moved": moved,
    **REGULATION,
    "move": lambda stage: MoveDialog(stage.desk, [stage.post(State.DRAFT)]),
    "find": lambda stage: FindDialog(stage.desk, text="книг"),
    "today": lambda stage: TodayDialog(stage.desk),
    "bin": lambda stage: BinDialog(stage.desk),
    "history": lambda stage: HistoryDialog(stage.desk, stage.post(State.SUBMITTED, State.CHANGES_REQUESTED)),
    "answer": lambda stage: AnswerDialog(stage.desk, stage.post(State.SUBMITTED, State.CHANGES_REQUESTED)),
    "published": lambda stage: PublishedDialog(stage.desk, stage.post(State.APPROVED, State.SCHEDULED)),
    "published-unseen": lambda stage: PublishedDialog(stage.desk, stage.post(State.DRAFT)),
    "notes": lambda stage: NotesDialog(stage.desk, stage.desk.today + dt.timedelta(2)),
    "library-pages": library_tab(0),
    "library-branches": library_tab(1),
    "library-people": library_tab(2),
    "library-hours": library_tab(3),
    "library-days": library_tab(4),
    "library-general": library_tab(5),
    "preferences": lambda _stage: PreferencesDialog(Preferences()),
    "shortcuts": shortcuts,
    "print": printing,
    "about": lambda _stage: AboutDialog(),
    "submit-overridden": overridden,
    "week-overridden": overridden_week,
    "departures": departures,
    "error": lambda _stage: ErrorDialog(
        "library.smcal: <b>file is not a database</b>. Nothing was changed. Restore the newest backup."
    ),
}


def _published(stage: Stage) -> Post:
    return next(post for post in stage.posts() if post.state is State.PUBLISHED)


def _at_step(stage: Stage, step: int) -> QWidget:
    dialog = WelcomeDialog([], stage.tasks, folder=stage.place)
    dialog.make.click()
    dialog.steps.setCurrentIndex(step)
    return dialog
