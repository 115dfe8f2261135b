"""Plan my week: choose pages and days, look at what is proposed, arrange it, accept all of it or some."""

import datetime as dt

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from smcal.layout.board import Level
from smcal.model import Page, Period, Post
from smcal.planning.proposal import Item, Lack, accept
from smcal.words import N_, _, ngettext, spoken
from smcal_ui.coverage.words import titled
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.planner.drop import Verdict
from smcal_ui.proposal import words
from smcal_ui.proposal.draft import Draft
from smcal_ui.proposal.items import ItemTable
from smcal_ui.proposal.places import Shown
from smcal_ui.proposal.preview import WeeksPreview
from smcal_ui.proposal.question import Question
from smcal_ui.proposal.ticks import Row
from smcal_ui.proposal.unmet import UnmetTable
from smcal_ui.proposal.working import Working
from smcal_ui.shell.verdicts import verdict_on
from smcal_ui.tasks import Tasks
from smcal_ui.widgets.labels import Banner, PlainLabel
from smcal_ui.widgets.table import ROW

SEEN = 6
"""Proposed posts that the list has room for; where there are fewer, more of the weeks is seen."""


class ProposalDialog(Dialog):
    """After `accepted`, `taken` holds what went into the plan: one step, which Ctrl+Z takes back."""

    def __init__(
        self, desk: Desk, tasks: Tasks, page_id: str | None, shown: Period, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Plan the week"), parent, size=(1000, 700))
        self.taken: list[Item] = []
        self.draft: Draft | None = None
        self._desk = desk
        self._told: dict[str, Row] = {}  # by their posts: words are found once
        self.form = Question(desk)
        self.working = Working(desk, tasks, self)
        self.verdict = Banner()
        self.preview = WeeksPreview(desk.dates, self._asked)
        self.all = QCheckBox()
        self.hint = PlainLabel(words.how_to_move(), role="quiet", wrap=True)
        self.table = ItemTable(self._others)
        self.nothing = QWidget()  # takes the room of the table where there is none
        self.unmet = UnmetTable(desk, lambda page_id: self.form.names.get(page_id, ""))
        self.left_over = PlainLabel(role="quiet", wrap=True)
        self._build()
        self._connect()
        self.form.begin(page_id, shown)
        self.work_out()
        self.table.setFocus()

    @property
    def pages(self) -> list[Page]:
        """The chosen pages."""
        return self.form.pages

    @property
    def period(self) -> Period | None:
        """The chosen days; None while they make no sense."""
        return self.form.period

    def accept(self) -> None:
        """Put what is ticked into the plan; while nothing is, or it is still being worked out, do nothing."""
        items = self.table.items()
        if self.working.busy or not items:
            return
        if self._desk.do(N_("Plan the week"), lambda work: accept(work, items)) is None:
            return  # the desk has told why
        self.taken = items
        super().accept()

    def reject(self) -> None:
        """Leave everything as it is."""
        self.working.stop()
        super().reject()

    def work_out(self) -> None:
        """Ask for proposals; they come from the worker."""
        self.form.settle()
        period, pages = self.period, self.pages
        if period is None or not pages:
            self.working.stop()
            self._show(None)
            self.verdict.say(_("Choose a page and days: the first day comes before the last."), "plain")
            return
        self.verdict.say(_("Working it out…"), "plain")
        self.working.ask(period, pages)

    # building

    def _build(self) -> None:
        self.heading.hide()
        self.body.setSpacing(8)
        ticking = QHBoxLayout()
        ticking.setSpacing(16)
        ticking.addWidget(self.all)
        ticking.addWidget(self.hint, 1)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.form, self.verdict, self.preview):
            self.body.addWidget(widget)
        self.body.setStretchFactor(self.preview, 6)  # up to its greatest height
        self.body.addLayout(ticking)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.nothing, 1)
        self.body.addWidget(self.unmet)
        self.body.addWidget(self.left_over)
        self.add_buttons(_("&Accept"))
        self.preview.let_drag()

    def _connect(self) -> None:
        self.form.settled.connect(self._on_edited)
        self.form.edited.connect(self._on_edited)
        self.working.landed.connect(self._show)
        self.working.failed.connect(self._on_failed)
        self.table.ticked.connect(self._on_ticked)
        self.table.moved.connect(self._show_weeks)
        self.table.placed.connect(self._put)
        self.table.stepped.connect(self._on_stepped)
        self.table.restored.connect(self._on_restored)
        self.table.takenInstead.connect(self._on_taken_instead)
        self.preview.picked.connect(self.table.choose_post)
        self.preview.carried.connect(self._on_carried)
        self.preview.refused.connect(self.complain)
        self.preview.strip.let_go.connect(self.table.setFocus)
        self.all.clicked.connect(self._on_all)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._on_undo)
        self.listen(self._desk)

    # showing

    @Slot(object)
    def _show(self, draft: Draft | None) -> None:
        self.draft, self._told = draft, {}
        items = draft.items if draft is not None else []
        self.table.show_rows(self._rows(), pages=draft is not None and len(draft.pages) > 1)
        for widget in (self.table, self.all, self.hint):
            widget.setVisible(bool(items))
        self.nothing.setVisible(not items)
        self._on_ticked()

    def _rows(self) -> list[Row]:
        return [self._row(self.draft, item) for item in self.draft.items] if self.draft is not None else []

    def _row(self, draft: Draft, item: Item) -> Row:
        told = self._told.get(item.post.id)
        if told is None or told.item is not item:
            told = self._told[item.post.id] = self._worded(draft, item)
        return told

    def _worded(self, draft: Draft, item: Item) -> Row:
        dates, post, proposed = self._desk.dates, item.post, draft.proposed(item)
        assert post.date is not None
        reason = words.why(proposed, draft.scope.pack, draft.scope.plan)
        return Row(
            item,
            dates.day(post.date),
            dates.time(post.time) if post.time else "",
            self.form.names.get(post.page_id or "", "") if len(draft.pages) > 1 else "",
            titled(post),
            words.origin(item),
            words.moved(proposed, item, reason, dates) if draft.is_moved(item) else reason,
            draft.is_moved(item),
        )

    @Slot()
    def _on_ticked(self) -> None:
        """What is ticked now, and what would stay unmet then."""
        self.hush()
        items, count, draft = self.table.items(), len(self.table.values), self.draft
        unmet = draft.unmet(items) if draft is not None else []
        self.unmet.show_unmet(unmet, draft)
        self.all.setText(_("{n} of {all} posts").format(n=len(items), all=count))
        state = Qt.CheckState.Checked if len(items) == count else Qt.CheckState.PartiallyChecked
        self.all.setCheckState(state if items else Qt.CheckState.Unchecked)
        ahead = [one for one in unmet if draft is not None and not draft.is_past(one)]
        planned = sum(one.lack is Lack.PLANNED_SO for one in ahead)
        self.verdict.say(*words.judgement(count, len(items), len(ahead), planned))
        left = draft.left if draft is not None else []
        self.left_over.setText(words.left_over(left))
        self.left_over.setVisible(bool(left))
        assert self.primary is not None
        text = ngettext("&Accept {n} post", "&Accept {n} posts", len(items)).format(n=len(items))
        self.primary.setText(text if items else _("&Accept"))
        self.primary.setEnabled(bool(items) and not self._desk.workspace.read_only)
        self._show_weeks()

    @Slot()
    def _show_weeks(self) -> None:
        """The weeks of the page of the current row."""
        draft, row = self.draft, self.table.current()
        self.preview.setVisible(draft is not None)
        if draft is None:
            return
        page_id, period = row.item.post.page_id if row is not None else draft.pages[0].id, draft.scope.period
        there = [Shown(post, False) for post in draft.posts_of(page_id, period.whole_weeks())]
        ticked = {item.post.id for item in self.table.items()}
        mine = [item.post for item in draft.items if item.post.page_id == page_id]
        self.preview.show_posts(
            self.form.names.get(page_id, "") if len(draft.pages) > 1 else "",
            period,
            self.form.first_day,
            [*there, *(Shown(post, True, post.id in ticked) for post in mine)],
            {topic.id: topic.short.within(spoken().language) for topic in draft.scope.pack.topics},
            row.item.post.id if row is not None else "",
            max(0, SEEN - len(draft.items)) * ROW,
        )

    # moving

    @Slot(object, object, object)
    def _put(self, item: Item, day: dt.date, time: dt.time | None) -> None:
        """Give a post another place, and a tick: whoever moves it wants it. A day that cannot be is told why."""
        draft = self.draft
        if draft is None:
            return
        refusal = draft.no_day(day)
        if refusal is not None:
            self.complain(words.not_there(refusal))
        elif draft.put(item, day, time):
            self.table.ticks.off.discard(item.post.id)
            self._renew(item.post.id)

    def _renew(self, post_id: str) -> None:
        self.table.renew(self._rows(), post_id)
        self._on_ticked()

    def _asked(self, post_id: str, day: dt.date) -> Verdict:
        """What it would do to have a post on a day, in the words of a cell."""
        draft = self.draft
        item = draft.item(post_id) if draft is not None else None
        if draft is None or item is None:
            return Verdict(False)
        refusal = draft.no_day(day)
        if refusal is not None:
            return Verdict(False, Level.BAD, words.not_there(refusal))
        return verdict_on(draft.would(item, self.table.items(), day), self._desk.badge)

    # answering

    @Slot(str)
    def _on_edited(self, _key: str) -> None:
        self.work_out()

    @Slot(str)
    def _on_failed(self, text: str) -> None:
        self._show(None)
        self.complain(text)

    @Slot(object, int)
    def _on_stepped(self, item: Item, days: int) -> None:
        assert item.post.date is not None
        self._put(item, item.post.date + dt.timedelta(days), item.post.time)

    @Slot(object)
    def _on_restored(self, item: Item) -> None:
        if self.draft is not None and self.draft.restore(item):
            self._renew(item.slot)

    @Slot(object, object)
    def _on_taken_instead(self, item: Item, post: Post) -> None:
        if self.draft is not None and self.draft.take_instead(item, post):
            self._renew(post.id)

    def _others(self, item: Item) -> list[Post]:
        return self.draft.others(item) if self.draft is not None else []

    @Slot(str, object)
    def _on_carried(self, post_id: str, day: dt.date) -> None:
        item = self.draft.item(post_id) if self.draft is not None else None
        if item is not None:
            self._put(item, day, item.post.time)

    @Slot()
    def _on_undo(self) -> None:
        """Ctrl+Z takes back the last change of a place."""
        if self.draft is not None and self.draft.take_back():
            row = self.table.current()
            self._renew(row.item.post.id if row is not None else "")

    @Slot()
    def _on_all(self) -> None:
        self.table.tick_all(len(self.table.items()) < len(self.table.values))
