"""Below the tray: what day it is and how much must be handed in today. A click opens the list."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.widgets.labels import PlainLabel, broken

if TYPE_CHECKING:
    from smcal.planning.today import Due

MOST_LINES = 2
"""Lines that the foot of the side panel has room for."""


class TodayLine(QWidget):
    """«Сегодня, вт 24 ноября» and «Сдать до 18:00: 3 поста»; counted again when nobody waits."""

    opened = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = ""
        self.day = PlainLabel(role="caption")
        self.due = QPushButton()
        self.due.setObjectName("due_today")
        self.due.setProperty("link", True)
        self.due.clicked.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.day)
        column.addWidget(self.due)

    @Slot()
    def refresh(self) -> None:
        """Count again."""
        from smcal.planning.today import agenda_period, due_today  # after the first paint

        desk = self._desk
        dues = due_today(desk.scope(agenda_period(desk.now)))
        self.day.setText(_("Today, {day}").format(day=desk.dates.day(desk.today)))
        self._text = due_text(dues)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where the panel ends."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.due.ensurePolished()
        advance = self.due.fontMetrics().horizontalAdvance
        self.due.setText(broken(self._text, lambda line: advance(line) <= self.width()))


def due_text(dues: "Sequence[Due]") -> str:
    """One or two short lines: what is really due today, then what is late or waits for corrections."""
    today = [due.submit_by for due in dues if due.today and not (due.late or due.returned or due.urgent)]
    late, returned = sum(due.late for due in dues), sum(due.returned for due in dues)
    lines = []
    if today:
        n, by = len(today), max(today).strftime("%H:%M")
        text = ngettext("Hand in by {time}: {n} post", "Hand in by {time}: {n} posts", n)
        lines.append(text.format(time=by, n=n))
    if today and late and returned:
        lines.append(_("Late: {late}, to correct: {returned}").format(late=late, returned=returned))
    else:
        if late:
            lines.append(ngettext("Late: {n} post", "Late: {n} posts", late).format(n=late))
        if returned:
            text = ngettext("Waits for corrections: {n}", "Wait for corrections: {n}", returned)
            lines.append(text.format(n=returned))
    urgent = sum(due.urgent for due in dues)
    if urgent and len(lines) < MOST_LINES:
        lines.append(ngettext("Urgent: {n} post", "Urgent: {n} posts", urgent).format(n=urgent))
    return "\n".join(lines) or _("Nothing to hand in today")
