"""Words in the language in use, and in the language of a document."""

import gettext
import os
import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from smcal.files import resources

LANGUAGES = ("ru", "en")
"""Languages of window and command line; English is the language of the source."""

DOCUMENT_LANGUAGES = ("ru", "lv", "de", "en")
"""Languages of documents, and of the findings in them."""


class Words(NamedTuple):
    """One language: how to say a sentence, and one with a number in it."""

    language: str
    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]


@cache
def words(language: str) -> Words:
    """The words of a language ("ru", "lv"); a language without a catalogue speaks English."""
    found = gettext.translation("smcal", resources() / "locale", [language], fallback=True)

    def translate(text: str) -> str:
        return found.gettext(text) if text else ""  # gettext keeps the catalogue's own header under the empty text

    return Words(language if language in DOCUMENT_LANGUAGES else "en", translate, found.ngettext)


def system_language(environment: Mapping[str, str] = os.environ) -> str:
    """The language of this computer, or English where it has none of ours.

    SMCAL_LANGUAGE comes first, then what gettext goes by: LANGUAGE (a list), LC_ALL, LC_MESSAGES, LANG.
    """
    for name in ("SMCAL_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = [re.split(r"[_.@-]", word)[0].lower() for word in environment.get(name, "").split(":") if word]
        if wanted:  # a system that is set to a language we lack gets English, not the next variable
            return next((language for language in wanted if language in LANGUAGES), "en")
    return _windows_language()


def _windows_language() -> str:
    """The language of the Windows desktop, which sets none of the variables; English elsewhere."""
    if sys.platform != "win32":
        return "en"
    import ctypes

    primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
    return "ru" if primary == 0x19 else "en"  # LANG_RUSSIAN


class _Interface:
    """The language that the person at this computer reads."""

    words = Words("en", lambda text: text, lambda one, many, n: one if n == 1 else many)


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


def N_(text: str) -> str:
    """Mark a text for the catalogue; it is translated where it is shown."""
    return text
