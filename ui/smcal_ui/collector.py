"""Garbage is collected on the window's thread only: a worker that did it would destroy widgets in passing."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 5000  # ms


class Collector(QObject):
    """Python's own collection runs wherever the threshold is reached, in any thread; this one runs in ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take over from Python; what is there now is kept for good."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again: the program ends."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def collect(self) -> None:
        """Collect the generations that are full."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if limits[generation] and counts[generation] > limits[generation]:
                gc.collect(generation)
                return
