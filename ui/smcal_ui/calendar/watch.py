"""Notices when a change of calendar, hours or regulation moves open deadlines, whoever made it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from smcal.model import CalendarChange
from smcal.store import Area
from smcal.store.changes import ChangeSet
from smcal.worktime import Worktime
from smcal_ui.desk import Desk

if TYPE_CHECKING:
    from smcal.planning.recalc import MovedDeadline

TOUCHING = (Area.CALENDAR_CHANGES, Area.WORKING_HOURS, Area.SETTINGS)


class DeadlineWatch(QObject):
    """Keeps the calendar as it was, and compares when it is another. Begins with the first turn of the loop."""

    moved = Signal(list)  # MovedDeadline, never empty

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._before: Worktime | None = None
        desk.changed.connect(self._on_changed)
        desk.renewed.connect(self.compare)
        QTimer.singleShot(0, self, self._remember)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if any(changes.ids(area) for area in TOUCHING):
            self.compare()

    @Slot()
    def compare(self) -> None:
        """Tell what has moved since the calendar was looked at last."""
        before = self._before
        self._remember()
        if before is not None and self._before is not None:
            found = moved_between(self._desk, before, self._before)
            if found:
                self.moved.emit(found)

    @Slot()
    def _remember(self) -> None:
        self._before = self._desk.workspace.worktime()


def moved_between(desk: Desk, before: Worktime, after: Worktime) -> "list[MovedDeadline]":
    """What differs between two calendars for the posts at a desk."""
    from smcal.planning.recalc import moved_deadlines, open_posts  # after the first paint

    if desk.workspace.pack().submission is None:
        return []
    with desk.read() as reader:
        posts = open_posts(reader, desk.today)
    return moved_deadlines(before, after, posts, desk.now, ZoneInfo(desk.workspace.settings().zone))


def moved_by(desk: Desk, changes: Sequence[CalendarChange]) -> "list[MovedDeadline]":
    """What would move if these were all of the library's own changes: for submissions, those of no branch."""
    now = desk.workspace.worktime()
    return moved_between(desk, now, now.with_changes(change for change in changes if change.branch_id is None))
