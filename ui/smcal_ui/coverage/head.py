"""The head of the coverage view: which stretch of time, which pages, and how time is cut."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from smcal.layout.coverage import Columns, CoverageBoard
from smcal.words import _, ngettext
from smcal_ui.coverage.choosing import About
from smcal_ui.post.fields import ChoiceField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel


class Head(QWidget):
    """Shows what is chosen, and asks for something else."""

    stepped = Signal(int)  # so many stretches on
    todayRequested = Signal()
    aboutChosen = Signal()
    cutChosen = Signal(object)  # Columns

    def __init__(self) -> None:
        super().__init__()
        self.back, self.on, self.now = button("‹"), button("›"), button(_("&Today"))
        self.title = PlainLabel(role="heading")
        self.count = PlainLabel(role="quiet", wrap=True)
        self.about = ChoiceField("about", ())
        self.cuts: list[QToolButton] = []  # no group: Tab stops at each
        self._offered: list[tuple[Columns, str]] = []
        self._cut_row = QHBoxLayout()
        self._build()
        self._connect()

    def offer(self, pages: Sequence[tuple[About, str]], wanted: About | None) -> None:
        """Offer pages; what is chosen stays so, at first it is what is wanted, where that is offered."""
        before = self.about.value()
        self.about.offer(pages)
        known = [about for about, _name in pages]
        if known:
            chosen = wanted if before is None else before
            self.about.show(chosen if chosen in known else known[0])

    def offer_cuts(self, offered: Sequence[tuple[Columns, str]]) -> None:
        """A button for each way to cut; they change only with the regulation."""
        if list(offered) == self._offered:
            return
        self._offered = list(offered)
        for made in self.cuts:
            made.deleteLater()
        self.cuts = [self._cut_button(cut, name) for cut, name in offered]
        for made in self.cuts:
            self._cut_row.addWidget(made)

    def show_cut(self, columns: Columns) -> None:
        """Press the button of a way to cut."""
        for made, (cut, _name) in zip(self.cuts, self._offered, strict=True):
            made.setChecked(cut is columns)

    def tell(self, title: str, board: CoverageBoard) -> None:
        """Say which stretch it is, and how much is owed in it."""
        self.title.setText(title)
        self.count.setText(_owed(board))

    def _build(self) -> None:
        self.back.setAccessibleName(_("Earlier"))
        self.on.setAccessibleName(_("Later"))
        self.about.widget.setAccessibleName(_("Pages"))
        self.about.widget.setMinimumWidth(180)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.back, self.title, self.on, self.now):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.count, 2)
        row.addWidget(self.about.widget, 3)
        row.addSpacing(8)
        self._cut_row.setSpacing(0)
        row.addLayout(self._cut_row)
        for pressed in (self.back, self.on, self.now):
            pressed.setAutoDefault(False)  # Enter is for the cell

    def _cut_button(self, cut: Columns, name: str) -> QToolButton:
        made = QToolButton()
        made.setText(name)
        made.setCheckable(True)
        made.clicked.connect(partial(self._on_cut, cut))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_next)
        self.now.clicked.connect(self.todayRequested)
        self.about.settled.connect(self.aboutChosen)

    @Slot()
    def _on_back(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _on_next(self) -> None:
        self.stepped.emit(1)

    def _on_cut(self, cut: Columns, _checked: bool = False) -> None:
        self.cutChosen.emit(cut)


def _owed(board: CoverageBoard) -> str:
    """«не хватает 3 тем из 11»; of several pages, the posts that are owed."""
    if not board.rows:
        return ""
    if not board.gaps:
        return _("nothing is owed") if board.due else ""
    if all(len(row.pages) == 1 for row in board.rows):
        text = ngettext("{n} of {due} topics is owed", "{n} of {due} topics are owed", board.gaps)
    else:
        text = ngettext("{n} post on topics is owed", "{n} posts on topics are owed", board.gaps)
    return text.format(n=board.gaps, due=board.due)
