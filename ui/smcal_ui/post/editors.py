"""Qt's editors with the manners of this program: a wheel scrolls the form, Ctrl+Z goes on to the calendar."""

import math
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
)

HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Line(QLineEdit):
    """A line whose undo keys go on to the window when the line itself has nothing to undo."""

    def event(self, event: QEvent) -> bool:
        """Leave the undo keys to the window where there is nothing to take back here."""
        if _asks_in_vain(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


class Text(QPlainTextEdit):
    """Several lines; says when it is left, and leaves undo to the window when it has nothing to undo."""

    left = Signal()

    def __init__(self, placeholder: str = "", lines: int = 3, most: int = 0) -> None:
        super().__init__(placeholderText=placeholder, tabChangesFocus=True)
        self._fewest, self._most = lines, most or 3 * lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def sizeHint(self) -> QSize:
        """As high as its text, within the lines it was given."""
        lines = round(self.document().size().height())  # plain text measures its height in lines
        return QSize(160, self._height_of(max(self._fewest, min(lines, self._most))))

    def minimumSizeHint(self) -> QSize:
        """Never lower than its fewest lines."""
        return QSize(80, self._height_of(self._fewest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another number of lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    @Slot()
    def _on_size_changed(self) -> None:
        self.updateGeometry()

    def _height_of(self, lines: int) -> int:
        around = self.height() - self.viewport().height()  # border and padding, which only the style knows
        text = lines * QFontMetricsF(self.font()).lineSpacing() + 2 * self.document().documentMargin()
        return math.ceil(text) + around + 2

    def event(self, event: QEvent) -> bool:
        """Leave the undo keys to the window where there is nothing to take back here."""
        document = self.document()
        if _asks_in_vain(event, document.isUndoAvailable(), document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A context menu or another window is no reason to think that the text is done."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class HeadingText(Text):
    """One line of text that is shown on as many as it needs. Enter is a wish; pasted line breaks become spaces."""

    entered = Signal()

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder, lines=1, most=99)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def text(self) -> str:
        """The one line."""
        return " ".join(self.toPlainText().splitlines())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Combo(QComboBox):
    """A choice that is not changed by scrolling past it, and that gives way where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's own would let the wheel take the keyboard
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own takes no notice of the sheet
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.abridged: Mapping[str, str] = {}  # what stands for a text that has no room here

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is too long is abridged, or ends in dots, not in half a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        try:
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
            text, width = option.currentText, room.width() - 4
            if option.fontMetrics.horizontalAdvance(text) > width:
                text = self.abridged.get(text, text)
            option.currentText = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        finally:
            painter.end()

    def showPopup(self) -> None:
        """Show the choices whole: as wide as the longest, within the screen."""
        widest = self.view().sizeHintForColumn(0) + 32
        self.view().setMinimumWidth(max(self.width(), min(widest, self.screen().availableSize().width() // 2)))
        super().showPopup()


def _asks_in_vain(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether an undo or redo key is about to be taken by an editor that has nothing to take back."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) and not able for key, able in zip(HISTORY, (can_undo, can_redo), strict=True))
