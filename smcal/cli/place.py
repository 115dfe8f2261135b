"""Where a regulation holds: its country and time zone, else those of this computer."""

import os
from zoneinfo import ZoneInfo

from smcal.errors import WrongUse
from smcal.regulation import Pack
from smcal.words import _
from smcal.worktime import Window, Worktime, national_years


def named_zone(name: str) -> ZoneInfo:
    """The time zone of that IANA name. Raises `WrongUse`."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # ZoneInfo raises OSError for the name of a folder
        raise WrongUse(
            _("There is no time zone “{zone}”. Write its name, as in Europe/Moscow.").format(zone=name)
        ) from None


NO_COUNTRY = ("001", "ZZ")
"""What the Unicode tables give for zones that lie in no country: the world, and nobody knows."""


def zone_of(pack: Pack) -> ZoneInfo:
    """The zone of a regulation, else of this computer."""
    return named_zone(pack.zone or system_zone())


def system_zone() -> str:
    """The IANA name of this computer's time zone; UTC where the system does not tell."""
    from babel.localtime import get_localzone  # only for regulations that hold anywhere

    return getattr(get_localzone(), "key", None) or "UTC"


def country_of(pack: Pack, zone: str | None = None) -> str:
    """The country of a regulation, else of this computer: by its language, else by the time zone given or its own.

    Raises `WrongUse` where nothing tells.
    """
    country = pack.country or _system_country() or _country_of_zone(zone or system_zone())
    if country is None:
        raise WrongUse(_("This regulation holds in any country: say which with --country, as in --country RU."))
    return country


def _country_of_zone(zone: str) -> str | None:
    """The country that a time zone lies in; UTC lies in none."""
    from babel.core import get_global  # only for regulations that hold anywhere

    country = get_global("zone_territories").get(zone)
    return str(country) if country not in (None, *NO_COUNTRY) else None


def _system_country() -> str | None:
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        _language, _sep, country = os.environ.get(name, "").partition(".")[0].partition("_")
        if len(country) == 2 and country.isalpha():
            return country.upper()
    return None


def pack_worktime(pack: Pack, country: str | None = None) -> tuple[Worktime, Window | None]:
    """Working time under a regulation with the usual hours, and its window; None where it sets none.

    Without a country given, a regulation without a window goes by any: nothing is counted with it.
    """
    window = pack.submission.window if pack.submission else None
    country = country or (country_of(pack) if pack.country or window else "RU")
    years = national_years(country, pack.subdivision, pack.language)
    return Worktime(country, years, language=pack.language, window=window), window
