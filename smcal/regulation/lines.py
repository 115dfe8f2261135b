"""Where each key of a TOML file stands: the parsers give no line for a wrong value."""

import re

Path = tuple[str | int, ...]

LONGEST = 60  # letters of a key, or of a value, that a message shows

_HEADER = re.compile(r"^\s*(\[\[?)([^\[\]]+)\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")


def key_lines(text: str) -> dict[Path, int]:
    """The line, from 1, of every table and key that begins a line; tables in an array have their number in the path.

    Keys inside inline tables are found by their table's line.
    """
    lines: dict[Path, int] = {}
    counts: dict[str, int] = {}
    table: Path = ()
    for number, line in enumerate(text.split("\n"), start=1):  # not splitlines: TOML knows no other line ends
        if header := _HEADER.match(line):
            table = _table(header[1], _parts(header[2]), counts)
            lines.setdefault(table, number)
            lines.setdefault(table[:1], number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_parts(key[1])), number)
    return lines


def line_of(path: Path, lines: dict[Path, int]) -> int:
    """The line of a key, or of the nearest thing around it; 1 where nothing around it is written down."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 1


def dotted(path: Path) -> str:
    """A path as people write it: topics[3].title.ru."""
    text = ""
    for part in path:
        name = part if isinstance(part, int) else cut(part)
        text += f"[{name + 1}]" if isinstance(name, int) else f".{name}" if text else name
    return text


def cut(text: str) -> str:
    """What somebody wrote, short enough for a line and without what would break it."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text[: LONGEST + 1])
    return printable if len(text) <= LONGEST else f"{printable[:LONGEST]}…"


def _parts(text: str) -> Path:
    return tuple(double or single or bare for double, single, bare in _PART.findall(text))


def _table(bracket: str, parts: Path, counts: dict[str, int]) -> Path:
    name = str(parts[0]) if parts else ""
    if bracket == "[[":
        counts[name] = counts.get(name, -1) + 1
    return (name, counts[name], *parts[1:]) if name in counts else parts
