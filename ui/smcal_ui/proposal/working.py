"""Working a proposal out, in the worker; only the answer to the last question counts."""

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from smcal.model import Page, Period
from smcal.planning.proposal import Proposal, propose_all
from smcal.regulation import Scope
from smcal_ui.desk import Desk
from smcal_ui.proposal.draft import Draft
from smcal_ui.tasks import Tasks


class Working(QObject):
    """Asks `propose_all`; whoever asks again meanwhile hears only of the later question."""

    landed = Signal(object)  # Draft
    failed = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._stop: Event | None = None
        self._scope: Scope | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._stop is not None

    def ask(self, period: Period, pages: list[Page]) -> None:
        """What to publish on these pages; posts of the tray are asked for too."""
        self.stop()
        scope = self._scope = self._desk.scope(period)
        with self._desk.read() as reader:
            tray = reader.tray()
        self._stop = Event()  # an executor may run at once
        stop = self._tasks.run(
            lambda _stop: propose_all(scope, pages, tray),
            partial(self._on_landed, scope, pages),
            partial(self._on_failed, scope),
            self,
        )
        if self._stop is not None:
            self._stop = stop

    def stop(self) -> None:
        """Nobody waits for it any more."""
        if self._stop is not None:
            self._stop.set()
        self._stop = self._scope = None

    def _on_landed(self, scope: Scope, pages: list[Page], proposals: list[Proposal]) -> None:
        if scope is self._scope:  # else another question was asked meanwhile
            self._stop = None
            self.landed.emit(Draft(scope, pages, proposals))

    def _on_failed(self, scope: Scope, error: Exception) -> None:
        if scope is self._scope:
            self._stop = None
            self.failed.emit(str(error))
        raise error
