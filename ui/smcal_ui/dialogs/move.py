"""Move or copy posts by a form: the twin of every drag."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from smcal.model import Post
from smcal.planning import move
from smcal.planning.preview import DropPreview, Level, MovePreview, Refusal
from smcal.store import Work
from smcal.words import N_, _, inside, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs import choices
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.remarks import RemarkTable, findings_remarks
from smcal_ui.post.fields import ChoiceField, DateField
from smcal_ui.widgets.form import Form, Row
from smcal_ui.widgets.labels import Banner, PlainLabel

SHOWN_TITLES = 3


class MoveDialog(Dialog):
    """Choose a page and a day; what it would break is shown before anything happens."""

    def __init__(
        self, desk: Desk, post_ids: Sequence[str], *, copy: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Copy to another day") if copy else _("Move to another day"), parent, size=(560, 460))
        self._desk, self._copy = desk, copy
        self.moved: list[Post] = []  # once accepted: the posts, or their copies, as they are now
        self._posts = [post for post in map(desk.post, post_ids) if post is not None]
        self._drags: dict[dt.date | None, MovePreview] = {}
        self.form = Form(
            (
                (
                    Row("page", N_("&Page"), lambda key: ChoiceField(key, self._pages())),
                    Row("date", N_("&Day"), DateField),
                ),
            )
        )
        self.undated = QCheckBox(_("&Without a day: into the tray"))
        self.verdict = Banner()
        self.breaks = RemarkTable()
        self._build()
        self._begin()
        self._connect()
        self._show_consequences()

    @property
    def page_id(self) -> str | None:
        """The chosen page; None leaves each post on its own."""
        page = self.form.value("page")
        return page if isinstance(page, str) else None

    @property
    def date(self) -> dt.date | None:
        """The chosen day; None is the tray."""
        day = None if self.undated.isChecked() else self.form.value("date")
        return day if isinstance(day, dt.date) else None

    def accept(self) -> None:
        page_id, date, today = self.page_id, self.date, self._desk.today
        ids = [post.id for post in self._posts]

        def put(work: Work) -> list[Post]:
            change = move.copy if self._copy else move.move
            return change(work, ids, page_id, date, today=today)

        moved = self._desk.do(_("Copy posts") if self._copy else _("Move posts"), put)
        if moved is not None:
            self.moved = moved
            super().accept()

    def _pages(self) -> list[tuple[str | None, str]]:
        with self._desk.read() as reader:
            offered = choices.pages(self._desk.book.pages, reader.branches())
        keep = {post.page_id for post in self._posts}
        several = len(keep) > 1 or None in keep
        stay: list[tuple[str | None, str]] = [(None, _("each on its own page"))] if several else []
        return [*stay, *offered]

    def _build(self) -> None:
        self.body.addWidget(PlainLabel(self._titles(), wrap=True))
        self.body.addWidget(self.form)
        self.body.addWidget(self.undated)
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.breaks, 1)
        self.body.addStretch()
        self.add_buttons(_("&Copy") if self._copy else _("&Move"))

    def _begin(self) -> None:
        pages = {post.page_id for post in self._posts}
        days = [post.date for post in self._posts if post.date is not None]
        first = max(min(days), self._desk.today) if days else self._desk.today + dt.timedelta(1)
        self.form.show_values({"page": pages.pop() if len(pages) == 1 else None, "date": first})
        self.form.focus("date")

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.undated.toggled.connect(self._on_undated)
        self.listen(self._desk)

    def _titles(self) -> str:
        shown = [
            _("“{title}”").format(title=inside(post.title or _("Untitled post"))) for post in self._posts[:SHOWN_TITLES]
        ]
        more = len(self._posts) - len(shown)
        if more:
            shown.append(ngettext("and {n} more post", "and {n} more posts", more).format(n=more))
        return "\n".join(shown)

    def _show_consequences(self) -> None:
        found = self._preview(self.page_id, self.date)
        homeless = self.date is not None and self.page_id is None and any(p.page_id is None for p in self._posts)
        told = (_("Choose a page: a post with a day needs one."), "plain") if homeless else None
        self.verdict.say(*(told or judgement(found, self._posts, self._copy)))
        self.breaks.show_values(findings_remarks(self._desk, found.findings))
        self.breaks.setVisible(bool(found.findings))
        assert self.primary is not None
        self.primary.setEnabled(bool(self._posts) and not homeless and found.level is not Level.REFUSED)

    def _preview(self, page_id: str | None, date: dt.date | None) -> DropPreview:
        """The posts are taken up anew for every day, since the plan around that day is needed."""
        if date not in self._drags:
            around = choices.day(date) if date else None
            self._drags[date] = self._desk.drag(self._posts, self._copy, around)
        return self._drags[date].at(page_id, date)

    @Slot()
    def _on_edited(self) -> None:
        self.notice.say("")
        self._show_consequences()

    @Slot(bool)
    def _on_undated(self, undated: bool) -> None:
        self.form.fields["date"].widget.setEnabled(not undated)
        self._on_edited()


def judgement(found: DropPreview, posts: Sequence[Post], copy: bool) -> tuple[str, str]:
    """What a drop would do, in a sentence, and how that is meant."""
    if found.refusal is Refusal.PAST_DAY:
        return _("This day has passed: nothing can be planned for it."), "bad"
    if found.refusal is Refusal.HAS_HAPPENED:
        text = ngettext("This post has been published: it stays.", "Published posts among them stay.", len(posts))
        return text, "bad"
    reopens = _("The curator will have to review it again.") if found.reopens else ""
    if found.level is Level.BREAKS:
        return " ".join(filter(None, (_("It can be done, but it breaks the regulation:"), reopens))), "bad"
    if found.findings:
        return " ".join(filter(None, (_("It can be done. Worth knowing:"), reopens))), "warn"
    if reopens:
        return reopens, "warn"
    return (_("A copy brings no new findings.") if copy else _("This brings no new findings.")), "ok"
