"""What is remembered until the regulation is opened again: the size of its window, and the chapter."""

from PySide6.QtCore import QSettings, QSize

from smcal_ui.rules.wording import CHAPTERS, RULES

SIZE = QSize(1000, 640)  # the first time


class Memory:
    """Kept with the sizes of the main window; without a place to keep it, everything is as the first time."""

    def __init__(self, settings: QSettings | None) -> None:
        self._settings = settings

    def size(self) -> QSize:
        """How large the window was."""
        kept = self._settings.value("regulation/size") if self._settings else None
        return kept if isinstance(kept, QSize) and kept.isValid() else SIZE

    def chapter(self) -> str:
        """Which chapter was open."""
        kept = self._settings.value("regulation/chapter") if self._settings else None
        return kept if isinstance(kept, str) and kept in CHAPTERS else RULES

    def keep(self, size: QSize, chapter: str) -> None:
        """It is being closed."""
        if self._settings:
            self._settings.setValue("regulation/size", size)
            self._settings.setValue("regulation/chapter", chapter)
