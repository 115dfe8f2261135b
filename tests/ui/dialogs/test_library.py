"""Settings of the library: every change is one step, and undo takes it back."""

import datetime as dt

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from smcal.model import CURATOR, Network, Role
from smcal.planning.setup import set_hours
from smcal.sample import make_sample
from smcal.store.calendars import hours_of
from smcal.worktime import Hours
from smcal_ui.desk import Desk
from smcal_ui.dialogs.library import LibraryDialog
from tests.ui.dialogs.conftest import AT


@pytest.fixture
def library(qtbot, desk: Desk) -> LibraryDialog:
    dialog = LibraryDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def type_into(dialog, key: str, text: str) -> None:
    widget = dialog.form.fields[key].widget
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)


def save(dialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_a_page_is_added_and_taken_back(qtbot, desk: Desk, library: LibraryDialog, in_next_dialog) -> None:
    before = len(desk.book.pages)

    def fill(dialog) -> None:
        dialog.form.fields["network"].show(Network.YOUTUBE)
        type_into(dialog, "title", "<i>Films</i>")
        type_into(dialog, "link", "https://youtube.com/films")
        save(dialog)

    in_next_dialog(fill)
    qtbot.mouseClick(library.pages.buttons["add"], Qt.MouseButton.LeftButton)
    assert len(desk.book.pages) == before + 1
    shown = library.pages.table.current()
    assert (shown.title, shown.network, shown.link) == ("<i>Films</i>", Network.YOUTUBE, "https://youtube.com/films")
    desk.undo()
    assert len(desk.book.pages) == before
    assert len(library.pages.table.values) == before


def test_a_page_without_a_title_is_not_saved(desk: Desk, library: LibraryDialog, in_next_dialog) -> None:
    said = []

    def leave_empty(dialog) -> None:
        save(dialog)
        said.append(dialog.notice.text)

    in_next_dialog(leave_empty)
    library.pages.buttons["add"].click()
    assert "title of the page" in said[0]
    assert desk.undo_stack.undo_label is None


def test_enter_on_a_row_edits_it(qtbot, desk: Desk, library: LibraryDialog, in_next_dialog) -> None:
    page = library.pages.table.current()

    def rename(dialog) -> None:
        type_into(dialog, "title", "Another title")
        save(dialog)

    in_next_dialog(rename)
    qtbot.keyClick(library.pages.table, Qt.Key.Key_Return)
    assert next(p for p in desk.book.pages if p.id == page.id).title == "Another title"


def test_a_page_is_put_away_and_comes_back(desk: Desk, library: LibraryDialog) -> None:
    page = library.pages.table.current()
    library.pages.buttons["archive"].click()
    assert page.id not in [p.id for p in desk.book.pages]
    assert library.pages.table.current().id == page.id
    assert library.pages.buttons["archive"].text() == "Take &back"
    library.pages.buttons["archive"].click()
    assert page.id in [p.id for p in desk.book.pages]


def test_pages_change_places_within_their_branch(desk: Desk, library: LibraryDialog) -> None:
    first, second = library.pages.table.values[:2]
    assert first.branch_id == second.branch_id
    library.pages.table.choose(1)
    library.pages.buttons["up"].click()
    assert [p.id for p in desk.book.pages[:2]] == [second.id, first.id]
    desk.undo()
    assert [p.id for p in desk.book.pages[:2]] == [first.id, second.id]


def test_a_branch_has_hours_of_its_own(desk: Desk, library: LibraryDialog, in_next_dialog) -> None:
    branch = library.branches.table.current()

    def open_later(dialog) -> None:
        opens = dialog.editor._days[1].opens.widget
        opens.selectAll()
        QTest.keyClicks(opens, "12:15")
        save(dialog)

    in_next_dialog(open_later)
    library.branches.buttons["edit"].click()
    with desk.read() as reader:
        hours = hours_of(reader.working_hours(branch.id))
    assert hours.on(1)[0] == dt.time(12, 15)


def test_a_person_leaves_and_a_new_one_comes(desk: Desk, library: LibraryDialog, in_next_dialog) -> None:
    left = library.people.table.current()
    library.people.buttons["archive"].click()

    def fill(dialog) -> None:
        type_into(dialog, "name", "Oleg B.")
        dialog.form.fields["role"].show(Role.CURATOR)
        save(dialog)

    in_next_dialog(fill)
    library.people.buttons["add"].click()
    with desk.read() as reader:
        people = {p.name: p for p in reader.people()}
    assert left.name not in people and people["Oleg B."].role is Role.CURATOR


def test_the_curators_hours_move_every_deadline(desk: Desk, library: LibraryDialog) -> None:
    library.tabs.setCurrentWidget(library.hours)
    friday = library.hours.editor._days[4]
    friday.closes.widget.setFocus()
    friday.closes.widget.selectAll()
    QTest.keyClicks(friday.closes.widget, "16:45")
    QTest.keyClick(friday.closes.widget, Qt.Key.Key_Tab)
    with desk.read() as reader:
        assert hours_of(reader.working_hours(CURATOR)).on(4) == (dt.time(9), dt.time(16, 45))
    assert desk.workspace.worktime().submit_by(dt.date(2026, 12, 4)).time() == dt.time(16, 45)
    desk.undo()
    assert desk.workspace.worktime().submit_by(dt.date(2026, 12, 4)).time() == dt.time(18)


def test_hours_that_end_before_they_begin_are_refused(desk: Desk, library: LibraryDialog) -> None:
    library.tabs.setCurrentWidget(library.hours)
    monday = library.hours.editor._days[0]
    monday.closes.widget.setFocus()
    monday.closes.widget.selectAll()
    QTest.keyClicks(monday.closes.widget, "08:00")
    QTest.keyClick(monday.closes.widget, Qt.Key.Key_Tab)
    assert "opening comes before closing" in library.notice.text
    assert desk.undo_stack.undo_label is None
    QTest.keyClicks(monday.opens.widget, "7")
    assert library.notice.text == ""


def test_a_tick_takes_a_day_from_the_curators_hours_at_once(desk: Desk, library: LibraryDialog) -> None:
    library.tabs.setCurrentWidget(library.hours)
    friday = library.hours.editor._days[4].open
    QTest.mouseClick(friday, Qt.MouseButton.LeftButton, pos=QPoint(8, friday.height() // 2))
    with desk.read() as reader:
        assert hours_of(reader.working_hours(CURATOR)).on(4) is None
    desk.undo()
    assert friday.isChecked()


def test_a_free_day_of_ones_own_is_added_changed_and_removed(
    desk: Desk, library: LibraryDialog, in_next_dialog
) -> None:
    publish = dt.date(2026, 12, 4)
    by = desk.workspace.worktime().submit_by(publish)

    def fill(dialog) -> None:
        dialog.form.fields["date"].show(dt.date(2026, 11, 30))
        type_into(dialog, "reason", "The boiler is being mended")
        save(dialog)

    in_next_dialog(fill)
    library.days.buttons["add"].click()
    assert desk.workspace.worktime().submit_by(publish) < by
    assert library.days.table.current().reason == "The boiler is being mended"

    def another_reason(dialog) -> None:
        type_into(dialog, "reason", "Repairs")
        save(dialog)

    in_next_dialog(another_reason)
    library.days.buttons["edit"].click()
    assert library.days.table.current().reason == "Repairs"
    library.days.buttons["remove"].click()
    assert desk.workspace.worktime().submit_by(publish) == by
    assert not library.days.buttons["remove"].isEnabled()


def test_the_name_of_the_library_is_saved_when_it_is_left(desk: Desk, library: LibraryDialog) -> None:
    before = desk.workspace.settings().library
    library.tabs.setCurrentWidget(library.general)
    type_into(library.general, "library", "Libraries of the River")
    QTest.keyClick(library.general.form.fields["library"].widget, Qt.Key.Key_Tab)
    assert desk.workspace.settings().library == "Libraries of the River"
    box = library.general.form.fields["pr_service"].widget
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    assert desk.workspace.settings().pr_service is False
    desk.undo()
    desk.undo()
    assert desk.workspace.settings().library == before and desk.workspace.settings().pr_service is True


def test_owner_and_administrators_of_a_page_are_recorded(qtbot, desk: Desk, library, in_next_dialog) -> None:
    page = library.pages.table.current()
    told = []

    def fill(dialog) -> None:
        owner, several = dialog.form.fields["owner_id"].widget, dialog.form.fields["administrator_ids"].widget
        owner.setFocus()
        QTest.keyClick(owner, Qt.Key.Key_End)
        before = dialog.form.value("administrator_ids")
        several.setFocus()
        QTest.keyClick(several, Qt.Key.Key_Home)
        QTest.keyClick(several, Qt.Key.Key_Space)
        told.append((dialog.form.value("owner_id"), before, dialog.form.value("administrator_ids")))
        save(dialog)

    in_next_dialog(fill)
    qtbot.keyClick(library.pages.table, Qt.Key.Key_Return)
    stored = next(p for p in desk.book.pages if p.id == page.id)
    owner, before, after = told[0]
    assert set(before) ^ set(after) and len(set(before) ^ set(after)) == 1
    assert (stored.owner_id, stored.administrator_ids) == (owner, after)


def test_a_page_keeps_an_owner_who_has_left(qtbot, desk: Desk, library, in_next_dialog) -> None:
    page = library.pages.table.current()
    with desk.read() as reader:
        person = reader.people()[0]
    gone = msgspec.structs.replace(person, archived=True)
    owned = msgspec.structs.replace(page, owner_id=person.id)
    desk.do("Prepare", lambda work: [work.put(gone), work.put(owned)])
    in_next_dialog(save)
    qtbot.keyClick(library.pages.table, Qt.Key.Key_Return)
    assert next(p for p in desk.book.pages if p.id == page.id).owner_id == person.id


def test_service_training_and_sign_in_of_a_person_are_recorded(qtbot, desk: Desk, library, in_next_dialog) -> None:
    def fill(dialog) -> None:
        type_into(dialog, "name", "Anna Berg")
        type_into(dialog, "since", "1.9.98")
        for key in ("trained", "two_factor"):
            box = dialog.form.fields[key].widget
            box.setFocus()
            QTest.keyClick(box, Qt.Key.Key_Space)
        save(dialog)

    in_next_dialog(fill)
    library.people.buttons["add"].click()
    with desk.read() as reader:
        person = next(person for person in reader.people() if person.name == "Anna Berg")
    assert (person.since, person.trained, person.two_factor) == (dt.date(1998, 9, 1), True, True)


@pytest.mark.parametrize("regulation", ["generic", "espelkamp"])
def test_where_nothing_is_handed_in_nobody_asks_when_the_curator_works(qtbot, tmp_path, regulation: str) -> None:
    with make_sample(tmp_path / "library.smcal", regulation, AT) as workspace:
        desk = Desk(workspace, None, clock=lambda: AT)
        dialog = LibraryDialog(desk)
        qtbot.addWidget(dialog)
        place = dialog.tabs.indexOf(dialog.hours)
        assert not dialog.tabs.isTabVisible(place)
        morning = Hours.weekdays(dt.time(8), dt.time(12))
        desk.do("Set the hours", lambda work: set_hours(work, CURATOR, morning))
        assert dialog.tabs.isTabVisible(place), "what was set can be seen"


def test_where_plans_are_handed_in_the_hours_are_asked_for(library: LibraryDialog) -> None:
    assert library.tabs.isTabVisible(library.tabs.indexOf(library.hours))
