"""Recognises the few kinds of files that go with posts, by their content and never by their name."""

from pathlib import Path
from typing import NamedTuple

from smcal.model import MediaKind


class Kind(NamedTuple):
    """A kind of file and the suffix that we give it."""

    kind: MediaKind
    suffix: str


HEAD = 8192
"""Bytes that `recognise` wants to see."""

JPEG = Kind(MediaKind.PICTURE, ".jpg")
PNG = Kind(MediaKind.PICTURE, ".png")
WEBP = Kind(MediaKind.PICTURE, ".webp")
_MP4 = Kind(MediaKind.VIDEO, ".mp4")
_MOV = Kind(MediaKind.VIDEO, ".mov")
_MP3 = Kind(MediaKind.SOUND, ".mp3")
_PDF = Kind(MediaKind.DOCUMENT, ".pdf")
_MP4_BRANDS = (
    b"isom",
    b"iso2",
    b"iso4",
    b"iso5",
    b"iso6",
    b"mp41",
    b"mp42",
    b"avc1",
    b"M4V ",
    b"M4VP",
    b"MSNV",
    b"dash",
)
_KBITS = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)  # MPEG 1, layer III
_KBITS_LOW = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)  # MPEG 2 and 2.5
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def recognise(head: bytes) -> Kind | None:
    """What a file is that begins with `head`; None for everything that is not on the list."""
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith(b"%PDF-"):
        return _PDF
    if head.startswith(b"ID3") or _is_mp3_frame(head):
        return _MP3
    return _film(head)


def _film(head: bytes) -> Kind | None:
    box, brand = head[4:8], head[8:12]
    if box == b"ftyp":
        return _MOV if brand == b"qt  " else _MP4 if brand in _MP4_BRANDS else None
    return _MOV if box in (b"moov", b"wide") else None  # from before `ftyp` was thought of


def _is_mp3_frame(head: bytes) -> bool:
    """Two frames of MPEG layer III, one right after the other: a single one may be chance."""
    length = _frame_length(head[:4])
    return length > 0 and _frame_length(head[length : length + 4]) > 0


def _frame_length(header: bytes) -> int:
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2:
        return 0
    version, rate = header[1] >> 3 & 3, header[2] >> 2 & 3
    kbits = (_KBITS if version == 3 else _KBITS_LOW)[header[2] >> 4]
    if version not in _RATES or rate == 3 or kbits == 0:
        return 0
    samples = 144 if version == 3 else 72
    return samples * kbits * 1000 // _RATES[version][rate] + (header[2] >> 1 & 1)


def head_of(source: Path | bytes) -> bytes:
    """The beginning of a file or of bytes."""
    if isinstance(source, bytes):
        return source[:HEAD]
    with source.open("rb") as file:
        return file.read(HEAD)
