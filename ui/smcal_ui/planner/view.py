"""The week planner: shows a board, tells what people want. It changes nothing itself and knows no store."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from smcal.layout.board import Spot, WeekBoard
from smcal.layout.place import Places
from smcal.words import _
from smcal_ui.dates import LocaleDates
from smcal_ui.planner import access, keys
from smcal_ui.planner.canvas import TOP, Canvas, Frame
from smcal_ui.planner.drag import DragController
from smcal_ui.planner.drop import Verdict
from smcal_ui.planner.landing import Landing
from smcal_ui.planner.mouse import Mouse
from smcal_ui.planner.painter import Look
from smcal_ui.planner.room import Room
from smcal_ui.theme import Theme


class WeekView(QAbstractScrollArea):
    """A row per page, a column per day, cards in the cells."""

    moveRequested = Signal(list, object, object, bool)  # ids, page id (None: each its own), date, copy
    shiftRequested = Signal(list)  # list[Placement]: Alt+arrows, every post from where it stands
    openRequested = Signal(str)  # post id
    newRequested = Signal(object, object)  # page id, date
    typedRequested = Signal(object, object, str)  # page id, date, first letter of the title
    deleteRequested = Signal(list)  # ids
    selectionChanged = Signal(list)  # ids, in the order of the board
    contextRequested = Signal(list, object, object, QPoint)  # ids (may be empty), page id, date, where on the screen
    weekRequested = Signal(int)  # so many weeks on, or back
    noteRequested = Signal(object)  # date: double click on the head of a day or its notes
    pageRequested = Signal(str)  # page id: double click on its head
    whyRequested = Signal(str, object, object, QRect)  # "day", "gauge" or "coverage", page id, date, where on screen
    badgeRequested = Signal(str, str, QRect)  # post id, words of the badge, where on the screen

    def __init__(self, theme: Theme, dates: LocaleDates, parent: QWidget | None = None) -> None:
        access.install()  # first: whatever is set below may make a screen reader ask
        super().__init__(parent)
        self.dates = dates
        self.anchor: str | None = None  # where Shift starts from
        self._theme = theme
        self._board: WeekBoard | None = None
        self._room = Room(self, theme, dates)
        self._ids: list[str] = []
        self._look = Look()
        self._mouse = Mouse(self)  # all fields first: Qt calls event handlers as soon as something is set
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Week"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)  # the pointer is a hand on what explains itself
        self.verticalScrollBar().setSingleStep(24)

    # what is shown

    def show_board(self, board: WeekBoard) -> None:
        """Show a week. What was selected and focused stays so where it still is on the board."""
        focused = self._board.card(self._look.focus) if self._board else None
        self._board = board
        found = board.find(focused.id) if focused else None
        self._look.focus = found or keys.clipped(board, self._look.focus)
        if self._look.target is not None and self._look.target[0] >= len(board.rows):
            self._look.target = None
        self._room.show_board(board)
        access.tell_board(self)
        self.choose(self._ids)

    @Slot(object)
    def prepare(self, board: WeekBoard) -> None:
        """Lay out and draw a week that may be shown next."""
        self._room.prepare(board)

    def board(self) -> WeekBoard | None:
        """The week that is shown."""
        return self._board

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._room.set_theme(theme)

    def is_compact(self) -> bool:
        """Whether cards have one line: with many pages they do."""
        return self._room.is_compact()

    def set_controller(self, controller: DragController) -> None:
        """Let cards be dragged, and be a target of drags."""
        self._mouse.controller = controller
        controller.add_target(Landing(self))
        controller.started.connect(self._on_drag_started)
        controller.ended.connect(self._on_drag_ended)

    # what is chosen

    def selected(self) -> list[str]:
        """The chosen posts, in the order of the board."""
        return list(self._ids)

    def select(self, ids: Sequence[str]) -> None:
        """Choose posts; the first one gets the focus and is scrolled to."""
        spot = self._board.find(ids[0]) if self._board and ids else None
        if spot is not None:
            self.focus_on(spot)
            self.anchor = ids[0]
        self.choose(ids)

    def select_all(self) -> None:
        """Choose every post of the week."""
        if self._board is not None:
            self.choose([card.id for _spot, card in self._board.spots()])

    def choose(self, ids: Sequence[str]) -> None:
        """Choose posts and leave the focus where it is; ids that are not on the board are left out."""
        wanted = set(ids)
        spots = self._board.spots() if self._board and wanted else ()
        chosen = [card.id for _spot, card in spots if card.id in wanted]
        self._look.selected = frozenset(chosen)
        self.viewport().update()
        if chosen != self._ids:
            access.tell_selection(self, self._ids, chosen)
            self._ids = chosen
            self.selectionChanged.emit(list(chosen))

    def focus_spot(self) -> Spot | None:
        """Where the keys are."""
        return self._look.focus

    def focus_on(self, spot: Spot) -> None:
        """Put the focus on a spot and scroll to it; a card behind «3 more» comes forward."""
        self._look.focus = spot
        if spot.index >= 0 and self.places().box(spot) is None:
            self.toggle_more(spot.row)
        self._room.show_spot(spot)
        self.viewport().update()
        access.tell_focus(self)

    def focus_cell(self, page_id: str | None, date: dt.date) -> None:
        """Put the focus on a cell: on its first card where there is one."""
        if self._board is None or not self._board.rows:
            return
        row, column = self._board.row_of(page_id) or 0, self._board.column_of(date) or 0
        self.focus_on(Spot(row, column, 0 if self._board.cards(row, column) else -1))

    def focused_cell(self) -> tuple[str, dt.date] | None:
        """Page id and date of the cell with the focus."""
        spot = self._look.focus
        if self._board is None or spot is None:
            return None
        return self._board.rows[spot.row].page.id, self._board.days[spot.column].date

    def toggle_more(self, row: int) -> None:
        """Show all cards of a page, or few again."""
        self._room.toggle_more(row)

    def ask_for_menu(self) -> None:
        """Ask for the menu of what has the focus, at its place on the screen."""
        cell, spot = self.focused_cell(), self._look.focus
        if cell is not None and spot is not None:
            where = self.rect_of(spot).bottomLeft()
            self.contextRequested.emit(self.selected(), *cell, self.viewport().mapToGlobal(where))

    def light_up(self, cell: Spot | None, verdict: Verdict | None) -> None:
        """Show a verdict in a cell; only it and the one before are painted again."""
        before, self._look.target = self._look.target, (cell.row, cell.column) if cell else None
        self._look.verdict = verdict
        for target in (before, self._look.target):
            if target is not None:
                self.viewport().update(self.rect_of(Spot(*target)))

    def says_all(self) -> bool:
        """Whether the lit cell has room for all words of its verdict."""
        target, verdict = self._look.target, self._look.verdict
        return target is None or verdict is None or self.canvas().says_all(self.rect_of(Spot(*target)), verdict)

    # where things are

    def spot_at(self, pos: QPoint) -> Spot | None:
        """What is at a point of the viewport; None on the heads and below the last page."""
        return self._room.spot_at(pos)

    def head_at(self, pos: QPoint) -> tuple[int | None, int | None]:
        """The column whose head is at a point of the viewport, or the row whose head is."""
        return self._room.head_at(pos)

    def rect_of(self, spot: Spot) -> QRect:
        """The rectangle of a card or cell on the viewport."""
        return self._room.rect_of(spot)

    def on_screen(self, rect: QRect) -> QRect:
        """A rectangle of the viewport, on the screen."""
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def places(self) -> Places:
        """The places of everything, laid out if need be."""
        return self._room.places()

    def canvas(self) -> Canvas:
        """What paints at the density in use."""
        return self._room.canvas()

    def look(self) -> Look:
        """What is chosen, focused, dragged."""
        return self._look

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is asked for."""
        with QPainter(self.viewport()) as painter:
            if self._board is None:
                painter.fillRect(event.rect(), self._theme.colour("cell"))
            else:
                frame = Frame(self.places(), self._room.origin(), self.viewport().size(), self._look)
                canvas, region = self.canvas(), event.region()
                if not self._room.ahead.paint(painter, region, canvas, frame):
                    canvas.paint(painter, region, frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size; what has the focus stays in view where it was."""
        self._room.resize(event.oldSize(), self._look.focus)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The grid moves and only what comes into view is painted; the heads stay."""
        if dx == 0 and self._board is not None:
            self.viewport().scroll(0, dy, self.viewport().rect().adjusted(0, TOP, 0, 0))
        else:
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, create, move, delete."""
        if not keys.press_key(self, event):
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tool tips; everything else goes its way."""
        return self._mouse.tip(event) or super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and perhaps begin a drag."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop, or finish choosing."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a post, or ask for a new one."""
        self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu."""
        self._mouse.menu(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys are here: show where."""
        self._look.focused = True
        if self._look.focus is None and self._board is not None and self._board.rows:
            self._look.focus = Spot(0, 0, 0 if self._board.cards(0, 0) else -1)
        self.viewport().update()
        access.tell_focus(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        self._look.focused = False
        self.viewport().update()

    @Slot(list)
    def _on_drag_started(self, ids: list[str]) -> None:
        self._look.dragged = frozenset(ids)
        self.viewport().update()

    @Slot()
    def _on_drag_ended(self) -> None:
        self._look.dragged = frozenset()
        self.viewport().update()
