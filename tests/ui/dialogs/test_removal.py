"""Taking down: what the regulation asks is asked, and mending comes first."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from smcal.model import Post, State
from smcal_ui.desk import Desk
from smcal_ui.dialogs import removal
from smcal_ui.dialogs.history import HistoryDialog
from smcal_ui.dialogs.removal import RemovalDialog, take_down


@pytest.fixture
def post(desk: Desk) -> Post:
    with desk.read() as reader:
        return next(p for page in reader.pages() for p in _of(reader, page.id) if p.state is State.PUBLISHED)


def _of(reader, page_id):
    import datetime as dt

    from smcal.model import Period

    return reader.posts(Period(dt.date(2026, 10, 1), dt.date(2026, 12, 31)), [page_id])


@pytest.fixture
def dialog(qtbot, desk: Desk, post: Post) -> RemovalDialog:
    made = RemovalDialog(desk, post)
    qtbot.addWidget(made)
    made.show()
    return made


def test_everything_said_is_kept_in_one_step(qtbot, desk: Desk, post: Post, dialog: RemovalDialog) -> None:
    qtbot.keyClick(dialog.form.fields["ground"].widget, Qt.Key.Key_Down)
    qtbot.keyClicks(dialog.form.fields["edit_tried"].widget, "Every line of it is wrong")
    assert dialog.form.value("agreed_coordinator")  # who keeps the page
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible() and desk.post(post.id).state is State.REMOVED
    with desk.read() as reader:
        made = reader.removal(post.id)
    assert (made.ground, made.edit_tried) == (
        desk.workspace.pack().removal_grounds[0].id,
        "Every line of it is wrong",
    )
    told = HistoryDialog(desk, post.id)
    qtbot.addWidget(told)
    said = "\n".join(told.entries.model().index(row, 3).data() for row in range(told.entries.model().rowCount()))
    assert "ground: " in said and "Every line of it is wrong" in said
    desk.undo()
    with desk.read() as reader:
        assert desk.post(post.id) == post and reader.removal(post.id) is None


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "ground"),
        ({"ground": "law"}, "mending"),
        ({"ground": "law", "edit_tried": "All wrong", "agreed_coordinator": ""}, "coordinator"),
    ],
)
def test_what_is_missing_is_asked_for(qtbot, desk: Desk, post: Post, dialog, given, said) -> None:
    dialog.form.show_values(given)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and said in dialog.notice.text and desk.post(post.id) == post


def test_mending_comes_first(qtbot, desk: Desk, post: Post, in_next_dialog) -> None:
    in_next_dialog(lambda dialog: qtbot.mouseClick(dialog.mend, Qt.MouseButton.LeftButton))
    assert take_down(desk, post.id) is True
    assert desk.post(post.id) == post


def test_a_regulation_without_grounds_asks_only_whether(qtbot, desk: Desk, post, in_next_dialog, monkeypatch) -> None:
    pack = replace(desk.workspace.pack(), removal_grounds=())
    monkeypatch.setattr(type(desk.workspace), "pack", lambda _workspace: pack)
    in_next_dialog(lambda dialog: qtbot.mouseClick(dialog.stay, Qt.MouseButton.LeftButton))
    assert take_down(desk, post.id) is False and desk.post(post.id) == post
    in_next_dialog(lambda dialog: qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton))
    take_down(desk, post.id)
    assert desk.post(post.id).state is State.REMOVED


def test_a_post_that_is_gone_asks_nothing(desk: Desk) -> None:
    assert removal.take_down(desk, "nothing") is False


def test_what_is_missing_is_said_without_moving_the_button(qtbot, dialog: RemovalDialog) -> None:
    qtbot.waitExposed(dialog)
    before = dialog.primary.mapToGlobal(dialog.primary.rect().topLeft())
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.wait(50)
    assert dialog.notice.isVisible()
    assert dialog.primary.mapToGlobal(dialog.primary.rect().topLeft()) == before
