"""Entered by hand: the curator's answer about a post, and that a post went out."""

from typing import Any

from PySide6.QtWidgets import QWidget

from smcal.model import Decision, Person, Post, Role, State, new_id
from smcal.planning import answer
from smcal.regulation import clause_text
from smcal.store import Work
from smcal.text import clean_name
from smcal.words import N_, _, spoken
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.form_dialog import FormDialog
from smcal_ui.post.fields import ChoiceField, LineField, TextField
from smcal_ui.widgets.form import Row
from smcal_ui.widgets.labels import Banner

DECISIONS = {
    Decision.APPROVED: N_("agreed"),
    Decision.CHANGES: N_("to be changed"),
    Decision.REJECTED: N_("refused"),
}


AGREED = {State.APPROVED, State.SCHEDULED, State.PUBLISHED}
"""States of a post that may go out, or has."""


class AnswerDialog(FormDialog):
    """Decision, comment, and whose it is. What the core refuses (an own post, an unnamed approval) is told here."""

    def __init__(self, desk: Desk, post_id: str, parent: QWidget | None = None) -> None:
        self._desk, self._post_id = desk, post_id
        with desk.read() as reader:
            post = reader.post(post_id)
            people = reader.people()
            last = reader.verdicts(post_id)
        curators = [person for person in people if person.role is Role.CURATOR]
        who = (
            Row(
                "curator_id",
                N_("C&urator"),
                lambda key: ChoiceField(key, choices.people(curators, none=_("not named"))),
            )
            if curators
            else Row("new_curator", N_("New c&urator: name and initials"), LineField)
        )
        rows = (
            Row(
                "decision",
                N_("&Decision"),
                lambda key: ChoiceField(key, [(d, _(name)) for d, name in DECISIONS.items()]),
            ),
            Row("comment", N_("Co&mment"), lambda key: TextField(key, 3)),
            who,
        )
        ids = [person.id for person in curators]
        first = ids[0] if len(ids) == 1 else None
        values = {
            "decision": Decision.APPROVED,
            "comment": "",
            "curator_id": last[0].person_id if last and last[0].person_id in ids else first,
            "new_curator": "",
        }
        title = post.title if post and post.title else _("Untitled post")
        super().__init__(
            _("The curator’s answer"), rows, values, _("&Save"), check=_comment_given, intro=title, parent=parent
        )
        self.form.fields["comment"].widget.setMaximumHeight(96)
        self.form.focus("decision")
        self.listen(desk)

    def accept(self) -> None:
        values = self.values()
        if _comment_given(values)[1]:
            super().accept()  # which says so and stays open
            return
        saved = self._desk.do(
            _("The curator’s answer"),
            lambda work: answer.answer(
                work,
                self._post_id,
                values["decision"],
                comment=values["comment"],
                curator_id=_curator_of(work, values),
                at=self._desk.at,
            ),
        )
        if saved is not None:
            super().accept()


class PublishedDialog(FormDialog):
    """Note that a post went out, and where."""

    def __init__(self, desk: Desk, post_id: str, parent: QWidget | None = None) -> None:
        self._desk, self._post_id = desk, post_id
        post = desk.post(post_id)
        rows = (Row("link", N_("&Link to the published post, if you have it"), lambda key: LineField(key, "https://")),)
        super().__init__(
            _("Mark as published"),
            rows,
            {"link": post.link if post else ""},
            _("It is &published"),
            intro=(post.title if post and post.title else _("Untitled post"))
            + "\n"
            + _("A published post keeps its page and day. Nothing is sent anywhere."),
            parent=parent,
        )
        self.warning = Banner()
        self.body.insertWidget(0, self.warning)
        doubt = self._doubt(post)
        self.warning.say(doubt, "warn")
        if doubt and self.primary is not None:
            self.primary.setText(_("Yes, it went &out"))
        self.form.focus("link")
        self.listen(desk)

    def _doubt(self, post: Post | None) -> str:
        """What asks for a second look: that the curator has not agreed, where the regulation wants it."""
        terms = self._desk.workspace.pack().submission
        if post is None or terms is None or post.state in AGREED:
            return ""
        clause = clause_text(terms.clause, spoken())
        if post.first_submitted is None:
            text = _("This post was never handed in to the curator ({clause}). Has it gone out?")
        else:
            text = _("The curator has not agreed to this post ({clause}). Has it gone out?")
        return text.format(clause=clause)

    def accept(self) -> None:
        link = clean_name(self.form.value("link"))
        if (
            self._desk.do(_("Mark as published"), lambda work: answer.mark_published(work, self._post_id, link))
            is not None
        ):
            super().accept()


def _curator_of(work: Work, values: dict[str, Any]) -> str | None:
    """Whom the answer names; somebody new comes to the people of the library with it."""
    name = clean_name(values.get("new_curator", ""))
    if not name:
        return values.get("curator_id")
    known = next((p for p in work.read.people() if p.name.casefold() == name.casefold()), None)
    if known is not None:  # nobody approves their own post under a second entry
        return known.id
    return work.put(Person(id=new_id(), name=name, role=Role.CURATOR)).id


def _comment_given(values: dict[str, Any]) -> tuple[str, str]:
    if values["decision"] is not Decision.APPROVED and not values["comment"].strip():
        return "comment", _("Say what is to be changed, or why it was refused.")
    return "", ""
