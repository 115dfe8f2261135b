"""Thumbnails of the files of a post, in their order: chosen, moved by mouse or keys, taken out."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QButtonGroup, QToolButton, QWidget

from smcal.model import Attachment, Media
from smcal.store import MediaStore
from smcal.words import _
from smcal_ui.post.flow import FlowLayout
from smcal_ui.post.tiles import SIDE, tile
from smcal_ui.widgets.tips import plain_tip

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Thumbs(QWidget):
    """A row of buttons, one a file and the last one for adding more."""

    chosen = Signal(str)  # attachment id
    addRequested = Signal()
    removeRequested = Signal(str)  # attachment id
    orderRequested = Signal(list)  # attachment ids as they are to stand

    def __init__(self, store: MediaStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._buttons: dict[str, Thumb] = {}
        self._gap: int | None = None  # where a dragged file would go: before the button of this number
        self._line = QWidget(self)
        self._line.setAutoFillBackground(True)
        self._line.setBackgroundRole(QPalette.ColorRole.Accent)
        self._line.hide()
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self)
        self.add = QToolButton()
        self.add.setText("+")
        self.add.setObjectName("add_media")
        self.add.setProperty("thumb", True)
        self.add.setFixedSize(SIDE + 8, SIDE + 8)
        self.add.setToolTip(_("Add pictures, video or sound; files can be dropped or pasted here too"))
        self.add.setAccessibleName(_("Add files…"))
        self.add.clicked.connect(self.addRequested)
        self._row.addWidget(self.add)

    @property
    def current(self) -> str | None:
        """The chosen file's attachment id."""
        return next((identifier for identifier, button in self._buttons.items() if button.isChecked()), None)

    def show_files(self, attachments: tuple[Attachment, ...], media: dict[str, Media]) -> None:
        """Show files in their order; the chosen one stays chosen, else it is the first."""
        chosen = self.current
        if list(self._buttons) != [a.id for a in attachments]:
            self._rebuild(attachments, media)
        for number, attachment in enumerate(attachments, 1):
            where = _("{n} of {count}").format(n=number, count=len(attachments)) if len(attachments) > 1 else ""
            self._buttons[attachment.id].describe(attachment, media[attachment.media_id], where)
        if attachments:
            self._buttons[chosen if chosen in self._buttons else attachments[0].id].setChecked(True)

    def choose(self, attachment_id: str) -> None:
        """Choose a file."""
        self._buttons[attachment_id].setChecked(True)

    def _show_gap(self, gap: int | None) -> None:
        """Show a line where a dragged file would go, or none."""
        self._gap = gap
        self._line.setVisible(gap is not None)
        if gap is not None:
            place = [*self._buttons.values(), self.add][gap].geometry()
            self._line.setGeometry(max(place.left() - 6, 0), place.top(), 3, place.height())
            self._line.raise_()

    def _rebuild(self, attachments: tuple[Attachment, ...], media: dict[str, Media]) -> None:
        """The button of a file stays the same wherever it goes, so that it keeps the keyboard."""
        before, order = self._buttons, [a.id for a in attachments]
        focused = next((n for n, button in enumerate(before.values()) if button.hasFocus()), None)
        self._show_gap(None)
        self._buttons = {a.id: before.get(a.id) or self._made(a, media[a.media_id]) for a in attachments}
        for widget in [*before.values(), self.add]:
            self._row.removeWidget(widget)
        for button in [*self._buttons.values(), self.add]:
            self._row.addWidget(button)
            button.show()
        for one, other in zip([*self._buttons.values()], [*self._buttons.values(), self.add][1:], strict=True):
            QWidget.setTabOrder(one, other)
        gone = [button for identifier, button in before.items() if identifier not in order]
        if focused is not None and any(button.hasFocus() for button in gone):
            [*self._buttons.values(), self.add][min(focused, len(order))].setFocus()
        for button in gone:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self.updateGeometry()

    def _made(self, attachment: Attachment, media: Media) -> "Thumb":
        button = Thumb(attachment.id, tile(media, self._store, self), self)
        button.toggled.connect(self._on_toggled)
        button.removeRequested.connect(self.removeRequested)
        button.stepRequested.connect(self._on_step)
        button.carried.connect(self._on_carried)
        button.dropped.connect(self._on_dropped)
        self._group.addButton(button)
        return button

    def _order(self, attachment_id: str, index: int) -> None:
        """Ask for a file to stand at an index, counted without it."""
        others = [other for other in self._buttons if other != attachment_id]
        wanted = [*others[:index], attachment_id, *others[index:]]
        if wanted != list(self._buttons):
            self.orderRequested.emit(wanted)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if on and self.current is not None:
            self.chosen.emit(self.current)

    @Slot(str, int)
    def _on_step(self, attachment_id: str, by: int) -> None:
        self._order(attachment_id, max(0, list(self._buttons).index(attachment_id) + by))

    @Slot(str, QPoint)
    def _on_carried(self, attachment_id: str, pos: QPoint) -> None:
        """A file is held over a point: the line shows before which other it would go."""
        boxes = [button.geometry() for button in self._buttons.values()]
        nearest = min(range(len(boxes)), key=lambda n: (boxes[n].center() - pos).manhattanLength())
        self._show_gap(nearest + (pos.x() > boxes[nearest].center().x()))

    @Slot(str, bool)
    def _on_dropped(self, attachment_id: str, here: bool) -> None:
        gap = self._gap
        self._show_gap(None)
        if here and gap is not None:
            own = list(self._buttons).index(attachment_id)
            self._order(attachment_id, gap - (gap > own))


