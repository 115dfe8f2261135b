"""What an editor would send back: marks and spaces that are wrong in a language, or lost against the source."""

import re
from collections.abc import Iterator

QUOTES = {"ru": "«»", "lv": "„”", "de": "„“"}
ALL_QUOTES = '“”„«»"'
ENDINGS = ("…", ":", "?", "!")
NBSP = "\u00a0"

UNBREAKABLE = {
    "ru": r"(?:№|\bп\.|\bпп\.|\bстр\.) ",
    "lv": r"\bNr\. ",
    "de": r"(?:\bNr\.|\bS\.|\bAnl\.|\bAbs\.|§) |\bz\. ?B\.",
}
"""Abbreviations that stay with what follows, so that an ordinary space after them is wrong."""


DASH = re.compile(r"(?<=\S) – ")
"""A dash that could begin a line. Russian only: its sentences are full of dashes."""


def set_well(language: str, text: str) -> str:
    """A translation whose dashes stay with the word before them."""
    return DASH.sub(f"{NBSP}– ", text) if language == "ru" else text


def misspelt(language: str, source: str, text: str) -> Iterator[str]:
    """Everything wrong with the signs of a translation of `source`, one line each."""
    own = QUOTES.get(language, ALL_QUOTES)
    if foreign := sorted({sign for sign in text if sign in ALL_QUOTES} - set(own)):
        yield f"quotation marks {''.join(foreign)} instead of {own[0]}…{own[-1]}"
    elif language in QUOTES and not paired(text, *own):
        yield f"quotation marks {own[0]}…{own[-1]} that do not pair"
    if "..." in text:
        yield "three dots instead of …"
    if re.search(r"[\d}] ?%", text) and not re.search(rf"[\d}}]{NBSP}%", text):
        yield "no no-break space before %"
    if "  " in text.replace("\n", "") and "  " not in source:
        yield "two spaces"
    if re.search(UNBREAKABLE.get(language, r"(?!)"), text):
        yield "a space that may break after an abbreviation"
    if re.search(r"\w - \w", text):
        yield "a hyphen for a dash"
    if "—" in text:
        yield "a long dash for –"
    if text != set_well(language, text):
        yield "a dash that may begin a line"
    if (source[:1].isspace(), source[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace()):
        yield "other spaces at its ends than in the source"
    if ending(source) != ending(text) or (is_sentence(source) and not text.rstrip().endswith(".")):
        yield f"ends otherwise than {source!r}"
    if shortcuts(source) != shortcuts(text):
        yield "other shortcut (&) than in the source"


def paired(text: str, opening: str, closing: str) -> bool:
    """Whether every quotation mark has its other one."""
    depth = 0
    for sign in text:
        depth += (sign == opening) - (sign == closing)
        if depth < 0:
            return False
    return depth == 0


def ending(text: str) -> str:
    """How a text ends, where that says something: a dialog follows, a list follows, a question."""
    return next((sign for sign in ENDINGS if text.rstrip().endswith(sign)), "")


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does. Not the other way round: elsewhere a point may be an abbreviation's."""
    return text.rstrip().endswith(".")


def shortcuts(text: str) -> int:
    """How many letters a text underlines."""
    return len(re.findall(r"&[^&\s]", text.replace("&&", "")))
