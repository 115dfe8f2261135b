"""A picture inside a Word template."""

import io
from pathlib import Path
from typing import Any

from smcal.documents.sheet import SheetPicture
from smcal.typeset.pictures import scale

_MM = 36_000  # English metric units
_ALONE = (34 * _MM, 27 * _MM)
_IN_PAIRS = (16 * _MM, 17 * _MM)


class Placed:
    """Renders itself where the template says {{ picture }}, with its alternative text."""

    def __init__(self, word: Any, picture: SheetPicture, *, alone: bool) -> None:
        self._word = word
        self._alt = picture.alt
        self._room = _ALONE if alone else _IN_PAIRS
        self._scaled = scale(Path(picture.path), Path(picture.thumbnail) if picture.thumbnail else None)

    @property
    def readable(self) -> bool:
        """Whether the file is a picture that can be shown."""
        return self._scaled is not None

    def __html__(self) -> str:
        if self._scaled is None:
            return ""
        width, height = self._scaled.width, self._scaled.height
        factor = min(self._room[0] / width, self._room[1] / height)
        inline = self._word.current_rendering_part.new_pic_inline(
            io.BytesIO(self._scaled.data), round(width * factor), round(height * factor)
        )
        inline.docPr.set("descr", self._alt)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # where they are missing LibreOffice leaves 3 mm
        return f'</w:t></w:r><w:r><w:drawing>{inline.xml}</w:drawing></w:r><w:r><w:t xml:space="preserve">'

    __str__ = __html__
