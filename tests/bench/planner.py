"""How fast the planner is: a packed week, a typical week, one mouse move of a drag. `python -m tests.bench.planner`

The floor draws as many rounded rectangles and texts with plain QPainter, in turns with ours. Every turn shows titles
that were not shown before, as going to the next week does.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2] / "ui"))

import msgspec
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from smcal.layout.board import Level, Spot, WeekBoard
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.drag import DragController
from smcal_ui.planner.drop import Verdict
from smcal_ui.planner.view import WeekView
from smcal_ui.theme import Theme
from tests.ui.planner import boards

WIDTH, HEIGHT, TURNS = 1680, 1000, 40


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme.chosen("light")
    theme.apply(app)
    packed, typical = boards.packed(50, 3), boards.packed(50, 1)
    for name, board in (("packed", packed), ("typical", typical)):
        _report(name, theme, board)
    _drag(app, theme, packed)


def _report(name: str, theme: Theme, board: WeekBoard) -> None:
    view, image = _view(theme), QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    view.show_board(board)
    shown = _shown(view)
    ours: list[float] = []
    floor: list[float] = []
    again: list[float] = []
    for turn in range(TURNS):
        fresh = _renamed(board, turn)
        ours.append(_clocked(lambda fresh=fresh: (view.show_board(fresh), _paint(view, image))))
        again.append(_clocked(lambda: _paint(view, image)))
        floor.append(_clocked(lambda turn=turn: _plain(image, shown, turn)))
    print(f"{name}: {shown} cards on screen of {sum(1 for _ in board.spots())}")
    print(f"  layout and paint, fresh titles  {_figures(ours)}")
    print(f"  paint again                     {_figures(again)}")
    print(f"  plain QPainter, as many cards   {_figures(floor)}")
    print(f"  ours / plain                    {statistics.median(ours) / statistics.median(floor):.2f}")


def _drag(app: QApplication, theme: Theme, board: WeekBoard) -> None:
    window = QWidget()
    window.resize(WIDTH, HEIGHT)
    view = _view(theme, window)
    controller = DragController(window, theme, lambda ids, page, date, copy: Verdict(True, Level.WARN, "8-й пост"))
    view.set_controller(controller)
    view.show_board(board)
    window.show()
    app.processEvents()
    box = view.rect_of(Spot(0, 0, 0))
    picture = view.viewport().grab(box)
    controller.start(view, ["0-0-0"], picture, QPoint(5, 5), view.mapToGlobal(QPoint(200, 100)), copy=False)
    app.processEvents()
    moves: list[float] = []
    for n in range(400):
        pos = view.mapToGlobal(QPoint(180 + (n * 37) % 1450, 110 + (n * 23) % 820))
        moves.append(_clocked(lambda pos=pos: (controller.move(pos, False), app.processEvents())))
    controller.cancel()
    window.close()
    print(f"one move of a drag, painting included: {_figures(moves)}")


def _view(theme: Theme, parent: QWidget | None = None) -> WeekView:
    view = WeekView(theme, LocaleDates("ru"), parent)
    view.resize(WIDTH, HEIGHT)
    return view


def _paint(view: WeekView, image: QImage) -> None:
    view.viewport().render(image, QPoint(), QRegion(), QWidget.RenderFlag(0))


def _renamed(board: WeekBoard, turn: int) -> WeekBoard:
    rows = tuple(
        msgspec.structs.replace(
            row,
            cells=tuple(
                tuple(msgspec.structs.replace(card, title=f"{card.title} {turn}") for card in cell)
                for cell in row.cells
            ),
        )
        for row in board.rows
    )
    return msgspec.structs.replace(board, rows=rows)


def _shown(view: WeekView) -> int:
    places = view.places()
    rows = places.rows_between(0, HEIGHT - 80)
    return sum(1 for row in rows for box in places.boxes(row) if box.index >= 0 and box.y < HEIGHT - 80)


def _plain(image: QImage, count: int, turn: int) -> None:
    """As many rounded rectangles, clock times and titles, without any of our care."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(0, 0, WIDTH, HEIGHT, QColor("white"))
    for n in range(count):
        rect = QRectF(170 + n % 7 * 215, 80 + n // 7 * 22, 205, 20)
        painter.setPen(QPen(QColor("#e3e6eb"), 1))
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(rect, 5, 5)
        painter.setPen(QColor("black"))
        painter.drawText(QPointF(rect.x() + 8, rect.y() + 14), f"{n % 24:02d}:00")
        title = painter.fontMetrics().elidedText(f"Встреча с переводчиком {n} {turn}", Qt.TextElideMode.ElideRight, 140)
        painter.drawText(QRect(round(rect.x()) + 44, round(rect.y()), 150, 20), Qt.AlignmentFlag.AlignVCenter, title)
    painter.end()


def _clocked(action: Callable[[], object]) -> float:
    """Milliseconds of processor time: neighbours on the machine do not count."""
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def _figures(values: list[float]) -> str:
    ranked = sorted(values)
    middle, late = statistics.median(ranked), ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))]
    return f"median {middle:6.2f} ms   95th {late:6.2f} ms   least {ranked[0]:6.2f} ms"


if __name__ == "__main__":
    main()
