"""The plans that were handed in: what the curator has, the answer to one, and taking one back."""

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from smcal.model import Period, Submission
from smcal.planning.answer import can_be_answered
from smcal.planning.taking_back import take_back, why_not
from smcal.store.reader import Reader
from smcal.words import N_, _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs.answer import answer_plan, kept_text
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.posts_table import local, page_names
from smcal_ui.dialogs.question import QuestionDialog
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import PlainLabel
from smcal_ui.widgets.table import Column, ValueTable


class HandedPlan(NamedTuple):
    """A plan as it lies with the curator, with the names that stand behind its identifiers."""

    submission: Submission
    page: str
    person: str
    posts: int
    answered: int

    @property
    def days(self) -> Period:
        """The days that it is for."""
        return Period(self.submission.first, self.submission.last)

    def post_ids(self, reader: Reader) -> list[str]:
        """Its posts, in their order."""
        return [kept.post_id for kept in reader.submitted_posts(self.submission.id)]


class PlansDialog(Dialog):
    """The latest first; Enter shows the week that one begins in."""

    dayRequested = Signal(object)  # date: its week is worth seeing now

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Plans handed in"), parent, size=(880, 480))
        self._desk = desk
        self.plans = ValueTable(_("Plans handed in"), self._columns(), wrap=True)
        self.hindrance = PlainLabel(role="quiet", wrap=True)
        self.answer = button(_("Enter the &answer…"))
        self.take_back = button(_("&Take back…"))
        self.to_week = button(_("&Show its days"))
        self.body.addWidget(self.plans, 1)
        self.body.addWidget(self.hindrance)
        self.footer.addWidget(self.answer)
        self.footer.addWidget(self.take_back)
        self.footer.addWidget(self.to_week)
        self.add_buttons()
        self.plans.moved.connect(self._show_abilities)
        self.plans.chosen.connect(self._on_week)
        self.to_week.clicked.connect(self._on_week)
        self.answer.clicked.connect(self._on_answer)
        self.take_back.clicked.connect(self._on_take_back)
        self.listen(desk)
        self._show()
        self.plans.setFocus()

    def _columns(self) -> tuple[Column, ...]:
        dates = self._desk.dates
        return (
            Column(_("Plan"), _numbered),
            Column(_("Page"), lambda plan: plan.page, wide=True),
            Column(_("Days"), self._days, widest=150),
            Column(_("When"), lambda plan: dates.moment(local(self._desk, plan.submission.at))),
            Column(_("Who"), lambda plan: plan.person, widest=150),
            Column(_("Answered"), _answered),
        )

    def _days(self, plan: HandedPlan) -> str:
        this_year = plan.days.last.year == self._desk.today.year
        return self._desk.dates.span(plan.days) if this_year else self._desk.dates.week_title(plan.days)

    def _show(self) -> None:
        names = page_names(self._desk)
        with self._desk.read() as reader:
            people = {person.id: person.name for person in reader.people(archived=True)}
            counts, found = reader.answered(), reader.submissions()
        self.plans.show_values(
            [
                HandedPlan(one, names.get(one.page_id, "–"), people.get(one.person_id or "", "–"), *counts[one.id])
                for one in found
            ]
        )
        self._show_abilities()

    @Slot()
    def _show_abilities(self) -> None:
        """What the chosen plan allows, and where it does not, why."""
        plan: HandedPlan | None = self.plans.current()
        refusal, answerable = None, False
        if plan is not None:
            with self._desk.read() as reader:
                refusal = why_not(reader, plan.submission)
                answerable = any(post and can_be_answered(post) for post in map(reader.post, plan.post_ids(reader)))
        self.hindrance.setText(_("Nothing has been handed in yet.") if plan is None else str(refusal or ""))
        self.hindrance.setVisible(bool(self.hindrance.text()))
        self.answer.setEnabled(answerable)
        self.take_back.setEnabled(plan is not None and refusal is None)
        self.to_week.setEnabled(plan is not None)

    @Slot()
    def _on_week(self) -> None:
        plan: HandedPlan | None = self.plans.current()
        if plan is not None:
            self.dayRequested.emit(plan.days.first)
            self.accept()

    @Slot()
    def _on_answer(self) -> None:
        plan: HandedPlan | None = self.plans.current()
        if plan is None:
            return
        saved = answer_plan(self._desk, plan.submission, self)
        if saved:
            self._show()
            self.notice.say(kept_text(saved), "ok")

    @Slot()
    def _on_take_back(self) -> None:
        plan: HandedPlan | None = self.plans.current()
        if plan is None or not taking_back_question(self._desk, plan, self).exec():
            return
        self.plans.setFocus()  # before the button goes off: then the keyboard would go to the next one
        if self._desk.do(N_("Take back a plan"), lambda work: take_back(work, plan.submission.id)) is not None:
            self._show()
            text = _("{plan} is taken back. Ctrl+Z in the calendar hands it in again.")
            self.notice.say(text.format(plan=_named(plan)), "ok")


def taking_back_question(desk: Desk, plan: HandedPlan, parent: QWidget | None = None) -> QuestionDialog:
    """Asks whether a plan is to be taken back, and says what that means."""
    head = _("{plan}: {page}, {days}.").format(plan=_named(plan), page=plan.page, days=desk.dates.week_title(plan.days))
    posts = ngettext(
        "{n} post is what it was before: it can be changed, and whether it is late is measured anew when it is handed "
        "in again. What was changed since stays changed.",
        "{n} posts are what they were before: they can be changed, and whether they are late is measured anew when "
        "they are handed in again. What was changed since stays changed.",
        plan.posts,
    ).format(n=plan.posts)
    papers = _(
        "Its documents stay where they lie. If the curator has them already, say that they no longer count: the next "
        "plan bears another number or version."
    )
    text = "\n\n".join((head, posts, papers))
    go, stay = _("&Take the plan back"), _("&Leave it")
    return QuestionDialog(_("Take the plan back?"), text, go=go, stay=stay, parent=parent)


def _numbered(plan: HandedPlan) -> str:
    """The same in a column that is headed so."""
    text = _("No. {number}, version {version}")
    return text.format(number=plan.submission.number, version=plan.submission.version)


def _named(plan: HandedPlan) -> str:
    text = _("Plan {number}, version {version}")
    return text.format(number=plan.submission.number, version=plan.submission.version)


def _answered(plan: HandedPlan) -> str:
    return _("{n} of {all}").format(n=plan.answered, all=plan.posts)
