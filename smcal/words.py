"""Words in the language in use, and in the language of a document."""

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from smcal.catalogue import Catalogue
from smcal.files import resources

LANGUAGES = ("ru", "lv", "de", "en")
"""Languages of documents, findings and the command line; English is the language of the source."""

WINDOW_LANGUAGES = ("ru", "lv", "de", "en")
"""Languages that the window speaks: those whose catalogue holds every text of it (devtools.catalogue sees to that)."""


class Words(NamedTuple):
    """One language: how to say a sentence, and one with a number in it."""

    language: str
    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]


_ENGLISH = (lambda text: text, lambda one, many, n: one if n == 1 else many)


@cache
def words(language: str) -> Words:
    """The words of a language ("ru", "lv"); a language without a catalogue speaks English."""
    try:
        found = Catalogue(resources() / "locale" / language / "LC_MESSAGES" / "smcal.mo")
    except FileNotFoundError:
        return Words(language if language in LANGUAGES else "en", *_ENGLISH)

    def translate(text: str) -> str:
        return found.gettext(text) if text else ""  # the catalogue's own header stands under the empty text

    return Words(language if language in LANGUAGES else "en", translate, found.ngettext)


def system_language(environment: Mapping[str, str] = os.environ, ours: Sequence[str] = LANGUAGES) -> str:
    """The language of this computer, or English where it is none of `ours`.

    SMCAL_LANGUAGE comes first, then what gettext goes by: LANGUAGE (a list), LC_ALL, LC_MESSAGES, LANG.
    """
    for name in ("SMCAL_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = [re.split(r"[_.@-]", word)[0].lower() for word in environment.get(name, "").split(":") if word]
        if wanted:  # a system that is set to a language we lack gets English, not the next variable
            return next((language for language in wanted if language in ours), "en")
    desktop = _windows_language()
    return desktop if desktop in ours else "en"


def _windows_language() -> str:
    """The language of the Windows desktop, which sets none of the variables; English elsewhere."""
    if sys.platform != "win32":
        return "en"
    import ctypes

    primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
    return {0x07: "de", 0x19: "ru", 0x26: "lv"}.get(primary, "en")  # LANG_GERMAN, LANG_RUSSIAN, LANG_LATVIAN


class _Interface:
    """The language that the person at this computer reads."""

    words = Words("en", *_ENGLISH)


def speak(language: str) -> None:
    """Choose the language of window and command line, from now on."""
    _Interface.words = words(language)


def spoken() -> Words:
    """The language of window and command line."""
    return _Interface.words


def _(text: str) -> str:
    """Translate into the language of window and command line."""
    return _Interface.words.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a sentence that counts n things."""
    return _Interface.words.ngettext(one, many, n)


def begun_small(text: str, language: str = "") -> str:
    """A text as it stands inside a line: «Отменить: правка поста». German keeps its capital, which may be a noun's.

    So do abbreviations («PR-служба»). The language is the spoken one, where none is given.
    """
    keeps = (language or _Interface.words.language) == "de" or text[1:2].isupper()
    return text if keeps else text[:1].lower() + text[1:]


_INNER = {"ru": ("«»", "„“"), "lv": ("„”", "‚’"), "de": ("„“", "‚‘"), "en": ("“”", "‘’")}


def inside(text: str, language: str = "") -> str:
    """A title as it stands inside quotation marks: its own become the inner ones, as in «Клуб „Маяк“».

    The language is the spoken one, where none is given.
    """
    outer, inner = _INNER[language or _Interface.words.language]
    return text.translate(str.maketrans(outer, inner)) if outer[0] in text else text


def N_(text: str) -> str:
    """Mark a text for the catalogue; it is translated where it is shown."""
    return text
