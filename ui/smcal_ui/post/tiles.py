"""The small square picture of a file: cropped where it is a picture, else its kind in letters."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QWidget

from smcal.model import Media, MediaKind
from smcal.store import MediaStore

SIDE = 64  # pixels


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
