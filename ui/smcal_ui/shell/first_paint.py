"""The first paint of the window, and the trace of how long a start took."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from smcal.words import _


class FirstPaint(QObject):
    """Calls back once, right after a widget has been painted for the first time."""

    def __init__(self, done: Callable[[], None]) -> None:
        super().__init__()
        self._done = done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event, then for the event loop."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False


def write_trace(path: Path, started: float, moments: dict[str, float]) -> bool:
    """Write moments as milliseconds since the start; where that cannot be, say so on standard error and give False."""
    import json  # after the first paint

    try:
        path.write_text(json.dumps({k: round((v - started) * 1000, 1) for k, v in moments.items()}), "utf-8")
    except OSError:
        said = _("The trace cannot be written to {path}; choose a file in a folder that exists and is yours.")
        print(said.format(path=path), file=sys.stderr)
        return False
    return True
