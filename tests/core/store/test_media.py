"""Files of strangers: only a few kinds, only their pixels, only our names."""

import hashlib
import io
import os
import struct
import time
import zlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from smcal.model import MediaKind
from smcal.store import Area, MediaStore, NotSupported, Workspace

MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(100)
MOV = b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  " + bytes(100)
MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + bytes(100)
FRAMES = (b"\xff\xfb\x90\x00" + bytes(413)) * 2  # 128 kbit/s at 44.1 kHz
SECRET = b"59.9343N 30.3351E"


@pytest.fixture
def store(tmp_path: Path) -> MediaStore:
    """An empty media folder, not made yet."""
    return MediaStore(tmp_path / "plan.media")


def _picture(kind: str = "JPEG", size: tuple[int, int] = (600, 400), mode: str = "RGB", **extra: object) -> bytes:
    target = io.BytesIO()
    picture = Image.linear_gradient("L").resize(size).convert(mode)
    if picture.mode.endswith("A"):
        picture.putalpha(100)
    picture.save(target, kind, **extra)
    return target.getvalue()


def _huge_png(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def test_a_picture_is_named_by_its_bytes_and_has_thumbnails(store: MediaStore) -> None:
    media = store.add(_picture(size=(2000, 1000)), "афиша.jpeg")
    assert (media.kind, media.suffix, media.name) == (MediaKind.PICTURE, ".jpg", "афиша.jpg")
    assert (media.width, media.height) == (2000, 1000)
    stored = store.path(media).read_bytes()
    assert (media.id, media.size) == (hashlib.sha256(stored).hexdigest(), len(stored))
    for side in (96, 480, 1200):
        small = store.thumbnail(media, side)
        assert small is not None
        with Image.open(small) as shown:
            assert max(shown.size) == side


def test_a_small_picture_is_its_own_thumbnail_and_a_lost_one_is_made_again(store: MediaStore) -> None:
    media = store.add(_picture(size=(300, 200)), "x.jpg")
    assert store.thumbnail(media, 480) == store.path(media)
    small = store.thumbnail(media, 96)
    assert small is not None
    small.unlink()
    assert store.thumbnail(media, 96) == small
    assert small.exists()


def test_the_same_content_is_kept_once(store: MediaStore, tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(MP4)
    assert store.add(tmp_path / "a.mp4").id == store.add(MP4, "b.mp4").id
    assert len([file for file in store.folder.iterdir() if file.is_file()]) == 1


@pytest.mark.parametrize(
    ("content", "kind", "suffix"),
    [
        (MP4, MediaKind.VIDEO, ".mp4"),
        (MOV, MediaKind.VIDEO, ".mov"),
        (MP3, MediaKind.SOUND, ".mp3"),
        (FRAMES, MediaKind.SOUND, ".mp3"),
        (b"%PDF-1.7\n" + bytes(50), MediaKind.DOCUMENT, ".pdf"),
        (_picture("PNG"), MediaKind.PICTURE, ".png"),
        (_picture("WEBP"), MediaKind.PICTURE, ".jpg"),
        (_picture("WEBP", mode="RGBA"), MediaKind.PICTURE, ".png"),
    ],
)
def test_f67_kinds_are_told_by_content(store: MediaStore, content: bytes, kind: MediaKind, suffix: str) -> None:
    media = store.add(content, "что угодно.bin")
    assert (media.kind, media.suffix) == (kind, suffix)
    if kind is not MediaKind.PICTURE:
        assert store.path(media).read_bytes() == content
        assert store.thumbnail(media) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00" + bytes(200),
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://x/y.png'/></svg>",
        b"GIF89a" + bytes(100),
        b"II*\x00" + bytes(100),
        b"%!PS-Adobe-3.0 EPSF-3.0",
        b"SIMPLE  =                    T",
        b"\x00\x00\x00\x18ftypheic" + bytes(100),
        b"\xff\xfb\x90\x00" + bytes(1000),
        _picture()[:400],
        b"\xff\xd8\xff\xe0 no picture",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_f63_f67_what_is_not_on_the_list_or_damaged_is_refused(store: MediaStore, content: bytes) -> None:
    with pytest.raises(NotSupported, match=r"photo\.jpg\.exe .*Nothing was stored"):
        store.add(content, "photo.jpg.exe")
    assert not store.folder.exists() or list(store.folder.iterdir()) == []


@pytest.mark.parametrize("side", [8_000, 30_000, 100_000])
def test_f66_a_picture_that_claims_a_gigabyte_is_refused_at_once(store: MediaStore, side: int) -> None:
    content = _huge_png(side, side)
    store.add(_picture(), "warm.jpg")
    started = time.process_time()
    with pytest.raises(NotSupported, match="50 megapixels"):
        store.add(content, "huge.png")
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_f68_no_metadata_survives(store: MediaStore, kind: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[1] = "N"
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", SECRET.decode())
    extra = {"JPEG": {"comment": SECRET, "xmp": SECRET}, "PNG": {"pnginfo": notes}, "WEBP": {"xmp": SECRET}}[kind]
    content = _picture(kind, exif=exif, **extra)
    assert SECRET in content
    media = store.add(content, "photo")
    assert (media.width, media.height) == (400, 600)
    for file in [store.path(media), *(store.folder / "thumbnails").iterdir()]:
        assert SECRET not in file.read_bytes()
        with Image.open(file) as stored:
            assert not stored.getexif()
            assert not {"comment", "xmp", "exif", "Comment", "XML:com.adobe.xmp"} & stored.info.keys()


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "RGBA", "LA", "I;16"])
def test_pictures_of_every_mode_are_taken(store: MediaStore, mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    media = store.add(_picture(kind, (100, 50), mode), "x")
    with Image.open(store.path(media)) as stored:
        assert stored.size == (100, 50)
        assert stored.mode == ("RGBA" if mode in ("RGBA", "LA") else "RGB")


def test_a_missing_file_is_told(store: MediaStore) -> None:
    media = store.add(_picture(), "x.jpg")
    store.path(media).unlink()
    (store.folder / "thumbnails" / f"{media.id}-96.jpg").unlink()
    with pytest.raises(NotSupported, match="missing"):
        store.thumbnail(media, 96)


def test_orphans_are_collected_after_a_week_and_known_files_stay(workspace: Workspace) -> None:
    known, orphan, fresh = (workspace.media.add(_picture(size=(200 + n, 200)), "x.jpg") for n in range(3))
    with workspace.work("Add") as work:
        work.put(known)
    with workspace.work("Undo") as work:
        work.remove(Area.MEDIA, known.id)
    old = time.time() - 8 * 86_400
    for media in (known, orphan):
        os.utime(workspace.media.path(media), (old, old))
    assert workspace.collect_orphans() == 1
    assert [workspace.media.path(m).exists() for m in (known, orphan, fresh)] == [True, False, True]
