"""The curator's working hours: submissions are measured by them (spb-cbs 5.6)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smcal.errors import SmcalError
from smcal.model import CURATOR
from smcal.planning.setup import set_hours
from smcal.store import Work
from smcal.store.calendars import hours_of
from smcal.words import _
from smcal.worktime import Hours
from smcal_ui.desk import Desk
from smcal_ui.widgets.hours import HoursEditor
from smcal_ui.widgets.labels import PlainLabel


class HoursTab(QWidget):
    """Hours per weekday; they are stored as each is left, and every open deadline is counted anew."""

    edited = Signal()  # somebody is at work on them

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stored = Hours.default()
        self.editor = HoursEditor(desk.dates)
        about = _("A plan is in time when it is handed in before these hours end on its last day.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(PlainLabel(about, role="quiet", wrap=True))
        column.addWidget(self.editor)
        column.addStretch()
        self.editor.edited.connect(self.edited)
        self.editor.settled.connect(self._on_settled)
        self.reload()

    def reload(self) -> None:
        """Show what is stored."""
        with self._desk.read() as reader:
            rows = reader.working_hours(CURATOR)
        self._stored = hours_of(rows) if rows else Hours.default()
        self.editor.show_hours(self._stored)

    @property
    def are_set(self) -> bool:
        """Whether they are other than the usual ones."""
        return self._stored != Hours.default()

    @Slot()
    def _on_settled(self) -> None:
        """Hours that make no sense stay in the fields, are told, and change nothing."""
        try:
            hours = self.editor.hours()
        except SmcalError as error:
            self._desk.refused.emit(str(error))
            return
        if hours == self._stored:
            return

        def put(work: Work) -> bool:
            set_hours(work, CURATOR, hours)
            return True

        self._desk.do(_("Change the curator’s working hours"), put)
