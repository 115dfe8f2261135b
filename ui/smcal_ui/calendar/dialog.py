"""The calendar of the library: a year at a glance, each day explained and changeable."""

import datetime as dt

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smcal.imports.dates import YEARS
from smcal.model import CalendarChange, Period
from smcal.store import Area
from smcal.store.changes import ChangeSet
from smcal.words import _
from smcal.worktime import Worktime, norm_of
from smcal_ui.calendar.legend import Legend
from smcal_ui.calendar.panel import DayPanel
from smcal_ui.calendar.story import Story, story_of
from smcal_ui.calendar.view import YearView
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.library.wording import kind_name
from smcal_ui.post.fields import ChoiceField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel

TOUCHING = (Area.CALENDAR_CHANGES, Area.WORKING_HOURS, Area.SETTINGS, Area.BRANCHES)


class CalendarDialog(Dialog):
    """Everything is saved as it is changed; Ctrl+Z works here too."""

    def __init__(self, desk: Desk, day: dt.date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(_("Calendar of the year"), parent, size=(1080, 660))
        self._desk = desk
        self._changes: list[CalendarChange] = []
        self._branches: dict[str | None, str] = {}
        self.heading.hide()
        self.back, self.on = button("‹"), button("›")
        self.now, self.take = button(_("&Today")), button(_("&Import days…"))
        self.take.setEnabled(not desk.workspace.read_only)
        self.owner = ChoiceField("owner", ())
        self.view = YearView(desk.dates, desk.today)
        self.panel = DayPanel(desk)
        self._build()
        self._connect()
        self._offer_owners()
        self.view.choose(day or desk.today)
        self.show_year((day or desk.today).year)
        self.view.setFocus()

    def show_year(self, year: int) -> None:
        """Show a year, if it is one of those that plans are made for."""
        if year not in YEARS:
            return
        worktime, period = self._worktime(), Period(dt.date(year, 1, 1), dt.date(year, 12, 31))
        days = {date: worktime.day(date) for date in period.days()}
        months = [norm_of(worktime, month) for month in period.months()]
        self.view.show_days(days, months, lambda date: self._story(date).sentence())
        self.year.setText(str(year))
        self.back.setEnabled(year > YEARS[0])
        self.on.setEnabled(year < YEARS[-1])
        self._show_day()

    def _worktime(self) -> Worktime:
        owner, workspace = self.owner.value(), self._desk.workspace
        return workspace.branch_worktime(owner) if owner else workspace.worktime()

    def _story(self, day: dt.date) -> Story:
        worktime = self._worktime()
        story = story_of(worktime.day(day), worktime.national_day(day), self._desk.dates)
        return story._replace(lines=(*story.lines, *self._elsewhere(day)))

    def _elsewhere(self, day: dt.date) -> list[str]:
        """What single branches say of a day, beside the calendar of the whole library."""
        said = [change for change in self._changes if change.date == day and change.branch_id in self._branches]
        if self.owner.value() is not None:
            return []
        return [
            _("{branch}: {kind}, {reason}").format(
                branch=self._branches[change.branch_id], kind=kind_name(change.kind), reason=change.reason
            )
            for change in said
        ]

    # building

    def _build(self) -> None:
        self.year = PlainLabel(role="heading")
        self.back.setAccessibleName(_("Previous year"))
        self.on.setAccessibleName(_("Next year"))
        self.owner.widget.setAccessibleName(_("Whose calendar"))
        self.owner.widget.setMinimumWidth(200)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.back, self.year, self.on, self.now):
            head.addWidget(widget)
        head.addStretch()
        head.addWidget(self.owner.widget)
        head.addWidget(self.take)
        for pressed in (self.back, self.on, self.now, self.take):
            pressed.setAutoDefault(False)  # Enter is for the day
        sheet = QVBoxLayout()
        sheet.setSpacing(8)
        sheet.addWidget(self.view, 1)
        sheet.addWidget(Legend())
        beside = QHBoxLayout()
        beside.setSpacing(24)
        beside.addLayout(sheet, 1)
        beside.addWidget(self.panel)
        self.body.addLayout(head)
        self.body.addLayout(beside, 1)
        hint = PlainLabel(_("Hours count from opening to closing, breaks included."), role="caption")
        self.footer.addWidget(hint)
        self.add_buttons().setDefault(False)
        self.panel.save.setDefault(True)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_next)
        self.now.clicked.connect(self._on_today)
        self.take.clicked.connect(self.import_days)
        self.owner.settled.connect(self._on_owner)
        self.view.chosen.connect(self._show_day)
        self.view.hovered.connect(self._on_hovered)
        self.view.yearRequested.connect(self.show_year)
        self.view.editRequested.connect(self.panel.edit)
        self.view.removeRequested.connect(self.panel.take_away)
        self.panel.done.connect(self.view.setFocus)
        self._desk.changed.connect(self._on_changed)
        self._desk.renewed.connect(self._on_renewed)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._desk.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self._desk.redo)
        self.listen(self._desk)

    def _offer_owners(self) -> None:
        owner = self.owner.value()
        with self._desk.read() as reader:
            self._branches = {branch.id: branch.name for branch in reader.branches()}
            self._changes = reader.calendar_changes()
        owners: list[tuple[str | None, str]] = [(None, _("the whole library")), *self._branches.items()]
        self.owner.offer(owners)
        self.owner.show(owner)
        self.panel.offer([pair for pair in owners if pair[0] in (None, owner)] if owner else owners, owner)

    # news

    @Slot()
    def import_days(self) -> None:
        """Take days from a file."""
        from smcal_ui.calendar.importing import ImportDaysDialog  # reads files: only when asked for

        dialog = ImportDaysDialog(self._desk, self, branch_id=self.owner.value())
        dialog.exec()
        if dialog.stored:
            self.view.choose(min(change.date for change in dialog.stored))

    @Slot()
    def _show_day(self) -> None:
        self.panel.tell(self._story(self.view.day))
        self.panel.show_day(self.view.day, self._own())

    def _own(self) -> list[CalendarChange]:
        """The changes that bear on the calendar shown: with the whole library's, those of every branch to be seen."""
        owner = self.owner.value()
        return [change for change in self._changes if owner is None or change.branch_id in (None, owner)]

    @Slot(object)
    def _on_hovered(self, day: dt.date | None) -> None:
        self.panel.tell(self._story(day or self.view.day))

    @Slot()
    def _on_back(self) -> None:
        self.show_year(self.view.year - 1)

    @Slot()
    def _on_next(self) -> None:
        self.show_year(self.view.year + 1)

    @Slot()
    def _on_today(self) -> None:
        self.view.choose(self._desk.today)
        self.view.setFocus()

    @Slot()
    def _on_owner(self) -> None:
        self._offer_owners()
        self.show_year(self.view.year)

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if any(changes.ids(area) for area in TOUCHING):
            self.notice.say("")
            self._on_owner()

    @Slot()
    def _on_renewed(self) -> None:
        self.show_year(self.view.year)
