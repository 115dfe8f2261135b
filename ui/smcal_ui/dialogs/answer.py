"""The curator's answer, entered by hand: about one post, several chosen ones, or a whole plan."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smcal.errors import SmcalError
from smcal.model import Decision, Person, Post, Role, Submission, new_id
from smcal.planning.answer import handed_in_with
from smcal.planning.answers import NotAnswered, Reply, answer_all
from smcal.planning.refusal import ChangedSince, Refused
from smcal.planning.submit import same_as_handed_in
from smcal.store import Work
from smcal.store.reader import Reader
from smcal.text import clean_name
from smcal.words import N_, _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.answer_rows import AnswerRows, Asked
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.posts_table import day_text, local, page_names
from smcal_ui.post.fields import ChoiceField, DateField, LineField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import PlainLabel


class AnswerDialog(Dialog):
    """Who answered and when is asked once; every post has its own choice. All of it is one step to undo.

    What the core refuses (an own post, an unnamed approval) is told at the row that it is about; then nothing is kept.
    """

    def __init__(
        self, desk: Desk, post_ids: Sequence[str], parent: QWidget | None = None, *, plan: Submission | None = None
    ) -> None:
        self._desk = desk
        self.saved = 0  # answers that were kept
        with desk.read() as reader:
            asked = _Asking(desk, reader, plan).posts(post_ids)
            curators = [person for person in reader.people() if person.role is Role.CURATOR]
            last = _last_curator(reader, post_ids)
        title = _("The curator’s answer")
        if plan is not None:
            title = _("Answer to plan {number}, version {version}").format(number=plan.number, version=plan.version)
        super().__init__(title, parent, size=(860, 0))
        self.form = Form([(_who(curators), Row("day", N_("&When the answer came"), DateField))])
        ids = [person.id for person in curators]
        first = ids[0] if len(ids) == 1 else None
        self.form.show_values({"curator_id": last if last in ids else first, "day": desk.today})
        self.list = AnswerRows(asked)
        self.rows = self.list.rows
        self.all = button(_("&All agreed"))
        self.count = PlainLabel(role="quiet")
        self._build()
        self.listen(desk)
        self.list.take_keyboard()

    def accept(self) -> None:
        replies = [reply for row in self.rows if (reply := row.reply) is not None]
        day = self.form.value("day")
        lacking = [row for row in self.rows if row.lacks_comment()]
        if lacking:
            self.list.ensureWidgetVisible(lacking[0])
            lacking[0].comment.setFocus()
        elif not replies:
            self.complain(
                _("Nothing is answered yet: choose an answer for the post. Nothing was saved.")
                if len(self.rows) == 1
                else _("Nothing is answered yet: choose an answer for each post that has one. Nothing was saved.")
            )
        elif day is None:
            self.complain(_("Choose the day on which the answer came."))
        else:
            self._save(replies, day)

    def _save(self, replies: list[Reply], day: dt.date) -> None:
        values = self.form.values()
        try:
            self._desk.attempt(
                N_("The curator’s answer"),
                lambda work: answer_all(work, replies, curator_id=_curator_of(work, values), day=day, at=self._desk.at),
            )
        except NotAnswered as refusal:
            self._show_refusal(refusal)
        except SmcalError as error:
            self.complain(str(error))
        else:
            self.saved = len(replies)
            super().accept()

    def _show_refusal(self, refusal: NotAnswered) -> None:
        """At each row; where all say the same, once."""
        said = {str(why) for why in refusal.by_post.values()}
        refused = [row for row in self.rows if row.asked.post.id in refusal.by_post]
        if len(said) == 1 and len(refused) == len([row for row in self.rows if row.reply]):
            self.complain(said.pop())
            return
        for row in refused:
            row.complain(str(refusal.by_post[row.asked.post.id]))
        self.list.ensureWidgetVisible(refused[0])
        self.complain(str(refusal))

    def _build(self) -> None:
        several = len(self.rows) > 1
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.all)
        above.addWidget(
            PlainLabel(_("Keys 1, 2, 3 answer the post that has the keyboard."), role="quiet", wrap=True), 1
        )
        above.addWidget(self.count)
        self.body.addWidget(self.form)
        self.body.addLayout(above)
        self.body.addWidget(self.list, 1)
        self.add_buttons(_("&Save"))
        self.all.setVisible(several)
        self.count.setVisible(several)
        self.all.clicked.connect(self._on_all)
        self.form.edited.connect(self.hush)
        for row in self.rows:
            row.edited.connect(self._on_edited)
        self._show_count()

    def _show_count(self) -> None:
        done = sum(row.decision is not None for row in self.rows)
        self.count.setText(_("Answered: {n} of {all}").format(n=done, all=len(self.rows)))
        self.all.setEnabled(any(row.can_be_approved for row in self.rows))

    @Slot()
    def _on_edited(self) -> None:
        self.hush()
        self._show_count()

    @Slot()
    def _on_all(self) -> None:
        assert self.primary is not None
        self.primary.setFocus()  # before the button goes off: the keyboard would go elsewhere
        for row in self.rows:
            if row.can_be_approved:
                row.choose(Decision.APPROVED)


def answer_plan(desk: Desk, plan: Submission, parent: QWidget | None = None) -> int:
    """Enter the answer to a plan that was handed in; returns how many of its posts got one."""
    with desk.read() as reader:
        ids = [kept.post_id for kept in reader.submitted_posts(plan.id)]
    dialog = AnswerDialog(desk, ids, parent, plan=plan)
    return dialog.saved if dialog.exec() else 0


def kept_text(count: int) -> str:
    """What was done, once the dialog is closed."""
    text = ngettext(
        "The answer to {n} post is kept. Ctrl+Z takes it back.",
        "The answers to {n} posts are kept. Ctrl+Z takes them back.",
        count,
    )
    return text.format(n=count)


class _Asking:
    """Looks up how posts stand with the curator."""

    def __init__(self, desk: Desk, reader: Reader, plan: Submission | None) -> None:
        self._desk, self._reader, self._plan = desk, reader, plan
        self._pages = page_names(desk)
        self._people = {person.id: person.name for person in reader.people(archived=True)}

    def posts(self, ids: Sequence[str]) -> list[Asked]:
        """Those that still are, by date."""
        found = [post for post_id in ids if (post := self._reader.post(post_id)) is not None]
        found.sort(key=lambda post: (post.date or dt.date.max, post.time or dt.time.max, post.title))
        return [self._asked(post) for post in found]

    def _asked(self, post: Post) -> Asked:
        where = f"{day_text(self._desk, post)} · {self._pages.get(post.page_id or '', '–')}"
        try:
            submission = handed_in_with(self._reader, post)
        except Refused as why:
            return Asked(post, where, hindrance=str(why), answerable=False)
        if self._plan is not None and submission.id != self._plan.id:
            text = _("It was handed in again since, with plan {number}, version {version}: its answer belongs there.")
            again = text.format(number=submission.number, version=submission.version)
            return Asked(post, where, hindrance=again, answerable=False)
        same = same_as_handed_in(self._reader, post, submission)
        asked = Asked(post, where, hindrance="" if same else str(ChangedSince()), approvable=same)
        verdict = next((v for v in self._reader.verdicts(post.id) if v.submission_id == submission.id), None)
        if verdict is None:
            return asked
        name, day = (
            self._people.get(verdict.person_id or ""),
            self._desk.dates.day(local(self._desk, verdict.at).date()),
        )
        said = (
            _("Answered: {person}, {day}").format(person=name, day=day)
            if name
            else _("Answered: {day}").format(day=day)
        )
        return asked._replace(said=said, decision=verdict.decision, comment=verdict.comment)


def _who(curators: Sequence[Person]) -> Row:
    if not curators:
        return Row("new_curator", N_("New c&urator: name and initials"), LineField)
    offered = choices.people(curators, none=_("not named"))
    return Row("curator_id", N_("C&urator"), lambda key: ChoiceField(key, offered))


def _last_curator(reader: Reader, post_ids: Sequence[str]) -> str | None:
    """Who answered last about one of the posts."""
    said = [verdict for post_id in post_ids for verdict in reader.verdicts(post_id)]
    return max(said, key=lambda verdict: verdict.at).person_id if said else None


def _curator_of(work: Work, values: dict[str, Any]) -> str | None:
    """Whom the answer names; somebody new comes to the people of the library with it."""
    name = clean_name(values.get("new_curator", ""))
    if not name:
        return values.get("curator_id")
    known = next((p for p in work.read.people() if p.name.casefold() == name.casefold()), None)
    if known is not None:  # nobody approves their own post under a second entry
        return known.id
    return work.put(Person(id=new_id(), name=name, role=Role.CURATOR)).id
