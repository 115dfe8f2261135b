"""The first start, by keyboard alone."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from smcal.model import CURATOR, Network, Role
from smcal.regulation import load_pack, pack_ids
from smcal.sample import sample_settings
from smcal.store import Workspace
from smcal.store.calendars import hours_of
from smcal.words import LANGUAGES, speak
from smcal.worktime import Hours
from smcal_ui.dialogs.choices import PLACES
from smcal_ui.dialogs.welcome import WelcomeDialog
from smcal_ui.tasks import Tasks


@pytest.fixture
def welcome(qtbot, tasks: Tasks, tmp_path: Path) -> WelcomeDialog:
    dialog = WelcomeDialog([tmp_path / "gone.smcal"], tasks, folder=tmp_path / "data")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def go_to_step(qtbot, welcome: WelcomeDialog, step: int, branch: str = "Library No. 3") -> None:
    qtbot.keyClick(welcome.make, Qt.Key.Key_Space)
    qtbot.keyClicks(welcome.steps.form.fields["branch"].widget, branch)
    for _n in range(step):
        qtbot.keyClick(welcome, Qt.Key.Key_Return)
    assert welcome.steps.currentIndex() == step


def choose_regulation(qtbot, welcome: WelcomeDialog, regulation: str) -> None:
    combo = welcome.steps.form.fields["regulation"].widget
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    while welcome.steps.form.value("regulation") != regulation:
        qtbot.keyClick(combo, Qt.Key.Key_Down)


def test_enter_presses_the_choice_with_the_focus(qtbot, welcome: WelcomeDialog) -> None:
    qtbot.waitExposed(welcome)
    qtbot.keyClick(welcome.make, Qt.Key.Key_Return)
    assert welcome.steps.isVisible() and welcome.steps.currentIndex() == 0


def test_a_branch_is_made_from_the_keyboard(qtbot, welcome: WelcomeDialog) -> None:
    go_to_step(qtbot, welcome, 0)
    choose_regulation(qtbot, welcome, "spb-cbs")
    qtbot.keyClick(welcome, Qt.Key.Key_Return)
    monday = welcome.steps.hours._days[0]
    monday.closes.widget.selectAll()
    qtbot.keyClicks(monday.closes.widget, "17:30")
    qtbot.keyClick(welcome, Qt.Key.Key_Return)
    row = welcome.steps.pages.rows[0]
    assert row.title.text() == "Library No. 3" == row.title.selectedText()  # typing replaces it
    qtbot.keyClicks(row.title, "Readers <b>&</b> Co")
    qtbot.keyClicks(row.link, "https://vk.com/lib3")
    qtbot.keyClick(welcome.steps.pages.add, Qt.Key.Key_Space)
    qtbot.keyClicks(welcome.steps.coordinator, "Anna P.")
    qtbot.keyClick(welcome, Qt.Key.Key_Return)

    assert welcome.result() == QDialog.DialogCode.Accepted
    assert welcome.path is not None and welcome.path.name == "Library No. 3.smcal"
    with Workspace.open(welcome.path, anywhere=True) as made:
        settings = made.settings()
        with made.read() as reader:
            pages, people, branches = reader.pages(), reader.people(), reader.branches()
            hours = hours_of(reader.working_hours(branches[0].id))
            curator = hours_of(reader.working_hours(CURATOR))
    assert (settings.regulation, settings.country, settings.zone) == ("spb-cbs", "RU", "Europe/Moscow")
    assert [branch.name for branch in branches] == ["Library No. 3"]
    assert [(p.network, p.title, p.link) for p in pages] == [
        (Network.VK, "Readers <b>&</b> Co", "https://vk.com/lib3"),
        (Network.TELEGRAM, "Library No. 3", ""),
    ]
    assert [(p.id, p.name, p.role) for p in people] == [(welcome.person_id, "Anna P.", Role.COORDINATOR)]
    assert all(page.coordinator_id == welcome.person_id for page in pages)
    assert hours.on(0) == (dt.time(9), dt.time(17, 30))
    assert curator == Hours.default()


def test_the_curator_may_share_the_hours_of_the_branch(qtbot, welcome: WelcomeDialog) -> None:
    go_to_step(qtbot, welcome, 1)
    monday = welcome.steps.hours._days[0]
    monday.opens.widget.selectAll()
    qtbot.keyClicks(monday.opens.widget, "11:00")
    qtbot.keyClick(welcome.steps.shared, Qt.Key.Key_Space)
    _path, founding = welcome.steps.founding()
    assert founding.curator_hours == founding.hours and founding.hours.on(0) == (dt.time(11), dt.time(18))


def test_a_branch_without_a_name_is_not_made(qtbot, welcome: WelcomeDialog) -> None:
    qtbot.keyClick(welcome.make, Qt.Key.Key_Space)
    qtbot.keyClick(welcome, Qt.Key.Key_Return)
    assert welcome.steps.currentIndex() == 0
    assert "name of the branch" in welcome.notice.text


def test_a_missing_time_is_asked_for_again(qtbot, welcome: WelcomeDialog) -> None:
    go_to_step(qtbot, welcome, 1)
    monday = welcome.steps.hours._days[0]
    monday.opens.widget.selectAll()
    qtbot.keyClick(monday.opens.widget, Qt.Key.Key_Delete)
    qtbot.keyClick(welcome, Qt.Key.Key_Return)
    assert welcome.steps.currentIndex() == 1
    assert "Monday" in welcome.notice.text


def test_a_page_without_a_title_is_asked_for_it_and_a_proposed_one_follows_the_branch(qtbot, welcome) -> None:
    go_to_step(qtbot, welcome, 2)
    qtbot.keyClick(welcome, Qt.Key.Key_Escape)
    qtbot.keyClick(welcome, Qt.Key.Key_Escape)
    qtbot.keyClicks(welcome.steps.form.fields["branch"].widget, "4")
    qtbot.keyClick(welcome, Qt.Key.Key_Return)
    qtbot.keyClick(welcome, Qt.Key.Key_Return)
    row = welcome.steps.pages.rows[0]
    assert row.title.text() == "Library No. 34"
    row.title.clear()
    qtbot.keyClick(welcome, Qt.Key.Key_Return)
    assert welcome.isVisible() and "title of the page" in welcome.notice.text


def test_escape_goes_back_step_by_step(qtbot, welcome: WelcomeDialog) -> None:
    go_to_step(qtbot, welcome, 2)
    for _n in range(3):
        qtbot.keyClick(welcome, Qt.Key.Key_Escape)
    assert welcome.isVisible() and welcome.make.isVisible()
    qtbot.keyClick(welcome, Qt.Key.Key_Escape)
    assert not welcome.isVisible() and welcome.path is None


def test_a_place_where_nothing_can_be_made_is_explained(qtbot, welcome: WelcomeDialog, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    go_to_step(qtbot, welcome, 2)
    welcome.steps.path.setText(str(tmp_path / "file" / "library.smcal"))
    qtbot.keyClick(welcome, Qt.Key.Key_Return)
    assert welcome.isVisible() and "could not be made" in welcome.notice.text
    assert (tmp_path / "file").read_text() == "no folder"


def test_a_file_that_is_there_is_never_touched(qtbot, welcome: WelcomeDialog, tmp_path: Path) -> None:
    there = tmp_path / "there.smcal"
    there.write_bytes(b"mine")
    go_to_step(qtbot, welcome, 2)
    welcome.steps.path.setText(str(there))
    qtbot.keyClick(welcome, Qt.Key.Key_Return)
    assert welcome.isVisible() and "exists already" in welcome.notice.text
    assert there.read_bytes() == b"mine"


def test_a_workspace_of_lately_opens_with_one_click(qtbot, tasks: Tasks, tmp_path: Path) -> None:
    lately = tmp_path / "lately.smcal"
    lately.touch()
    dialog = WelcomeDialog([tmp_path / "gone.smcal", lately], tasks, folder=tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.recent.count() == 1
    place = dialog.recent.visualItemRect(dialog.recent.item(0)).center()
    qtbot.mouseClick(dialog.recent.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.path == lately and dialog.result() == QDialog.DialogCode.Accepted


def test_the_sample_is_made_where_workspaces_live(qtbot, welcome: WelcomeDialog, tmp_path: Path) -> None:
    qtbot.mouseClick(welcome.sample, Qt.MouseButton.LeftButton)
    assert welcome.path is not None and welcome.path.parent == tmp_path / "data"
    with Workspace.open(welcome.path, anywhere=True) as made, made.read() as reader:
        assert made.settings().language == "en" and len(reader.pages()) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_speaks_the_language_of_the_window(qtbot, tasks: Tasks, tmp_path: Path, language: str) -> None:
    speak(language)
    dialog = WelcomeDialog([], tasks, folder=tmp_path)
    qtbot.addWidget(dialog)
    assert sample_settings(dialog.steps.regulation).language == language


def test_the_sample_is_of_the_regulation_that_was_chosen(qtbot, welcome: WelcomeDialog) -> None:
    go_to_step(qtbot, welcome, 0)
    choose_regulation(qtbot, welcome, "liepaja-lczb")
    qtbot.keyClick(welcome, Qt.Key.Key_Escape)
    qtbot.mouseClick(welcome.sample, Qt.MouseButton.LeftButton)
    assert welcome.path is not None
    with Workspace.open(welcome.path, anywhere=True) as made:
        assert made.settings().regulation == "liepaja-lczb"


@pytest.mark.parametrize(("answer", "files"), [("stay", 1), ("go", 2)])
def test_a_sample_that_is_there_is_opened_again_unless_a_new_one_is_wanted(
    qtbot, welcome: WelcomeDialog, tasks: Tasks, tmp_path: Path, in_next_dialog, answer: str, files: int
) -> None:
    qtbot.mouseClick(welcome.sample, Qt.MouseButton.LeftButton)
    again = WelcomeDialog([], tasks, folder=tmp_path / "data")
    qtbot.addWidget(again)
    again.show()
    in_next_dialog(lambda question: qtbot.mouseClick(getattr(question, answer), Qt.MouseButton.LeftButton))
    qtbot.mouseClick(again.sample, Qt.MouseButton.LeftButton)
    assert again.path is not None and (again.path == welcome.path) == (answer == "stay")
    assert len(list((tmp_path / "data").glob("*.smcal"))) == files


def test_a_complaint_goes_when_one_types(qtbot, welcome: WelcomeDialog) -> None:
    qtbot.keyClick(welcome.make, Qt.Key.Key_Space)
    qtbot.keyClick(welcome, Qt.Key.Key_Return)
    assert "name of the branch" in welcome.notice.text
    qtbot.keyClicks(welcome.steps.form.fields["branch"].widget, "L")
    assert welcome.notice.text == ""


@pytest.mark.parametrize(
    ("regulation", "country", "subdivision", "language"),
    [
        ("spb-cbs", "RU", None, "ru"),
        ("liepaja-lczb", "LV", None, "lv"),
        ("ogre-novads", "LV", None, "lv"),
        ("espelkamp", "DE", "NW", "de"),
    ],
)
def test_a_regulation_says_what_it_asks_and_brings_its_place(
    qtbot, welcome: WelcomeDialog, regulation: str, country: str, subdivision: str | None, language: str
) -> None:
    go_to_step(qtbot, welcome, 0)
    choose_regulation(qtbot, welcome, regulation)
    pack = load_pack(regulation)
    assert welcome.steps.about.text() == pack.description.en and welcome.steps.about.isVisible()
    _path, founding = welcome.steps.founding()
    settings = founding.settings
    assert (settings.country, settings.subdivision, settings.language) == (country, subdivision, language)
    assert welcome.steps.shared.isVisibleTo(welcome.steps.shared.parentWidget()) == (pack.submission is not None)


def test_every_regulation_is_offered_by_its_name(welcome: WelcomeDialog) -> None:
    combo = welcome.steps.form.fields["regulation"].widget
    offered = [combo.itemText(row) for row in range(combo.count())]
    assert sorted(offered) == sorted(
        f"{place}: {load_pack(name).title.en}" if (place := PLACES.get(name)) else load_pack(name).title.en
        for name in pack_ids()
    )
    assert offered[-1] == load_pack("generic").title.en
