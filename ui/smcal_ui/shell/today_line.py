"""Below the tray: what day it is and how much must be handed in today. A click opens the list."""

import datetime as dt

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from smcal.planning.today import agenda_period, due_today
from smcal.store.changes import Area, ChangeSet
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.widgets.labels import PlainLabel

WATCHED = (Area.POSTS, Area.CALENDAR_CHANGES, Area.WORKING_HOURS)


class TodayLine(QWidget):
    """«Сегодня, вт 24 ноября» and «Сдать до 18:00: 3 поста»."""

    opened = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.day = PlainLabel(role="caption")
        self.due = QPushButton()
        self.due.setObjectName("due_today")
        self.due.setProperty("link", True)
        self.due.clicked.connect(self.opened)
        desk.changed.connect(self._on_changed)
        desk.renewed.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.day)
        column.addWidget(self.due)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if any(changes.ids(area) for area in WATCHED):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Count again."""
        desk = self._desk
        dues = due_today(desk.scope(agenda_period(desk.now)))
        self.day.setText(_("Today, {day}").format(day=desk.dates.day(desk.today)))
        self.due.setText(_due_text([due.submit_by for due in dues if not due.late], sum(due.late for due in dues)))


def _due_text(moments: list[dt.datetime], late: int) -> str:
    if moments:
        n = len(moments)
        by = max(moments).strftime("%H:%M")
        return ngettext("Hand in by {time}: {n} post", "Hand in by {time}: {n} posts", n).format(time=by, n=n)
    if late:
        return ngettext("{n} post is late", "{n} posts are late", late).format(n=late)
    return _("Nothing to hand in today")
