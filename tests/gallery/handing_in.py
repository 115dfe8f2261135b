"""Handing in: what stands in the way, deciding that it goes all the same, and the departures that came of it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from smcal.model import Decision, Submission
from smcal.model.period import week_of
from smcal.planning.submit import readiness, submit
from smcal.words import _, spoken
from smcal_ui.dialogs.answer import AnswerDialog
from smcal_ui.dialogs.departures import DeparturesDialog
from smcal_ui.dialogs.handing_in import HandedIn
from smcal_ui.dialogs.override import OverrideDialog
from smcal_ui.dialogs.plans import PlansDialog, taking_back_question
from smcal_ui.dialogs.rulings import rule, rulings, take_back
from smcal_ui.dialogs.signing import SigningDialog
from smcal_ui.dialogs.submit import SubmitDialog
from tests.gallery.stage import Stage, fullest


def submitting(weeks: int) -> Callable[[Stage], QWidget]:
    """Handing in the plan of the fullest page, so many weeks on."""

    def show(stage: Stage) -> QWidget:
        window = stage.window(weeks)
        board = window.week.board
        page = board.rows[fullest(board)].page.id
        window.close()
        dialog = SubmitDialog(stage.desk, stage.tasks, page, board.week)
        choice = dialog.findChild(QComboBox, "period")
        shown = choice.findText(_("shown: {week}").format(week=stage.desk.dates.week_title(board.week)))
        choice.setCurrentIndex(max(shown, 0))  # the likeliest week needs no such word
        return dialog

    return show


def overriding(stage: Stage) -> QWidget:
    """Asking who decides that an eighth post goes all the same, and why."""
    remark = next(remark for remark in _blocked(stage).remarks.values if remark.level == "bad")
    dialog = OverrideDialog(stage.desk, remark.findings, f"{remark.text} ({remark.clause}).")
    dialog.form.show_values({"reason": _reason()})
    return dialog


def excusing(stage: Stage) -> QWidget:
    """Asking the same of a post that is late: it says until when that holds."""
    week = week_of(stage.desk.today)
    late = [found for found in stage.desk.findings(week) if found.args.get("case") == "late" and found.blocks][:1]
    assert late, "the sample has a post that would be late now"
    return OverrideDialog(stage.desk, late, stage.desk.sentence(late[0]))


def signing(stage: Stage) -> QWidget:
    """Withdrawing where nobody works here: who is it?"""
    _decided(stage)
    with stage.desk.read() as reader:
        made = reader.overrides()[0]
    return SigningDialog(stage.desk, _("Withdraw the departure"), made.message, _("&Withdraw"))


def overridden(stage: Stage) -> QWidget:
    """Handing in once somebody has decided: the departures."""
    _decided(stage)
    dialog = _blocked(stage)
    dialog.standing.setCurrentIndex(1)
    return dialog


def overridden_week(stage: Stage) -> QWidget:
    """The same in the window: the finding is quiet."""
    _decided(stage)
    window = stage.window(2)
    lines = window.findings.lines
    row = next(n for n, line in enumerate(lines) if line.finding.override is not None)
    window.findings.table.scrollTo(window.findings.table.model().index(row, 0))
    window.jump_to(next(line.finding.post_id for line in lines if line.finding.override and line.finding.post_id))
    return window


def departures(stage: Stage) -> QWidget:
    """One that holds, one that was withdrawn."""
    _decided(stage)
    with stage.desk.read() as reader:
        made = rulings(stage.desk, reader.overrides())
    take_back(stage.desk, made[0])
    _decided(stage)
    dialog = DeparturesDialog(stage.desk)
    dialog.form.show_values({"shown": "all"})
    dialog.form.edited.emit("shown")
    return dialog


def taking_back(stage: Stage) -> QWidget:
    """The question before a plan is taken back."""
    dialog = PlansDialog(stage.desk)
    return taking_back_question(stage.desk, dialog.plans.values[0])


def submit_checklist(stage: Stage) -> QWidget:
    """The checklist of the page that hands in."""
    dialog = submitting(1)(stage)
    assert isinstance(dialog, SubmitDialog)
    dialog.standing.setCurrentIndex(2)
    return dialog


def answering(stage: Stage) -> QWidget:
    """The answer to a whole plan: one post agreed to, one to be changed, the rest still open."""
    plan = _handed_in(stage)
    with stage.desk.read() as reader:
        ids = [kept.post_id for kept in reader.submitted_posts(plan.id)]
    dialog = AnswerDialog(stage.desk, ids, plan=plan)
    waiting = [row for row in dialog.rows if row.can_be_approved]
    waiting[0].choose(Decision.APPROVED)
    waiting[1].choose(Decision.CHANGES)
    waiting[1].lacks_comment()
    return dialog


def _handed_in(stage: Stage) -> Submission:
    """The plan of the fullest week that can be handed in."""
    desk = stage.desk
    weeks = [week_of(desk.today + dt.timedelta(7 * n)) for n in range(1, 4)]
    able = [
        (len(ready.posts), page.id, page, week)
        for page in desk.book.pages
        for week in weeks
        if (ready := readiness(desk.workspace, page, week, desk.at)).ready
    ]
    _posts, _id, page, week = max(able)
    submission, changes = submit(desk.workspace, page, week, desk.at, desk.person.id if desk.person else None)
    desk.committed(changes)
    return submission


def answering_chosen(stage: Stage) -> QWidget:
    """The answer to chosen posts, some of which cannot have one."""
    return AnswerDialog(
        stage.desk, [post.id for post in stage.posts() if post.date and post.date > stage.desk.today][:9]
    )


def submit_unticked(stage: Stage) -> QWidget:
    """The page before the checklist is done."""
    dialog = submitting(1)(stage)
    assert isinstance(dialog, SubmitDialog)
    for line in dialog.standing.checklist.points.values():
        line.box.click()
    return dialog


def handed_in(stage: Stage) -> QWidget:
    """What comes next: the letter, and then the answer."""
    dialog = submitting(1)(stage)
    assert isinstance(dialog, SubmitDialog)
    folder = Path("/home/irina/Документы/Контент-планы")
    plan = _handed_in(stage)
    base = f"Контент-план {plan.number}, версия {plan.version}"
    dialog._on_handed_in(HandedIn(folder / f"{base}.docx", folder / f"{base}.pdf", submission=plan))
    return dialog


REASONS = {
    "ru": "Неделя фестиваля: каждый день – своё событие.",
    "lv": "Festivāla nedēļa: katrai dienai savs pasākums.",
    "de": "Festivalwoche: jeden Tag eine eigene Veranstaltung.",
    "en": "A festival week: every day has an event of its own.",
}


def _reason() -> str:
    return REASONS[spoken().language]


def _blocked(stage: Stage) -> SubmitDialog:
    dialog = submitting(2)(stage)
    assert isinstance(dialog, SubmitDialog)
    return dialog


def _decided(stage: Stage) -> None:
    """Override what stands in the way of the fullest page."""
    person = stage.desk.person
    for remark in _blocked(stage).remarks.values:
        if remark.level == "bad":
            reason = _reason()
            rule(stage.desk, remark.findings, person.id if person else None, reason)


ENTRIES: dict[str, Callable[[Stage], QWidget]] = {
    "submit-blocked": submitting(2),
    "submit": submitting(1),
    "submit-checklist": submit_checklist,
    "submit-unticked": submit_unticked,
    "handed-in": handed_in,
    "override": overriding,
    "override-late": excusing,
    "withdraw-who": signing,
    "submit-overridden": overridden,
    "week-overridden": overridden_week,
    "departures": departures,
    "answer-plan": answering,
    "answer-chosen": answering_chosen,
    "plans": lambda stage: PlansDialog(stage.desk),
    "plan-back": taking_back,
}
