"""What the mouse does in the planner: choose, drag, open. Nothing is created by a stray click."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from smcal.layout.board import WeekBoard
from smcal.layout.place import MORE
from smcal.layout.walk import between
from smcal_ui.planner import speech
from smcal_ui.planner.drag import DragController
from smcal_ui.planner.whys import Tag, head_at, tag_at, tags_of
from smcal_ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from smcal_ui.planner.view import WeekView

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Mouse:
    """Reads the mouse events of one view."""

    def __init__(self, view: "WeekView") -> None:
        self.controller: DragController | None = None
        self._view = view
        self._start: QPoint | None = None  # where a card was pressed
        self._post: str | None = None  # what was pressed: by id, for the board may be shown anew before the drag begins
        self._on_release: list[str] | None = None  # what to choose when it was no drag
        self._tag: Tag | None = None  # the badge that was pressed

    def press(self, event: QMouseEvent) -> None:
        """Choose the card under the pointer, or put the focus on the cell."""
        view, board = self._view, self._view.board()
        pos = event.position().toPoint()
        spot = view.spot_at(pos)
        self._start = self._on_release = self._tag = None
        if spot is None and event.button() == Qt.MouseButton.LeftButton:
            self._ask_head(pos)
        if board is None or spot is None or event.button() == Qt.MouseButton.MiddleButton:
            return
        if spot.index == MORE:
            if event.button() == Qt.MouseButton.LeftButton:
                view.toggle_more(spot.row)
            return
        view.focus_on(spot)
        card = board.card(spot)
        if card is None:
            view.anchor = None
            view.choose([])
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self._start, self._post = pos, card.id
            self._tag = tag_at(view, pos) if not event.modifiers() else None
            self._choose(board, card.id, event.modifiers())
        elif card.id not in view.selected():
            view.choose([card.id])

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, or begin one when the pointer went far enough."""
        controller, pos = self.controller, event.position().toPoint()
        if not event.buttons() and (controller is None or not controller.active):
            self._point(pos)
        if controller is None:
            return
        if controller.active:
            controller.move(event.globalPosition().toPoint(), bool(event.modifiers() & CTRL))
        elif self._start is not None and (pos - self._start).manhattanLength() >= QApplication.startDragDistance():
            self._begin(controller, event)

    def release(self, event: QMouseEvent) -> None:
        """Drop, or finish choosing."""
        if self.controller is not None and self.controller.active:
            self.controller.move(event.globalPosition().toPoint(), bool(event.modifiers() & CTRL))
            self.controller.drop()
        else:
            if self._on_release is not None:
                self._view.choose(self._on_release)
            if self._tag is not None:
                self._ask_tag(self._tag)
        self._start = self._on_release = self._tag = None

    def double_click(self, event: QMouseEvent) -> None:
        """Open a post; ask for a new one on a cell, for a note on the head of a day, for a page on its head."""
        view, board = self._view, self._view.board()
        if board is None or event.button() != Qt.MouseButton.LeftButton:
            return
        pos = event.position().toPoint()
        spot = view.spot_at(pos)
        if spot is None:
            if head_at(view, pos) is None:  # a part that explains itself has done so at the first click
                self._open_head(board, pos)
        elif spot.index == MORE:
            view.toggle_more(spot.row)
        elif card := board.card(spot):
            view.openRequested.emit(card.id)
        else:
            view.newRequested.emit(board.rows[spot.row].page.id, board.days[spot.column].date)

    def menu(self, event: QContextMenuEvent) -> None:
        """Ask for a menu of the cell under the pointer, or of what has the focus."""
        view, board = self._view, self._view.board()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            view.ask_for_menu()
            return
        spot = view.spot_at(event.pos())
        if board is not None and spot is not None:
            page, day = board.rows[spot.row].page.id, board.days[spot.column].date
            view.contextRequested.emit(view.selected() if spot.index >= 0 else [], page, day, event.globalPos())

    def tip(self, event: QEvent) -> bool:
        """Say in a tool tip what does not fit on screen."""
        if event.type() is not QEvent.Type.ToolTip or self._view.board() is None:
            return False
        assert isinstance(event, QHelpEvent)
        QToolTip.showText(event.globalPos(), plain_tip(self._words(event.pos())), self._view.viewport())
        return True

    def _ask_head(self, pos: QPoint) -> None:
        head = head_at(self._view, pos)
        if head is not None:
            self._view.whyRequested.emit(head.what, head.page_id, head.date, self._view.on_screen(head.rect))

    def _ask_tag(self, tag: Tag) -> None:
        """Choosing its post may have moved the card: the badge is looked for again."""
        view, board = self._view, self._view.board()
        spot = board.find(tag.post_id) if board is not None else None
        found = tags_of(view, spot) if spot is not None else []
        again = next((other for other in found if other.text == tag.text), tag)
        view.badgeRequested.emit(tag.post_id, tag.text, view.on_screen(again.rect))

    def _point(self, pos: QPoint) -> None:
        """A hand over what explains itself."""
        view = self._view
        asks = head_at(view, pos) or tag_at(view, pos)
        shape = Qt.CursorShape.PointingHandCursor if asks else Qt.CursorShape.ArrowCursor
        if view.viewport().cursor().shape() is not shape:
            view.viewport().setCursor(shape)

    def _choose(self, board: WeekBoard, post_id: str, held: Qt.KeyboardModifier) -> None:
        view, chosen = self._view, self._view.selected()
        if held & SHIFT and view.anchor:
            view.choose(between(board, view.anchor, post_id))
            return
        view.anchor = post_id
        if held & CTRL:
            # Ctrl may be the beginning of copying by a drag: a chosen card is let go only when it was none
            if post_id in chosen:
                self._on_release = [other for other in chosen if other != post_id]
            else:
                view.choose([*chosen, post_id])
        elif post_id in chosen:
            self._on_release = [post_id]
        else:
            view.choose([post_id])

    def _begin(self, controller: DragController, event: QMouseEvent) -> None:
        view, board, start = self._view, self._view.board(), self._start
        self._start = self._on_release = self._tag = None
        spot = board.find(self._post) if board else None
        if spot is None or start is None or not view.selected():
            return
        rect = view.rect_of(spot)
        grip = start - rect.topLeft() if rect.contains(start) else rect.center() - rect.topLeft()
        pos, copy = event.globalPosition().toPoint(), bool(event.modifiers() & CTRL)
        controller.start(view, view.selected(), view.viewport().grab(rect), grip, pos, copy)

    def _open_head(self, board: WeekBoard, pos: QPoint) -> None:
        view = self._view
        column, row = view.head_at(pos)
        if column is not None:
            view.noteRequested.emit(board.days[column].date)
        elif row is not None:
            view.pageRequested.emit(board.rows[row].page.id)

    def _words(self, pos: QPoint) -> str:
        view, board = self._view, self._view.board()
        assert board is not None
        spot = view.spot_at(pos)
        card = board.card(spot)
        if card is None and spot is not None:
            return speech.ground_tip(board.days[spot.column])
        if card is not None:
            return speech.with_why(speech.card_tip(card)) if tag_at(view, pos) else speech.card_tip(card)
        column, row = view.head_at(pos)
        text = speech.page_tip(board.rows[row]) if row is not None else ""
        if column is not None:
            text = speech.day_words(board.days[column], view.dates)
        return speech.with_why(text) if head_at(view, pos) else text
