"""The chapters listed at the left, one of them at the right; each line says how much is to be mended there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QWidget

from smcal.regulation.complaint import Complaint
from smcal.words import _
from smcal_ui.rules.chapter import Chapter, rolling
from smcal_ui.rules.faults import chapter_of
from smcal_ui.rules.wording import ABOUT, CHAPTERS, FIGURES, HOURS

NAV, ROW = 208, 32  # pixels: width of the list of chapters, height of its lines
ROLLING = (ABOUT, FIGURES, HOURS)  # the others are tables, which roll themselves


class Contents(QWidget):
    """Ctrl+Page Down and Ctrl+Page Up turn to the next and the last chapter from everywhere."""

    def __init__(self, chapters: Mapping[str, Chapter], first: str) -> None:
        super().__init__()
        self.chapters = chapters
        self._names = list(chapters)
        self._stale: set[str] = set()  # chapters that are out of sight, and show the draft as it was
        self.nav, self._stack = QListWidget(), QStackedWidget()
        self.nav.setAccessibleName(_("Chapters"))
        self.nav.setFixedWidth(NAV)
        for name, chapter in chapters.items():
            self.nav.addItem(_(CHAPTERS[name]))
            self.nav.item(self.nav.count() - 1).setSizeHint(QSize(0, ROW))
            self._stack.addWidget(rolling(chapter) if name in ROLLING else chapter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.nav)
        row.addWidget(self._stack, 1)
        self.open(first)
        self._stack.setCurrentIndex(self.nav.currentRow())
        self.nav.currentRowChanged.connect(self._on_turned)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, self._forward)
        QShortcut(QKeySequence("Ctrl+PgUp"), self, self._back)

    @property
    def shown(self) -> str:
        """The chapter at the right."""
        return self._names[self.nav.currentRow()]

    def open(self, name: str) -> None:
        """Turn to a chapter."""
        self.nav.setCurrentRow(self._names.index(name))

    def show_draft(self, flaws: Sequence[Complaint]) -> None:
        """The draft is another, with these flaws; a chapter out of sight shows it when it is turned to."""
        self._stale.update(self._names)
        self._renew(self.shown)
        for row, name in enumerate(self._names):
            count = sum(chapter_of(flaw) == name for flaw in flaws)
            self.nav.item(row).setText(f"{_(CHAPTERS[name])} ({count})" if count else _(CHAPTERS[name]))

    @Slot(int)
    def _on_turned(self, row: int) -> None:
        self._renew(self._names[row])
        self._stack.setCurrentIndex(row)

    def _renew(self, name: str) -> None:
        if name in self._stale:
            self._stale.remove(name)
            self.chapters[name].reload()

    @Slot()
    def _forward(self) -> None:
        self._turn(1)

    @Slot()
    def _back(self) -> None:
        self._turn(-1)

    def _turn(self, by: int) -> None:
        self.nav.setCurrentRow((self.nav.currentRow() + by) % len(self._names))
        self.nav.setFocus()