class Thumb(QToolButton):
    """One file."""

    removeRequested = Signal(str)  # attachment id
    stepRequested = Signal(str, int)  # attachment id, places on or back
    carried = Signal(str, QPoint)  # attachment id, where in the strip
    dropped = Signal(str, bool)  # attachment id, whether to put it there; otherwise it stays

    def __init__(self, attachment_id: str, picture: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setObjectName("thumb")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.attachment_id = attachment_id
        self._start: QPoint | None = None
        self._carrying = False
        self.setProperty("thumb", True)
        self.setIcon(QIcon(picture))
        self.setIconSize(QSize(SIDE, SIDE))
        self.setFixedSize(SIDE + 8, SIDE + 8)

    def describe(self, attachment: Attachment, media: Media, where: str) -> None:
        """Say what it is and where it stands, for the pointer and for screen readers."""
        keys = _("Drag it, or press Alt with an arrow, to change the order.") if where else ""
        self.setToolTip(plain_tip("\n".join(filter(None, (media.name, keys)))))
        self.setAccessibleName(attachment.alt or media.name)
        self.setAccessibleDescription(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the file out of the post, Alt with an arrow moves it, Esc puts back what is in hand."""
        key = Qt.Key(event.key())
        if event.key() == Qt.Key.Key_Delete:
            self.removeRequested.emit(self.attachment_id)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in STEPS:
            self.stepRequested.emit(self.attachment_id, STEPS[key])
        elif event.key() == Qt.Key.Key_Escape and self._carrying:
            self._let_go(here=False)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and perhaps begin to carry it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._start = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it along the strip."""
        pos = event.position().toPoint()
        if self._start is None:
            return
        if not self._carrying and (pos - self._start).manhattanLength() >= QApplication.startDragDistance():
            self._carrying = True
            self.setDown(False)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._carrying:
            self.carried.emit(self.attachment_id, self.mapToParent(pos))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down, or finish choosing."""
        if self._carrying:
            self._let_go(here=True)
        else:
            super().mouseReleaseEvent(event)
        self._start = None

    def _let_go(self, here: bool) -> None:
        self._carrying, self._start = False, None
        self.unsetCursor()
        self.dropped.emit(self.attachment_id, here)
