"""What the mouse does in the tray: choose one, several or a stretch, drag, open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from smcal_ui.planner.drag import DragController

if TYPE_CHECKING:
    from smcal_ui.planner.tray import Tray

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class TrayMouse:
    """Reads the mouse events of one tray."""

    def __init__(self, tray: "Tray") -> None:
        self.controller: DragController | None = None
        self._tray = tray
        self._start: QPoint | None = None  # where a card was pressed
        self._on_release: list[str] | None = None  # what to choose when it was no drag

    def press(self, event: QMouseEvent) -> None:
        """Choose, and perhaps begin a drag."""
        tray, pos = self._tray, event.position().toPoint()
        index = tray.index_at(pos)
        self._start = self._on_release = None
        if index is None:
            tray.choose([])
        elif event.button() == Qt.MouseButton.LeftButton:
            self._start = pos
            self._choose(index, event.modifiers())
        else:
            post_id, chosen = tray.cards()[index].id, tray.selected()
            tray.focus_on(index)
            tray.choose(chosen if post_id in chosen else [post_id])

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, or begin one."""
        controller, pos, copy = self.controller, event.position().toPoint(), bool(event.modifiers() & CTRL)
        if controller is None:
            return
        if controller.active:
            controller.move(event.globalPosition().toPoint(), copy)
        elif self._start is not None and (pos - self._start).manhattanLength() >= QApplication.startDragDistance():
            self._begin(controller, event.globalPosition().toPoint(), copy)

    def release(self, event: QMouseEvent) -> None:
        """Drop, or finish choosing."""
        if self.controller is not None and self.controller.active:
            self.controller.move(event.globalPosition().toPoint(), bool(event.modifiers() & CTRL))
            self.controller.drop()
        elif self._on_release is not None:
            self._tray.choose(self._on_release)
        self._start = self._on_release = None

    def double_click(self, event: QMouseEvent) -> None:
        """Open a post; below the cards ask for a new one."""
        index = self._tray.index_at(event.position().toPoint())
        if index is not None:
            self._tray.openRequested.emit(self._tray.cards()[index].id)
        else:
            self._tray.newRequested.emit(None, None)

    def menu(self, event: QContextMenuEvent) -> None:
        """Ask for a menu of what is chosen, or of the tray itself."""
        tray = self._tray
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        chosen = tray.selected() if by_key or tray.index_at(event.pos()) is not None else []
        where = event.globalPos()
        if by_key and tray.cards():
            where = tray.viewport().mapToGlobal(tray.rect_of(tray.focused()).bottomLeft())
        tray.contextRequested.emit(chosen, None, None, where)

    def _choose(self, index: int, held: Qt.KeyboardModifier) -> None:
        tray = self._tray
        post_id, chosen = tray.cards()[index].id, tray.selected()
        if held & SHIFT:
            tray.stretch_to(index)
            return
        tray.focus_on(index)
        if held & CTRL and post_id not in chosen:
            tray.choose([*chosen, post_id])
        elif held & CTRL:
            # Ctrl may be the beginning of copying by a drag: a chosen card is let go only when it was none
            self._on_release = [other for other in chosen if other != post_id]
        elif post_id in chosen:
            self._on_release = [post_id]
        else:
            tray.choose([post_id])

    def _begin(self, controller: DragController, pos: QPoint, copy: bool) -> None:
        start, self._start, self._on_release = self._start, None, None
        tray, chosen = self._tray, self._tray.selected()
        index = next((n for n, card in enumerate(tray.cards()) if card.id in chosen), None)
        if index is None or start is None:
            return  # the tray was shown anew between press and drag, without this post
        under = tray.index_at(start)
        rect = tray.rect_of(under if under is not None and tray.cards()[under].id in chosen else index)
        grip = start - rect.topLeft() if rect.contains(start) else rect.center() - rect.topLeft()
        controller.start(tray, chosen, tray.viewport().grab(rect), grip, pos, copy)
