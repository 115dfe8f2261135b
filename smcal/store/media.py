"""The files that go with posts: NAME.media beside the workspace, each named by the hash of its bytes."""

import io
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from smcal.atomic import replace, sync, write_bytes
from smcal.model import Media, MediaKind, new_id
from smcal.store.errors import NotSupported, explain_system
from smcal.store.kinds import Kind, head_of, recognise
from smcal.text import clean_file_name
from smcal.words import _

if TYPE_CHECKING:
    from smcal.store.pictures import CleanPicture

SIZES = (96, 480, 1200)
"""Longest side of thumbnails, in pixels."""

_CHUNK = 1 << 20
_DAY = 86_400  # seconds


class MediaStore:
    """Keeps files by content. A file is complete on disk before `add` returns, so a stored row never lacks its file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, source: Path | bytes, name: str | None = None) -> Media:
        """Take a file in and return what to `put`; the same content is kept once.

        Pictures lose everything but their pixels, other files are kept as they are. Raises NotSupported, NoRights,
        DiskFull; then nothing was stored.
        """
        shown = clean_file_name(name if name is not None else source.name if isinstance(source, Path) else "")
        try:
            kind = recognise(head_of(source))
            if kind is None:
                raise NotSupported(
                    _(
                        "{name} is of a kind that smcal does not keep. Nothing was stored; "
                        "JPEG, PNG, WEBP, MP4, MOV, MP3 and PDF are kept."
                    ).format(name=shown)
                )
            self.folder.mkdir(parents=True, exist_ok=True)
            return (
                self._add_picture(source, shown) if kind.kind is MediaKind.PICTURE else self._add(source, shown, kind)
            )
        except OSError as error:
            raise explain_system(error, self.folder / shown) from error

    def path(self, media: Media) -> Path:
        """Where the file of `media` lies."""
        return self.folder / f"{media.id}{media.suffix}"

    def thumbnail(self, media: Media, size: int = SIZES[0]) -> Path | None:
        """A small picture of at least `size` pixels (as far as the picture has them); None for what is no picture.

        Made when it is missing, which takes a moment: `add` has made them all.
        """
        if media.kind is not MediaKind.PICTURE:
            return None
        side = next((known for known in SIZES if known >= size), SIZES[-1])
        if max(media.width, media.height) <= side:
            return self.path(media)
        small = self._small(media, side)
        if not small.exists():
            from smcal.store.pictures import clean_picture, read_picture  # slow to import: few thumbnails are missing

            self._shrink(media, clean_picture(read_picture(self.path(media)), media.name))
        return small

    def orphans(self, known: Collection[str], days: float = 7) -> list[Path]:
        """Files older than `days` that no known hash names: left by a crash, or by a post that was deleted for good."""
        if not self.folder.is_dir():
            return []
        limit = time.time() - days * _DAY
        return sorted(
            file for file in self._files() if file.stem.split("-")[0] not in known and file.stat().st_mtime < limit
        )

    def _files(self) -> Iterator[Path]:
        for folder in (self.folder, self.folder / "thumbnails"):
            if folder.is_dir():
                yield from (file for file in folder.iterdir() if file.is_file() and not file.name.startswith("."))

    def _add_picture(self, source: Path | bytes, name: str) -> Media:
        from hashlib import sha256  # 7 ms of the start otherwise

        from smcal.store.pictures import clean_picture  # Pillow: only when a picture comes in

        picture = clean_picture(source if isinstance(source, bytes) else source.read_bytes(), name)
        content = picture.content()
        media = Media(
            id=sha256(content).hexdigest(),
            name=clean_file_name(name, picture.kind.suffix),
            kind=picture.kind.kind,
            suffix=picture.kind.suffix,
            size=len(content),
            width=picture.image.width,
            height=picture.image.height,
        )
        if not self._has(media):
            write_bytes(self.path(media), content)
        self._shrink(media, picture)
        return media

    def _shrink(self, media: Media, picture: "CleanPicture") -> None:
        """Make every thumbnail that is smaller than the picture, each from the next larger one."""
        for side in reversed(SIZES):
            if side < max(media.width, media.height):
                picture = picture.scaled(side)
                small = self._small(media, side)
                if not small.exists():
                    small.parent.mkdir(exist_ok=True)
                    write_bytes(small, picture.content())

    def _small(self, media: Media, side: int) -> Path:
        return self.folder / "thumbnails" / f"{media.id}-{side}{media.suffix}"

    def _add(self, source: Path | bytes, name: str, kind: Kind) -> Media:
        part = self.folder / f".{new_id()}.part"
        try:
            digest, size = _copy(source, part)
            shown = clean_file_name(name, kind.suffix)
            media = Media(id=digest, name=shown, kind=kind.kind, suffix=kind.suffix, size=size)
            if not self._has(media):
                sync(part)
                replace(part, self.path(media))
        finally:
            part.unlink(missing_ok=True)
        return media

    def _has(self, media: Media) -> bool:
        try:
            return self.path(media).stat().st_size == media.size
        except FileNotFoundError:
            return False


def _copy(source: Path | bytes, target: Path) -> tuple[str, int]:
    """Copy in pieces, so that a film does not have to fit into memory; gives hash and size."""
    from hashlib import sha256  # 7 ms of the start otherwise

    digest, size = sha256(), 0
    with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file, target.open("wb") as copy:
        while piece := file.read(_CHUNK):
            digest.update(piece)
            size += copy.write(piece)
    return digest.hexdigest(), size
