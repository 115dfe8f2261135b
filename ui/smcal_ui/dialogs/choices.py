"""What can be chosen in several dialogs: networks, roles, countries, zones, pages, people, regulations."""

import datetime as dt
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, QTimeZone

from smcal import words
from smcal.model import Branch, Network, NoteKind, Page, Period, Person, Role
from smcal.regulation import load_pack, pack_ids
from smcal.words import N_, _, spoken
from smcal_ui.names import NETWORKS, NOTE_KINDS, ROLES, network_name, note_kind_name, page_name, role_name

COUNTRIES = {
    "RU": N_("Russia"),
    "BY": N_("Belarus"),
    "KZ": N_("Kazakhstan"),
    "LV": N_("Latvia"),
    "LT": N_("Lithuania"),
    "EE": N_("Estonia"),
    "DE": N_("Germany"),
    "AT": N_("Austria"),
    "CH": N_("Switzerland"),
    "GB": N_("United Kingdom"),
    "US": N_("United States"),
}
PLACES = {
    "spb-cbs": N_("St Petersburg"),
    "liepaja-lczb": N_("Liepāja"),
    "ogre-novads": N_("Ogre"),
    "espelkamp": N_("Espelkamp"),
}
"""Where a regulation that ships with smcal holds: titles alone are much alike."""

LANGUAGES = {"ru": "Русский", "lv": "Latviešu", "de": "Deutsch", "en": "English"}
"""Languages by their own names, as people look for them."""

Choice = tuple[object, str]


def networks() -> list[tuple[Network, str]]:
    """Every network that a page can live in."""
    return [(network, network_name(network)) for network in NETWORKS]


def note_kinds() -> list[tuple[NoteKind, str]]:
    """What a note on a day can be."""
    return [(kind, note_kind_name(kind)) for kind in NOTE_KINDS]


def roles() -> list[tuple[Role, str]]:
    """What people do."""
    return [(role, role_name(role)) for role in ROLES]


def countries() -> list[tuple[str, str]]:
    """Countries whose public holidays smcal offers."""
    return [(code, _(name)) for code, name in COUNTRIES.items()]


def languages() -> list[tuple[str, str]]:
    """Languages of the window."""
    return [(language, LANGUAGES[language]) for language in words.WINDOW_LANGUAGES]


def document_languages() -> list[tuple[str, str]]:
    """Languages of documents."""
    return [(language, LANGUAGES[language]) for language in words.LANGUAGES]


def regulations() -> list[tuple[str, str]]:
    """The regulations that ship with smcal: whose they are, and their titles; the one for anybody comes last."""
    offered = []
    for name in sorted(pack_ids(), key=lambda name: (name not in PLACES, name)):
        title = load_pack(name).title.within(spoken().language)
        offered.append(
            (name, _("{place}: {title}").format(place=_(PLACES[name]), title=title) if name in PLACES else title)
        )
    return offered


def zones(country: str, also: str = "") -> list[tuple[str, str]]:
    """The time zones of a country, west to east, as in "Moscow (UTC+3)"; `also` is among them in any case."""
    territory = QLocale.codeToTerritory(country)
    names = {bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds(territory)} | {also} - {""}
    known = [(offset, name) for name in names if (offset := _offset(name)) is not None]
    return [(name, f"{name.replace('_', ' ')} ({_utc(offset)})") for offset, name in sorted(known)]


def pages(found: Iterable[Page], branches: Iterable[Branch]) -> list[tuple[str, str]]:
    """Pages by the names that the library calls them."""
    by_id = {branch.id: branch for branch in branches}
    return [(page.id, page_name(page, by_id)) for page in found]


def people(found: Sequence[Person], none: str = "") -> list[tuple[str | None, str]]:
    """People with what they do; first nobody, where `none` says so in words."""
    nobody: list[tuple[str | None, str]] = [(None, none)] if none else []
    return nobody + [(person.id, f"{person.name} · {role_name(person.role)}") for person in found]


def _offset(name: str) -> dt.timedelta | None:
    try:
        return dt.datetime(2026, 1, 15, tzinfo=ZoneInfo(name)).utcoffset()
    except (KeyError, ValueError):  # Qt knows a zone that this computer's own data lacks
        return None


def _utc(offset: dt.timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes >= 0 else '−'}{hours}" + (f":{rest:02d}" if rest else "")


def day(date: dt.date) -> Period:
    """One day as a period."""
    return Period(date, date)
