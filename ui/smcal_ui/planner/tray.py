"""The tray: posts without a date, to be dragged into the week and back."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from smcal.layout.board import Card
from smcal.words import _
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.column import GAP, Column
from smcal_ui.planner.drag import DragController
from smcal_ui.planner.drop import Drop, Verdict
from smcal_ui.planner.keys import NEW_KEYS
from smcal_ui.planner.speech import card_tip, card_words
from smcal_ui.planner.texts import Fitter
from smcal_ui.planner.tray_mouse import TrayMouse
from smcal_ui.theme import CAPTION, Theme
from smcal_ui.widgets.tips import plain_tip

HEAD = 28
"""Height of the heading."""


class Tray(QAbstractScrollArea):
    """A column of cards below the heading «Without a date»."""

    moveRequested = Signal(list, object, object, bool)  # ids, page id (None: each its own), date (None), copy
    openRequested = Signal(str)  # post id
    newRequested = Signal(object, object)  # None, None: a post without page and date
    deleteRequested = Signal(list)  # ids
    selectionChanged = Signal(list)  # ids, in the order of the tray
    contextRequested = Signal(list, object, object, QPoint)  # ids (may be empty), None, None, where on the screen

    shows_words = roomy = False

    def __init__(self, theme: Theme, dates: LocaleDates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dates = dates
        self._cards: tuple[Card, ...] = ()
        self._ids: list[str] = []
        self._dragged: frozenset[str] = frozenset()
        self._focus = 0
        self._anchor = 0
        self._verdict: Verdict | None = None
        self._mouse = TrayMouse(self)
        self._column = Column(theme)
        self._caption = Fitter(theme.font(CAPTION))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Without a date"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # what is shown

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show the undated posts; what was selected stays so where it is still here."""
        self._cards = tuple(cards)
        self._focus = max(0, min(self._focus, len(self._cards) - 1))
        self._lay_out()
        self.choose(self._ids)

    def set_theme(self, theme: Theme) -> None:
        """Change colours."""
        self._theme = theme
        self._column.set_theme(theme)
        self._caption = Fitter(theme.font(CAPTION))
        self.viewport().update()

    def set_controller(self, controller: DragController) -> None:
        """Let cards be dragged, and be a target of drags."""
        self._mouse.controller = controller
        controller.add_target(self)
        controller.started.connect(self._on_drag_started)
        controller.ended.connect(self._on_drag_ended)

    def selected(self) -> list[str]:
        """The chosen posts, in the order of the tray."""
        return list(self._ids)

    def choose(self, ids: Sequence[str]) -> None:
        """Choose posts; ids that are not in the tray are left out."""
        wanted = set(ids)
        chosen = [card.id for card in self._cards if card.id in wanted]
        self.viewport().update()
        if chosen != self._ids:
            self._ids = chosen
            self.selectionChanged.emit(list(chosen))

    def select(self, ids: Sequence[str]) -> None:
        """Choose posts; the first one gets the focus and is scrolled to."""
        found = next((n for n, card in enumerate(self._cards) if card.id in ids), None)
        if found is not None:
            self._focus = self._anchor = found
            self._show_card(found)
        self.choose(ids)

    def stretch_to(self, index: int) -> None:
        """Choose every post from where Shift started to this one; it gets the focus."""
        first, last = sorted((self._anchor, index))
        self._focus = index
        self.choose([card.id for card in self._cards[first : last + 1]])
        self._announce()

    def focus_on(self, index: int) -> None:
        """Put the focus on a card; Shift starts from there."""
        self._focus = self._anchor = index
        self.viewport().update()
        self._announce()

    def focused(self) -> int:
        """Which card has the focus."""
        return self._focus

    def cards(self) -> tuple[Card, ...]:
        """What is shown, in order."""
        return self._cards

    def rect_of(self, index: int) -> QRect:
        """The rectangle of a card on the viewport."""
        return self._column.rect(index).translated(0, self._top())

    def index_at(self, pos: QPoint) -> int | None:
        """The card at a point of the viewport."""
        return self._column.at(pos - QPoint(0, self._top()))

    def _top(self) -> int:
        return HEAD - self.verticalScrollBar().value()

    # a place to drop on

    def drop_at(self, pos: QPoint) -> Drop | None:
        """The whole tray is one place."""
        inside = self.isVisible() and self.viewport().rect().contains(self.viewport().mapFromGlobal(pos))
        return Drop(None, None) if inside else None

    def show_verdict(self, drop: Drop | None, verdict: Verdict | None) -> None:
        """Light up, or go dark."""
        self._verdict = verdict
        self.viewport().update()

    def take(self, ids: Sequence[str], drop: Drop, copy: bool) -> None:
        """Ask for posts to lose their date; those that have none already stay as they are."""
        own = {card.id for card in self._cards}
        moved = [post_id for post_id in ids if copy or post_id not in own]
        if moved:
            self.moveRequested.emit(moved, None, None, copy)

    def near_edge(self, pos: QPoint) -> bool:
        """The tray does not scroll by itself: it is one place."""
        return False

    def lean(self, pos: QPoint) -> None:
        """Nothing to bring into view."""

    # events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heading, cards, and the frame of a drop."""
        area = self.viewport().rect()
        with QPainter(self.viewport()) as painter:
            ground = self._theme.colour("back" if self._verdict is None else f"{self._verdict.level}.soft")
            painter.fillRect(event.rect(), ground)
            painter.translate(0, self._top())
            self._column.paint(painter, event.rect().translated(0, -self._top()), self._ids, self._dragged)
            if self.hasFocus() and self._cards:
                self._column.paint_focus(painter, self._focus)
            painter.translate(0, -self._top())
            painter.fillRect(QRect(0, 0, area.width(), HEAD - 4), ground)
            painter.setPen(self._theme.colour("quiet"))
            painter.setFont(self._caption.font)
            heading = f"{_('Without a date')} · {len(self._cards)}"
            painter.drawText(QPointF(1, 15), self._caption.one(heading, area.width()))
            if not self._cards:
                hint = QRect(1, HEAD, area.width() - 2, 64)
                words = _("Ideas wait here. Drag a card from the week to take its date away.")
                painter.drawText(hint, Qt.TextFlag.TextWordWrap, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The cards move, the heading stays."""
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tool tips; everything else goes its way."""
        if event.type() is QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            index = self.index_at(event.pos())
            words = card_tip(self._cards[index]) if index is not None else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, create, delete."""
        key = event.key()
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End} and self._cards:
            last = len(self._cards) - 1
            steps = {Qt.Key.Key_Up: self._focus - 1, Qt.Key.Key_Down: self._focus + 1, Qt.Key.Key_Home: 0}
            self._walk(max(0, min(last, steps.get(Qt.Key(key), last))), event.modifiers())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._cards:
            self.openRequested.emit(self._cards[self._focus].id)
        elif key == Qt.Key.Key_Delete and self._ids:
            self.deleteRequested.emit(self.selected())
        elif key in NEW_KEYS:
            self.newRequested.emit(None, None)
        elif key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.choose([card.id for card in self._cards])
        else:
            event.ignore()

    def _walk(self, index: int, held: Qt.KeyboardModifier) -> None:
        if held & Qt.KeyboardModifier.ShiftModifier:
            self.stretch_to(index)
        else:
            self.focus_on(index)
            self.choose([self._cards[index].id])
        self._show_card(index)

    def _show_card(self, index: int) -> None:
        rect, bar = self.rect_of(index), self.verticalScrollBar()
        if rect.top() < HEAD:
            bar.setValue(bar.value() + rect.top() - HEAD)
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + GAP)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys are here: show where."""
        self.viewport().update()
        self._announce()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        self.viewport().update()

    def _announce(self) -> None:
        if self._cards:
            self.setAccessibleDescription(card_words(self._cards[self._focus], self._dates))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _lay_out(self) -> None:
        self._column.lay_out(self._cards, self.viewport().width() - 2)
        total = HEAD + self._column.height
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setRange(0, max(0, total - self.viewport().height()))
        self.viewport().update()

    @Slot(list)
    def _on_drag_started(self, ids: list[str]) -> None:
        self._dragged = frozenset(ids)
        self.viewport().update()

    @Slot()
    def _on_drag_ended(self) -> None:
        self._dragged = frozenset()
        self.viewport().update()
