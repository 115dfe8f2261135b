"""The posts of a proposal as a table with ticks, whose days and times can be changed in place."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from smcal.model import Post
from smcal.planning.proposal import Item
from smcal.words import _
from smcal_ui.coverage.words import titled
from smcal_ui.proposal.editing import DAY, TIME, PlaceEditor
from smcal_ui.proposal.ticks import Row, TickModel
from smcal_ui.widgets.table import ROW, Column, ValueTable

K = Qt.Key
STEPS = {K.Key_Left: -1, K.Key_Right: 1, K.Key_Up: -7, K.Key_Down: 7}
"""Days that Alt with an arrow goes by, as in the calendar."""

MEASURED = 60
"""Rows that columns are measured by: of fifty pages and a quarter there are more than a thousand."""

PAGE = 2
"""The column of the page's name."""


class ItemTable(ValueTable):
    """Space, Enter and a click on the box tick a post; F2, Alt with an arrow and a double click change its place."""

    MODEL = TickModel
    ticked = Signal()
    placed = Signal(object, object, object)  # Item, the day and the time that somebody wants for it
    stepped = Signal(object, int)  # Item, so many days on
    restored = Signal(object)  # Item: as it was proposed
    takenInstead = Signal(object, object)  # Item, the Post that somebody wants in its place

    def __init__(self, others: Callable[[Item], Sequence[Post]]) -> None:
        self._others = others
        columns = [
            Column(_("Day"), lambda row: row.day),
            Column(_("Time"), lambda row: row.time),
            Column(_("Page"), lambda row: row.page, widest=200),
            Column(_("Post"), lambda row: row.title, wide=True),
            Column(_("Comes from"), lambda row: row.origin),
            Column(_("Why"), lambda row: row.why, widest=250),
        ]
        super().__init__(_("Proposed posts"), columns, self._tint_of)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self._editor = PlaceEditor(self)
        self.setItemDelegate(self._editor)
        self.horizontalHeader().setResizeContentsPrecision(MEASURED)
        self.setMinimumHeight(self.horizontalHeader().sizeHint().height() + 3 * ROW)
        self.ticks.ticked.connect(self.ticked)
        self.ticks.placed.connect(self._on_placed)
        self._editor.stepped.connect(self._on_stepped)
        self.chosen.connect(self._toggle)

    @property
    def ticks(self) -> TickModel:
        """The rows with their ticks."""
        assert isinstance(self._model, TickModel)
        return self._model

    def show_rows(self, rows: Sequence[Row], *, pages: bool) -> None:
        """Show a fresh proposal, everything ticked; `pages`: with the name of each post's page."""
        self.ticks.off = set()
        self.setColumnHidden(PAGE, not pages)
        self.show_values(rows)

    def renew(self, rows: Sequence[Row], post_id: str) -> None:
        """Show the same posts in their new places; the one named is the current one."""
        column = self.currentIndex().column()
        self.show_values(rows)
        self.choose_post(post_id, max(column, 0))

    def choose_post(self, post_id: str, column: int = 0) -> None:
        """Make the row of a post the current one."""
        found = next((n for n, row in enumerate(self.values) if row.item.post.id == post_id), None)
        if found is not None:
            self.setCurrentIndex(self.ticks.index(found, column))

    def items(self) -> list[Item]:
        """The posts with a tick."""
        return [row.item for row in self.values if row.item.post.id not in self.ticks.off]

    def tick_all(self, on: bool) -> None:
        """Tick everything, or nothing."""
        if self.values:
            self.ticks.tick(range(len(self.values)), on)

    def change(self, column: int) -> None:
        """Open the editor of the current row's day or time."""
        if self.current() is not None:
            index = self.ticks.index(self.currentIndex().row(), column)
            self.setCurrentIndex(index)
            self.edit(index)

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks and F2 edits whichever column is the current one; Alt with an arrow moves the post."""
        row, key, held = self.current(), K(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if row is None:
            super().keyPressEvent(event)
        elif key == K.Key_Space:
            self._toggle(row)
        elif key == K.Key_F2:
            self.change(TIME if self.currentIndex().column() == TIME else DAY)
        elif held == Qt.KeyboardModifier.AltModifier and key in STEPS:
            self.stepped.emit(row.item, STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a box makes its row the current one too."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.choose(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the row, by name and with its keys."""
        row = self.current()
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        day = menu.addAction(_("Another &day…"), lambda: self.change(DAY))
        day.setShortcut(QKeySequence(K.Key_F2))
        menu.addAction(_("Another &time…"), lambda: self.change(TIME))
        self._offer_others(menu.addMenu(_("Another &post of the tray")), row.item)
        back = menu.addAction(_("As it was pro&posed"), lambda: self.restored.emit(row.item))
        back.setEnabled(row.changed)
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        menu.popup(self.current_rect().bottomLeft() if keyboard else event.globalPos())

    def _offer_others(self, menu: QMenu, item: Item) -> None:
        posts = self._others(item)
        menu.setEnabled(bool(posts))
        for post in posts:
            menu.addAction(titled(post).replace("&", "&&"), partial(self.takenInstead.emit, item, post))

    @Slot(object, object, object)
    def _on_placed(self, item: Item, day: object, time: object) -> None:
        """Only once the editor is gone: rows may change places now."""
        QTimer.singleShot(0, self, lambda: self.placed.emit(item, day, time))

    @Slot(int)
    def _on_stepped(self, column: int) -> None:
        QTimer.singleShot(0, self, lambda: self.change(column))  # once the last change has found its row

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        """A double click on a day or a time edits it."""
        if index.column() not in (DAY, TIME):
            super()._on_activated(index)

    def _toggle(self, row: Row) -> None:
        number = self.values.index(row)
        self.ticks.tick([number], row.item.post.id in self.ticks.off)

    def _tint_of(self, row: Row) -> str:
        return "quiet" if row.item.post.id in self.ticks.off else ""
