"""Turns what people type into the search box into a condition that no input can break."""

from smcal.text import clean_name, folded

_WORDS = 12
_LETTERS = 200


def condition(text: str) -> tuple[str, list[str]]:
    """SQL and its values for "holds every word"; no values when there is nothing to look for."""
    words = list(dict.fromkeys(folded(clean_name(text))[:_LETTERS].split()))[:_WORDS]
    return " AND ".join(["search LIKE ? ESCAPE '\\'"] * len(words)), [f"%{_literal(word)}%" for word in words]


def _literal(word: str) -> str:
    for letter in ("\\", "%", "_"):
        word = word.replace(letter, f"\\{letter}")
    return word
