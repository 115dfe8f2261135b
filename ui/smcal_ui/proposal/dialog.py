"""Plan my week: choose pages and days, look at what is proposed, accept all of it or some."""

import datetime as dt
from functools import partial
from threading import Event

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QScrollArea, QWidget

from smcal.model import COUNTED_STATES, Page, Period, Post
from smcal.model.period import month_of, quarter_of, week_of
from smcal.planning.proposal import Item, Proposal, Unmet, accept, first_in_time, propose_all, remaining
from smcal.regulation import Scope, Severity
from smcal.words import N_, _, inside, ngettext, spoken
from smcal_ui.coverage.choosing import About, choices
from smcal_ui.coverage.words import stretch_title, titled
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.names import page_name
from smcal_ui.post.fields import ChoiceField, DateField
from smcal_ui.proposal import words
from smcal_ui.proposal.items import ItemTable, Row
from smcal_ui.proposal.weeks import Shown, WeekStrip
from smcal_ui.tasks import Tasks
from smcal_ui.widgets.form import Form
from smcal_ui.widgets.form import Row as Field
from smcal_ui.widgets.labels import Banner, PlainLabel
from smcal_ui.widgets.table import ROW, Column, ValueTable

PREVIEW, LEAST, FEW = 200, 76, 4
"""Pixels of height of the weeks, at most and on a small screen; remarks that are seen without scrolling."""


