"""The numbers of the document: each group is a section of the regulation, which it has or has not."""

import datetime as dt

from PySide6.QtCore import Slot

from smcal.errors import WrongUse
from smcal.planning.rules import with_section
from smcal.regulation import Pack
from smcal.regulation.complaint import Complaint
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.rules.chapter import Chapter
from smcal_ui.rules.draft import Draft
from smcal_ui.rules.group_box import GroupBox
from smcal_ui.rules.groups import GROUPS

EXAMPLE = 14  # days from today


class FiguresChapter(Chapter):
    """All groups below each other."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__(desk, draft, _("What is not ticked is not checked."))
        self.boxes = {group.section: GroupBox(group) for group in GROUPS}
        for box in self.boxes.values():
            self.column.addWidget(box)
            box.changed.connect(self._on_changed)
            box.faults.clauseMeant.connect(self.add_clause)
        self.column.addStretch()

    def reload(self) -> None:
        pack = self.draft.pack
        not_checked = _("What is not ticked is not checked.")
        self.intro.setText(f"{_('Tick what your document says.')} {not_checked}" if self.draft.own else not_checked)
        for section, box in self.boxes.items():
            box.show_pack(pack, self.draft.own)
            box.tell({str(c.path[1]): c for c in self.draft.flaws if c.path[0] == section}, pack)
        self._show_example(pack)

    def _show_example(self, pack: Pack) -> None:
        """What the counting means for a real day: two weeks from now."""
        example = self.boxes["submission"].example
        if pack.submission is not None:
            worktime = self.desk.workspace.worktime().with_window(pack.submission.window)
            day = self.desk.today + dt.timedelta(EXAMPLE)
            try:
                moment = worktime.with_hours(self.draft.hours).submit_by(day)
            except WrongUse:  # hours without a single working day
                example.hide()
                return
            text = _("For example: a post for {day} is handed in by {moment}.")
            example.setText(text.format(day=self.desk.dates.day(day), moment=self.desk.dates.moment(moment)))
        example.setVisible(pack.submission is not None)

    def go_to(self, complaint: Complaint) -> None:
        box = self.boxes.get(str(complaint.path[0]))
        if box is not None and len(complaint.path) > 1 and complaint.path[1] in box.form.fields:
            box.form.focus(str(complaint.path[1]))

    @Slot(str)
    def _on_changed(self, section: str) -> None:
        pack = self.draft.pack
        before, box = getattr(pack, section), self.boxes[section]
        value = box.value(before)
        toggled = (before is None) != (value is None)
        focus = box.focusWidget()
        key = "" if toggled or focus is None else f"{section}.{focus.objectName()}"
        self.draft.change(with_section(pack, section, value), key)
