"""Hand a plan in: choose page and days, see what stands in the way, get plan version N as DOCX and PDF.

Where the regulation has nothing handed in, the same dialog writes the plan document alone.
"""

import datetime as dt
from pathlib import Path
from threading import Event

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from smcal.errors import SmcalError
from smcal.model import Page, Period
from smcal.model.period import week_of
from smcal.planning.submit import Readiness, goes_along, readiness
from smcal.words import N_, _
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices, periods
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.handing_in import HandedIn, Order
from smcal_ui.dialogs.made import NextSteps
from smcal_ui.dialogs.purposes import purpose_of
from smcal_ui.dialogs.remarks import Remark, facts_of
from smcal_ui.dialogs.standing import Standing
from smcal_ui.post.fields import ChoiceField, DateField
from smcal_ui.post.places import field_of
from smcal_ui.shell.findings_lines import is_checklist
from smcal_ui.tasks import Tasks
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Form, Row, captioned
from smcal_ui.widgets.labels import Banner, PlainLabel
from smcal_ui.widgets.link_banner import LinkBanner


class SubmitDialog(Dialog):
    """Three faces: what to hand in, the work going on, and where the documents are."""

    jumpRequested = Signal(str)  # id of the post that a remark is about
    fieldRequested = Signal(str, str, object)  # id of the post, name of the field that mends it, attachment or None
    pageRequested = Signal(str, object)  # id of the page that a remark is about, date: the first day still to plan
    _stepped = Signal(str)  # what the job is doing now; sent from its thread

    def __init__(
        self, desk: Desk, tasks: Tasks, page_id: str | None, shown: Period, parent: QWidget | None = None
    ) -> None:
        self._purpose = purpose_of(desk.workspace.pack())
        super().__init__(self._purpose.title, parent, size=(780, 620))
        self.done_: HandedIn | None = None
        self._desk, self._tasks, self._shown = desk, tasks, shown
        self._stop: Event | None = None
        self._ready: Readiness | None = None
        self._waiting: list[Period] = []
        self._days_chosen = False  # by hand: they stay when another page is chosen
        self.form = Form(self._rows())
        self.elsewhere = PlainLabel(role="quiet", wrap=True)
        self.verdict = Banner()
        self.unticked = LinkBanner()
        self.facts = PlainLabel(role="quiet", wrap=True)
        self.standing = Standing(desk)
        self.remarks = self.standing.remarks
        self.folder = QLineEdit(str(_documents()))
        self.change = button(_("Chan&ge…"))
        self.progress = QProgressBar(textVisible=False)
        self.step = PlainLabel(role="quiet")
        self.made = NextSteps(desk, self._purpose)
        self._faces = QStackedWidget()
        self._build()
        self._connect()
        self._begin(page_id)

    @property
    def page(self) -> Page | None:
        """The chosen page."""
        return next((p for p in self._desk.book.pages if p.id == self.form.value("page")), None)

    @property
    def period(self) -> Period | None:
        """The chosen days; None while they make no sense."""
        chosen = self.form.value("period")
        if chosen is not None:
            return Period(chosen.first, chosen.last)
        first, last = self.form.value("first"), self.form.value("last")
        return Period(first, last) if first and last and first <= last else None

    def accept(self) -> None:
        page, period = self.page, self.period
        if self._stop is not None or self.done_ is not None or page is None or period is None:
            return
        if not self._purpose.may(self._ready):
            return
        person = self._desk.person
        order = Order(page, period, self._desk.at, person.id if person else None, Path(self.folder.text()))
        workspace, report, work = self._desk.workspace, self._stepped.emit, self._purpose.work
        self._show_face(1)
        self._stop = Event()  # so that an executor that runs at once finds us at work
        stop = self._tasks.run(
            lambda stop: work(workspace, order, stop, report), self._on_handed_in, self._on_not_handed_in, self
        )
        if self._stop is not None:
            self._stop = stop

    def reject(self) -> None:
        """Esc and Cancel stop the work while it runs, and close otherwise."""
        if self._stop is not None:
            self._stop.set()
            self.step.setText(_("Stopping…"))
            self._closing.setEnabled(False)
            return
        super().reject()

    # building

    def _rows(self) -> list[Row | tuple[Row, ...]]:
        return [
            (
                Row("page", N_("&Page"), lambda key: ChoiceField(key, ())),
                Row("period", N_("&Days"), lambda key: ChoiceField(key, ())),
            ),
            (Row("first", N_("F&rom"), DateField), Row("last", N_("&To"), DateField)),
        ]

    def _build(self) -> None:
        choose = QWidget()
        column = QVBoxLayout(choose)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.elsewhere)
        column.addWidget(self.verdict)
        column.addWidget(self.unticked)
        column.addWidget(self.facts)
        column.addWidget(self.standing, 1)
        column.addLayout(captioned(_("F&older for the documents"), self.folder, self.change))
        for face in (choose, self._build_work(), self.made):
            self._faces.addWidget(face)
        self.body.addWidget(self._faces, 1)
        self._closing = self.add_buttons(self._purpose.button)
        self.standing.override.setText(self._purpose.decide)

    def _build_work(self) -> QWidget:
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(12)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self._purpose.title)
        column.addWidget(self.progress)
        column.addWidget(self.step)
        column.addStretch()
        return work

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.standing.remarkChosen.connect(self._on_remark)
        self.unticked.followed.connect(self.standing.open_checklist)
        self.standing.changed.connect(self.hush)
        self.standing.changed.connect(self._show_readiness)
        self.change.clicked.connect(self._on_change)
        self._stepped.connect(self.step.setText)
        self.made.said.connect(self.notice.say)
        self.listen(self._desk)

    def _begin(self, page_id: str | None) -> None:
        pages = self._desk.book.pages
        with self._desk.read() as reader:
            offered = choices.pages(pages, reader.branches())
        own = next((p.id for p in pages if self._desk.person and p.coordinator_id == self._desk.person.id), None)
        self._offer("page", offered)
        first = page_id or own or (pages[0].id if pages else None)
        self.form.show_values({"page": first, "first": self._desk.today, "last": self._desk.today + dt.timedelta(6)})
        self._offer_periods()
        self._show_face(0)
        self.form.focus("page")

    def _offer(self, key: str, offered: list) -> None:  # type: ignore[type-arg]
        field = self.form.fields[key]
        assert isinstance(field, ChoiceField)
        field.offer(offered)

    def _offer_periods(self) -> None:
        """The week on the screen, and those of the page that are not handed in; days chosen by hand stay chosen."""
        today, page = self._desk.today, self.page
        ahead = Period(today, today + dt.timedelta(7 * periods.WEEKS_AHEAD))
        posts = self._desk.book.plan(ahead).posts.get(page.id, []) if page else []
        self._waiting = self._purpose.waiting(posts, today)
        weeks = periods.offered(self._shown, self._waiting, today, self._desk.dates)
        chosen = self.form.value("period")
        self._offer("period", [*weeks, (None, _("other days"))])
        if not self._days_chosen or chosen not in {None, *(week for week, _text in weeks)}:
            chosen = periods.first_offer(self._shown, self._waiting, today, empty=self._is_empty(page))
        self.form.show_values({"period": chosen})
        self._show_readiness()

    def _is_empty(self, page: Page | None) -> bool:
        """Whether the page has nothing to hand in in the week on the screen."""
        week = week_of(self._shown.first)
        posts = self._desk.book.plan(week).posts.get(page.id, []) if page else []
        return not any(goes_along(post, week) for post in posts)

    # showing

    @Slot()
    def _show_readiness(self) -> None:
        custom = self.form.value("period") is None
        for key in ("first", "last"):
            self.form.set_row_visible(key, custom)
        page, period = self.page, self.period
        self._ready = readiness(self._desk.workspace, page, period, self._desk.at) if page and period else None
        self.standing.show_plan(self._ready, page, period)
        self._show_elsewhere(period)
        self.verdict.say(*self._judgement())
        self.unticked.say(*self._checklist())
        self.facts.setText(facts_of(self._desk, self._ready) if self._ready else "")
        self.facts.setVisible(bool(self.facts.text()))
        assert self.primary is not None
        self.primary.setEnabled(self._purpose.may(self._ready))

    def _show_elsewhere(self, period: Period | None) -> None:
        week = periods.waits_elsewhere(self._waiting, period)
        dates = self._desk.dates
        self.elsewhere.setText(
            _("Another week waits to be handed in: {week}.").format(week=dates.week_title(week)) if week else ""
        )
        self.elsewhere.setVisible(week is not None)

    def _judgement(self) -> tuple[str, str]:
        ready = self._ready
        if ready is None:
            return _("Choose a page and days: the first day comes before the last."), "plain"
        blocking = sum(remark.level == "bad" for remark in self.remarks.values)
        return self._purpose.judge(ready, blocking)

    def _checklist(self) -> tuple[str, str, str]:
        """What is to be ticked before the button is pressed, how it is meant, and where it leads."""
        ready, points, done = self._ready, len(self.standing.checklist.points), self.standing.checklist.done
        if ready is None or not ready.posts or done == points:
            return "", "plain", ""
        text = _("Checklist: {done} of {n} confirmed.").format(done=done, n=points)
        level = "bad" if any(map(is_checklist, ready.blockers)) else "plain"
        if any(map(is_checklist, ready.advice)):
            level = "warn"
        return text, level, _("Go through the checklist")

    def _show_face(self, face: int) -> None:
        self.hush()
        self._faces.setCurrentIndex(face)
        assert self.primary is not None
        self.primary.setVisible(face == 0)
        self._closing.setEnabled(True)
        self._closing.setText(_("&Close") if face == 2 else _("&Cancel"))
        self._closing.setDefault(face == 2)

    # answering

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        self.notice.say("")
        if key == "page":
            self._offer_periods()
        else:
            self._days_chosen = True
            self._show_readiness()

    @Slot(object)
    def _on_remark(self, remark: Remark) -> None:
        field = field_of(remark.findings[0]) if len(remark.findings) == 1 else None
        if remark.post_id is not None and field is not None:
            self.reject()  # first: a window takes the keyboard back to where it was
            self.fieldRequested.emit(remark.post_id, *field)
        elif remark.post_id is not None:
            self.jumpRequested.emit(remark.post_id)
            self.reject()
        elif remark.page_id is not None and self.period is not None:
            self.pageRequested.emit(remark.page_id, max(self.period.first, self._desk.today))
            self.reject()

    @Slot()
    def _on_change(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Folder for the documents"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _on_handed_in(self, made: HandedIn) -> None:
        self._stop = None
        self.done_ = made
        if made.changes is not None:
            self._desk.committed(made.changes)
        self.heading.setText(self._purpose.done)
        self._show_face(2)
        self.made.show_made(made)

    def _on_not_handed_in(self, error: Exception) -> None:
        self._stop = None
        self._show_face(0)
        self._show_readiness()
        if not isinstance(error, SmcalError):
            self.complain(self._purpose.failed(error))
            raise error
        self.complain(str(error))


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) / _("Content plans")
