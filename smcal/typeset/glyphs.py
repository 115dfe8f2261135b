"""Characters that no font on this computer has: an accessible PDF may not hold them, so they are replaced and told."""

import re
import unicodedata
from typing import Any

SIGN = "□"
"""Stands for a character that cannot be printed."""

_REFUSED = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_JOINERS = {"\u200d", "\ufe0e", "\ufe0f"}
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


_SURE = re.compile("[ -~\u0400-\u045f]")
"""Letters that every font in question has; they are only refused together with what stands on them, as in 1️⃣."""


def refused(diagnostic: str) -> set[str]:
    """The characters that typst complains of."""
    return {char for text in _REFUSED.findall(diagnostic) for char in _unescape(text) if not _SURE.match(char)}


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else _PLAIN.get(m[2], m[2]), text)


def replace(value: Any, chars: set[str]) -> Any:
    """The same plain value, where each run of these characters is one SIGN; joiners vanish with what they joined."""
    if isinstance(value, str):
        return _replace(value, chars) if not chars.isdisjoint(value) else value
    if isinstance(value, list | tuple):
        return [replace(part, chars) for part in value]
    if isinstance(value, dict):
        return {key: replace(part, chars) for key, part in value.items()}
    return value


def _replace(text: str, chars: set[str]) -> str:
    sign = "?" if SIGN in chars else SIGN
    kept: list[str] = []
    for char in text:
        if char not in chars and not (char in _JOINERS and kept[-1:] == [sign]):
            kept.append(char)
        elif char not in _JOINERS and kept[-1:] != [sign]:
            kept.append(sign)
    return "".join(kept)


def describe(chars: set[str]) -> list[str]:
    """How to name characters that cannot be shown: code point and Unicode name."""
    return [f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() for char in sorted(chars - _JOINERS)]
