"""Values as a table, forms as tables, and the one door for slow work."""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from smcal.errors import WrongUse
from smcal.words import N_
from smcal.worktime import Hours
from smcal_ui.dates import LocaleDates
from smcal_ui.post.fields import CheckField, DateField, LineField
from smcal_ui.tasks import Tasks
from smcal_ui.theme import Theme
from smcal_ui.themes.sheet import style_sheet
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.hours import HoursEditor
from smcal_ui.widgets.table import ROW, WRAPPED, Column, ValueModel, ValueTable

COLUMNS = (Column("Word", str, wide=True), Column("Length", lambda word: str(len(word))))


def test_a_model_keeps_the_rules_of_qt(qtbot, qtmodeltester) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    model = ValueModel(COLUMNS, owner, lambda word: "bad" if word == "two" else "")
    model.show(["one", "two"])
    qtmodeltester.check(model)
    assert model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None


def test_the_current_row_stays_when_rows_go(qtbot) -> None:
    table = ValueTable("Words", COLUMNS)
    qtbot.addWidget(table)
    table.show_values(["one", "two", "three"])
    table.choose(2)
    table.show_values(["one", "two"])
    assert table.current() == "two"
    table.show_values([])
    assert table.current() is None


def test_enter_and_double_click_choose(qtbot) -> None:
    table, chosen = ValueTable("Words", COLUMNS), []
    qtbot.addWidget(table)
    table.chosen.connect(chosen.append)
    table.show_values(["one", "two"])
    table.show()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.model().index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == ["two", "one"]


@pytest.fixture
def form(qtbot) -> Form:
    made = Form(
        (
            Row("name", N_("&Name"), LineField),
            (Row("day", N_("&Day"), DateField), Row("done", "", lambda key: CheckField(key, "Done"))),
        )
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_form_gives_back_what_it_was_shown(form: Form) -> None:
    values = {"name": "<b>Anna</b>", "day": dt.date(2026, 12, 1), "done": True}
    form.show_values(values | {"unknown": 1})
    assert form.values() == values


def test_a_form_tells_of_what_people_do_and_not_of_what_it_is_shown(qtbot, form: Form) -> None:
    edited = []
    form.edited.connect(edited.append)
    form.show_values({"name": "Anna", "day": dt.date(2026, 12, 1), "done": False})
    assert edited == []
    qtbot.keyClicks(form.fields["name"].widget, "!")
    qtbot.keyClick(form.fields["day"].widget, Qt.Key.Key_Up)
    qtbot.keyClick(form.fields["done"].widget, Qt.Key.Key_Space)
    assert edited == ["name", "day", "done"]


def test_hours_go_in_and_out(qtbot) -> None:
    editor = HoursEditor(LocaleDates("en"))
    qtbot.addWidget(editor)
    hours = Hours((*[(dt.time(10), dt.time(19, 30))] * 5, (dt.time(11), dt.time(17)), None))
    editor.show_hours(hours)
    assert editor.hours() == hours
    editor._days[5].open.click()
    assert editor.hours().on(5) is None
    editor._days[0].closes.show(dt.time(9))
    with pytest.raises(WrongUse):
        editor.hours()


def test_a_job_runs_elsewhere_and_its_result_arrives_here(qtbot) -> None:
    here, seen = threading.get_ident(), []
    with ThreadPoolExecutor(1) as pool:
        tasks = Tasks(pool)
        tasks.run(
            lambda stop: threading.get_ident(),
            lambda there: seen.append((there, threading.get_ident())),
            seen.append,
        )
        qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != here and seen[0][1] == here and not tasks.busy


def test_a_failing_job_says_so_and_a_stopped_one_is_asked(qtbot) -> None:
    seen = []
    with ThreadPoolExecutor(1) as pool:
        tasks = Tasks(pool)

        def fail(stop: threading.Event) -> None:
            assert stop.wait(5)
            raise WrongUse("stopped")

        stop = tasks.run(fail, seen.append, seen.append)
        assert tasks.busy
        stop.set()
        qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], WrongUse) and not tasks.busy


def test_headings_stand_above_the_words_of_their_column(qtbot) -> None:
    table = ValueTable("Letters", (Column("H", lambda value: value), Column("H", lambda value: value)))
    qtbot.addWidget(table)
    table.setStyleSheet(style_sheet(Theme.chosen("light").values))
    table.show_values(["H"])
    table.setCurrentIndex(table.model().index(-1, -1))
    table.show()
    for column in (0, 1):
        heading = ink(table.horizontalHeader(), table.columnViewportPosition(column), table.columnWidth(column))
        assert heading == ink(table.viewport(), table.columnViewportPosition(column), table.columnWidth(column))


def ink(widget: QWidget, left: int, width: int) -> int:
    """The first column of pixels from a column's edge on that has a letter in it."""
    picture = widget.grab(QRect(left + 2, 2, width - 4, 24)).toImage()
    dark = (
        n for n in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(n, y).value() < 200
    )
    return next(dark)


@pytest.mark.parametrize(("rows", "wraps"), [(3, True), (WRAPPED + 1, False)])
def test_texts_wrap_as_long_as_the_list_is_short(qtbot, rows: int, wraps: bool) -> None:
    table = ValueTable("Words", COLUMNS, wrap=True)
    qtbot.addWidget(table)
    table.resize(240, 200)
    table.show()
    table.show_values(["short"])
    one_line = table.rowHeight(0)
    table.show_values(["a text that is far too long for one line of so narrow a column " * 2] * rows)
    assert (table.rowHeight(0) > one_line) == wraps
    table.show_values(["short"])
    assert table.rowHeight(0) == one_line >= ROW


def test_a_chosen_row_keeps_its_colour(qtbot):
    theme = Theme.chosen("light")
    table = ValueTable("n", [Column("what", str)], lambda _value: "bad")
    qtbot.addWidget(table)
    table.setStyleSheet(style_sheet(theme.values))
    table.resize(300, 200)
    table.show_values(["██████", "██████"])
    table.show()
    qtbot.waitExposed(table)
    table.choose(0)
    picture = table.viewport().grab().toImage()
    bad = theme.colour("bad").name()
    for row in (0, 1):
        cell = table.visualRect(table.model().index(row, 0))
        found = {picture.pixelColor(x, cell.center().y()).name() for x in range(cell.left(), cell.right())}
        assert bad in found, row
