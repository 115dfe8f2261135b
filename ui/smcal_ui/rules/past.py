"""Every version that was ever in force or decided something: when, by whom, what was decided, what it changed."""

import datetime as dt
import json
from typing import NamedTuple

import msgspec
from PySide6.QtCore import Qt, Signal, Slot

from smcal.model import KeptPack
from smcal.regulation import Pack, load_pack, pack_ids, read_pack
from smcal.regulation.own import Difference, differences
from smcal.store import Area
from smcal.store.reader import Reader
from smcal.words import _, ngettext, spoken
from smcal_ui.desk import Desk
from smcal_ui.dialogs.posts_table import local
from smcal_ui.rules.chapter import Chapter
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.wording import difference_place, edition, is_there, value_words
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.table import Column, ValueTable


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


class PastChapter(Chapter):
    """Versions above, what the chosen one changed below."""

    takeRequested = Signal(object)  # Version: go on from it

    def __init__(self, desk: Desk, draft: Draft) -> None:
        about = _("Each plan and each departure keeps the version that it was made by; it never changes afterwards.")
        super().__init__(desk, draft, about)
        self._shown: list[Version] = []
        self.table = ValueTable(
            _("Versions"),
            (
                Column(_("Version"), lambda version: str(version.pack.version)),
                Column(_("Regulation"), lambda version: version.pack.title.within(spoken().language), wide=True),
                Column(_("In force since"), self._since, widest=190),
                Column(_("By whom"), lambda version: version.person or "–", widest=150),
                Column(_("Decided by it"), _decided, widest=170),
            ),
            lambda version: "" if version.in_force else "quiet",
            wrap=True,
        )
        self.heading = PlainLabel(role="strong", wrap=True)
        self.changes = ValueTable(
            _("What it changed"),
            (
                Column(_("Where"), lambda row: row[0], wide=True),
                Column(_("Before"), lambda row: row[1], widest=220),
                Column(_("After"), lambda row: row[2], widest=220),
            ),
        )
        self.take = button(_("Go on from this version"))
        self.take.setAutoDefault(False)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.changes, 1)
        self.column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.moved.connect(self._show_changes)
        self.take.clicked.connect(self._on_take)
        self.renew()

    def renew(self) -> None:
        """Ask again which versions there are."""
        self._shown = versions(self.desk)
        self.reload()

    def reload(self) -> None:
        self.table.show_values(self._shown)
        self._show_changes()

    def _since(self, version: Version) -> str:
        if version.at is not None:
            return self.desk.dates.moment(local(self.desk, version.at))
        return _("from the start") if version.pack.id in pack_ids() else "–"

    def _before(self, version: Version) -> Pack | None:
        """What a version is compared with: the one before it, else what it was copied from."""
        earlier = [v for v in self._shown if v.pack.id == version.pack.id and v.pack.version < version.pack.version]
        if earlier:
            return max(earlier, key=lambda v: v.pack.version).pack
        base, _space, number = version.pack.based_on.rpartition(" ")
        for other in self._shown:
            if (other.pack.id, str(other.pack.version)) == (base, number):
                return other.pack
        return load_pack(base) if base in pack_ids() else None

    @Slot()
    def _show_changes(self) -> None:
        version: Version | None = self.table.current()
        self.take.setEnabled(version is not None and version.pack != self.draft.pack)
        if version is None:
            return
        before = self._before(version)
        found = [] if before is None else differences(before, version.pack)
        self.changes.show_values([] if before is None else _rows(found, before, version.pack))
        if before is None:
            self.heading.setText(_("This is the regulation as it ships with smcal."))
        else:
            text = _("What it changed against {other}") if found else _("It is the same as {other}")
            self.heading.setText(text.format(other=edition(before)))

    @Slot()
    def _on_take(self) -> None:
        version = self.table.current()
        if version is not None:
            self.takeRequested.emit(version)


def _decided(version: Version) -> str:
    plans = ngettext("{n} plan", "{n} plans", version.submissions).format(n=version.submissions)
    departures = ngettext("{n} departure", "{n} departures", version.overrides).format(n=version.overrides)
    told = [text for count, text in ((version.submissions, plans), (version.overrides, departures)) if count]
    return ", ".join(told) or "–"


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


def _rows(found: list[Difference], before: Pack, after: Pack) -> list[tuple[str, str, str]]:
    """A line a difference; an entry of a list that came or went is one line."""
    rows: dict[tuple[str, str, str], tuple[str, str, str]] = {}
    for one in found:
        whole = msgspec.structs.replace(one, key="")
        place = difference_place(whole, before, after)
        there = is_there(one, before), is_there(one, after)
        if there == (True, True):
            told = value_words(one, one.before, before), value_words(one, one.after, after)
            rows[one.section, one.item, one.key] = (difference_place(one, before, after), *told)
        elif there == (False, True):
            rows[one.section, one.item, ""] = (place, "–", _("added"))
        else:
            rows[one.section, one.item, ""] = (place, _("was there"), _("removed"))
    return list(rows.values())
