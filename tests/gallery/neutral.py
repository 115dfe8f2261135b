"""The window under a regulation that has nothing handed in, and the forms of what the checks ask."""

import datetime as dt
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from smcal.model import Role
from smcal.model.period import week_of
from smcal.sample import make_sample
from smcal_ui.desk import Desk
from smcal_ui.dialogs.library import LibraryDialog
from smcal_ui.dialogs.library.pages import PageDialog
from smcal_ui.dialogs.submit import SubmitDialog
from smcal_ui.main_window import MainWindow
from tests.gallery.entries import Stage


def desk_under(stage: Stage, regulation: str) -> Desk:
    """A desk on the sample of another regulation; made anew for every picture, and left to the folder."""
    path = stage.place / f"{regulation}-{len(list(stage.place.iterdir()))}.smcal"
    workspace = make_sample(path, regulation, stage.desk.at)
    with workspace.read() as reader:
        people = reader.people()
    person = next((person for person in people if person.role is Role.COORDINATOR), people[0])
    return Desk(workspace, person, clock=lambda: stage.desk.at)


def week(regulation: str) -> Callable[[Stage], QWidget]:
    """Next week with a post beside it."""

    def show(stage: Stage) -> QWidget:
        desk = desk_under(stage, regulation)
        memory = QSettings(str(stage.place / "neutral.ini"), QSettings.Format.IniFormat)
        window = MainWindow(desk, stage.theme, stage.tasks, memory)
        window.resize(1412, 860)
        window.show_week(desk.today + dt.timedelta(7))
        window.show()
        board = window.week.board
        window.jump_to(next(card.id for _spot, card in board.spots()))
        return window

    return show


def document(stage: Stage) -> QWidget:
    """The plan document, with a required remark."""
    desk = desk_under(stage, "ogre-novads")
    page = next(page for page in desk.book.pages if page.title == "Ogres novads")
    return SubmitDialog(desk, stage.tasks, page.id, week_of(desk.today + dt.timedelta(7)))


def page(stage: Stage) -> QWidget:
    """One page of the register."""
    return PageDialog(stage.desk, stage.desk.book.pages[0].title, msgspec.structs.asdict(stage.desk.book.pages[0]))


def person(stage: Stage) -> QWidget:
    """One person, over the list."""
    library = LibraryDialog(stage.desk)
    assert stage.desk.person is not None
    dialog = library.people._dialog(stage.desk.person.name, stage.desk.person)
    dialog.setParent(None)
    dialog.destroyed.connect(library.deleteLater)
    return dialog


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    **{f"week-{name}": week(name) for name in ("liepaja-lczb", "ogre-novads", "espelkamp", "generic")},
    "plan-document": document,
    "page": page,
    "person": person,
}
