"""Words in the language in use, and in the language of a document."""

import gettext
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from smcal.files import resources

LANGUAGES = ("ru", "en")
"""Languages with a catalogue; English is the language of the source."""


class Words(NamedTuple):
    """One language: how to say a sentence, and one with a number in it."""

    language: str
    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]


@cache
def words(language: str) -> Words:
    """The words of a language ("ru", "en"); a language without a catalogue speaks English."""
    found = gettext.translation("smcal", resources() / "locale", [language], fallback=True)
    return Words(language if language in LANGUAGES else "en", found.gettext, found.ngettext)


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
