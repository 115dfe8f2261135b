"""The post beside the week: just made, returned, approved, and changed after that."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from smcal.model import Decision, State
from smcal.planning import answer, edit
from smcal_ui.main_window import MainWindow
from tests.gallery.stage import Stage

SMALL_LAPTOP = 1366, 768 - 90  # less the panel of the system and the frame


def begun(stage: Stage) -> QWidget:
    """A post in which nothing is written yet."""
    window = _window(stage)
    page = window.week.board.rows[0].page
    window.plan_commands.new(page.id, window.week.board.days[3].date)
    return window


def returned(stage: Stage) -> QWidget:
    """The curator wants something changed, and says what."""
    return _answered(stage, Decision.CHANGES, "Уточните, сколько ждать ответа, и добавьте адрес читального зала.")


def approved(stage: Stage) -> QWidget:
    """The curator has agreed."""
    return _answered(stage, Decision.APPROVED, "")


def reopened(stage: Stage) -> QWidget:
    """What the curator agreed to was changed after that."""
    window = approved(stage)
    post_id = window.selected()[0]
    window.desk.do("Edit a post", lambda work: edit.edit(work, post_id, title="Лекция переносится в большой зал"))
    QApplication.processEvents()
    return window


def _window(stage: Stage) -> MainWindow:
    window = stage.window(1)
    window.resize(*SMALL_LAPTOP)
    QApplication.processEvents()
    return window


def _answered(stage: Stage, decision: Decision, comment: str) -> MainWindow:
    window, post_id = _window(stage), stage.post(State.SUBMITTED)
    with stage.desk.read() as reader:
        curator = next(person for person in reader.people() if person.role == "curator")
    stage.desk.do(
        "Answer",
        lambda work: answer.answer(work, post_id, decision, comment=comment, curator_id=curator.id, at=stage.desk.at),
    )
    window.jump_to(post_id)
    QApplication.processEvents()
    return window


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    "post-begun": begun,
    "post-returned": returned,
    "post-approved": approved,
    "post-reopened": reopened,
}
