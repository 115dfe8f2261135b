"""The inspector: one post, every field of it, saved as one types."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from smcal.model import FIXED_STATES, MediaKind, Network, Post
from smcal.model.period import week_of
from smcal.store.changes import Area, ChangeSet
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.post.asked import unasked
from smcal_ui.post.count import text_count, title_count
from smcal_ui.post.typing import Target, Typing
from smcal_ui.widgets.labels import PlainLabel

NARROWEST = 280  # pixels
SOON = 300  # milliseconds after the first paint, when the form is built, should no post have been shown by then
WATCHED = frozenset(Area) - {Area.MEDIA, Area.BRANCHES, Area.SUBMISSIONS, Area.SUBMITTED_POSTS, Area.CONFIRMATIONS}
"""Kinds of values whose change may change what is shown of a post, or what the regulation says about it."""


class Inspector(QWidget):
    """Shows the chosen post. What is typed is saved on leaving a field and after two seconds without typing."""

    submitRequested = Signal()
    answerRequested = Signal()
    publishedRequested = Signal()
    historyRequested = Signal()
    copyTextRequested = Signal()
    savePicturesRequested = Signal()
    leaveRequested = Signal()  # Esc: back to the calendar
    placeRequested = Signal()  # show the week that the post is in
    deadlineAsked = Signal(QRect)  # why is the post to be handed in by then? where on the screen
    whyRequested = Signal(object, QRect)  # tuple[Finding] about the post, where on the screen
    fixesRequested = Signal(object, QRect)
    filled = Signal(bool)  # whether a post is shown now
    left = Signal(str)  # id of a post that is no longer shown

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._post: Post | None = None
        self._pictures = False
        self._own: set[str] = set()  # fields whose news are what was typed in them
        self.typing = Typing(desk, self)
        self._reload = QTimer(self, singleShot=True, interval=0)
        self._idle: QTimer | None = None
        self._build()
        self._connect()
        self.show_posts([])

    @property
    def post(self) -> Post | None:
        """The post that is shown, as last read."""
        return self._post

    def show_posts(self, post_ids: list[str]) -> None:
        """Show one post; with several or none a sentence says what can be done."""
        before = self._post
        self.save()
        post = self._desk.post(post_ids[0]) if len(post_ids) == 1 else None
        again = before is not None and post is not None and before.id == post.id
        self._post = post
        if post is not None:
            self._prepare()
        self._stack.setCurrentIndex(0 if post is None else 1)
        if post is None:
            self._empty.setText(_nothing_chosen(len(post_ids)))
        else:
            self._show_post(post, before if again else None)
            if not again:
                self._sheet.area.to_top()
        if before is not None and not again:
            self.left.emit(before.id)
        self.filled.emit(post is not None)

    def tell_place(self, where: str) -> None:
        """Say where the post is when the calendar does not show it, "" when it does."""
        if self._post is not None and where != self._remarks.place.text:
            with self._sheet.area.steady():
                self._remarks.show_place(where)

    def edit_title(self) -> None:
        """Put the cursor into the title."""
        self.focus_field("title")

    def focus_field(self, name: str, attachment_id: str | None = None) -> None:
        """Show a field and put the cursor into it; with an attachment it is a field of that file."""
        if self._post is None:
            return
        self._sheet.focus(name, attachment_id)

    def focus_remark(self) -> bool:
        """Put the keyboard on the next remark that can be mended, or on the way to the post; False without one."""
        if self._reload.isActive():  # what is mended must be gone first
            self._reload.stop()
            self._on_reload()
        return self._post is not None and self._sheet.focus_link()

    def told(self) -> list[str]:
        """Everything that is said of the post beside its fields."""
        return self._sheet.told.texts() if self._post is not None else []

    def save(self) -> bool:
        """Save what is being typed, now; False while it cannot be saved: then it stays in the editor."""
        if self._post is not None:
            focused = self._form.focused()
            if focused is not None:
                self._note(focused)
            self._media.gather()
        return self.typing.settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the first paint on nobody waits for the window; on a slow machine that takes longer than SOON."""
        super().paintEvent(event)
        if self._idle is None:
            self._idle = QTimer(self, singleShot=True, interval=SOON)
            self._idle.timeout.connect(self._prepare)
            self._idle.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the calendar; what was typed is saved."""
        if event.key() == Qt.Key.Key_Escape:
            self.save()
            self.leaveRequested.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setMinimumWidth(NARROWEST)
        self._empty = PlainLabel(role="quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(24)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @Slot()
    def _prepare(self) -> None:
        """The form is built for the first post, or when nobody waits: the calendar opens without it."""
        if self._stack.count() == 1:
            from smcal_ui.post.sheet import PostSheet  # editors of dates and files: slow to load

            self._sheet = PostSheet(self._desk, self.typing)
            self._form, self._media = self._sheet.form, self._sheet.media
            self._remarks, self._steps = self._sheet.remarks, self._sheet.steps
            self._stack.addWidget(self._sheet)
            self._connect_form()

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.renewed.connect(self._on_reload)
        self._reload.timeout.connect(self._on_reload)

    def _connect_form(self) -> None:
        self._form.edited.connect(self._on_edited)
        self._form.settled.connect(self._on_settled)
        self._media.refused.connect(self._desk.failed)
        self._remarks.placeRequested.connect(self.placeRequested)
        self._remarks.deadlineAsked.connect(self.deadlineAsked)
        findings = self._sheet.told.findings
        findings.fixRequested.connect(self.focus_field)
        findings.whyRequested.connect(self.whyRequested)
        findings.fixesRequested.connect(self.fixesRequested)
        self._sheet.told.opened.connect(self._on_opened)
        self.typing.troubled.connect(self._on_troubled)
        self.typing.stored.connect(self._on_stored)
        self.typing.refused.connect(self._on_refused)
        self._steps.asked.connect(self._on_step)

    # showing

    def _show_post(self, post: Post, known: Post | None) -> None:
        """Show a post. `known` is what was shown of it before: what stood still under the cursor is left alone."""
        from smcal_ui.post.said import said_of  # after the first paint

        scope = self._desk.scope(week_of(post.date or self._desk.today))
        with self._desk.read() as reader:
            attachments = reader.attachments([post.id]).get(post.id, ())
            media = reader.media([a.media_id for a in attachments])
            said = said_of(post, reader, scope)
        self._pictures = any(file.kind is MediaKind.PICTURE for file in media.values())
        self._sheet.offer_choices(post)
        self._show_fields(post, known)
        self._media.show_post(post, attachments, media)
        self._show_count()
        self._sheet.told.show_post(post, said, scope, has_files=bool(media))
        self._steps.show_post(post, bool(media), scope.pack.submission is not None)
        self._steps.show_findings(self._sheet.told.findings.shown)

    def _show_fields(self, post: Post, known: Post | None) -> None:
        waiting = self.typing.waiting(Target(Area.POSTS, post.id))
        spare = set(waiting) if known is not None else set()
        focused = self._form.focused()
        if known is not None and focused is not None and self._stands_still(focused, known, post):
            spare.add(focused)
        self._own.clear()
        self._form.show_post(post, frozenset(spare))
        for name in set(waiting) - spare:
            self._form.fields[name].show(waiting[name])
        workspace = self._desk.workspace
        self._form.leave_out(unasked(post, workspace.pack(), workspace.settings(), self._network()))
        self._form.set_enabled(("date", "page_id", "state"), post.state not in FIXED_STATES)

    def _stands_still(self, name: str, known: Post, post: Post) -> bool:
        """Nothing new for the field under the cursor; what the store tidied is shown when it is left."""
        return name in self._own or bool(getattr(known, name) == getattr(post, name))

    def _show_count(self) -> None:
        network = self._network()
        text, too_long = text_count(self._form.value("text"), network, self._pictures)
        warning = title_count(self._form.value("title"), network)
        self._form.caption("text", f"{text}\n{warning}" if warning else text, "bad" if too_long or warning else "")

    def _network(self) -> Network | None:
        page_id = self._form.value("page_id")
        return next((page.network for page in self._desk.book.pages if page.id == page_id), None)

    # editing

    @Slot(str)
    def _on_step(self, name: str) -> None:
        asked = {
            "submit": self.submitRequested,
            "answer": self.answerRequested,
            "published": self.publishedRequested,
            "copy": self.copyTextRequested,
            "save": self.savePicturesRequested,
            "history": self.historyRequested,
        }
        asked[name].emit()

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        self._note(name)
        if name in {"text", "title"}:
            self._show_count()

    @Slot(str)
    def _on_settled(self, name: str) -> None:
        """Walking through a list of choices is one step; leaving a field ends it."""
        self._note(name)
        if self._form.focused() == name:
            self.typing.save()
        else:
            self.typing.settle()

    def _note(self, name: str) -> None:
        if self._post is None:
            return
        target, value = Target(Area.POSTS, self._post.id), self._form.value(name)
        if value != getattr(self._post, name) or name in self.typing.waiting(target):
            self.typing.note(target, name, value)

    @Slot(object, str)
    def _on_stored(self, target: Target, name: str) -> None:
        if self._post is not None and target == Target(Area.POSTS, self._post.id):
            self._own.add(name)

    @Slot(str)
    def _on_troubled(self, reason: str) -> None:
        with self._sheet.area.steady():
            self._remarks.show_trouble(reason)

    @Slot(str)
    def _on_refused(self, reason: str) -> None:
        """The calendar does not take a value: show the one it has, then say why."""
        if self._post is not None:
            self._show_post(self._post, None)
        self._desk.refused.emit(reason)

    # answering

    @Slot()
    def _on_opened(self) -> None:
        """Somebody wants to see what is lacking: from there on the keyboard goes to it."""
        self._on_reload()
        self._sheet.focus_link()

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if self._post is not None:
            self._sheet.told.take(changes)
        if any(change.area in WATCHED for change in changes.changes):
            self._reload.start()

    @Slot()
    def _on_reload(self) -> None:
        known = self._post
        if known is None:
            return
        fresh = self._desk.post(known.id)
        if fresh is None or fresh.binned is not None:
            self.show_posts([])
            return
        self._post = fresh
        with self._sheet.area.steady():
            self._show_post(fresh, known)


def _nothing_chosen(count: int) -> str:
    if count > 1:
        chosen = ngettext("{n} post chosen", "{n} posts chosen", count).format(n=count)
        return chosen + "\n" + _("Drag them together, or use the Post menu to move, copy or delete them.")
    return _("Choose a post to see and edit it.\nA new one: “+ Post”, or press N on a day.")
