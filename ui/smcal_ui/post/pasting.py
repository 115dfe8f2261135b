"""What is dropped or was copied: files of this computer, or a picture."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter


def files_in(mime: QMimeData) -> list[Path]:
    """The files of this computer, in their order; addresses in the web are none."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def png_of(picture: QImage) -> bytes:
    """A picture as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(picture)
    return bytes(buffer.data().data())
