"""The parts of the window beside each other. Three can be put away, so that a small screen shows the whole week."""

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

SIDE, FINDINGS, INSPECTOR = "side", "findings", "inspector"
USUAL = {SIDE: 220, FINDINGS: 168, INSPECTOR: 330}  # pixels, until somebody drags a border
WEEK = (1130, 720)
LITTLE = {SIDE: 192, FINDINGS: 90, INSPECTOR: 280}  # the same in a small window
SMALL = 1200  # pixels of width below which an inspector without a post gives its room to the week
SLIM = 720  # pixels of width below which the side panel does
LOW = 380  # pixels of height, head bar included, below which the findings do
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
        self._filled = self._small = False
        self._cramped: frozenset[str] = frozenset()  # parts that the window has no room for as it is
        self._folded: set[str] = set()  # those that went for that reason, and come back by themselves
        self._usual = dict(USUAL)  # as somebody left them in a window with room
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
        self._folded.discard(name)
        if not shown:
            self.hidingRequested.emit(name)
            focus = self.window().focusWidget()
            if focus is not None and (focus is part or part.isAncestorOf(focus)):
                self._week.setFocus()
        part.setVisible(shown)
        if shown and (self._size(name) == 0 or name in self._cramped):
            self._give_room(name)
        self.shownChanged.emit(name, shown)

    @Slot(bool)
    def fill_inspector(self, filled: bool) -> None:
        """Say whether the inspector shows a post: in a small window an empty one folds away, and comes back for one."""
        self._filled = filled
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window folds what the week needs the room of."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        cramped, small = self._without_room(), self.width() < SMALL
        if (cramped, small) == (self._cramped, self._small):
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._fold.start()
            return
        turned, self._cramped = cramped ^ self._cramped, cramped
        if small != self._small:
            self._small = small
            self._set_widths()
        for name in turned:
            self._fold_part(name) if name in cramped else self._unfold_part(name)

    def _without_room(self) -> frozenset[str]:
        """What folds in a window of this size."""
        lacking = {
            INSPECTOR: self.width() < SMALL and not self._filled,
            SIDE: self.width() < SLIM,
            FINDINGS: self.height() < LOW,
        }
        return frozenset(name for name, lacks in lacking.items() if lacks)

    def _fold_part(self, name: str) -> None:
        if self.is_shown(name):
            self.show_part(name, False)
            self._folded.add(name)

    def _unfold_part(self, name: str) -> None:
        if name in self._folded:
            self.show_part(name, True)

    def _set_widths(self) -> None:
        """Side panel and inspector are narrow beside the week of a small window, and as before in a larger one."""
        sizes = self.across.sizes()
        for name in (SIDE, INSPECTOR):
            index = self.across.indexOf(self._parts[name])
            if self._small and sizes[index]:
                self._usual[name] = sizes[index]
            if sizes[index] or self._parts[name].isHidden():  # one dragged to the edge stays there
                sizes[index] = self._wanted(name)
        taken = sum(sizes[self.across.indexOf(self._parts[name])] for name in (SIDE, INSPECTOR) if self.is_shown(name))
        sizes[self.across.indexOf(self.upright)] = max(self.across.width() - taken, 1)
        self.across.setSizes(sizes)

    def _wanted(self, name: str) -> int:
        """Pixels that a part takes in a window of this size."""
        little = FINDINGS in self._cramped if name == FINDINGS else self._small
        return min(LITTLE[name], self._usual[name]) if little else self._usual[name]

    def remember(self, memory: QSettings) -> None:
        """Write sizes down, and what is put away."""
        memory.setValue("parts", self.across.saveState())
        memory.setValue("work", self.upright.saveState())
        memory.setValue("small", int(self._small))
        memory.setValue("hidden", ",".join(self._put_away()))

    def restore(self, memory: QSettings) -> None:
        """As it was remembered."""
        for key, splitter in (("parts", self.across), ("work", self.upright)):
            stored = memory.value(key)
            if isinstance(stored, QByteArray):
                splitter.restoreState(stored)
        self._small = memory.value("small") in (1, "1")
        hidden = str(memory.value("hidden", "")).split(",")
        for name in self._parts:
            if name in hidden:
                self.show_part(name, False)

    def _put_away(self) -> list[str]:
        """What somebody put away; what folded by itself is not among it."""
        return [name for name in self._parts if not self.is_shown(name) and name not in self._folded]

    def _splitter_of(self, name: str) -> QSplitter:
        return self.upright if name == FINDINGS else self.across

    def _size(self, name: str) -> int:
        splitter = self._splitter_of(name)
        return splitter.sizes()[splitter.indexOf(self._parts[name])]

    def _give_room(self, name: str) -> None:
        splitter = self._splitter_of(name)
        sizes, index = splitter.sizes(), splitter.indexOf(self._parts[name])
        middle = splitter.indexOf(self.upright if splitter is self.across else self._week)
        given = self._wanted(name) - sizes[index]
        sizes[index] += given
        sizes[middle] = max(sizes[middle] - given, 1)
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
