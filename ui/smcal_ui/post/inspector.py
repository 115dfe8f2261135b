"""The inspector: one post, every field of it, saved as one types."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from smcal.model import Network, Page, Period, Post
from smcal.model.period import week_of
from smcal.planning import answer, edit
from smcal.regulation import Finding, Severity
from smcal.regulation.networks import text_limit
from smcal.store.changes import Area, ChangeSet
from smcal.words import _, ngettext, spoken
from smcal_ui.desk import Desk
from smcal_ui.names import page_name, state_name
from smcal_ui.post.deadline import deadline_notice
from smcal_ui.post.form import OTHER_DIRECTION, PostForm
from smcal_ui.post.media import MediaPanel
from smcal_ui.widgets.labels import Banner, PlainLabel

TYPING_PAUSE = 2000  # ms without typing after which a field is saved (3.4 of the storage design)


class Inspector(QWidget):
    """Shows the chosen post. What is typed is saved on leaving a field and after two seconds without typing."""

    answerRequested = Signal(str)  # post id: enter the curator's answer
    publishedRequested = Signal(str)  # post id: note that it went out
    historyRequested = Signal(str)  # post id
    moveRequested = Signal()
    copyTextRequested = Signal()
    savePicturesRequested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._post: Post | None = None
        self._editing: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._reload = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self.show_posts([])

    @property
    def post(self) -> Post | None:
        """The post that is shown, as last read."""
        return self._post

    def show_posts(self, post_ids: list[str]) -> None:
        """Show one post; with several or none a sentence says what can be done."""
        self.save()
        post = self._desk.post(post_ids[0]) if len(post_ids) == 1 else None
        self._post = post
        self._stack.setCurrentIndex(0 if post is None else 1)
        if post is None:
            self._empty.setText(_nothing_chosen(len(post_ids)))
        else:
            self._offer_choices(post)
            self._show_post()
            self._scroll.verticalScrollBar().setValue(0)

    def edit_title(self) -> None:
        """Put the cursor into the title."""
        self._form.focus("title")

    def save(self) -> None:
        """Save what is being typed, now."""
        self._pause.stop()
        for name in list(self._editing):
            self._save_field(name)

    def _build(self) -> None:
        self._empty = PlainLabel(role="quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(24)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._build_scroll())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _build_scroll(self) -> QScrollArea:
        self._scroll = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        self._heading = PlainLabel(role="strong", wrap=True)
        self._deadline = Banner()
        self._findings = QVBoxLayout()
        self._findings.setSpacing(8)
        self._form = PostForm()
        self._media = MediaPanel(self._desk)
        for widget in (self._heading, self._deadline):
            column.addWidget(widget)
        column.addLayout(self._findings)
        column.addWidget(self._form)
        column.addWidget(PlainLabel(_("Pictures and files"), role="caption"))
        column.addWidget(self._media)
        column.addWidget(self._build_state())
        column.addStretch()
        self._scroll.setWidget(body)
        return self._scroll

    def _build_state(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._state = PlainLabel(role="text", wrap=True)
        self._deferred = QPushButton(_("Placed in VK's deferred posts"), checkable=True)
        self._answer = QPushButton(_("Curator's answer…"))
        self._published = QPushButton(_("Published…"))
        self._copy = QPushButton(_("Copy text"))
        self._save = QPushButton(_("Save pictures…"))
        self._history = QPushButton(_("History…"))
        column.addWidget(PlainLabel(_("State"), role="caption"))
        column.addWidget(self._state)
        column.addWidget(self._deferred)
        for pair in ((self._answer, self._published), (self._copy, self._save), (self._history, None)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in pair:
                row.addWidget(button or QWidget())
            column.addLayout(row)
        return box

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._pause.timeout.connect(self.save)
        self._reload.timeout.connect(self._on_reload)
        self._form.edited.connect(self._on_edited)
        self._form.settled.connect(self._on_settled)
        self._media.refused.connect(self._desk.failed)
        self._deferred.clicked.connect(self._on_deferred)
        self._answer.clicked.connect(self._on_answer)
        self._published.clicked.connect(self._on_published)
        self._history.clicked.connect(self._on_history)
        self._copy.clicked.connect(self.copyTextRequested)
        self._save.clicked.connect(self.savePicturesRequested)

    # showing

    def _show_post(self) -> None:
        post = self._post
        assert post is not None
        page = next((p for p in self._desk.book.pages if p.id == post.page_id), None)
        with self._desk.read() as reader:
            attachments = reader.attachments([post.id]).get(post.id, ())
            media = reader.media([a.media_id for a in attachments])
            verdicts = reader.verdicts(post.id)
        self._heading.setText(post.title or _("Untitled post"))
        self._form.show_post(post, frozenset(self._editing))
        self._show_count(page)
        self._show_rules(post)
        self._media.show_post(post, attachments, media)
        said = verdicts[0].comment if verdicts else ""
        self._state.setText(
            state_name(post.state) + (f"\n{said}" if said else "") + (f"\n{post.link}" if post.link else "")
        )
        self._deferred.setVisible(page is not None and page.network is Network.VK)
        self._deferred.setChecked(post.deferred)
        self._answer.setEnabled(post.first_submitted is not None)
        self._save.setEnabled(bool(media))

    def _show_count(self, page: Page | None) -> None:
        length = len(self._form.value("text"))
        limit = text_limit(page.network) if page else None
        if limit is None:
            text = _("Text · {n}").format(n=_grouped(length))
        elif length > limit:
            text = _("Text · {n} of {limit}: too long for this network").format(
                n=_grouped(length), limit=_grouped(limit)
            )
        else:
            text = _("Text · {n} of {limit}").format(n=_grouped(length), limit=_grouped(limit))
        self._form.caption("text", text)

    def _show_rules(self, post: Post) -> None:
        week = week_of(post.date or self._desk.today)
        scope = self._desk.scope(week)
        notice = deadline_notice(post, scope, self._desk.dates)
        self._deadline.say(notice.text, notice.level)
        findings = self._findings_of(post, week)
        while self._findings.count() < len(findings):
            self._findings.addWidget(Banner())
        for number in range(self._findings.count()):
            banner = self._findings.itemAt(number).widget()
            assert isinstance(banner, Banner)
            finding = findings[number] if number < len(findings) else None
            required = finding is not None and finding.severity is Severity.REQUIRED
            banner.say(self._desk.sentence(finding) if finding else "", "bad" if required else "warn")

    def _findings_of(self, post: Post, week: Period) -> list[Finding]:
        if post.date is None:
            return []
        return [f for f in self._desk.findings(week) if f.post_id == post.id]

    def _offer_choices(self, post: Post) -> None:
        pack, language = self._desk.workspace.pack(), spoken().language
        with self._desk.read() as reader:
            branches = {branch.id: branch for branch in reader.branches()}
        pages = [(page.id, page_name(page, branches)) for page in self._desk.book.pages]
        none = [(None, _("none"))]
        self._form.offer("page_id", none + pages if post.page_id is None else pages)
        self._form.offer("topic", none + [(t.id, f"{t.id} · {t.title.within(language)}") for t in pack.topics])
        self._form.offer(
            "direction",
            none
            + [(d.id, d.title.within(language)) for d in pack.directions]
            + [(OTHER_DIRECTION, _("other, with the administration's consent"))],
        )

    # editing

    @Slot(str)
    def _on_edited(self, name: str) -> None:
        self._editing.add(name)
        self._pause.start()
        if name == "text" and self._post is not None:
            self._show_count(next((p for p in self._desk.book.pages if p.id == self._post.page_id), None))

    @Slot(str)
    def _on_settled(self, name: str) -> None:
        self._editing.add(name)
        self._save_field(name)
        self._desk.undo_stack.settle()

    def _save_field(self, name: str) -> None:
        post, value = self._post, self._form.value(name)
        self._editing.discard(name)
        if post is None or getattr(post, name) == value:
            return
        fields = {name: value} | self._implied(name, value)
        saved = self._desk.do(
            _("Edit a post"), lambda work: edit.edit(work, post.id, **fields), merge_key=(post.id, name)
        )
        if saved is not None:
            self._post = saved

    def _implied(self, name: str, value: Any) -> dict[str, Any]:
        """A topic brings its usual direction where none was chosen."""
        if name != "topic" or self._post is None or self._post.direction is not None:
            return {}
        usual = next((t.direction for t in self._desk.workspace.pack().topics if t.id == value), None)
        return {"direction": usual} if usual else {}

    # answering

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        if (
            changes.ids(Area.POSTS)
            or changes.ids(Area.ATTACHMENTS)
            or changes.ids(Area.PAGES)
            or changes.ids(Area.VERDICTS)
        ):
            self._reload.start()

    @Slot()
    def _on_reload(self) -> None:
        if self._post is None:
            return
        fresh = self._desk.post(self._post.id)
        if fresh is None or fresh.binned is not None:
            self.show_posts([])
            return
        self._post = fresh
        self._show_post()

    @Slot()
    def _on_deferred(self) -> None:
        post, placed = self._post, self._deferred.isChecked()
        if post is not None:
            self._desk.do(_("Deferred posts"), lambda work: answer.place_deferred(work, post.id, placed))

    @Slot()
    def _on_answer(self) -> None:
        self.save()
        if self._post is not None:
            self.answerRequested.emit(self._post.id)

    @Slot()
    def _on_published(self) -> None:
        self.save()
        if self._post is not None:
            self.publishedRequested.emit(self._post.id)

    @Slot()
    def _on_history(self) -> None:
        self.save()
        if self._post is not None:
            self.historyRequested.emit(self._post.id)


def _nothing_chosen(count: int) -> str:
    if count > 1:
        chosen = ngettext("{n} post chosen", "{n} posts chosen", count).format(n=count)
        return chosen + "\n" + _("Drag them together, or use the Post menu to move, copy or delete them.")
    return _("Choose a post to see and edit it.\nA new one: “+ Post”, or press N on a day.")


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")
