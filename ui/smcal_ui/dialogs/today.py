"""What must be handed in by the end of the week or the next working day, and what is late or waits for corrections."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from smcal.model import State
from smcal.model.period import week_of
from smcal.planning.today import Due, agenda_period, due_today
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.posts_table import posts_table
from smcal_ui.post.notice import curator_words
from smcal_ui.post.said import Said, said_of
from smcal_ui.widgets.buttons import button
from smcal_ui.widgets.labels import Banner
from smcal_ui.widgets.table import Column


class TodayDialog(Dialog):
    """Posts not handed in yet, the most pressing first; Enter goes to one."""

    jumpRequested = Signal(str)  # id of the chosen post

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        until = max(week_of(desk.today).last, desk.workspace.worktime().next_working_day(desk.today))
        intro = _("Posts to be handed in by {last}. Now it is {day}, {time}.").format(
            last=desk.dates.day(until),
            day=desk.dates.day(desk.today),
            time=desk.dates.time(desk.now.time()),
        )
        super().__init__(
            _("To be handed in"),
            parent,
            intro=intro,
            size=(860, 480),
        )
        self._desk, self._until = desk, until
        self._said: dict[str, Said] = {}  # by post: what the curator wants changed
        self.summary = Banner()
        self.dues = posts_table(
            _("Posts to be handed in"),
            desk,
            (Column(_("Hand in"), self._when, widest=300),),
            post_of=lambda due: due.post,  # type: ignore[attr-defined]
            tint=_tint,
        )
        self.body.addWidget(self.summary)
        self.body.addWidget(self.dues, 1)
        self.comment = Banner()
        self.body.addWidget(self.comment)
        self.why = button(_("Wh&y?"))
        self.body.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        self.why.clicked.connect(self._on_why)
        self.add_buttons(_("&Go to the post"), _("&Close"))
        self.dues.chosen.connect(self._on_chosen)
        self.dues.moved.connect(self._show_comment)
        self._show()

    def accept(self) -> None:
        due = self.dues.current()
        if due is not None:
            self._on_chosen(due)

    def _show(self) -> None:
        scope = self._desk.scope(agenda_period(self._desk.now))
        dues = due_today(scope, self._until)
        with self._desk.read() as reader:
            returned_posts = [due.post for due in dues if due.post.state is State.CHANGES_REQUESTED]
            self._said = {post.id: said_of(post, reader, scope) for post in returned_posts}
        if self._said:
            self.comment.keep_room()  # nothing moves under the arrow keys
        self.dues.show_values(dues)
        late = sum(due.late for due in dues)
        today = sum(_only_today(due) for due in dues)
        returned = sum(due.returned for due in dues)
        parts = []
        if late:
            parts.append(ngettext("{n} post is late.", "{n} posts are late.", late).format(n=late))
        urgent = sum(due.urgent for due in dues)
        if urgent:
            text = ngettext("{n} urgent post is to be handed in.", "{n} urgent posts are to be handed in.", urgent)
            parts.append(text.format(n=urgent))
        if today:
            text = ngettext("{n} post must be handed in today.", "{n} posts must be handed in today.", today)
            parts.append(text.format(n=today))
        if returned:
            text = ngettext("{n} post waits for corrections.", "{n} posts wait for corrections.", returned)
            parts.append(text.format(n=returned))
        level = "bad" if late else "warn" if today or returned or urgent else "ok"
        self.summary.say(" ".join(parts) or _("Nothing has to be handed in today."), level)
        assert self.primary is not None
        self.primary.setEnabled(bool(dues))
        self.why.setEnabled(bool(dues))

    def _when(self, due: Due) -> str:
        if due.post.state is State.CHANGES_REQUESTED:
            verdict = self._said[due.post.id].verdict
            if verdict is None or not verdict.comment.strip():
                return _("corrections asked for")
            return _("corrections asked for: {comment}").format(comment=verdict.comment.strip())
        if due.late:
            return _("late: it was {moment}").format(moment=self._desk.dates.moment(due.submit_by))
        if due.urgent:
            return _("urgent")
        if due.today:
            return _("today by {time}").format(time=self._desk.dates.time(due.submit_by.time()))
        return _("by {moment}").format(moment=self._desk.dates.moment(due.submit_by))

    @Slot()
    def _show_comment(self) -> None:
        """All that the curator wrote about the chosen post."""
        due = self.dues.current()
        said = self._said.get(due.post.id) if due is not None else None
        self.comment.say(curator_words(said, self._desk.dates) if said is not None else "", "warn")

    @Slot()
    def _on_why(self) -> None:
        """Why the chosen post is to be handed in by then, beside it."""
        from smcal_ui.why.panel import WhyPanel  # when somebody asks
        from smcal_ui.why.stories import Stories

        due = self.dues.current()
        story = Stories(self._desk).deadline(due.post) if due is not None else None
        if story is not None:
            WhyPanel(story, self).open_near(self.dues.current_rect())

    @Slot(object)
    def _on_chosen(self, due: Due) -> None:
        self.jumpRequested.emit(due.post.id)
        super().accept()


def _only_today(due: Due) -> bool:
    return due.today and not (due.late or due.returned or due.urgent)


def _tint(due: object) -> str:
    assert isinstance(due, Due)
    return "bad" if due.late else "warn" if due.today or due.urgent else ""
