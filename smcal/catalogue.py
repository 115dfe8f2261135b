"""A catalogue of translations that looks texts up in its file: a window says a tenth of what a catalogue holds."""

import struct
from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from gettext import c2py
from pathlib import Path

MAGIC = 0x950412DE


class Catalogue:
    """A compiled catalogue (`.mo`): texts sorted by their English form, as `msgfmt` and Babel write them, in UTF-8.

    Read whole, but split into texts only where they are said: all of them together would take a megabyte. A text that
    is not in it is said as it is. Raises OSError when the file cannot be read, ValueError when it is no catalogue.
    """

    def __init__(self, path: Path) -> None:
        self._raw = path.read_bytes()
        if len(self._raw) < 28:
            raise ValueError(f"{path} is no catalogue")
        magic, _revision, self._count, self._ids, self._texts = struct.unpack_from("<5I", self._raw)
        if magic != MAGIC:
            raise ValueError(f"{path} is no catalogue")
        self._said: dict[str, tuple[str, ...]] = {}
        self._form: Callable[[int], int] = c2py(self._plural())

    def gettext(self, text: str) -> str:
        """A text in the language of the catalogue."""
        return (self._said.get(text) or self._find(text) or (text,))[0]

    def ngettext(self, one: str, many: str, n: int) -> str:
        """A text that counts n things."""
        forms = self._said.get(one) or self._find(one)
        return forms[self._form(n)] if forms else one if n == 1 else many

    def _find(self, text: str) -> tuple[str, ...]:
        wanted = text.encode()
        at = bisect_left(range(self._count), wanted, key=partial(self._entry, self._ids))
        found = at < self._count and self._entry(self._ids, at) == wanted
        self._said[text] = forms = tuple(self._whole(self._texts, at).decode().split("\0")) if found else ()
        return forms

    def _entry(self, table: int, at: int) -> bytes:
        """What stands there, without the plural of the English text."""
        return self._whole(table, at).partition(b"\0")[0]

    def _whole(self, table: int, at: int) -> bytes:
        length, start = struct.unpack_from("<2I", self._raw, table + 8 * at)
        return self._raw[start : start + length]

    def _plural(self) -> str:
        """The rule for plural forms, which the header tells under the empty text."""
        lines = (self._find("") or ("",))[0].splitlines()
        rules = [line.partition("plural=")[2] for line in lines if line.startswith("Plural-Forms:")]
        return rules[0].rstrip("; ") if rules else "n != 1"
