"""The curator's working hours beside the rules: both together decide when a plan is late."""

from PySide6.QtCore import Slot

from smcal.errors import SmcalError
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.rules.chapter import Chapter
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.fault_lines import FaultLine
from smcal_ui.widgets.hours import HoursEditor


class HoursChapter(Chapter):
    """They are the library's, whatever its regulation: they can be changed beside a shipped one too."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        about = _(
            "A plan is in time when it reaches the curator before these hours end on its last day. "
            "They are put in force together with the rules, as one step."
        )
        super().__init__(desk, draft, about)
        self.editor = HoursEditor(desk.dates)
        self.fault = FaultLine()
        self.column.addWidget(self.editor)
        self.column.addWidget(self.fault)
        self.column.addStretch()
        self.editor.settled.connect(self._on_settled)
        self.editor.edited.connect(self._on_edited)
        self.reload()

    @property
    def trouble(self) -> str:
        """What is wrong with what stands in the fields, or nothing."""
        try:
            self.editor.hours()
        except SmcalError as error:
            return str(error)
        return ""

    def reload(self) -> None:
        if self.trouble or self.editor.hours() != self.draft.hours:
            self.editor.show_hours(self.draft.hours)
        self.fault.say("")

    @Slot()
    def _on_edited(self) -> None:
        self.fault.say("")

    @Slot()
    def _on_settled(self) -> None:
        """Hours that make no sense stay in the fields, are told, and change nothing."""
        trouble = self.trouble
        if not trouble:
            self.draft.settle_hours(self.editor.hours())
        self.fault.say(trouble)
