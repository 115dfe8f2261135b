"""Which steps a post offers: one button, and the others in a menu."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from smcal.model import Post, State
from smcal_ui.post.steps import Steps

ANSWERED = {State.SUBMITTED, State.CHANGES_REQUESTED, State.APPROVED, State.REJECTED}
HANDED_IN = dt.datetime(2026, 11, 2, 7, tzinfo=dt.UTC)


@pytest.fixture
def steps(qtbot) -> Steps:
    made = Steps(QComboBox())
    qtbot.addWidget(made)
    made.show()
    return made


def post(state: State) -> Post:
    return Post(id="p", page_id="page", state=state, date=dt.date(2026, 11, 24), first_submitted=HANDED_IN)


@pytest.mark.parametrize("state", State)
def test_only_what_was_handed_in_and_not_changed_since_is_answered(steps: Steps, state: State) -> None:
    steps.show_post(post(state), has_media=False)
    offered = steps.next == "answer" or steps.actions_by_name["answer"].isEnabled()
    assert offered == (state in ANSWERED)


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (State.DRAFT, "submit"),
        (State.CHANGES_REQUESTED, "submit"),
        (State.SUBMITTED, "answer"),
        (State.APPROVED, "published"),
        (State.PUBLISHED, ""),
        (State.CANCELLED, ""),
    ],
)
def test_one_button_takes_the_step_that_comes_next(steps: Steps, state: State, step: str, qtbot) -> None:
    steps.show_post(post(state), has_media=False)
    assert steps.button.isVisible() == bool(step)
    if step:
        assert not steps.actions_by_name[step].isVisible()
        with qtbot.waitSignal(steps.asked) as asked:
            QTest.mouseClick(steps.button, Qt.MouseButton.LeftButton)
        assert asked.args == [step]


def test_the_others_are_in_a_menu(steps: Steps, qtbot) -> None:
    steps.show_post(post(State.DRAFT), has_media=True)
    menu = steps.more.menu()
    menu.popup(steps.more.mapToGlobal(steps.more.rect().bottomLeft()))
    action = steps.actions_by_name["history"]
    with qtbot.waitSignal(steps.asked) as asked:
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert asked.args == ["history"]
