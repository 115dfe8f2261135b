"""A field in which any number of a few things is ticked."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from smcal_ui.post.fields import Field

ROWS = 4  # shown without scrolling


class ManyField(Field):
    """Lines to tick; arrows go from line to line, Space ticks. Its value is a tuple, in the order shown."""

    def __init__(self, name: str, choices: Sequence[tuple[Any, str]]) -> None:
        self._list = QListWidget()
        super().__init__(name, self._list)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long names end in dots
        self._values = [value for value, _text in choices]
        for _value, text in choices:
            item = QListWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self._list.addItem(item)
        if choices:
            self._list.setCurrentRow(0)
            self._list.setFixedHeight(min(len(choices), ROWS) * max(self._list.sizeHintForRow(0), 24) + 8)
        self._list.itemChanged.connect(self.settled)

    def value(self) -> tuple[Any, ...]:
        ticked = (self._list.item(row).checkState() is Qt.CheckState.Checked for row in range(self._list.count()))
        return tuple(value for value, on in zip(self._values, ticked, strict=True) if on)

    def _show(self, value: Sequence[Any]) -> None:
        for row, one in enumerate(self._values):
            self._list.item(row).setCheckState(Qt.CheckState.Checked if one in value else Qt.CheckState.Unchecked)
