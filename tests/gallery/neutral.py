"""The window under a regulation that has nothing handed in, and the forms of what the checks ask."""

import datetime as dt
from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QWidget

from smcal.model.period import week_of
from smcal_ui.dialogs.library import LibraryDialog
from smcal_ui.dialogs.library.pages import PageDialog
from smcal_ui.dialogs.submit import SubmitDialog
from tests.gallery.stage import Stage


def week(regulation: str) -> Callable[[Stage], QWidget]:
    """Next week with a post beside it."""

    def show(stage: Stage) -> QWidget:
        window = stage.window(1, stage.desk_under(regulation))
        board = window.week.board
        window.jump_to(next(card.id for _spot, card in board.spots()))
        return window

    return show


def document(stage: Stage) -> QWidget:
    """The plan document, with a required remark."""
    desk = stage.desk_under("ogre-novads")
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
