"""One drag of posts inside the window, fed by plain mouse events of whatever widget it started in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QWidget

from smcal_ui.planner.drop import Drop, DropTarget, Preview, Verdict
from smcal_ui.planner.ghost import Ghost
from smcal_ui.theme import Theme

LEAN_EVERY = 30
"""Milliseconds between two steps of scrolling at an edge."""


class DragController(QObject):
    """Carries posts between targets of one window. At most one target is lit at a time; Esc changes nothing."""

    started = Signal(list)  # ids taken up
    ended = Signal()  # dropped, cancelled or refused

    def __init__(self, window: QWidget, theme: Theme, preview: Preview) -> None:
        super().__init__(window)
        self._window = window
        self._preview = preview
        self._targets: list[DropTarget] = []
        self._ghost = Ghost(window, theme)
        self._lean = QTimer(self, interval=LEAN_EVERY)
        self._lean.timeout.connect(self._on_lean)
        self._source: QWidget | None = None
        self._reset()

    def add_target(self, target: DropTarget) -> None:
        """Let posts be dropped on a widget."""
        self._targets.append(target)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._ghost.set_theme(theme)

    @property
    def active(self) -> bool:
        """Whether posts are in hand."""
        return self._source is not None

    @property
    def ids(self) -> Sequence[str]:
        """The posts in hand."""
        return self._ids

    def start(
        self, source: QWidget, ids: Sequence[str], picture: QPixmap, grip: QPoint, pos: QPoint, copy: bool
    ) -> None:
        """Take posts up. `grip` is where the pointer holds the picture, `pos` where it is on the screen."""
        self._source, self._ids, self._copy = source, list(ids), copy
        source.installEventFilter(self)
        self._ghost.take(picture, grip, len(self._ids))
        self.started.emit(self._ids)
        self.move(pos, copy)

    def move(self, pos: QPoint, copy: bool) -> None:
        """The pointer went to `pos`; with `copy` the posts stay where they are and copies are dropped."""
        self._pos = pos
        target, drop = self._under(pos)
        if (target, drop, copy) != (self._target, self._drop, self._copy) or self._fresh:
            self._enter(target, drop, copy)
        self._ghost.follow(pos, self._copy)
        self._lean.start() if any(target.near_edge(pos) for target in self._targets) else self._lean.stop()

    def drop(self) -> None:
        """Let go: ask the target to take the posts when it may, otherwise nothing happens."""
        ids, target, drop, copy, verdict = self._ids, self._target, self._drop, self._copy, self._verdict
        self.cancel()
        if target is not None and drop is not None and verdict is not None and verdict.allowed:
            target.take(ids, drop, copy)

    def cancel(self) -> None:
        """Put everything back; nothing has changed."""
        if self._source is None:
            return
        self._source.removeEventFilter(self)
        self._lean.stop()
        if self._target is not None:
            self._target.show_verdict(None, None)
        self._ghost.hide()
        self._reset()
        self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys while posts are in hand: Esc cancels, Ctrl copies."""
        kind = event.type()
        if kind in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}:
            assert isinstance(event, QKeyEvent)
            if kind is QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.key() == Qt.Key.Key_Escape:
                self.cancel()
            elif event.key() == Qt.Key.Key_Control:
                self.move(self._pos, kind is QEvent.Type.KeyPress)
            return True
        if kind in {QEvent.Type.Hide, QEvent.Type.WindowDeactivate}:
            self.cancel()
        return super().eventFilter(watched, event)

    def _enter(self, target: DropTarget | None, drop: Drop | None, copy: bool) -> None:
        if self._target is not None and self._target is not target:
            self._target.show_verdict(None, None)
        self._target, self._drop, self._copy, self._fresh = target, drop, copy, False
        self._verdict = self._preview(self._ids, drop.page_id, drop.date, copy) if drop is not None else None
        if target is not None:
            target.show_verdict(drop, self._verdict)
        self._ghost.say(self._verdict if target is not None and not target.shows_words else None)

    def _under(self, pos: QPoint) -> tuple[DropTarget | None, Drop | None]:
        for target in self._targets:
            drop = target.drop_at(pos)
            if drop is not None:
                return target, drop
        return None, None

    def _reset(self) -> None:
        self._source = None
        self._ids: list[str] = []
        self._copy = False
        self._fresh = True
        self._pos = QPoint()
        self._target: DropTarget | None = None
        self._drop: Drop | None = None
        self._verdict: Verdict | None = None

    @Slot()
    def _on_lean(self) -> None:
        for target in self._targets:
            if target.near_edge(self._pos):
                target.lean(self._pos)
        self.move(self._pos, self._copy)
