"""Counts beside the window what the draft would change in the plan, whenever somebody stops typing."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from smcal.planning.rules import Impact, Outlook, outlook
from smcal_ui.desk import Desk
from smcal_ui.rules.draft import Draft
from smcal_ui.tasks import Tasks

PAUSE = 120  # milliseconds without typing after which it is counted


class ImpactWatch(QObject):
    """Counts again whenever the draft is another; never two counts at a time."""

    told = Signal(object)  # Impact
    failed = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._draft = desk, tasks, draft
        self._outlook: Outlook | None = None
        self._busy = self._stale = False
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.count)
        draft.changed.connect(self._timer.start)

    @Slot()
    def count(self) -> None:
        """Count now, in the worker."""
        self._timer.stop()
        if self._draft.flaws:
            return
        if self._busy:
            self._stale = True
            return
        self._busy, self._stale = True, False
        workspace, at, known = self._desk.workspace, self._desk.at, self._outlook
        pack, hours = self._draft.pack, self._draft.hours if self._draft.new_hours else None

        def job(_stop: object) -> tuple[Outlook, Impact]:
            ahead = known if known is not None and known.serves(pack) else outlook(workspace, at, pack)
            return ahead, ahead.impact(pack, hours)

        self._tasks.run(job, self._on_done, self._on_failed, self)

    def _on_done(self, answer: tuple[Outlook, Impact]) -> None:
        self._busy = False
        self._outlook, impact = answer
        if self._stale:
            self.count()
        else:
            self.told.emit(impact)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.failed.emit(str(error))
