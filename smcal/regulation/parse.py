"""From bytes to the tables of a TOML file, or the line at which that fails."""

import re
import tomllib
from typing import Any

import msgspec

from smcal.errors import UnreadableFile
from smcal.words import _

_DIGITS = re.compile(r"\d[\d_]{999,}")
_QUOTED = re.compile(r"#[^\n]*|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")
DEEPEST = 100  # brackets in brackets; a regulation has three


class Fault(msgspec.Struct, frozen=True, order=True):
    """One thing wrong with a file: line, from 1, key, and what was expected."""

    line: int
    key: str
    expected: str

    def told(self, name: str) -> str:
        """As compilers say it: FILE:LINE: KEY: what was expected."""
        return (
            f"{name}:{self.line}: {self.key}: {self.expected}" if self.key else f"{name}:{self.line}: {self.expected}"
        )


def decoded(raw: bytes, name: str) -> str:
    """The text of a file; raises `UnreadableFile` for what is none."""
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(Fault(line, "", _("the file must be UTF-8 text")).told(name)) from None


def parsed(text: str, name: str) -> dict[str, Any]:
    """The tables of the file; raises `UnreadableFile` with the line for what is no TOML."""
    try:
        return tomllib.loads(text)
    except RecursionError:
        fault = Fault(_line_of(text, _deep(text)), "", _("brackets are nested too deeply"))
    except ValueError as error:
        endless = None if isinstance(error, tomllib.TOMLDecodeError) else _endless(text)  # else of the language itself
        if endless is not None:
            fault = Fault(_line_of(text, endless), "", _("a number with too many digits"))
        else:
            said, line = _place(str(error), text)
            fault = Fault(line, "", _("not valid TOML: {error}").format(error=said))
    raise UnreadableFile(fault.told(name))


def _place(said: str, text: str) -> tuple[str, int]:
    """tomllib tells the line only inside its message: "… (at line 3, column 5)" or "… (at end of document)"."""
    message, _sep, place = said.rpartition(" (at ")
    digits = place.removeprefix("line ").partition(",")[0]
    return message, int(digits) if digits.isdigit() else text.count("\n") + 1


def _endless(text: str) -> int | None:
    """Where the longest number begins."""
    longest = max(_DIGITS.finditer(_bare(text)), key=lambda found: len(found[0]), default=None)
    return None if longest is None else longest.start()


def _deep(text: str) -> int:
    """Where brackets in brackets become more than any file needs."""
    depth = 0
    for at, letter in enumerate(_bare(text)):
        depth += (letter in "[{") - (letter in "]}")
        if depth > DEEPEST:
            return at
    return 0


def _bare(text: str) -> str:
    """The text without what stands in quotes and comments; every letter keeps its place."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


def _line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
