"""An error in a slot ends neither the program nor what was typed (F90)."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Slot

from smcal.errors import SmcalError
from smcal.words import _

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Guard(QObject):
    """Takes errors that nobody caught: they are written to standard error, work is saved, and a dialog says so."""

    def __init__(
        self, save: Callable[[], object], show: Callable[[str], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._save, self._show = save, show
        self._waiting = ""
        self._before: Hook = sys.excepthook

    def install(self) -> None:
        """From now on uncaught errors come here."""
        self._before = sys.excepthook
        sys.excepthook = self.take

    def remove(self) -> None:
        """As it was before."""
        sys.excepthook = self._before

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Note an error; the dialog comes from the event loop, never out of a paint event."""
        self._before(kind, error, trace)
        if not issubclass(kind, Exception) or self._waiting:
            return
        self._waiting = sentence(error)
        QTimer.singleShot(0, self._tell)

    @Slot()
    def _tell(self) -> None:
        try:
            self._save()
        except Exception as error:
            self._before(type(error), error, error.__traceback__)  # the text stays in its field
        try:
            self._show(self._waiting)
        finally:
            self._waiting = ""


def sentence(error: BaseException) -> str:
    """What happened, what is safe, what to do."""
    if isinstance(error, SmcalError):
        return str(error)
    text = _(
        "Something went wrong inside the program ({error}). Your plan is saved and the program goes on. "
        "If it happens again, send this text to whoever looks after smcal."
    )
    return text.format(error=f"{type(error).__name__}: {error}")
