"""The curator's working hours: submissions are measured by them (spb-cbs 5.6)."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smcal.errors import SmcalError
from smcal.model import CURATOR
from smcal.planning.setup import set_hours
from smcal.store import Work
from smcal.store.calendars import hours_of
from smcal.words import _
from smcal.worktime import Hours
from smcal_ui.desk import Desk
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.hours import HoursEditor
from smcal_ui.widgets.labels import PlainLabel


class HoursTab(QWidget):
    """Hours per weekday; they take effect with the button, and every open deadline is counted anew."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.editor = HoursEditor(desk.dates)
        self.save = button(_("&Save the hours"))
        about = _("A plan is in time when it is handed in before these hours end on its last day.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(PlainLabel(about, role="quiet", wrap=True))
        column.addWidget(self.editor)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.editor.edited.connect(self._on_edited)
        self.save.clicked.connect(self._on_save)
        self.reload()

    def reload(self) -> None:
        """Show what is stored."""
        with self._desk.read() as reader:
            rows = reader.working_hours(CURATOR)
        self.editor.show_hours(hours_of(rows) if rows else Hours.default())
        self.save.setEnabled(False)

    @Slot()
    def _on_edited(self) -> None:
        self.save.setEnabled(True)

    @Slot()
    def _on_save(self) -> None:
        try:
            hours = self.editor.hours()
        except SmcalError as error:
            self._desk.failed.emit(str(error))
            return

        def put(work: Work) -> bool:
            set_hours(work, CURATOR, hours)
            return True

        self._desk.do(_("Change the curator's working hours"), put)
        self.reload()
