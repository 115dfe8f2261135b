"""Decodes pictures of strangers with care, and keeps nothing of them but the pixels."""

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from smcal.store.errors import NotSupported
from smcal.store.kinds import JPEG, PNG, Kind
from smcal.words import _

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
MOST_BYTES = 200_000_000


class CleanPicture(NamedTuple):
    """A picture with nothing but its pixels, and the kind of file it is kept as."""

    image: "Image"
    kind: Kind

    def content(self) -> bytes:
        """The bytes of its file."""
        target = io.BytesIO()
        if self.kind is JPEG:
            self.image.save(target, "JPEG", quality=92)
        else:
            self.image.save(target, "PNG")
        return target.getvalue()

    def scaled(self, side: int) -> "CleanPicture":
        """A smaller one, no side longer than `side` pixels."""
        small = self.image.copy()
        small.thumbnail((side, side), reducing_gap=3.0)
        return CleanPicture(small, self.kind)


def clean_picture(content: bytes, name: str) -> CleanPicture:
    """Turned upright, without place, date, camera or comment.

    PNG stays PNG; the rest becomes JPEG, or PNG where it is see-through: office programs cannot show WEBP.
    Raises NotSupported.
    """
    from PIL import Image, ImageOps  # slow to import: only when a picture comes in

    if len(content) > MOST_BYTES:
        raise _too_large(name)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise _too_large(name)
                was_png = picture.format == "PNG"
                image = _fresh(ImageOps.exif_transpose(picture))
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise _too_large(name) from error
        except (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, Warning) as error:
            raise NotSupported(
                _("{name} is no picture, or it is damaged. Nothing was stored; ask for the file again.").format(
                    name=name
                )
            ) from error
    return CleanPicture(image, PNG if was_png or image.mode == "RGBA" else JPEG)


def _fresh(picture: "Image") -> "Image":
    """The pixels alone, on a canvas that never heard of the file they came from."""
    from PIL import Image  # already imported by the caller

    see_through = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    pixels = _in_common_colours(picture).convert("RGBA" if see_through else "RGB")
    canvas = Image.new(pixels.mode, pixels.size)
    canvas.paste(pixels)
    return canvas


def _in_common_colours(picture: "Image") -> "Image":
    """The picture in sRGB, where it says what its colours mean; otherwise as it is."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    from PIL import ImageCms  # slow to import: few pictures have a profile

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):  # a broken profile means nothing: the pixels are what we have
        return picture
    return picture if turned is None else turned


def _too_large(name: str) -> NotSupported:
    return NotSupported(
        _("{name} is too large (more than {limit} megapixels). Nothing was stored; make it smaller first.").format(
            name=name, limit=MOST_PIXELS // 1_000_000
        )
    )


def read_picture(path: Path) -> bytes:
    """The stored bytes. Raises NotSupported when the file is gone."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotSupported(
            _("The picture {path} is missing. The plan is safe; restore a backup or add the picture again.").format(
                path=path
            )
        ) from error
