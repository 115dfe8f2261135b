"""The day and the time of a proposed post, changed in its own cell."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from smcal.words import _
from smcal_ui.post.date_edit import DateEdit
from smcal_ui.post.editors import Line
from smcal_ui.post.fields import time_of
from smcal_ui.widgets.tinted import Tinted

DAY, TIME = 0, 1
"""Columns whose cells can be changed."""

TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
TAKEN = (*TABS, Qt.Key.Key_Return, Qt.Key.Key_Enter)

Index = QModelIndex | QPersistentModelIndex


class PlaceEditor(Tinted):
    """Makes an editor for a cell; what was typed is handed to the model once it is left."""

    stepped = Signal(int)  # Tab, or Shift+Tab: the column to edit next

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A day with a calendar, or a time."""
        editor: QWidget = DateEdit(_("no date")) if index.column() == DAY else Line(placeholderText=_("hh:mm"))
        editor.setParent(parent)
        editor.setAccessibleName(_("Day") if index.column() == DAY else _("Time"))
        editor.setStyleSheet("min-height: 0; padding: 0 6px; border-radius: 6px;")  # a row is lower than a field
        if isinstance(editor, DateEdit):
            editor.picked.connect(self._on_picked)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the day or time as it is."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, DateEdit):
            editor.set_day(value)
            editor.selectAll()
        elif isinstance(editor, Line):
            editor.setText(value.strftime("%H:%M") if value else "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what can be read; what is no day or time changes nothing."""
        value: Any = None
        if isinstance(editor, DateEdit):
            editor.take_typed()
            value = editor.day()
        elif isinstance(editor, Line):
            value = time_of(editor.text())
        if isinstance(value, dt.date | dt.time):
            model.setData(index, value, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """In its cell, and as wide as a day in full needs."""
        rect = option.rect
        rect.setWidth(max(rect.width(), editor.sizeHint().width() if isinstance(editor, DateEdit) else 0))
        editor.setGeometry(rect.adjusted(2, 1, -2, -1))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter takes what was typed, Tab goes on from the day to the time of the same post; neither goes further."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        if not isinstance(editor, QWidget) or event.key() not in TAKEN:
            return super().eventFilter(editor, event)
        self._finish(editor)
        if event.key() in TABS:
            self.stepped.emit(TIME if isinstance(editor, DateEdit) else DAY)
        return True

    @Slot()
    def _on_picked(self) -> None:
        editor = self.sender()
        assert isinstance(editor, QWidget)
        self._finish(editor)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)
