"""What somebody had before them when they decided: a mark that is another one as soon as that reads otherwise."""

from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from smcal.model import Attachment, Post


def mark(texts: Iterable[str]) -> str:
    """A short mark of texts. It tells edits apart, and is no proof: nobody gains by forging their own decision."""
    data = "\0".join(texts).encode()  # a hash of the standard library would bring OpenSSL to the first paint
    return f"{crc32(data):08x}{len(data):x}"


@lru_cache(maxsize=2048)  # asked for at every move of the mouse, of posts that stay as they are
def post_mark(post: Post, files: tuple[Attachment, ...]) -> str:
    """A mark of what readers would get from a post, its files included: neither its day nor what is recorded of it."""
    told = (post.id, post.title, post.text, post.partner, post.author, post.source, post.direction or "")
    flags = (str(post.topic), str(post.borrowed), str(post.personal_data))
    shown = (part for file in files for part in (file.media_id, file.alt, file.author, file.source, str(file.borrowed)))
    return mark((*told, *flags, *shown))
