"""The parts of the window beside each other. Three can be put away, so that a small screen shows the whole week."""

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QVBoxLayout, QWidget

SIDE, FINDINGS, INSPECTOR = "side", "findings", "inspector"
USUAL = {SIDE: 220, FINDINGS: 168, INSPECTOR: 330}  # pixels, until somebody drags a border
WEEK = (1130, 720)
SMALL = 1200  # pixels of width below which an inspector without a post gives its room to the week
FOLD = 120  # milliseconds between looks whether the mouse was let go: nothing moves under a button held down


class Panels(QWidget):
    """The week in the middle, with the side panel, the findings and the inspector around it; `above` spans them all."""

    shownChanged = Signal(str, bool)  # part, whether it is on show now
    hidingRequested = Signal(str)  # a part is about to go: whoever types in it saves first

    def __init__(
        self, above: list[QWidget], week: QWidget, parts: dict[str, QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._week, self._parts = week, parts
        self._filled = self._tight = self._folded = False
        self._fold = QTimer(self, singleShot=True, interval=FOLD)
        self._fold.timeout.connect(self._fit)
        self.upright = _splitter(Qt.Orientation.Vertical, [week, parts[FINDINGS]], 0)
        self.across = _splitter(Qt.Orientation.Horizontal, [parts[SIDE], self.upright, parts[INSPECTOR]], 1)
        self.across.setSizes([USUAL[SIDE], WEEK[0], USUAL[INSPECTOR]])
        self.upright.setSizes([WEEK[1], USUAL[FINDINGS]])
        for splitter in (self.across, self.upright):
            splitter.splitterMoved.connect(self._on_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in above:
            column.addWidget(widget)
        column.addWidget(self.across, 1)

    def is_shown(self, name: str) -> bool:
        """Whether a part is there; one whose border was dragged to the edge is not."""
        part = self._parts[name]
        return not part.isHidden() and (not part.isVisible() or self._size(name) > 0)

    def toggle(self, name: str) -> None:
        """Put a part away, or bring it back."""
        self.show_part(name, not self.is_shown(name))

    def show_part(self, name: str, shown: bool) -> None:
        """Put a part away or bring it back; the keyboard then goes to the week, where a part that goes had it."""
        part = self._parts[name]
        if name == INSPECTOR:
            self._folded = False
        if not shown:
            self.hidingRequested.emit(name)
            focus = self.window().focusWidget()
            if focus is not None and (focus is part or part.isAncestorOf(focus)):
                self._week.setFocus()
        part.setVisible(shown)
        if shown and self._size(name) == 0:
            self._give_room(name)
        self.shownChanged.emit(name, shown)

    @Slot(bool)
    def fill_inspector(self, filled: bool) -> None:
        """Say whether the inspector shows a post: in a small window an empty one folds away, and comes back for one."""
        self._filled = filled
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window folds an empty inspector."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        tight = self.width() < SMALL and not self._filled
        if tight == self._tight:
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._fold.start()
            return
        self._tight = tight
        if tight and self.is_shown(INSPECTOR):
            self.show_part(INSPECTOR, False)
            self._folded = True
        elif not tight and self._folded:
            self.show_part(INSPECTOR, True)

    def remember(self, memory: QSettings) -> None:
        """Write sizes down, and what is put away."""
        memory.setValue("parts", self.across.saveState())
        memory.setValue("work", self.upright.saveState())
        memory.setValue("hidden", ",".join(self._put_away()))

    def restore(self, memory: QSettings) -> None:
        """As it was remembered."""
        for key, splitter in (("parts", self.across), ("work", self.upright)):
            stored = memory.value(key)
            if isinstance(stored, QByteArray):
                splitter.restoreState(stored)
        hidden = str(memory.value("hidden", "")).split(",")
        for name in self._parts:
            if name in hidden:
                self.show_part(name, False)

    def _put_away(self) -> list[str]:
        """What somebody put away; an inspector that folded by itself is not among it."""
        return [name for name in self._parts if not self.is_shown(name) and not (name == INSPECTOR and self._folded)]

    def _splitter_of(self, name: str) -> QSplitter:
        return self.upright if name == FINDINGS else self.across

    def _size(self, name: str) -> int:
        splitter = self._splitter_of(name)
        return splitter.sizes()[splitter.indexOf(self._parts[name])]

    def _give_room(self, name: str) -> None:
        splitter = self._splitter_of(name)
        sizes, index = splitter.sizes(), splitter.indexOf(self._parts[name])
        middle = splitter.indexOf(self.upright if splitter is self.across else self._week)
        sizes[index] = USUAL[name]
        sizes[middle] = max(sizes[middle] - USUAL[name], 1)
        splitter.setSizes(sizes)

    @Slot()
    def _on_moved(self) -> None:
        for name in self._parts:
            self.shownChanged.emit(name, self.is_shown(name))


def _splitter(way: Qt.Orientation, parts: list[QWidget], main: int) -> QSplitter:
    """Parts with thin borders; the main one takes what room there is and never goes."""
    splitter = QSplitter(way)
    for part in parts:
        splitter.addWidget(part)
    splitter.setStretchFactor(main, 1)
    splitter.setCollapsible(main, False)
    splitter.setHandleWidth(1)
    return splitter


def side_panel(month: QWidget, tray: QWidget, today: QWidget) -> QWidget:
    """The month, the posts without a day, and what is due today, one below the other."""
    side = QFrame()
    side.setObjectName("side")
    side.setProperty("panel", "back")
    side.setMinimumWidth(180)
    column = QVBoxLayout(side)
    column.setContentsMargins(12, 12, 12, 12)
    column.setSpacing(12)
    column.addWidget(month)
    column.addWidget(tray, 1)
    column.addWidget(today)
    return side
