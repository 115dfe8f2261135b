"""What every view works at: the open workspace, the plan in memory, undo, and who works here."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from smcal.errors import SmcalError
from smcal.model import Period, Person, Post
from smcal.planning.book import PlanBook
from smcal.planning.refusal import Refused
from smcal.planning.scope import scope_over
from smcal.planning.undo import UndoStack
from smcal.regulation import Finding, Scope
from smcal.store.changes import ChangeSet
from smcal.store.reader import Reader
from smcal.store.workspace import Workspace
from smcal.words import spoken
from smcal.worktime.zone import to_local
from smcal_ui.dates import LocaleDates

if TYPE_CHECKING:
    from smcal.planning.preview import MovePreview
    from smcal.store.work import Work

T = TypeVar("T")


class Desk(QObject):
    """The one thing that views are handed. They ask it for values, and it announces committed changes."""

    changed = Signal(object)  # ChangeSet: committed; views ask again
    renewed = Signal()  # the calendar is another though no step was taken; views ask again
    failed = Signal(str)  # one clear line: what happened, what is safe, what to do
    refused = Signal(str)  # why the plan does not allow it; nothing was changed, and nobody need answer

    def __init__(
        self,
        workspace: Workspace,
        person: Person | None = None,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.book = PlanBook(workspace)
        self.undo_stack = UndoStack()
        self.person = person
        self.dates = LocaleDates(spoken().language)
        self._clock = clock

    # now

    @property
    def at(self) -> dt.datetime:
        """The instant it is, in UTC."""
        return self._clock()

    @property
    def now(self) -> dt.datetime:
        """The wall clock of the workspace's zone."""
        return to_local(self.at, ZoneInfo(self.workspace.settings().zone))

    @property
    def today(self) -> dt.date:
        """The date in the workspace's zone."""
        return self.now.date()

    # asking

    def read(self) -> Reader:
        """A reader of one consistent state; use it in a `with` block."""
        return self.workspace.read()

    def scope(self, period: Period) -> Scope:
        """What to check a period with, from the plan in memory."""
        return scope_over(self.workspace, self.book.plan, period, self.at)

    def findings(self, period: Period) -> list[Finding]:
        """What the regulation says about every page in a period."""
        from smcal.regulation import check_plan  # after the first paint

        return check_plan(self.scope(period))

    def sentence(self, finding: Finding) -> str:
        """A finding as a full sentence in the language of the window."""
        from smcal.regulation import message  # after the first paint

        return message(finding, spoken(), self.dates)

    def badge(self, finding: Finding) -> str:
        """A finding in the few words that fit on a card."""
        from smcal.regulation import short_message  # after the first paint

        return short_message(finding, spoken(), self.dates)

    def post(self, post_id: str) -> Post | None:
        """The post as stored, or None."""
        with self.read() as reader:
            return reader.post(post_id)

    def drag(self, posts: Sequence[Post], copy: bool = False, around: Period | None = None) -> "MovePreview":
        """Take posts up: the returned value says for every cell what a drop would do."""
        from smcal.planning.preview import MovePreview, announced_days  # after the first paint

        days = [p.date for p in posts if p.date] + ([around.first, around.last] if around else []) or [self.today]
        scope = self.scope(Period(min(days), max(days)))
        days += announced_days(posts, scope)
        return MovePreview(self.scope(Period(min(days), max(days))), posts, copy)

    # doing

    def do(self, label: str, action: "Callable[[Work], T]", merge_key: object = None) -> T | None:
        """Run one unit of work, remember it for undo and announce it.

        On an error nothing is changed, `refused` or `failed` tells why, and the result is None.
        """
        try:
            return self.attempt(label, action, merge_key)
        except Refused as error:
            self.refused.emit(str(error))
            return None
        except SmcalError as error:
            self.failed.emit(str(error))
            return None

    def attempt(self, label: str, action: "Callable[[Work], T]", merge_key: object = None) -> T:
        """As `do`, for whoever says themselves what went wrong: raises SmcalError, and then nothing is changed."""
        with self.workspace.work(label, self.person.id if self.person else None, self.at) as work:
            result = action(work)
        self.committed(work.changes, merge_key)
        return result

    def committed(self, changes: ChangeSet, merge_key: object = None) -> None:
        """Take in a change set that was committed elsewhere (handing in, import)."""
        self.undo_stack.push(changes, merge_key)
        self._announce(changes)

    def undo(self) -> bool:
        """Take the last step back; False when there is none, or it cannot be taken back, which `failed` has told."""
        return self._replay(self.undo_stack.undo_step(), self.undo_stack.undone)

    def redo(self) -> bool:
        """Do the last undone step again; False likewise."""
        return self._replay(self.undo_stack.redo_step(), self.undo_stack.redone)

    def _replay(self, step: ChangeSet | None, settle: Callable[[], None]) -> bool:
        if step is None:
            return False
        try:
            with self.workspace.work(step.label, self.person.id if self.person else None, self.at) as work:
                work.replay(step)
        except SmcalError as error:
            self.failed.emit(str(error))
            return False
        settle()
        self._announce(work.changes)
        return True

    def _announce(self, changes: ChangeSet) -> None:
        if changes:
            self.book.take(changes)
            self.changed.emit(changes)
