"""Every version that was ever in force or decided something: when, by whom, what was decided by it."""

import datetime as dt
import json
from typing import NamedTuple

from smcal.model import KeptPack
from smcal.regulation import Pack, read_pack
from smcal.store import Area
from smcal.store.reader import Reader
from smcal_ui.desk import Desk


class Version(NamedTuple):
    """A regulation as it was kept, and what came of it."""

    pack: Pack
    kept: KeptPack | None  # None: ships with smcal, and nothing was decided by it yet
    at: dt.datetime | None  # UTC; when it was last put in force
    person: str
    submissions: int
    overrides: int
    in_force: bool


def versions(desk: Desk) -> list[Version]:
    """All of them, the one in force first, then the latest."""
    settings = desk.workspace.settings()
    with desk.read() as reader:
        kept = reader.kept_packs()
        put = _put_in_force(reader)
        handed = [s.pack_id for page in reader.pages(archived=True) for s in reader.submissions(page.id)]
        made = [override.pack_id for override in reader.overrides()]
    text = desk.workspace.pack_text()
    found = [
        Version(
            read_pack(one.toml.encode(), f"{one.regulation} {one.version}"),
            one,
            put.get(one.id, (None, ""))[0],
            put.get(one.id, (None, ""))[1],
            handed.count(one.id),
            made.count(one.id),
            one.id == settings.pack or (settings.pack is None and one.toml == text),
        )
        for one in kept
    ]
    if not any(version.in_force for version in found):
        found.append(Version(desk.workspace.pack(), None, None, "", 0, 0, True))
    return sorted(found, key=_rank, reverse=True)


def _put_in_force(reader: Reader) -> dict[str, tuple[dt.datetime, str]]:
    """When a pack was put in force for the last time, and by whom."""
    put: dict[str, tuple[dt.datetime, str]] = {}
    for entry in reader.story(Area.SETTINGS, "pack"):
        value = next((change.after for change in entry.fields if change.field == "value"), None)
        pack_id = json.loads(value) if value else None
        if pack_id is not None:
            put.setdefault(pack_id, (entry.at, entry.person))
    return put


def _rank(version: Version) -> tuple[bool, dt.datetime, bool, int]:
    earliest = dt.datetime.min.replace(tzinfo=dt.UTC)
    when = version.at or (version.kept.at if version.kept else earliest)
    return version.in_force, when, version.at is not None, version.pack.version
