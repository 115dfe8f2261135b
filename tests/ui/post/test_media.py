"""Files of a post: added, described, credited, removed; every step can be undone."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from smcal_ui.post.media import MediaPanel


def panel(opened) -> MediaPanel:
    found = opened.inspector.findChild(MediaPanel)
    assert found is not None
    return found


def a_picture(folder: Path) -> Path:
    path = folder / "Афиша вечера.png"
    Image.new("RGB", (300, 200), "teal").save(path)
    return path


def files(opened, post):
    with opened.desk.read() as reader:
        return reader.attachments([post.id]).get(post.id, ())


def drop(widget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPointF(widget.rect().center())
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, mime, buttons, held)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(at, Qt.DropAction.CopyAction, mime, buttons, held))


def test_a_dropped_picture_is_described_credited_and_removed(opened, tmp_path):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    drop(panel(opened), a_picture(tmp_path))
    opened.settle()
    assert len(files(opened, post)) == 1
    opened.type("alt", "Афиша на двери")
    box = opened.field("media_borrowed")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    opened.settle()
    opened.type("media_author", "Э. По")
    opened.key(Qt.Key.Key_Tab)
    (file,) = files(opened, post)
    assert (file.alt, file.borrowed, file.author) == ("Афиша на двери", True, "Э. По")
    QTest.mouseClick(opened.field("remove_media"), Qt.MouseButton.LeftButton)
    opened.settle()
    assert files(opened, post) == ()
    opened.window.undo()
    opened.settle()
    assert files(opened, post) == (file,)
    assert len(opened.inspector.findChildren(QToolButton, "thumb")) >= 1


def test_a_sound_is_a_file_with_name_and_size(opened, tmp_path):
    sound = tmp_path / "Подкаст.mp3"
    sound.write_bytes(b"ID3\x03\x00\x00\x00\x00\x00\x21" + b"\x00" * 4096)
    post = opened.make(title="Вечер")
    opened.show(post.id)
    drop(panel(opened), sound)
    opened.settle()
    assert len(files(opened, post)) == 1
    assert panel(opened)._about.text().startswith("Подкаст.mp3 · 4")
    assert not opened.field("alt").isVisible()


def test_what_is_no_picture_is_refused_in_one_line(opened, tmp_path):
    said = []
    opened.desk.failed.disconnect(opened.window._on_failed)
    opened.desk.failed.connect(said.append)
    broken = tmp_path / "фото.jpg"
    broken.write_bytes(b"not a picture at all")
    post = opened.make(title="Вечер")
    opened.show(post.id)
    drop(panel(opened), broken)
    opened.settle()
    assert files(opened, post) == ()
    assert len(said) == 1 and "фото.jpg" in said[0]


def test_a_description_being_typed_is_saved_when_the_window_closes(opened, tmp_path):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    drop(panel(opened), a_picture(tmp_path))
    opened.settle()
    opened.type("alt", "Афиша")
    assert opened.window.close()
    assert files(opened, post)[0].alt == "Афиша"
