"""Cleans text at the border, so that no control character, surrogate or hidden direction mark goes any further."""

import re
import unicodedata

_BREAKS = re.compile("\r\n?|[\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_PLANE_ENDS = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_NO_LETTER = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff{_PLANE_ENDS}]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LOOSE_SPACES = re.compile("[^\\S\u00a0\u202f]+")  # fixed spaces stay: «№ 3» must not break


def clean_text(text: str) -> str:
    r"""Text of several lines: NFC, lines parted by \n, no other control character but \t, nothing that is no letter."""
    return unicodedata.normalize("NFC", _NO_LETTER.sub("", _BREAKS.sub("\n", text)))


def clean_name(text: str) -> str:
    """A name or a title: one line, no doubled or outer spaces, no marks that turn the direction of reading."""
    return _LOOSE_SPACES.sub(" ", _DIRECTION.sub("", clean_text(text))).strip()


def folded(text: str) -> str:
    """Text as searching sees it: case does not matter, ё is е, and a letter is one letter however it was typed."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).replace("ё", "е")


def clean_file_name(name: str, suffix: str = "") -> str:
    """The name of a file as people may see and save it: no folders, no marks or words that a system forbids.

    With `suffix`, as in ".jpg", it ends in that and in no other suffix that a file of ours can have.
    """
    last = clean_name(re.split(r"[/\\]", name)[-1])
    stem = _FORBIDDEN.sub("_", last)
    while suffix and (match := _SUFFIX.search(stem)):
        stem = stem[: match.start()]
    stem = stem[: 120 - len(suffix)].strip(" .")
    if _DEVICE.match(stem):
        stem = f"_{stem}"
    return f"{stem or 'file'}{suffix}"


_FORBIDDEN = re.compile(r'[<>:"|?*\t\n]')
_SUFFIX = re.compile(r"\.(jpe?g|png|webp|mp4|m4v|mov|mp3|pdf)$", re.IGNORECASE)
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*(\.|$)", re.IGNORECASE)
