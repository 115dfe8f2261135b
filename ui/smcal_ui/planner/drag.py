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


class Hand:
    """What one drag holds, and over what."""

    def __init__(self, source: QWidget, ids: Sequence[str], pos: QPoint) -> None:
        self.source = source
        self.ids = list(ids)
        self.pos = pos
        self.copy = False
        self.target: DropTarget | None = None
        self.drop: Drop | None = None
        self.verdict: Verdict | None = None
        self.asked = False  # whether the preview has been asked at all


class DragController(QObject):
    """Carries posts between targets of one window. At most one target is lit at a time; Esc changes nothing."""

    started = Signal(list)  # ids taken up
    ended = Signal()  # dropped, cancelled or refused
    refused = Signal(str, QPoint)  # let go where it may not be: why, and where on the screen

    def __init__(self, window: QWidget, theme: Theme, preview: Preview) -> None:
        super().__init__(window)
        self._window = window
        self._preview = preview
        self._targets: list[DropTarget] = []
        self._ghost = Ghost(window, theme)
        self._lean = QTimer(self, interval=LEAN_EVERY)
        self._lean.timeout.connect(self._on_lean)
        self._hand: Hand | None = None

    def add_target(self, target: DropTarget) -> None:
        """Let posts be dropped on a widget."""
        self._targets.append(target)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._ghost.set_theme(theme)

    @property
    def active(self) -> bool:
        """Whether posts are in hand."""
        return self._hand is not None

    def start(
        self, source: QWidget, ids: Sequence[str], picture: QPixmap, grip: QPoint, pos: QPoint, copy: bool
    ) -> None:
        """Take posts up. `grip` is where the pointer holds the picture, `pos` where it is on the screen."""
        self._hand = Hand(source, ids, pos)
        source.installEventFilter(self)
        self._ghost.take(picture, grip, len(ids))
        self.started.emit(list(ids))
        self.move(pos, copy)

    def move(self, pos: QPoint, copy: bool) -> None:
        """The pointer went to `pos`; with `copy` the posts stay where they are and copies are dropped."""
        hand = self._hand
        if hand is None:
            return
        hand.pos = pos
        target, drop = self._under(pos)
        if not hand.asked or (target, drop, copy) != (hand.target, hand.drop, hand.copy):
            self._enter(hand, target, drop, copy)
        self._ghost.follow(pos, copy)
        near = any(each.near_edge(pos) for each in self._targets)
        if near and not self._lean.isActive():
            self._lean.start()
        elif not near:
            self._lean.stop()

    def drop(self) -> None:
        """Let go: ask the target to take the posts when it may, otherwise nothing changes."""
        hand = self._hand
        self.cancel()
        if not (hand and hand.target and hand.drop and hand.verdict):
            return
        if hand.verdict.allowed:
            hand.target.take(hand.ids, hand.drop, hand.copy)
        else:
            self.refused.emit(hand.verdict.text, hand.pos)

    def cancel(self) -> None:
        """Put everything back; nothing has changed."""
        hand, self._hand = self._hand, None
        if hand is None:
            return
        hand.source.removeEventFilter(self)
        self._lean.stop()
        if hand.target is not None:
            hand.target.show_verdict(None, None)
        self._ghost.hide()
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
                self._again(kind is QEvent.Type.KeyPress)
            return True
        if kind in {QEvent.Type.Hide, QEvent.Type.WindowDeactivate}:
            self.cancel()
        return super().eventFilter(watched, event)

    def _enter(self, hand: Hand, target: DropTarget | None, drop: Drop | None, copy: bool) -> None:
        if hand.target is not None and hand.target is not target:
            hand.target.show_verdict(None, None)
        hand.target, hand.drop, hand.copy, hand.asked = target, drop, copy, True
        hand.verdict = self._preview(hand.ids, drop.page_id, drop.date, copy) if drop is not None else None
        if target is not None:
            target.show_verdict(drop, hand.verdict)
        carries = target is not None and not target.shows_words
        self._ghost.say(hand.verdict if carries else None, beside=target is not None and not target.roomy)

    def _under(self, pos: QPoint) -> tuple[DropTarget | None, Drop | None]:
        for target in self._targets:
            drop = target.drop_at(pos)
            if drop is not None:
                return target, drop
        return None, None

    def _again(self, copy: bool) -> None:
        if self._hand is not None:
            self.move(self._hand.pos, copy)

    @Slot()
    def _on_lean(self) -> None:
        if self._hand is None:
            return
        for target in self._targets:
            if target.near_edge(self._hand.pos):
                target.lean(self._hand.pos)
        self._again(self._hand.copy)
