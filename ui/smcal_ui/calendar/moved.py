"""Which deadlines a change has moved, or would move: posts, from when to when, those that are late now first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from smcal.model import Post
from smcal.planning.recalc import Clock, MovedDeadline
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.posts_table import day_text, page_names
from smcal_ui.widgets.labels import Banner
from smcal_ui.widgets.table import Column, ValueTable

Moved = tuple[MovedDeadline, Post]


def moved_table(desk: Desk) -> ValueTable:
    """An empty table for moved deadlines; show `with_posts(...)` in it."""
    pages = page_names(desk)
    columns = (
        Column(_("Hand in: was"), lambda pair: desk.dates.moment(pair[0].before), widest=130, tinted=False),
        Column(_("is now"), lambda pair: _now(desk, pair[0]), widest=260),
        Column(_("Post"), lambda pair: pair[1].title or _("Untitled post"), wide=True, tinted=False),
        Column(_("Day"), lambda pair: day_text(desk, pair[1]), widest=140, tinted=False),
        Column(_("Page"), lambda pair: pages.get(pair[0].page_id, "–"), widest=160, tinted=False),
    )
    return ValueTable(_("Deadlines that move"), columns, lambda pair: "bad" if pair[0].late_after else "")


def with_posts(desk: Desk, moved: Sequence[MovedDeadline]) -> list[Moved]:
    """Deadlines with their posts, as stored now."""
    with desk.read() as reader:
        found = [(one, reader.post(one.post_id)) for one in moved]
    return [(one, post) for one, post in found if post is not None]


def moved_words(moved: Sequence[MovedDeadline], *, would: bool = False) -> tuple[str, str]:
    """How many deadlines move and how many are missed by it, and how bad that is."""
    n, late = len(moved), sum(one.newly_late for one in moved)
    if not n:
        return (_("No open deadline would move.") if would else _("No open deadline has moved.")), "ok"
    if would:
        text = ngettext("The deadline of {n} post would move.", "The deadlines of {n} posts would move.", n)
    else:
        text = ngettext("The deadline of {n} post has moved.", "The deadlines of {n} posts have moved.", n)
    text = text.format(n=n)
    if late:
        also = ngettext("{n} is missed by it.", "{n} are missed by it.", late)
        text += " " + also.format(n=late)
    return text, "bad" if late else "plain"


class MovedDialog(Dialog):
    """What has moved; Enter and a double click go to the post."""

    jumpRequested = Signal(str)  # id of the chosen post

    def __init__(self, desk: Desk, moved: Sequence[MovedDeadline], parent: QWidget | None = None) -> None:
        super().__init__(
            _("Deadlines have moved"), parent, intro=_("The calendar has changed, and with it:"), size=(1080, 440)
        )
        self.table = moved_table(desk)
        self.table.show_values(with_posts(desk, moved))
        summary = Banner()
        summary.say(*moved_words(moved))
        self.body.addWidget(summary)
        self.body.addWidget(self.table, 1)
        self.add_buttons(_("&Go to the post"), _("&Close"))
        self.table.chosen.connect(self._on_chosen)
        self.table.setFocus()

    def accept(self) -> None:
        pair = self.table.current()
        if pair is not None:
            self._on_chosen(pair)

    @Slot(object)
    def _on_chosen(self, pair: Moved) -> None:
        self.jumpRequested.emit(pair[1].id)
        super().accept()


def _now(desk: Desk, moved: MovedDeadline) -> str:
    when = desk.dates.moment(moved.after)
    if moved.clock is Clock.DECISION:
        return _("{moment}, the curator’s answer").format(moment=when)
    if moved.newly_late:
        return _("{moment} – missed now").format(moment=when)
    return _("{moment} – missed before too").format(moment=when) if moved.late_after else when
