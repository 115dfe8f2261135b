"""Beside the year: the story of a day, and the library's own word on it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from smcal.model import CalendarChange, ChangeKind, new_id
from smcal.store import Area, Work
from smcal.text import clean_name
from smcal.words import N_, _
from smcal_ui.calendar.story import Story
from smcal_ui.desk import Desk
from smcal_ui.dialogs.library.wording import KINDS, kind_name
from smcal_ui.post.fields import ChoiceField, DateField, LineField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import Banner, PlainLabel

WIDTH, STORY = 280, 150  # pixels
LONGEST = 366  # days that are made alike at once


class DayPanel(QWidget):
    """Shows a story, and a form for the chosen day and, on wish, those after it. Each saving is one step to undo."""

    done = Signal()  # something was saved or removed

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
        self._day, self._changes = day, changes
        owners = [change.branch_id for change in changes if change.date == day]
        self._fill(self._owner if self._owner in owners or not owners else owners[-1])

    @property
    def change(self) -> CalendarChange | None:
        """The own change that the form is about."""
        owner = self.form.value("branch_id")
        found = (change for change in reversed(self._changes) if change.date == self._day)
        return next((change for change in found if change.branch_id == owner), None)

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
        until = values.pop("until") or self._day
        if not 0 <= (until - self._day).days < LONGEST:
            self.notice.say(_("The last day lies before the first one, or more than a year after it."), "bad")
            self.form.focus("until")
            return
        label = _("Change a special day") if self.change else _("Add a special day")
        changes = spread(self._day, until, self._changes, values)

        def put(work: Work) -> bool:
            for changed in changes:
                work.put(changed)
            return True

        if self._desk.do(label, put):
            self.done.emit()

    @Slot()
    def take_away(self) -> None:
        """Remove the day's own change, if it has one."""
        change = self.change
        if change is None:
            return

        def remove(work: Work) -> bool:
            work.remove(Area.CALENDAR_CHANGES, change.id)
            return True

        if self._desk.do(_("Remove a special day"), remove):
            self.done.emit()

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        self.notice.say("")
        if key == "branch_id":
            self._fill(self.form.value("branch_id"))

    def _fill(self, owner: str | None) -> None:
        self.form.show_values({"branch_id": owner})
        change = self.change
        kind, reason = (change.kind, change.reason) if change else (ChangeKind.FREE, "")
        self.form.show_values({"kind": kind, "until": self._day, "reason": reason})
        self.notice.say("")
        day = self._desk.dates.long_day(self._day)
        about = _("Special day: {day}") if change else _("Make {day} a special day")
        self.about.setText(about.format(day=day))
        self.save.setText(_("&Save") if change else _("&Add"))
        self.save.setEnabled(not self._desk.workspace.read_only)
        self.remove.setEnabled(change is not None and not self._desk.workspace.read_only)

    def _rows(self, owners: list[tuple[str | None, str]]) -> tuple[Row, ...]:
        return (
            Row("kind", N_("&What it is"), lambda key: ChoiceField(key, [(k, kind_name(k)) for k in KINDS])),
            Row("until", N_("Up to an&d with"), DateField),
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


def spread(
    first: dt.date, last: dt.date, changes: Sequence[CalendarChange], values: dict[str, Any]
) -> list[CalendarChange]:
    """A change for every day from `first` to `last`; what was said before for the same owner is replaced."""
    before = {change.date: change for change in changes if change.branch_id == values["branch_id"]}
    days = (first + dt.timedelta(n) for n in range((last - first).days + 1))
    plain = (before.get(day) or CalendarChange(id=new_id(), date=day, kind=ChangeKind.FREE, reason="") for day in days)
    return [msgspec.structs.replace(change, **values) for change in plain]
