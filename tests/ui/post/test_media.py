"""Files of a post: added, described, credited, removed; every step can be undone."""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
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


def with_files(opened, folder: Path, count: int = 3):
    """A post with pictures of different colours, shown; returns it and its thumbnails in order."""
    post = opened.make(title="Вечер")
    opened.show(post.id)
    paths = []
    for number, colour in enumerate(("teal", "orange", "plum")[:count]):
        paths.append(folder / f"{number}.png")
        Image.new("RGB", (60, 60), colour).save(paths[-1])
    drop(panel(opened), *paths)
    opened.settle()
    return post


def thumb(opened, number: int) -> QToolButton:
    strip = panel(opened)._thumbs
    return list(strip._buttons.values())[number]


def names(opened, post) -> list[str]:
    with opened.desk.read() as reader:
        order = reader.attachments([post.id]).get(post.id, ())
        media = reader.media([file.media_id for file in order])
    return [media[file.media_id].name for file in order]


def test_only_delete_takes_a_file_out_and_the_next_one_has_the_keyboard(opened, tmp_path):
    post = with_files(opened, tmp_path)
    QTest.mouseClick(thumb(opened, 1), Qt.MouseButton.LeftButton)
    assert thumb(opened, 1).hasFocus()
    opened.key(Qt.Key.Key_Backspace)
    assert names(opened, post) == ["0.png", "1.png", "2.png"]
    opened.key(Qt.Key.Key_Delete)
    assert names(opened, post) == ["0.png", "2.png"] and thumb(opened, 1).hasFocus()
    opened.keys("Ctrl+Z")
    assert names(opened, post) == ["0.png", "1.png", "2.png"]


def test_alt_and_arrows_change_the_order_and_the_file_keeps_the_keyboard(opened, tmp_path):
    post = with_files(opened, tmp_path)
    first = thumb(opened, 0)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    opened.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names(opened, post) == ["1.png", "0.png", "2.png"]
    opened.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    opened.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names(opened, post) == ["1.png", "2.png", "0.png"]
    assert thumb(opened, 2) is first and first.hasFocus() and first.accessibleDescription() == "3 of 3"
    opened.keys("Ctrl+Z")
    opened.keys("Ctrl+Z")
    assert names(opened, post) == ["0.png", "1.png", "2.png"]


def carry(opened, source: QToolButton, end: QPoint) -> None:
    """Press and move; the button stays down. The end is a point of the strip."""
    QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=source.rect().center())
    for pos in (source.rect().center() + QPoint(14, 4), source.mapFromParent(end)):
        QTest.mouseMove(source, pos)
    opened.settle()


def test_a_file_is_dragged_to_another_place_in_one_step(opened, tmp_path):
    post = with_files(opened, tmp_path)
    last, target = thumb(opened, 2), thumb(opened, 0).geometry()
    carry(opened, last, target.center() - QPoint(20, 0))
    assert panel(opened)._thumbs._line.isVisible() and panel(opened)._thumbs._line.x() == 0
    QTest.mouseRelease(last, Qt.MouseButton.LeftButton, pos=last.mapFromParent(target.center() - QPoint(20, 0)))
    opened.settle()
    assert names(opened, post) == ["2.png", "0.png", "1.png"] and not panel(opened)._thumbs._line.isVisible()
    opened.keys("Ctrl+Z")
    assert names(opened, post) == ["0.png", "1.png", "2.png"]


def test_esc_puts_a_carried_file_back(opened, tmp_path):
    post = with_files(opened, tmp_path)
    last, target = thumb(opened, 2), thumb(opened, 0).geometry()
    carry(opened, last, target.center() - QPoint(20, 0))
    QTest.keyClick(last, Qt.Key.Key_Escape)
    QTest.mouseRelease(last, Qt.MouseButton.LeftButton, pos=last.mapFromParent(target.center()))
    opened.settle()
    assert names(opened, post) == ["0.png", "1.png", "2.png"]


def test_a_copied_picture_is_pasted_as_one_step(opened):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    QApplication.clipboard().setImage(picture)
    opened.field("add_media").setFocus()
    opened.keys("Ctrl+V")
    assert names(opened, post) == ["Pasted picture.png"]
    opened.keys("Ctrl+Z")
    assert names(opened, post) == []


def test_copied_files_are_pasted_together_and_text_is_left_alone(opened, tmp_path):
    post = opened.make(title="Вечер")
    opened.show(post.id)
    other = tmp_path / "Второй.png"
    Image.new("RGB", (20, 20), "olive").save(other)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (a_picture(tmp_path), other)])
    QApplication.clipboard().setMimeData(mime)
    opened.field("add_media").setFocus()
    opened.keys("Ctrl+V")
    assert names(opened, post) == ["Афиша вечера.png", "Второй.png"]
    QApplication.clipboard().setText("https://example.org/")
    opened.keys("Ctrl+V")
    opened.field("alt").setFocus()
    opened.keys("Ctrl+V")
    assert len(files(opened, post)) == 2 and opened.field("alt").text() == "https://example.org/"
