"""What a library has settled for its workspace; it travels with the file."""

import msgspec

from smcal.errors import WrongUse
from smcal.model import Setting
from smcal.words import _


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of one workspace, complete."""

    library: str = ""
    regulation: str = "spb-cbs"  # id of a pack, or a path to one
    country: str = "RU"  # ISO 3166-1
    subdivision: str | None = None  # ISO 3166-2 without the country, for its own holidays
    zone: str = "Europe/Moscow"  # IANA name
    language: str = "ru"
    pr_service: bool = True  # there is a PR service, so partner material needs its consent
    has_designer: bool = True
    pack: str | None = None  # the library's own regulation, a KeptPack; None: the one that ships with smcal


def settings_to_rows(settings: Settings) -> list[Setting]:
    """One row a setting, its value as JSON."""
    return [
        Setting(id=key, value=msgspec.json.encode(value).decode())
        for key, value in msgspec.structs.asdict(settings).items()
    ]


def settings_from_rows(rows: dict[str, str]) -> Settings:
    """Settings from key and JSON; a missing key has its default, keys of others are left alone."""
    known = {key: msgspec.Raw(rows[key].encode()) for key in Settings.__struct_fields__ if key in rows}
    try:
        return msgspec.json.decode(msgspec.json.encode(known), type=Settings)
    except msgspec.DecodeError as error:
        text = _(
            "A setting of this workspace makes no sense ({error}). Nothing was changed; restore the newest backup."
        )
        raise WrongUse(text.format(error=error)) from error
