"""The checklist of a page: points that somebody looks at and confirms, week by week."""

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smcal.model import Confirmation, Period
from smcal.model.period import week_of
from smcal.planning.confirm import confirm_period, still_hold
from smcal.regulation import clause_text
from smcal.regulation.pack import Point
from smcal.store import Work
from smcal.words import N_, _, spoken
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.posts_table import local, page_names
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel


class Checklist(QWidget):
    """The pack's points for a page and the weeks of a period; a tick confirms one for all of them, in one step."""

    ticked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page_id: str | None = None
        self._period: Period | None = None
        self.points: dict[str, _Line] = {}
        self.all = button(_("Confirm &all"))
        self.all.clicked.connect(self._on_all)
        self.setFocusProxy(self.all)
        inner = QWidget()
        self._grid = QVBoxLayout(inner)
        self._grid.setContentsMargins(0, 8, 8, 0)
        self._grid.setSpacing(10)
        for point in desk.workspace.pack().checklist:
            line = _Line(point)
            line.toggled.connect(partial(self._on_toggled, point.id))
            self.points[point.id] = line
            self._grid.addWidget(line)
        self._grid.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        row = QHBoxLayout()
        row.addWidget(self.all)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(area, 1)
        column.addLayout(row)

    @property
    def done(self) -> int:
        """How many points hold for every week."""
        return sum(line.box.checkState() is Qt.CheckState.Checked for line in self.points.values())

    def show_page(self, page_id: str | None, period: Period | None) -> None:
        """Show what is confirmed for a page in the weeks that a period touches."""
        self._page_id, self._period = page_id, period
        self.setEnabled(page_id is not None and period is not None)
        if page_id is None or period is None:
            return
        with self._desk.read() as reader:
            ever = reader.confirmations(page_id, period.whole_weeks())
            made = still_hold(reader, ever)
            people = {person.id: person.name for person in reader.people(archived=True)}
        weeks = sum(1 for _week in period.weeks())
        for point, line in self.points.items():
            own = [one for one in made if one.item == point]
            state = Qt.CheckState.PartiallyChecked if own else Qt.CheckState.Unchecked
            said = self._by_whom(own, people, weeks)
            if not own and any(one.item == point for one in ever):
                said = _("Posts have changed since this was confirmed")
            line.show_state(Qt.CheckState.Checked if len(own) == weeks else state, said)
        self.all.setEnabled(self.done < len(self.points))

    def _by_whom(self, own: list[Confirmation], people: dict[str, str], weeks: int) -> str:
        if not own:
            return ""
        last = max(own, key=lambda one: one.at)
        name, moment = people.get(last.person_id or ""), self._desk.dates.moment(local(self._desk, last.at))
        text = f"{name}, {moment}" if name else moment
        return (
            text if len(own) == weeks else _("{n} of {weeks} weeks · {last}").format(n=len(own), weeks=weeks, last=text)
        )

    @Slot(bool)
    def _on_toggled(self, point: str, holds: bool) -> None:
        self._confirm([point], holds)

    @Slot()
    def _on_all(self) -> None:
        next(iter(self.points.values())).box.setFocus()  # before the button goes off: the keyboard would go elsewhere
        self._confirm(list(self.points), True)

    def _confirm(self, points: list[str], holds: bool) -> None:
        page_id, period = self._page_id, self._period
        if page_id is None or period is None:
            return
        person_id = self._desk.person.id if self._desk.person else None

        def put(work: Work) -> int:
            return sum(confirm_period(work, page_id, point, period, person_id, holds=holds) for point in points)

        self._desk.do(N_("Confirm the checklist") if holds else N_("Take back a confirmation"), put)
        self.show_page(page_id, period)  # also where nothing was stored: a tick tells what is
        self.ticked.emit()


class ChecklistDialog(Dialog):
    """The checklist of one page and week; every tick counts at once."""

    def __init__(self, desk: Desk, page_id: str, day: dt.date, parent: QWidget | None = None) -> None:
        week = week_of(day)
        where = f"{page_names(desk).get(page_id, '')} · {desk.dates.week_title(week)}"
        super().__init__(_("Checklist"), parent, intro=where, size=(560, 360))
        self._desk, self._page_id, self._week = desk, page_id, week
        self.checklist = Checklist(desk)
        self.body.addWidget(PlainLabel(_("Look at the posts of this week, then tick what holds."), wrap=True))
        self.body.addWidget(self.checklist, 1)
        self.add_buttons()
        self.checklist.show_page(page_id, week)
        self.listen(desk)


class _Line(QWidget):
    """A box, what it confirms, and who did; a click on the words ticks it too."""

    toggled = Signal(bool)

    def __init__(self, point: Point) -> None:
        super().__init__()
        title = point.title.within(spoken().language)
        clause = clause_text(point.clause, spoken())
        self.box = QCheckBox()
        self.box.setAccessibleName(f"{title}, {clause}")
        self.by = PlainLabel(role="caption", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(f"{title} ({clause})", wrap=True), 0, 1)
        grid.addWidget(self.by, 1, 1)
        self.box.clicked.connect(self._on_clicked)

    def show_state(self, state: Qt.CheckState, by: str) -> None:
        """Show whether it holds, and who said so."""
        self.box.setTristate(state is Qt.CheckState.PartiallyChecked)
        self.box.setCheckState(state)
        self.by.setText(by)
        self.by.setVisible(bool(by))
        self.box.setAccessibleDescription(by)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.box.setFocus()
            self.box.click()

    @Slot()
    def _on_clicked(self) -> None:
        self.toggled.emit(self.box.checkState() is not Qt.CheckState.Unchecked)
