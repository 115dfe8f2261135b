"""The weeks of one page in the proposal: its name, and its days in a window of modest height."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from smcal.model import Period
from smcal_ui.dates import LocaleDates
from smcal_ui.planner.drag import DragController
from smcal_ui.planner.drop import Drop, Verdict
from smcal_ui.proposal.places import Shown
from smcal_ui.proposal.weeks import WeekStrip
from smcal_ui.theme import Theme
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.shade import theme_of

HIGH, LEAST = 200, 76
"""Pixels of height of the weeks, where the list below has much to show, and on a small screen."""

EDGE, STEP = 24, 8
"""Pixels from an edge within which a drag scrolls, and how far at once."""

AROUND = 28
"""Pixels seen above and below the middle of the chosen card."""

Ask = Callable[[str, dt.date], Verdict]
"""(id of a proposed post, day) -> what having it there would do."""


class WeeksPreview(QWidget):
    """Cards of proposed posts can be carried to another day; each day says at once what that would break."""

    picked = Signal(str)  # id of a proposed post
    carried = Signal(str, object)  # id of a proposed post, day
    refused = Signal(str)  # why a card cannot stand where it was let go
    roomy = False
    shows_words = False

    def __init__(self, dates: LocaleDates, ask: Ask) -> None:
        super().__init__()
        self._ask = ask
        self._drags: DragController | None = None
        self._chosen = QRect()  # where the chosen card stands
        self.title = PlainLabel(role="strong")
        self.strip = WeekStrip(dates)
        self.room = QScrollArea()
        self.room.setWidget(self.strip)
        self.room.setWidgetResizable(True)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.room)
        self.strip.picked.connect(self.picked)

    def show_posts(
        self,
        name: str,
        period: Period,
        first: dt.date,
        posts: Sequence[Shown],
        shorts: Mapping[int, str],
        chosen: str,
        room: int = 0,
    ) -> None:
        """Show the weeks of a period, the chosen card in sight; without a name there is one page only.

        `room`: pixels that the list below can spare.
        """
        self.title.setText(name)
        self.title.setVisible(bool(name))
        self.strip.show_posts(period, first, posts, shorts)
        self._chosen = self.strip.choose(chosen)
        high = min(self.strip.height(), HIGH + room)
        self.room.setMinimumHeight(min(high, LEAST))
        above = self.title.sizeHint().height() + self.layout().spacing() if name else 0
        self.setMaximumHeight(above + high)
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where less is seen, the chosen card still is."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show_chosen)  # once the weeks have their new room

    def let_drag(self) -> None:
        """Let cards be carried; only now, for the card in hand lies over the whole window."""
        if self._drags is None:
            self._drags = DragController(self.window(), self._theme, self._verdict)
            self._drags.add_target(self)
            self._drags.refused.connect(self._on_refused)
            self.strip.let_drag(self._drags)

    # a place to drop on

    def drop_at(self, pos: QPoint) -> Drop | None:
        """The day at a position on the screen."""
        inside = self._seen.contains(self.room.viewport().mapFromGlobal(pos))
        day = self.strip.day_at(self.strip.mapFromGlobal(pos)) if inside else None
        return Drop(None, day) if day is not None else None

    def show_verdict(self, drop: Drop | None, verdict: Verdict | None) -> None:
        """Light up one day."""
        self.strip.light(drop.date if drop is not None else None, verdict.level if verdict is not None else None)

    def take(self, ids: Sequence[str], drop: Drop, copy: bool) -> None:
        """A card was let go on a day: nothing is copied here."""
        if drop.date is not None:
            self.carried.emit(ids[0], drop.date)

    def near_edge(self, pos: QPoint) -> bool:
        """Whether a drag held here should show more weeks."""
        at = self.room.viewport().mapFromGlobal(pos)
        return self._seen.contains(at) and not EDGE <= at.y() < self._seen.height() - EDGE

    def lean(self, pos: QPoint) -> None:
        """Scroll a little."""
        up = self.room.viewport().mapFromGlobal(pos).y() < EDGE
        bar = self.room.verticalScrollBar()
        bar.setValue(bar.value() + (-STEP if up else STEP))

    @Slot()
    def _show_chosen(self) -> None:
        if not self._chosen.isEmpty():
            self.room.ensureVisible(0, self._chosen.center().y(), 0, min(AROUND, self._seen.height() // 2))

    @property
    def _seen(self) -> QRect:
        return self.room.viewport().rect()

    @property
    def _theme(self) -> Theme:
        return theme_of(self)

    def _verdict(self, ids: Sequence[str], _page: str | None, day: dt.date | None, _copy: bool) -> Verdict:
        assert day is not None
        return self._ask(ids[0], day)

    def _on_refused(self, text: str, _pos: QPoint) -> None:
        self.refused.emit(text)