class ProposalDialog(Dialog):
    """After `accepted`, `taken` holds what went into the plan: one step, which Ctrl+Z takes back."""

    def __init__(
        self, desk: Desk, tasks: Tasks, page_id: str | None, shown: Period, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Plan the week"), parent, size=(1000, 700))
        self.taken: list[Item] = []
        self._desk, self._tasks, self._shown = desk, tasks, shown
        self._stop: Event | None = None
        self._scope: Scope | None = None
        self._proposals: dict[str, Proposal] = {}
        self._names: dict[str, str] = {}
        self.form = Form(self._rows())
        self.verdict = Banner()
        self.strip = WeekStrip(desk.dates)
        self.preview = QScrollArea()
        self.page_title = PlainLabel(role="strong")
        self.all = QCheckBox()
        self.table = ItemTable(pages=True)
        self.unmet = ValueTable(_("What stays unmet"), self._unmet_columns(), self._tint, wrap=True)
        self.left_over = PlainLabel(role="quiet", wrap=True)
        self._build()
        self._connect()
        self._begin(page_id)

    @property
    def pages(self) -> list[Page]:
        """The chosen pages."""
        about: About = self.form.value("about") or About()
        return about.pages(self._desk.book.pages)

    @property
    def period(self) -> Period | None:
        """The chosen days; None while they make no sense."""
        chosen: Period | None = self.form.value("period")
        if chosen is not None:
            return Period(chosen.first, chosen.last)
        first, last = self.form.value("first"), self.form.value("last")
        return Period(first, last) if first and last and first <= last else None

    def accept(self) -> None:
        """Put what is ticked into the plan; while nothing is, or it is still being worked out, do nothing."""
        items = self.table.items()
        if self._stop is not None or not items:
            return
        if self._desk.do(N_("Plan the week"), lambda work: accept(work, items)) is None:
            return  # the desk has told why
        self.taken = items
        super().accept()

    def reject(self) -> None:
        """Leave everything as it is."""
        if self._stop is not None:
            self._stop.set()
        super().reject()

    # building

    def _rows(self) -> list[Field | tuple[Field, ...]]:
        return [
            (
                Field("about", N_("&Page"), lambda key: ChoiceField(key, ())),
                Field("period", N_("&Days"), lambda key: ChoiceField(key, ())),
                Field("first", N_("F&rom"), DateField),
                Field("last", N_("&To"), DateField),
            )
        ]

    def _unmet_columns(self) -> list[Column]:
        return [
            Column(_("What stays unmet"), self._told, wide=True),
            Column(_("Page"), self._page_told, widest=200),
            Column(_("Why"), lambda unmet: words.lack(unmet.lack), widest=300),
        ]

    def _build(self) -> None:
        self.heading.hide()
        self.preview.setWidget(self.strip)
        self.preview.setWidgetResizable(True)
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setSpacing(8)
        for widget in (self.form, self.verdict, self.page_title, self.preview, self.all):
            self.body.addWidget(widget)
        self.body.setStretchFactor(self.preview, 6)  # up to its greatest height
        self.body.addWidget(self.table, 1)
        self.table.setMinimumHeight(self.table.horizontalHeader().sizeHint().height() + 3 * ROW)
        self.body.addWidget(self.unmet)
        self.body.addWidget(self.left_over)
        self.add_buttons(_("&Accept"))

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.form.settled.connect(self._on_edited)
        self.table.ticked.connect(self._on_ticked)
        self.table.moved.connect(self._show_weeks)
        self.strip.picked.connect(self._on_picked)
        self.all.clicked.connect(self._on_all)
        self.listen(self._desk)

    def _begin(self, page_id: str | None) -> None:
        pages = self._desk.book.pages
        with self._desk.read() as reader:
            branches = reader.branches()
        by_id = {branch.id: branch for branch in branches}
        self._names = {page.id: page_name(page, by_id) for page in pages}
        own = next((p.id for p in pages if self._desk.person and p.coordinator_id == self._desk.person.id), None)
        offered = choices(pages, branches)
        self._offer("about", offered)
        periods = self._periods()
        self._offer("period", [*periods, (None, _("other days"))])
        wanted = About(page_id=page_id or own)
        about = wanted if wanted in [found for found, _name in offered] else (offered[0][0] if offered else None)
        today = self._desk.today
        self.form.show_values(
            {"about": about, "period": periods[0][0], "first": today, "last": today + dt.timedelta(13)}
        )
        self.work_out()
        self.table.setFocus()

    def _offer(self, key: str, offered: list) -> None:  # type: ignore[type-arg]
        field = self.form.fields[key]
        assert isinstance(field, ChoiceField)
        field.offer(offered)

    def _periods(self) -> list[tuple[Period, str]]:
        """Weeks, months and quarters ahead, the one that can still be planned first."""
        dates, shown, first = self._desk.dates, self._shown, self._first_day()
        likely = shown if shown.last >= first else week_of(first)
        following = week_of(likely.last + dt.timedelta(1))
        month, quarter = month_of(likely.first), quarter_of(likely.first)
        later_month = month_of(month.last + dt.timedelta(1))
        named = (
            (likely, dates.week_title(likely)),
            (following, dates.week_title(following)),
            (month, dates.month_title(month.first)),
            (later_month, dates.month_title(later_month.first)),
            (quarter, stretch_title(quarter, dates)),
            (
                quarter_of(quarter.last + dt.timedelta(1)),
                stretch_title(quarter_of(quarter.last + dt.timedelta(1)), dates),
            ),
            (shown, _("shown: {week}").format(week=dates.week_title(shown))),
        )
        unique: dict[Period, str] = {}
        for period, text in named:
            unique.setdefault(period, text)
        return list(unique.items())

    def _first_day(self) -> dt.date:
        """The first day that a plan handed in now is in time for."""
        return first_in_time(self._desk.scope(week_of(self._desk.today)))

    # working it out

    def work_out(self) -> None:
        """Ask for proposals; they come from the worker."""
        for key in ("first", "last"):
            self.form.set_row_visible(key, self.form.value("period") is None)
        if self._stop is not None:
            self._stop.set()
            self._stop = None
        period, pages = self.period, self.pages
        if period is None or not pages:
            self._show([])
            self.verdict.say(_("Choose a page and days: the first day comes before the last."), "plain")
            return
        scope = self._scope = self._desk.scope(period)
        with self._desk.read() as reader:
            tray = reader.tray()
        self.verdict.say(_("Working it out…"), "plain")
        self._stop = Event()  # an executor may run at once
        stop = self._tasks.run(
            lambda _stop: propose_all(scope, pages, tray), partial(self._on_landed, scope), self._on_failed, self
        )
        if self._stop is not None:
            self._stop = stop

    def _on_landed(self, scope: Scope, proposals: list[Proposal]) -> None:
        if scope is self._scope:  # else another question was asked meanwhile
            self._stop = None
            self._show(proposals)

    def _on_failed(self, error: Exception) -> None:
        self._stop = None
        self._show([])
        self.complain(str(error))
        raise error

    # showing

    def _show(self, proposals: list[Proposal]) -> None:
        self._proposals = {proposal.page_id: proposal for proposal in proposals}
        several = len(proposals) > 1
        self.table.setColumnHidden(2, not several)
        self.unmet.setColumnHidden(1, not several)
        items = sorted((item for p in proposals for item in p.items), key=_place)
        self.table.show_rows([self._row(item) for item in items])
        ids = {item.post.id for item in items}
        left = {post.id: post for proposal in proposals for post in proposal.left if post.id not in ids}
        self.left_over.setText(words.left_over(list(left.values())))
        self.left_over.setVisible(bool(left))
        for widget in (self.table, self.all):
            widget.setVisible(bool(items))
        self._on_ticked()
        self._show_weeks()

    def _row(self, item: Item) -> Row:
        assert self._scope is not None and item.post.date is not None
        dates, post = self._desk.dates, item.post
        return Row(
            item,
            dates.day(item.post.date),
            dates.time(post.time) if post.time else "",
            self._names.get(post.page_id or "", ""),
            titled(post),
            words.origin(item),
            words.why(item, self._scope.pack, self._scope.plan),
        )

    @Slot()
    def _on_ticked(self) -> None:
        """What is ticked now, and what would stay unmet then."""
        self.hush()
        items, count = self.table.items(), len(self.table.values)
        unmet = self._remaining(items)
        self.unmet.show_values(unmet)
        self.unmet.clearSelection()
        self.unmet.setVisible(bool(unmet))
        QTimer.singleShot(0, self, self._fit_unmet)  # once it has its width
        self.all.setText(_("{n} of {all} posts").format(n=len(items), all=count))
        state = Qt.CheckState.Checked if len(items) == count else Qt.CheckState.PartiallyChecked
        self.all.setCheckState(state if items else Qt.CheckState.Unchecked)
        self.verdict.say(*self._judgement(items, unmet))
        assert self.primary is not None
        text = ngettext("&Accept {n} post", "&Accept {n} posts", len(items)).format(n=len(items))
        self.primary.setText(text if items else _("&Accept"))
        self.primary.setEnabled(bool(items) and not self._desk.workspace.read_only)
        self._show_weeks()

    @Slot()
    def _fit_unmet(self) -> None:
        """As high as its first few lines; on a small screen lower, for the dialog must fit it."""
        self.unmet.resizeRowsToContents()
        lines = sum(self.unmet.sizeHintForRow(row) for row in range(min(len(self.unmet.values), FEW)))
        frame = self.unmet.horizontalHeader().sizeHint().height() + 8
        self.unmet.setMinimumHeight(frame + min(max(lines, ROW), 2 * ROW))
        self.unmet.setMaximumHeight(frame + max(lines, ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines may wrap otherwise now."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_unmet)  # once the columns have their new width

    def _remaining(self, items: list[Item]) -> list[Unmet]:
        """What comes last cannot be changed any more."""
        scope = self._scope
        if scope is None:
            return []
        found: list[Unmet] = []
        for page in self.pages:
            proposal = self._proposals.get(page.id)
            if proposal is not None:
                found += remaining(scope, page, proposal, [item for item in items if item.post.page_id == page.id])
        return sorted(found, key=lambda unmet: (self._is_past(unmet), unmet.finding.severity is not Severity.REQUIRED))

    def _judgement(self, items: list[Item], unmet: list[Unmet]) -> tuple[str, str]:
        ahead = [one for one in unmet if not self._is_past(one)]
        if not self.table.values:
            if not ahead:
                return _("Nothing needs to be proposed: what the regulation asks for is planned already."), "ok"
            return _("Nothing can be proposed for these days; what stays unmet is listed below, and why."), "warn"
        if not items:
            return _("Nothing is ticked: nothing would change."), "plain"
        if not ahead:
            return _("With these posts, numbers, topics, partners' share and deadlines hold."), "ok"
        text = ngettext(
            "{n} thing stays unmet even so: it is listed below, and why.",
            "{n} things stay unmet even so: they are listed below, and why.",
            len(ahead),
        )
        return text.format(n=len(ahead)), "warn"

    def _page_told(self, unmet: Unmet) -> str:
        """Its page, where there are several: a column that is hidden must not ask for room."""
        return self._names.get(unmet.finding.page_id, "") if len(self._proposals) > 1 else ""

    def _told(self, unmet: Unmet) -> str:
        """A finding with the post that it is about."""
        finding, scope = unmet.finding, self._scope
        sentence = self._desk.sentence(finding)
        if finding.post_id is None or scope is None:
            return sentence
        posts = [*scope.plan.posts.get(finding.page_id, ()), *(row.item.post for row in self.table.values)]
        post = next((post for post in posts if post.id == finding.post_id), None)
        return (
            _("“{title}”: {what}").format(title=inside(titled(post)), what=sentence) if post is not None else sentence
        )

    def _is_past(self, unmet: Unmet) -> bool:
        finding = unmet.finding
        last = finding.date or finding.args.get("last")
        return last is not None and last < self._desk.today

    def _tint(self, unmet: Unmet) -> str:
        if self._is_past(unmet):
            return "faint"
        return "bad" if unmet.finding.severity is Severity.REQUIRED else "warn"

    @Slot()
    def _show_weeks(self) -> None:
        """The weeks of the page of the current row."""
        period, pages, row = self.period, self.pages, self.table.current()
        visible = period is not None and bool(pages) and self._scope is not None
        self.preview.setVisible(visible)
        self.page_title.setVisible(visible and len(pages) > 1)
        if period is None or not pages or self._scope is None:
            return
        page_id = row.item.post.page_id if row is not None else pages[0].id
        self.page_title.setText(self._names.get(page_id, ""))
        whole = period.whole_weeks()
        there = [Shown(p, False) for p in self._scope.plan.posts.get(page_id, ()) if _counts(p, whole)]
        ticked = {item.post.id for item in self.table.items()}
        rows = [row.item.post for row in self.table.values]
        proposed = [Shown(post, True, post.id in ticked) for post in rows if post.page_id == page_id]
        shorts = {t.id: t.short.within(spoken().language) for t in self._scope.pack.topics}
        self.strip.show_posts(period, self._first_day(), [*there, *proposed], shorts)
        place = self.strip.choose(row.item.post.id if row is not None else "")
        high = min(self.strip.height(), PREVIEW)
        self.preview.setMinimumHeight(min(high, LEAST))
        self.preview.setMaximumHeight(high)
        self.preview.ensureVisible(0, place.center().y(), 0, 60)

    # answering

    @Slot(str)
    def _on_edited(self, _key: str) -> None:
        self.work_out()

    @Slot(str)
    def _on_picked(self, post_id: str) -> None:
        for number, row in enumerate(self.table.values):
            if row.item.post.id == post_id:
                self.table.choose(number)

    @Slot()
    def _on_all(self) -> None:
        self.table.tick_all(len(self.table.items()) < len(self.table.values))


def _place(item: Item) -> tuple[dt.date, dt.time, str]:
    return item.post.date or dt.date.max, item.post.time or dt.time.max, item.post.id


def _counts(post: Post, period: Period) -> bool:
    return post.date is not None and post.date in period and post.state in COUNTED_STATES and post.binned is None
