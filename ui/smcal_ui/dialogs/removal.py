"""Take a published post down: first try to mend it; else say on which ground, and who agreed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smcal.model import Post, Role, State
from smcal.planning.remove import Reasons, explain_removal, remove_post
from smcal.regulation import clause_text
from smcal.store import Reader
from smcal.words import N_, _, inside, spoken
from smcal_ui.desk import Desk
from smcal_ui.dialogs.form_dialog import FormDialog
from smcal_ui.dialogs.question import ask
from smcal_ui.post.fields import ChoiceField, LineField, TextField
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.form import Row
from smcal_ui.widgets.labels import PlainLabel


class RemovalDialog(FormDialog):
    """Ground, why mending is not enough, who agreed. `mends` is True where the person chose to mend the post."""

    def __init__(self, desk: Desk, post: Post, parent: QWidget | None = None) -> None:
        self._desk, self._post = desk, post
        self.mends = False
        grounds = desk.workspace.pack().removal_grounds
        offered = [(ground.id, ground.title.within(spoken().language)) for ground in grounds]
        with desk.read() as reader:
            coordinators, own = _coordinators(reader, post)
            heads = [person.name for person in reader.people() if person.role is Role.HEAD]
        rows = (
            Row("ground", N_("&Ground"), lambda key: ChoiceField(key, [(None, _("not chosen")), *offered])),
            Row("edit_tried", N_("&Why mending is not enough"), lambda key: TextField(key, 2)),
            (
                _who("agreed_coordinator", N_("C&oordinator who agreed"), coordinators, _("not named")),
                _who("agreed_head", N_("&Head, where needed"), heads, _("not needed")),
            ),
            Row("note", N_("&Remark"), LineField),
        )
        super().__init__(
            _("Take down"),
            rows,
            {"ground": None, "edit_tried": "", "agreed_coordinator": own, "agreed_head": "", "note": ""},
            _("It is &taken down"),
            check=_complete,
            intro=_intro(post, grounds[0].clause if grounds else ""),
            parent=parent,
        )
        self.form.fields["edit_tried"].widget.setMaximumHeight(72)
        self.mend = button(_("&Mend the post"))
        if post.state is not State.REMOVED:
            self._offer_mending()
        self.form.focus("ground")
        self.listen(desk)

    def accept(self) -> None:
        values = self.values()
        complete = not _complete(values)[1]  # else the form says what is missing, and stays open
        if not complete or _removed(self._desk, self._post.id, Reasons(**values)):
            super().accept()

    def _offer_mending(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(PlainLabel(_("First try to mend it: that is enough more often than not."), wrap=True), 1)
        row.addWidget(self.mend)
        self.body.insertLayout(0, row)
        self.mend.clicked.connect(self._on_mend)

    @Slot()
    def _on_mend(self) -> None:
        self.mends = True
        self.reject()


def take_down(desk: Desk, post_id: str, parent: QWidget | None = None) -> bool:
    """Ask what the regulation asks, and keep it; True where the post is to be mended instead."""
    post = desk.post(post_id)
    if post is None:
        return False
    if desk.workspace.pack().removal_grounds:
        dialog = RemovalDialog(desk, post, parent)
        dialog.exec()
        return dialog.mends
    text = _("“{title}” is marked as taken down and stays where it is. Nothing is sent anywhere.")
    title = post.title or _("Untitled post")
    if ask(
        _("Take down"), text.format(title=inside(title)), go=_("It is &taken down"), stay=_("&Cancel"), parent=parent
    ):
        _removed(desk, post_id, Reasons())
    return False


def _removed(desk: Desk, post_id: str, reasons: Reasons) -> bool:
    pack, person_id = desk.workspace.pack(), desk.person.id if desk.person else None
    post, label = desk.post(post_id), N_("Take down")
    record = explain_removal if post is not None and post.state is State.REMOVED else remove_post
    return desk.do(label, lambda work: record(work, post_id, reasons, pack=pack, person_id=person_id)) is not None


def _coordinators(reader: Reader, post: Post) -> tuple[list[str], str]:
    """Their names, and that of the one who keeps the post's page."""
    people = [person for person in reader.people() if person.role is Role.COORDINATOR]
    keeper = next((page.coordinator_id for page in reader.pages(archived=True) if page.id == post.page_id), None)
    own = next((person.name for person in people if person.id == keeper), "")
    return [person.name for person in people], own


def _who(key: str, label: str, names: Sequence[str], nobody: str) -> Row:
    """Somebody of the list; where it is empty, a name is typed."""
    if not names:
        return Row(key, label, LineField)
    offered = [("", nobody), *((name, name) for name in dict.fromkeys(names))]
    return Row(key, label, lambda key: ChoiceField(key, offered))


def _intro(post: Post, clause: str) -> str:
    title = post.title or _("Untitled post")
    text = _("A published post is taken down only on listed grounds, agreed with its coordinator ({clause}).")
    return title + "\n" + text.format(clause=clause_text(clause, spoken()))


def _complete(values: dict[str, Any]) -> tuple[str, str]:
    if values["ground"] is None:
        return "ground", _("Choose the ground.")
    if not values["edit_tried"].strip():
        return "edit_tried", _("Say why mending the post is not enough.")
    if not values["agreed_coordinator"].strip():
        return "agreed_coordinator", _("Say which coordinator agreed.")
    return "", ""
