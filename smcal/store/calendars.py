"""Settings, regulation and working time of a workspace: read once, kept until a change set touches them."""

import datetime as dt
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from smcal.model import CURATOR, WorkingHours
from smcal.store.changes import Area, ChangeSet
from smcal.store.reader import Reader
from smcal.store.settings import Settings

if TYPE_CHECKING:
    from smcal.regulation import Pack
    from smcal.worktime import HolidayYear, Hours, Worktime

T = TypeVar("T")

_TOUCHING = (Area.SETTINGS, Area.CALENDAR_CHANGES, Area.WORKING_HOURS)


class Calendars:
    """Answers for one workspace. National holidays come from the file; a year it lacks is asked for and then kept."""

    def __init__(self, read: Callable[[], Reader]) -> None:
        self._read = read
        self._kept: dict[str, object] = {}
        self._years: dict[int, HolidayYear] = {}
        self._guard = threading.RLock()
        self.unsaved: dict[int, HolidayYear] = {}
        """Years that the file does not have yet."""

    def forget(self, changes: ChangeSet) -> None:
        """Drop what a change set has made stale."""
        if any(changes.ids(area) for area in _TOUCHING):
            with self._guard:
                self._kept.clear()
                if changes.ids(Area.SETTINGS):
                    self._years.clear()
                    self.unsaved.clear()

    def settings(self) -> Settings:
        """What the library has settled."""
        return self._once("settings", lambda: self._read().settings())

    def pack(self) -> "Pack":
        """The regulation in force."""
        from smcal.regulation import load_pack  # reads TOML: only when asked

        return self._once("pack", lambda: load_pack(self.settings().regulation))

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
            return self._kept[key]  # type: ignore[return-value]

    def _build(self, owner: str, branch_id: str | None) -> "Worktime":
        from smcal.worktime import Worktime

        settings = self.settings()
        with self._read() as reader:
            hours = reader.working_hours(owner) or reader.working_hours(CURATOR)
            changes = [c for c in reader.calendar_changes() if c.branch_id in (None, branch_id)]
        return Worktime(
            settings.country,
            self._year,
            hours=_week(hours),
            changes=changes,
            language=settings.language,
            window=self.pack().submission.window,
        )

    def _year(self, year: int) -> "HolidayYear":
        with self._guard:
            if year not in self._years:
                self._years[year] = self._stored(year) or self._asked(year)
            return self._years[year]

    def _stored(self, year: int) -> "HolidayYear | None":
        import msgspec

        from smcal.worktime import HolidayYear

        settings = self.settings()
        text = self._read().holiday_year(settings.country, settings.subdivision or "", year)
        return None if text is None else msgspec.json.decode(text, type=HolidayYear)

    def _asked(self, year: int) -> "HolidayYear":
        from smcal.worktime import holiday_year

        settings = self.settings()
        found = holiday_year(settings.country, year, settings.subdivision)
        self.unsaved[year] = found
        return found


def _week(rows: list[WorkingHours]) -> "Hours":
    """Seven days; a weekday without a row is not worked. Without any row the usual hours hold."""
    from smcal.worktime import Hours

    if not rows:
        return Hours.default()
    days: list[tuple[dt.time, dt.time] | None] = [None] * 7
    for row in rows:
        if row.opens is not None and row.closes is not None:
            days[row.weekday] = (row.opens, row.closes)
    return Hours(days=tuple(days))
