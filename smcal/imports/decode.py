"""Bytes of a spreadsheet's text file as text, in the encoding it was most likely written in."""

import codecs
import re
from pathlib import Path

from smcal.errors import UnreadableFile
from smcal.reasons import reason_of
from smcal.words import _

MAX_BYTES = 50 * 1024 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BIT = ("cp1251", "cp866", "koi8-r", "cp1252", "cp1257", "mac-cyrillic")
_LATIN_EXTRA = frozenset("äöüßéèêëàâçñáíóúôîïûùœæøåãõāčēģīķļņšūžńśźżłěřůý¿¡«»“”„’‘–—…°§№€")
_CYRILLIC_COMMON = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё")
_SAMPLE = 50_000  # characters: enough to tell


def read_text(path: Path) -> tuple[str, str]:
    """The text of a file and the name of its encoding. Raises `UnreadableFile` with what to do instead."""
    data = read_bytes(path)
    _refuse_other_formats(path, data)
    return text_of(data, path)


def text_of(data: bytes, path: Path) -> tuple[str, str]:
    """The same of bytes that were read already, in whatever format."""
    encoding = _encoding(data)
    if encoding is None:
        raise _binary(path)
    try:
        text = _joined(data.decode(encoding, "surrogatepass"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = _("{file} is damaged near line {line}. Save the table again as CSV in UTF-8. Nothing was imported.")
        raise UnreadableFile(message.format(file=path.name, line=line)) from error
    if _looks_binary(text):
        raise _binary(path)
    if not text.strip():
        raise UnreadableFile(_("{file} is empty: there is nothing to import.").format(file=path.name))
    return text.replace("\0", ""), "utf-8" if encoding == "utf-8-sig" else encoding


def read_bytes(path: Path) -> bytes:
    """What a file holds: something, and at most 50 MB. Raises `UnreadableFile`."""
    data = _bytes(path)
    if not data.strip():
        raise UnreadableFile(_("{file} is empty: there is nothing to import.").format(file=path.name))
    return data


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            message = _("{file} is larger than {limit} MB. Split the table and import the parts.")
            raise UnreadableFile(message.format(file=path.name, limit=MAX_BYTES // 1024**2))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(_("There is no file {file}.").format(file=path)) from error
    except OSError as error:
        message = _("{file} cannot be read: {reason}.")
        raise UnreadableFile(message.format(file=path, reason=reason_of(error))) from error


_LATER = {
    ".xlsx": "Excel",
    ".xlsm": "Excel",
    ".xls": "Excel",
    ".ods": "Calc",
    ".ics": "iCalendar",
    ".docx": "Word",
    ".md": "Markdown",
}
_SIGNATURES = ((b"PK\x03\x04", ""), (b"\xd0\xcf\x11\xe0", "Excel"), (b"%PDF", "PDF"), (b"BEGIN:VCALENDAR", "iCalendar"))


def _refuse_other_formats(path: Path, data: bytes) -> None:
    kind = _LATER.get(path.suffix.lower())
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            kind = kind or name or "Excel, Calc, Word"
    if kind:
        message = _("{file} is a {kind} file: these cannot be imported yet. Save the table as CSV and import that.")
        raise UnreadableFile(message.format(file=path.name, kind=kind))


def _encoding(data: bytes) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if b"\0" in data and _looks_binary(data[:_SAMPLE].decode("latin-1")):
        return _unmarked_utf16(data)
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        return "utf-8" if _mostly_utf8(data, error) else _eight_bit(data)
    return "utf-8"


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark has the zero bytes of spaces, separators and line ends on one side only."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(data) % 2 or max(even, odd) * 100 < len(head) or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


_HALF = re.compile("[\ud800-\udfff]")


def _joined(text: str) -> str:
    """The text with the halves of letters that some programs write made whole; a half alone is no letter."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


_UTF8_LETTER = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _mostly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the file was UTF-8 and has suffered: nearly all of its letters are whole."""
    head = data[:_SAMPLE]
    high = sum(byte > 0x7F for byte in head)
    whole = sum(len(letter) for letter in _UTF8_LETTER.findall(head))
    return high > 8 and whole >= 0.9 * high


def _eight_bit(data: bytes) -> str | None:
    """The eight-bit encoding in which the words look most like words; None when none of them fits."""
    telling = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:_SAMPLE]
    scores: dict[str, float] = {}
    for name in _EIGHT_BIT:
        try:
            scores[name] = _wordliness(telling.decode(name))
        except UnicodeDecodeError:
            continue
    best = max(scores, key=lambda name: scores[name], default=None)
    return best if best is not None and scores[best] > 0 else None


_WORD = re.compile(r"[^\W\d_]+")


def _wordliness(text: str) -> float:
    """How many words with other than ASCII letters look right, less those that look wrong."""
    score = 0.0
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in word)
        if cyrillic == len(word):
            natural = word.islower() or word.istitle() or word.isupper()
            common = sum(letter in _CYRILLIC_COMMON for letter in word.lower()) / len(word)
            weight = sum(letter in "оеаинтсрвл" for letter in word.lower()) / len(word)
            score += len(word) * ((0.4 + weight) * common if natural else -1) * (0.7 if word.isupper() else 1)
        elif cyrillic:
            score -= len(word)
        else:
            known = all(letter.isascii() or letter.lower() in _LATIN_EXTRA for letter in word)
            natural = word.islower() or word.istitle() or word.isupper()
            ascii_share = sum(letter.isascii() for letter in word) / len(word)
            score += len(word) * (ascii_share if known and natural and ascii_share > 0 else -1)
    odd = sum(
        not (letter.isalnum() or letter.isspace() or letter in _LATIN_EXTRA) for letter in text if ord(letter) > 0x7F
    )
    return score - odd


def _looks_binary(text: str) -> bool:
    head = text[:_SAMPLE]
    odd = sum(ord(letter) < 32 and letter not in "\t\n\r\v\f\x1c\x1d\x1e" for letter in head)
    return odd * 20 > len(head)


def _binary(path: Path) -> UnreadableFile:
    message = _(
        "{file} is not a table of text: it looks like a picture, a program or a damaged file. Nothing was imported."
    )
    return UnreadableFile(message.format(file=path.name))
