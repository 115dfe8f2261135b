"""Entered by hand: that a post went out, and where."""

from PySide6.QtWidgets import QWidget

from smcal.model import Post, State
from smcal.planning import answer
from smcal.regulation import clause_text
from smcal.text import clean_name
from smcal.words import N_, _, spoken
from smcal_ui.desk import Desk
from smcal_ui.dialogs.form_dialog import FormDialog
from smcal_ui.post.fields import LineField
from smcal_ui.widgets.form import Row
from smcal_ui.widgets.labels import Banner

AGREED = {State.APPROVED, State.SCHEDULED, State.PUBLISHED}
"""States of a post that may go out, or has."""


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
