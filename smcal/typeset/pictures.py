"""Pictures at the size that a document needs."""

import io
from pathlib import Path
from typing import NamedTuple

LONGEST = 800
"""Pixels of the longer side: 600 dpi at the 34 mm that a picture gets in the table."""

ENOUGH = 480
"""Pixels from which a thumbnail is taken as it is: 360 dpi, as much as paper shows."""

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")


class Scaled(NamedTuple):
    """A picture ready to be placed."""

    data: bytes
    suffix: str  # ".jpg" or ".png"
    width: int  # pixels
    height: int


def scale(path: Path, thumbnail: Path | None = None) -> Scaled | None:
    """The picture with its longer side at most LONGEST pixels, as JPEG (PNG where it is transparent).

    The thumbnail is taken where it has ENOUGH pixels. None where neither can be read as a picture.
    """
    return (_read(thumbnail, smallest=ENOUGH) if thumbnail else None) or _read(path)


def _read(path: Path, smallest: int = 0) -> Scaled | None:
    # Pillow costs 30 ms and is only wanted where pictures are placed.
    from PIL import Image, ImageOps

    try:
        with Image.open(path, formats=_FORMATS) as opened:
            if max(opened.size) < smallest:
                return None
            if max(opened.size) <= LONGEST and opened.format in ("JPEG", "PNG") and not opened.getexif():
                opened.load()
                suffix = ".jpg" if opened.format == "JPEG" else ".png"
                return Scaled(path.read_bytes(), suffix, *opened.size)
            opened.thumbnail((LONGEST, LONGEST))  # a JPEG is decoded at about that size: much faster
            return _encode(ImageOps.exif_transpose(opened))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _encode(picture: "Image.Image") -> Scaled:  # type: ignore[name-defined]  # noqa: F821
    out = io.BytesIO()
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture.convert("RGBA").save(out, "PNG")
        return Scaled(out.getvalue(), ".png", *picture.size)
    picture.convert("RGB").save(out, "JPEG", quality=82)
    return Scaled(out.getvalue(), ".jpg", *picture.size)
