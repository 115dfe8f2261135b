"""The versions in a table: since when each was in force, what was decided by it, what it changed."""

from PySide6.QtCore import Qt, Signal, Slot

from smcal.regulation import Pack, load_pack, pack_ids
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs.posts_table import local
from smcal_ui.rules.changes import change_rows
from smcal_ui.rules.chapter import Chapter
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.versions import Version, versions
from smcal_ui.rules.wording import edition
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.table import Column, ValueTable


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
                Column(_("Regulation"), lambda version: edition(version.pack), wide=True),
                Column(_("Put in force"), self._since, widest=190),
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

    def reload(self) -> None:
        self._shown = self._shown or versions(self.desk)  # none comes while the window is open
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
        found = [] if before is None else change_rows(before, version.pack)
        self.changes.show_values(found)
        if before is None:
            self.heading.setText(_("This is the regulation as it ships with smcal."))
        else:
            text = (
                _("What it changed; before that: {other}") if found else _("Nothing is different; before that: {other}")
            )
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
