"""What a command prints: one JSON object for programs, or lines and tables for people."""

import datetime as dt
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

import msgspec

from smcal.words import spoken


def emit(as_json: bool, answer: dict[str, Any], lines: Iterable[str]) -> None:
    """Print the answer as one line of JSON, or else the lines."""
    if as_json:
        say(msgspec.json.encode(answer).decode())
    else:
        for line in lines:
            say(line)


def say(line: str) -> None:
    """Print one line to standard output at once."""
    print(line, flush=True)


def complain(line: str) -> None:
    """Print one line to standard error, whatever the text holds."""
    print(" ".join(line.split()), file=sys.stderr, flush=True)


def speak_utf8() -> None:
    """Make the streams take any letter: UTF-8 into files and pipes, "?" on a terminal that lacks it."""
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)


def _prepare(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="replace")


def table(rows: Iterable[Sequence[str]], *, gap: int = 2) -> list[str]:
    """Rows with their columns aligned; the last column runs free. Empty columns disappear."""
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(map(width, column), default=0) for column in zip(*cells, strict=True)]
    shown = [n for n, wide in enumerate(widths) if wide]
    return [(" " * gap).join(row[n] + " " * (widths[n] - width(row[n])) for n in shown).rstrip() for row in cells]


def shown_day(day: dt.date) -> str:
    """A day in a table: 2026-11-30 in English, 30.11.2026 else."""
    return day.isoformat() if spoken().language == "en" else f"{day:%d.%m.%Y}"


def width(text: str) -> int:
    """How many places a terminal gives to a text."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def shorten(text: str, limit: int) -> str:
    """A text on one line of at most `limit` letters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
