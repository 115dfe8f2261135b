"""The bar at the top: which week it is, go to another, search, hand in, a new post."""

import datetime as dt

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from smcal.model import Period
from smcal.words import _, spoken
from smcal_ui.dates import LocaleDates
from smcal_ui.widgets.labels import PlainLabel

MARGIN, SPACE = 16, 8


class Shown(QWidget):
    """Which week is shown, with room for any other: the buttons behind it stay where they are under the pointer.

    Where there is no room for both, its number gives way to its dates.
    """

    def __init__(self) -> None:
        super().__init__()
        self.title = PlainLabel(role="heading")
        self.week = PlainLabel(role="quiet")
        self._widest = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.week)
        row.addStretch()

    def sizeHint(self) -> QSize:
        """As wide as the widest week of a year; in a narrow window the week shown is enough."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._room()), hint.height())

    def minimumSizeHint(self) -> QSize:
        """The dates; a longer number of the week never makes the window wider than a small screen."""
        return QSize(self.title.sizeHint().width(), super().minimumSizeHint().height())

    def show_week(self, title: str, week: str) -> None:
        """Say which week is shown."""
        self.title.setText(title)
        self.week.setText(week)
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the number still has room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        both = self.title.sizeHint().width() + self.layout().spacing() + self.week.sizeHint().width()
        self.week.setVisible(both <= self.width())

    def _room(self) -> int:
        if not self._widest:
            self.title.ensurePolished()
            self.week.ensurePolished()
            title, week = self.title.fontMetrics(), self.week.fontMetrics()
            dates, weeks = LocaleDates(spoken().language), _long_weeks()
            self._widest = (
                max(title.horizontalAdvance(dates.week_title(w)) for w in weeks)
                + max(week.horizontalAdvance(dates.week_number(w)) for w in weeks)
                + self.layout().spacing() * 2
            )
        return self._widest


def _long_weeks() -> list[Period]:
    """The weeks of a year that go from one month into the next: their titles are the long ones."""
    starts = [dt.date(2026, month, 28) for month in range(1, 13)]
    return [Period(start, start + dt.timedelta(6)) for start in starts]


class HeadBar(QFrame):
    """Says which week is shown and holds the buttons that are needed all day.

    Where the bar is narrow those that the menus have as well give way, one by one.
    """

    previousRequested = Signal()
    nextRequested = Signal()
    todayRequested = Signal()
    searchRequested = Signal()
    submitRequested = Signal()
    planRequested = Signal()
    newRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self._shown = Shown()
        self.title, self.week = self._shown.title, self._shown.week
        self.previous = _button("‹", _("Previous week"))
        self.today = _button(_("Today"), _("Go to the current week"))
        self.next = _button("›", _("Next week"))
        self.search = _button(_("Find…"), _("Find a post by its text"))
        self.submit = _button(_("Hand in…"), _("Hand a plan in to the curator"))
        self.plan = _button(_("Plan…"), _("Propose posts so that the regulation holds"))
        self.new = _button(_("+ Post"), _("New post"))
        self.new.setProperty("primary", True)
        self._lay_out()
        self._connect()

    def minimumSizeHint(self) -> QSize:
        """The week, the way to others, and a new post: a small screen at 200 % has room for these."""
        return QSize(self._needed(0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See which buttons have room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        yielding = self._yielding()
        fitting = next((n for n in range(len(yielding), 0, -1) if self._needed(n) <= self.width()), 0)
        for number, widget in enumerate(yielding):
            widget.setVisible(number < fitting)

    def _yielding(self) -> tuple[QPushButton, ...]:
        """The last one gives way first."""
        return self.submit, self.plan, self.search

    def _needed(self, count: int) -> int:
        """Pixels for what always stays and the first so many of what gives way."""
        always = (self.previous, self.today, self.next, self.new)
        widths = [widget.sizeHint().width() for widget in (*always, *self._yielding()[:count])]
        return 2 * MARGIN + self._shown.minimumSizeHint().width() + sum(widths) + SPACE * (len(widths) + 1)

    def show_week(self, title: str, week: str, is_today: bool) -> None:
        """Say which week is shown; *Today* has nothing to do in the current one."""
        self._shown.show_week(title, week)
        self._fit()
        self.today.setEnabled(not is_today)

    def name_submit(self, hands_in: bool) -> None:
        """A plan is handed in, or, where nobody agrees to plans, only written down."""
        self.submit.setText(_("Hand in…") if hands_in else _("Document…"))
        hint = _("Hand a plan in to the curator") if hands_in else _("Write the plan as a document")
        self.submit.setToolTip(hint)
        self.submit.setAccessibleName(hint)
        self._fit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 8, MARGIN, 8)
        row.setSpacing(SPACE)
        row.addWidget(self._shown)
        for widget in (self.previous, self.today, self.next):
            row.addWidget(widget)
        row.addStretch()
        for widget in (self.search, self.submit, self.plan, self.new):
            row.addWidget(widget)

    def _connect(self) -> None:
        self.previous.clicked.connect(self.previousRequested)
        self.next.clicked.connect(self.nextRequested)
        self.today.clicked.connect(self.todayRequested)
        self.search.clicked.connect(self.searchRequested)
        self.submit.clicked.connect(self.submitRequested)
        self.plan.clicked.connect(self.planRequested)
        self.new.clicked.connect(self.newRequested)


def _button(text: str, hint: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(hint)
    button.setAccessibleName(hint)
    return button
