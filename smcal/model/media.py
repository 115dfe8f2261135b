"""Pictures, video and sound that go with posts."""

from enum import StrEnum

import msgspec


class MediaKind(StrEnum):
    """What a file is, told by its content and never by its name."""

    PICTURE = "picture"
    VIDEO = "video"
    SOUND = "sound"
    DOCUMENT = "document"


class Media(msgspec.Struct, frozen=True, kw_only=True):
    """One file in the media folder."""

    id: str  # SHA-256 of the stored bytes, lower-case hex
    name: str  # for people to read, cleaned
    kind: MediaKind
    suffix: str  # of the stored file, as in ".jpg", chosen by us from the content
    size: int  # bytes
    width: int = 0  # pixels, pictures only
    height: int = 0


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file placed in a post, with what readers and the curator need to know about it."""

    id: str
    post_id: str
    media_id: str
    position: int = 0
    alt: str = ""  # alternative text
    borrowed: bool = False  # then author and source are required (spb-cbs 5.7)
    author: str = ""
    source: str = ""
