"""Turns what people type into the search box into a condition that no input can break."""

from smcal.model import Post
from smcal.text import clean_name, folded

_WORDS = 12
_LETTERS = 200


def condition(text: str) -> tuple[str, list[str]]:
    """SQL and its values for "holds every word"; no values when there is nothing to look for."""
    words = list(dict.fromkeys(folded(clean_name(text))[:_LETTERS].split()))[:_WORDS]
    holds = " AND ".join(["words LIKE ? ESCAPE '\\'"] * len(words))
    return f"id IN (SELECT post_id FROM post_search WHERE {holds})", [f"%{_literal(word)}%" for word in words]


def words_of(post: Post) -> str:
    """What of a post can be found, as searching sees it."""
    return folded(f"{post.title}\n{post.text}")


def _literal(word: str) -> str:
    for letter in ("\\", "%", "_"):
        word = word.replace(letter, f"\\{letter}")
    return word
