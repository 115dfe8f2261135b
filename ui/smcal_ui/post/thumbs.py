"""Thumbnails of the files of a post: pictures cropped to a square, other files as a tile with their kind."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from smcal.model import Attachment, Media, MediaKind
from smcal.store import MediaStore
from smcal.words import _
from smcal_ui.post.flow import FlowLayout
from smcal_ui.widgets.tips import plain_tip

SIDE = 64


class Thumbs(QWidget):
    """A row of buttons, one a file and the last one for adding more."""

    chosen = Signal(str)  # attachment id
    addRequested = Signal()
    removeRequested = Signal(str)  # attachment id

    def __init__(self, store: MediaStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._buttons: dict[str, Thumb] = {}
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self)
        self.add = QToolButton()
        self.add.setText("+")
        self.add.setObjectName("add_media")
        self.add.setProperty("thumb", True)
        self.add.setFixedSize(SIDE + 8, SIDE + 8)
        self.add.setToolTip(_("Add pictures, video or sound; files can be dropped here too"))
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
        for attachment in attachments:
            self._buttons[attachment.id].describe(attachment, media[attachment.media_id])
        if attachments:
            self._buttons[chosen if chosen in self._buttons else attachments[0].id].setChecked(True)

    def choose(self, attachment_id: str) -> None:
        """Choose a file."""
        self._buttons[attachment_id].setChecked(True)

    def _rebuild(self, attachments: tuple[Attachment, ...], media: dict[str, Media]) -> None:
        for old in self._buttons.values():
            self._row.removeWidget(old)
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._buttons = {}
        self._row.removeWidget(self.add)
        for attachment in attachments:
            button = Thumb(attachment.id, tile(media[attachment.media_id], self._store, self), self)
            button.toggled.connect(self._on_toggled)
            button.removeRequested.connect(self.removeRequested)
            self._buttons[attachment.id] = button
            self._group.addButton(button)
            self._row.addWidget(button)
            button.show()
        self._row.addWidget(self.add)
        self.updateGeometry()

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if on and self.current is not None:
            self.chosen.emit(self.current)


class Thumb(QToolButton):
    """One file."""

    removeRequested = Signal(str)  # attachment id

    def __init__(self, attachment_id: str, picture: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setObjectName("thumb")
        self.attachment_id = attachment_id
        self.setProperty("thumb", True)
        self.setIcon(QIcon(picture))
        self.setIconSize(QSize(SIDE, SIDE))
        self.setFixedSize(SIDE + 8, SIDE + 8)

    def describe(self, attachment: Attachment, media: Media) -> None:
        """Say what it is, for the pointer and for screen readers."""
        self.setToolTip(plain_tip(media.name))
        self.setAccessibleName(attachment.alt or media.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the file out of the post."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removeRequested.emit(self.attachment_id)
        else:
            super().keyPressEvent(event)


def tile(media: Media, store: MediaStore, widget: QWidget) -> QPixmap:
    """The square of a file in the pixels of the widget's screen."""
    ratio = widget.devicePixelRatioF()
    side = int(SIDE * ratio)
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    small = store.thumbnail(media, 480) if media.kind is MediaKind.PICTURE else None
    picture = QPixmap(str(small)) if small is not None else QPixmap()
    painter = QPainter(tile)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(0, 0, side, side, 6 * ratio, 6 * ratio)
        painter.setClipPath(path)
        if picture.isNull():
            _draw_kind(painter, media, widget, side, ratio)
        else:
            _draw_cropped(painter, picture, side)
    finally:
        painter.end()
    tile.setDevicePixelRatio(ratio)
    return tile


def _draw_cropped(painter: QPainter, picture: QPixmap, side: int) -> None:
    short = min(picture.width(), picture.height())
    middle = QRect((picture.width() - short) // 2, (picture.height() - short) // 2, short, short)
    painter.drawPixmap(QRect(0, 0, side, side), picture, middle)


def _draw_kind(painter: QPainter, media: Media, widget: QWidget, side: int, ratio: float) -> None:
    colour = QColor(widget.palette().accent().color())
    soft = QColor(colour)
    soft.setAlpha(40)
    painter.fillRect(0, 0, side, side, soft)
    font = widget.font()
    font.setPixelSize(int(13 * ratio))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QRect(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, media.suffix.lstrip(".").upper())
