"""Painting: every look, and ten thousand times over (a toolkit once lost a reference with every call)."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from smcal.layout.board import Level, Spot
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.drop import Verdict
from smcal_ui.planner.painter import day_state, hours, short_hours
from smcal_ui.planner.view import WeekView
from smcal_ui.theme import Theme
from tests.ui.planner import boards


def view_of(qtbot, board, theme="light", width=1100, height=700):
    view = WeekView(Theme.chosen(theme), LocaleDates("ru"))
    view.resize(width, height)
    view.show_board(board)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    QApplication.processEvents()  # scroll bars find their places
    return view


def picture(view, region=QRegion()):  # noqa: B008 - an empty region means all
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(0)
    view.viewport().render(image, QPoint(), region, QWidget.RenderFlag(0))
    return image


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("board", [boards.sample(), boards.packed(20, 5)], ids=["roomy", "compact"])
def test_every_pixel_is_painted_and_the_same_twice(qtbot, theme, board):
    view = view_of(qtbot, board, theme)
    first = picture(view)
    assert first == picture(view)
    black = [
        (x, y)
        for x in range(0, first.width(), 7)
        for y in range(0, first.height(), 7)
        if first.pixel(x, y) & 0xFFFFFF == 0
    ]
    assert black == []
    assert first.width() >= 1080 and first.height() == 700


def test_a_part_painted_alone_looks_as_it_does_in_the_whole(qtbot):
    view = view_of(qtbot, boards.sample())
    part = QRect(300, 90, 400, 250)
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    view.viewport().render(image, part.topLeft(), QRegion(part), QWidget.RenderFlag(0))
    assert image.copy(part) == picture(view).copy(part)


def test_hours_are_said_in_one_way_in_the_whole_row(qtbot):
    board = boards.sample()
    heads = view_of(qtbot, board).canvas().heads
    wide = max(heads.caption.width(hours(day)) for day in board.days)
    assert heads.hours_fit(board.days, round(wide) + 40)
    assert not heads.hours_fit(board.days, round(wide) - 10), "the widest decides for all"
    day = next(day for day in board.days if hours(day) and day_state(day) == hours(day))
    said = []
    heads._say = lambda _painter, _fitter, _x, _base, text, _colour: said.append(text)
    heads.day(None, day, QRect(0, 0, 300, 52), short=True)
    assert said[-1] == short_hours(day)


def test_a_lit_cell_looks_different_and_its_neighbours_do_not(qtbot):
    view = view_of(qtbot, boards.sample())
    before = picture(view)
    view.light_up(Spot(2, 5), Verdict(False, Level.BAD, "9-й пост за неделю · п. 5.8"))
    after = picture(view)
    cell = view.rect_of(view.board().find("winter")).translated(-view.places().cell(2, 6)[2], 0)
    assert before.copy(cell) != after.copy(cell)
    assert before.copy(0, 0, 1100, 300) == after.copy(0, 0, 1100, 300)


def test_repainted_ten_thousand_times(qtbot):
    view = view_of(qtbot, boards.sample(), width=420, height=220)
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    spot = QRegion(QRect(170, 80, 100, 90))
    for _turn in range(10_000):
        view.viewport().render(image, QPoint(), spot, QWidget.RenderFlag(0))
    assert not image.isNull()


def test_a_change_of_theme_reaches_every_part(stage):
    parts = (stage.week, stage.tray, stage.month)
    before = [part.grab().toImage() for part in parts]
    for part in (*parts, stage.controller):
        part.set_theme(Theme.chosen("dark"))
    after = [part.grab().toImage() for part in parts]
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert after[0].pixelColor(400, 300).lightness() < 90
