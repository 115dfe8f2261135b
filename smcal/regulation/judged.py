"""What somebody had before them when they decided: a mark that is another one as soon as that reads otherwise."""

from collections.abc import Iterable
from zlib import crc32

from smcal.model import Attachment, Post

Files = tuple[Attachment, ...]

MOST = 20_000
"""Posts whose marks are kept: more than a year of fifty pages."""

_kept: dict[str, tuple[Post, Files, str]] = {}


def mark(texts: Iterable[str]) -> str:
    """A short mark of texts. It tells edits apart, and is no proof: nobody gains by forging their own decision."""
    data = "\0".join(texts).encode()  # a hash of the standard library would bring OpenSSL to the first paint
    return f"{crc32(data):08x}{len(data):x}"


def post_mark(post: Post, files: Files) -> str:
    """A mark of what readers would get from a post, its files included: neither its day nor what is recorded of it.

    Kept while the post and its files are the very same objects: it is asked for at every move of the mouse.
    """
    known = _kept.get(post.id)
    if known is not None and known[0] is post and known[1] is files:
        return known[2]
    if len(_kept) >= MOST:
        _kept.clear()
    made = _post_mark(post, files)
    _kept[post.id] = (post, files, made)
    return made


def _post_mark(post: Post, files: Files) -> str:
    told = [post.id, post.title, post.text, post.partner, post.author, post.source, post.direction or ""]
    told.append(f"{post.topic} {post.borrowed} {post.personal_data}")
    for file in files:
        told += (file.media_id, file.alt, file.author, file.source, "borrowed" if file.borrowed else "")
    return mark(told)
