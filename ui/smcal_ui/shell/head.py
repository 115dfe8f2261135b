"""The bar at the top: which week it is, go to another, search, hand in, a new post."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from smcal.words import _
from smcal_ui.widgets.labels import PlainLabel


class HeadBar(QFrame):
    """Says which week is shown and holds the buttons that are needed all day."""

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
        self.title = PlainLabel(role="heading")
        self.week = PlainLabel(role="quiet")
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

    def show_week(self, title: str, week: str, is_today: bool) -> None:
        """Say which week is shown; *Today* has nothing to do in the current one."""
        self.title.setText(title)
        self.week.setText(week)
        self.today.setEnabled(not is_today)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(4)
        row.addWidget(self.week)
        row.addSpacing(8)
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
