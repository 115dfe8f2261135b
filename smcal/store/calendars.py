"""Settings, regulation and working time of a workspace: read once, kept until a change set touches them."""

import datetime as dt
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from smcal.model import CURATOR, KeptPack, WorkingHours
from smcal.store.changes import Area, ChangeSet
from smcal.store.errors import Damaged, decoded
from smcal.store.reader import Reader
from smcal.store.settings import Settings
from smcal.words import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from smcal.regulation import Pack
    from smcal.worktime import HolidayYear, Hours, Worktime

T = TypeVar("T")

_NATIONAL = ("settings", "pack", "years")  # what a fresh calendar leaves as it is
_TOUCHING = (Area.SETTINGS, Area.CALENDAR_CHANGES, Area.WORKING_HOURS)


class Calendars:
    """Answers for one workspace. National holidays come from the file; a year it lacks is asked for and then kept."""

    def __init__(self, read: Callable[[], Reader]) -> None:
        self._read = read
        self._kept: dict[str, Any] = {}
        self._guard = threading.RLock()
        self.unsaved: dict[int, HolidayYear] = {}
        """Years that the file does not have yet."""

    def forget(self, changes: ChangeSet) -> None:
        """Drop what a change set has made stale."""
        if any(changes.ids(area) for area in _TOUCHING):
            with self._guard:
                self._kept.clear()
                self.unsaved.clear()

    def refresh(self, today: dt.date) -> bool:
        """Ask the holidays library again for kept years that another version of it knew, and for those around today.

        Slow; for a thread after the first paint. True when working time may have changed.
        """
        from importlib.metadata import version  # slow to import as well

        from smcal.worktime.holiday import edition

        with self._guard:
            settings, known = self.settings(), dict(self._once("years", self._stored))
        current = {year for year, kept in known.items() if kept.library_version == edition(version("holidays"))}
        wanted = {*known, *years_around(today)} - current
        fresh = {year: ask(settings, year) for year in wanted}  # outside the guard: nobody waits for it
        news = any(not _same_days(known.get(year), found) for year, found in fresh.items())
        with self._guard:
            if settings != self.settings():  # changed meanwhile: what was asked for holds no longer
                return True
            self._once("years", self._stored).update(fresh)
            self.unsaved.update(fresh)
            if news:
                self._kept = {key: kept for key, kept in self._kept.items() if key in _NATIONAL}
        return news

    def save(self, connection: "Connection") -> None:
        """Write the years that the file lacks, in the transaction of `connection`."""
        from smcal.store.tables import holiday_year  # SQLAlchemy: only when something is written

        with self._guard:
            for row in holiday_rows(self.unsaved.values()):
                connection.execute(holiday_year.insert().prefix_with("OR REPLACE"), row)

    def settings(self) -> Settings:
        """What the library has settled."""
        return self._once("settings", lambda: self._read().settings())

    def pack(self) -> "Pack":
        """The regulation in force."""
        return self._once("pack", self._read_pack)

    def pack_text(self) -> str:
        """The regulation in force, as it is written."""
        from smcal.regulation import pack_text  # reads TOML: only when asked

        kept = self._kept_pack()
        return pack_text(self.settings().regulation) if kept is None else kept.toml

    def _read_pack(self) -> "Pack":
        from smcal.regulation import load_pack, read_pack  # reads TOML: only when asked

        kept = self._kept_pack()
        if kept is None:
            return load_pack(self.settings().regulation)
        return read_pack(kept.toml.encode(), f"{kept.regulation} {kept.version}")

    def _kept_pack(self) -> KeptPack | None:
        """The library's own regulation, where it has one."""
        wanted = self.settings().pack
        if wanted is None:
            return None
        kept = self._read().get(Area.PACKS, wanted)
        if not isinstance(kept, KeptPack):
            raise Damaged(_("The regulation of this workspace is missing in it. Restore the newest backup."))
        return kept

    def worktime(self) -> "Worktime":
        """By the curator's hours and the days of the whole library."""
        return self._once("worktime", lambda: self._build(CURATOR, None))

    def branch_worktime(self, branch_id: str) -> "Worktime":
        """By a branch's hours (else the curator's) and its own days on top of the library's."""
        return self._once(f"branch {branch_id}", lambda: self._build(branch_id, branch_id))

    def _once(self, key: str, make: Callable[[], T]) -> T:
        with self._guard:
            if key not in self._kept:
                self._kept[key] = make()
            kept: T = self._kept[key]
            return kept

    def _build(self, owner: str, branch_id: str | None) -> "Worktime":
        from smcal.worktime import Worktime

        settings, terms = self.settings(), self.pack().submission
        with self._read() as reader:
            hours = reader.working_hours(owner) or reader.working_hours(CURATOR)
            changes = [c for c in reader.calendar_changes() if c.branch_id in (None, branch_id)]
        return Worktime(
            settings.country,
            self._year,
            hours=hours_of(hours) if hours else None,
            changes=changes,
            language=settings.language,
            window=terms.window if terms else None,
        )

    def _year(self, year: int) -> "HolidayYear":
        with self._guard:
            years = self._once("years", self._stored)
            if year not in years:
                years[year] = self.unsaved[year] = ask(self.settings(), year)
            return years[year]

    def _stored(self) -> "dict[int, HolidayYear]":
        from smcal.worktime import HolidayYear

        place = self.settings()
        texts = self._read().holiday_years(place.country, place.subdivision or "", place.language)
        return {year: decoded(text, HolidayYear) for year, text in texts.items()}


def ask(settings: Settings, year: int) -> "HolidayYear":
    """What the holidays library knows of a year; slow to import."""
    from smcal.worktime import holiday_year

    return holiday_year(settings.country, year, settings.subdivision, settings.language)


def years_around(today: dt.date) -> range:
    """The years that planning looks at."""
    return range(max(today.year - 1, dt.MINYEAR), min(today.year + 1, dt.MAXYEAR) + 1)


def holiday_rows(years: Iterable["HolidayYear"]) -> list[dict[str, Any]]:
    """Years as rows of the cache."""
    return [
        {
            "country": year.country,
            "subdivision": year.subdivision or "",
            "year": year.year,
            "language": year.language,
            "library_version": year.library_version,
            "days": msgspec.json.encode(year).decode(),
        }
        for year in years
    ]


def _same_days(one: "HolidayYear | None", other: "HolidayYear") -> bool:
    return one is not None and (one.days, one.decreed) == (other.days, other.decreed)


def hours_of(rows: Iterable[WorkingHours]) -> "Hours":
    """Working hours as the calendar takes them; weekdays without a row are not worked."""
    from smcal.worktime import Hours

    days: list[tuple[dt.time, dt.time] | None] = [None] * 7
    for row in rows:
        if row.opens is not None and row.closes is not None:
            days[row.weekday] = (row.opens, row.closes)
    return Hours(tuple(days))
