"""Beside the year: the story of a day, and the library's own word on it."""

import datetime as dt
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smcal.model import CalendarChange, ChangeKind, new_id
from smcal.store import Area, Work
from smcal.text import clean_name
from smcal.words import N_, _
from smcal_ui.calendar.story import Story
from smcal_ui.desk import Desk
from smcal_ui.dialogs.library.wording import KINDS, kind_name
from smcal_ui.post.fields import ChoiceField, LineField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import Banner, PlainLabel

WIDTH, STORY = 270, 150  # pixels


class DayPanel(QWidget):
    """Shows a story, and a form for the chosen day. Saving and removing are one step to undo each."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = desk.today
        self._owner: str | None = None
        self._changes: Sequence[CalendarChange] = ()
        self.setFixedWidth(WIDTH)
        self.title = PlainLabel(role="strong", wrap=True)
        self.kind = PlainLabel(wrap=True)
        self.lines = PlainLabel(role="quiet", wrap=True)
        self.about = PlainLabel(role="caption", wrap=True)
        self.form = Form(self._rows([(None, _("the whole library"))]))
        self.notice = Banner()
        self.save: QPushButton = button(_("&Add"), primary=True)
        self.remove: QPushButton = button(_("Remo&ve"))
        self._build()
        self.save.clicked.connect(self.store)
        self.remove.clicked.connect(self.take_away)
        self.form.edited.connect(self._on_edited)

    def offer(self, owners: list[tuple[str | None, str]], owner: str | None) -> None:
        """Say whose days there are, and whose calendar is shown."""
        field = self.form.fields["branch_id"]
        assert isinstance(field, ChoiceField)
        field.offer(owners)
        self._owner = owner
        self.form.set_row_visible("branch_id", len(owners) > 1)
        self._fill(owner)

    def tell(self, story: Story) -> None:
        """Show the story of a day."""
        self.title.setText(story.title)
        self.kind.setText(story.kind)
        self.lines.setText("\n".join(story.lines))

    def show_day(self, day: dt.date, changes: Sequence[CalendarChange]) -> None:
        """Offer the day's own change for work: the shown owner's, else the other one's that made the day."""
        self._day, self._changes = day, [change for change in changes if change.date == day]
        owners = [change.branch_id for change in self._changes]
        self._fill(self._owner if self._owner in owners or not owners else owners[-1])

    @property
    def change(self) -> CalendarChange | None:
        """The own change that the form is about."""
        owner = self.form.value("branch_id")
        return next((change for change in reversed(self._changes) if change.branch_id == owner), None)

    def edit(self) -> None:
        """Put the cursor where one goes on: what the day is, or why."""
        self.form.focus("reason" if self.change else "kind")

    @Slot()
    def store(self) -> None:
        """Save what stands in the form; without a reason nothing is saved."""
        values = self.form.values() | {"reason": clean_name(self.form.value("reason"))}
        if not values["reason"]:
            self.notice.say(_("Say why: the reason stands in the calendar."), "bad")
            self.form.focus("reason")
            return
        before = self.change or CalendarChange(id=new_id(), date=self._day, kind=ChangeKind.FREE, reason="")
        changed = msgspec.structs.replace(before, **values)
        label = _("Change a day of one's own") if self.change else _("Add a day of one's own")
        self._desk.do(label, lambda work: work.put(changed))

    @Slot()
    def take_away(self) -> None:
        """Remove the day's own change, if it has one."""
        change = self.change
        if change is None:
            return

        def remove(work: Work) -> bool:
            work.remove(Area.CALENDAR_CHANGES, change.id)
            return True

        self._desk.do(_("Remove a day of one's own"), remove)

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        self.notice.say("")
        if key == "branch_id":
            self._fill(self.form.value("branch_id"))

    def _fill(self, owner: str | None) -> None:
        self.form.show_values({"branch_id": owner})
        change = self.change
        kind, reason = (change.kind, change.reason) if change else (ChangeKind.FREE, "")
        self.form.show_values({"kind": kind, "reason": reason})
        self.notice.say("")
        day = self._desk.dates.long_day(self._day)
        about = _("Own day: {day}") if change else _("Make {day} a day of one's own")
        self.about.setText(about.format(day=day))
        self.save.setText(_("&Save") if change else _("&Add"))
        self.save.setEnabled(not self._desk.workspace.read_only)
        self.remove.setEnabled(change is not None and not self._desk.workspace.read_only)

    def _rows(self, owners: list[tuple[str | None, str]]) -> tuple[Row, ...]:
        return (
            Row("kind", N_("&What it is"), lambda key: ChoiceField(key, [(k, kind_name(k)) for k in KINDS])),
            Row("reason", N_("&Reason"), lambda key: LineField(key, _("stock-taking, open day, order no. 5"))),
            Row("branch_id", N_("F&or"), lambda key: ChoiceField(key, owners)),
        )

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        story = QWidget()
        story.setMinimumHeight(STORY)  # so that the form stays put from day to day
        told = QVBoxLayout(story)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(4)
        for label in (self.title, self.kind, self.lines):
            told.addWidget(label)
        told.addStretch()
        column.addWidget(story)
        column.addWidget(self.about)
        column.addWidget(self.form)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addWidget(self.remove)
        row.addStretch()
        column.addSpacing(4)
        column.addLayout(row)
        column.addStretch()
