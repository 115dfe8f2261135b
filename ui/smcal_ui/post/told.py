"""What is said of the shown post: by banners below its title, and beside the fields that findings are about."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from smcal.model import Post, State
from smcal.model.period import week_of
from smcal.regulation import Finding, Scope
from smcal.store.changes import ChangeSet
from smcal_ui.desk import Desk
from smcal_ui.post.findings import PostFindings
from smcal_ui.post.form import PostForm
from smcal_ui.post.notice import calm_word, curator_words, notice_of
from smcal_ui.post.remarks import Remarks
from smcal_ui.post.reopening import Reopening
from smcal_ui.post.said import Said

RETURNED = frozenset({State.CHANGES_REQUESTED, State.REJECTED})


class Told(QObject):
    """Says it anew whenever the post is shown. A post in which nothing is written yet is not told what it lacks."""

    opened = Signal()  # somebody wants to see what a begun post lacks

    def __init__(self, desk: Desk, remarks: Remarks, form: PostForm) -> None:
        super().__init__(form)
        self._desk, self.remarks = desk, remarks
        self.findings = PostFindings(desk, form.put_below, self)
        self._reopening = Reopening(desk)
        self._begun: str | None = None  # id of the post in which nothing was written when it was shown first
        self._shown: str | None = None
        self.findings.openRequested.connect(self._on_open)
        remarks.takeBackRequested.connect(self._on_take_back)

    def take(self, changes: ChangeSet) -> None:
        """Take in a committed change set."""
        self._reopening.take(changes)

    def show_post(self, post: Post, said: Said, scope: Scope, *, has_files: bool) -> None:
        """Say what is true of a post now."""
        untouched = not (post.title.strip() or post.text.strip() or has_files or post.first_submitted)
        if post.id != self._shown:
            self._shown, self._begun = post.id, post.id if untouched else None
        if post.text.strip():
            self._begun = None
        self._reopening.follow(post.id)
        own = self._own(post)
        quiet = post.id == self._begun
        late = any(finding.rule == "submission.window" for finding in own)
        notice = notice_of(post, said, scope, self._desk.dates, told=late and not quiet)
        self.remarks.show_notice(notice.calmer() if quiet else notice, calm_word(post))
        level = "warn" if post.state in RETURNED else "plain"
        self.remarks.show_curator(curator_words(said, self._desk.dates), level)
        self.remarks.show_reopened(self._reopening.words)
        self.findings.show_findings(own, quiet=quiet)

    def first_link(self) -> QWidget | None:
        """The first link that mends something or leads to the post."""
        return self.findings.first_link((self.remarks.place,))

    def texts(self) -> list[str]:
        """Everything that is said."""
        return self.remarks.texts() + self.findings.texts()

    def _own(self, post: Post) -> list[Finding]:
        """What is found about the post, what keeps it from being handed in first."""
        if post.date is None:
            return []
        own = [finding for finding in self._desk.findings(week_of(post.date)) if finding.post_id == post.id]
        return sorted(own, key=lambda finding: not finding.blocks)

    @Slot()
    def _on_open(self) -> None:
        self._begun = None
        self.opened.emit()

    @Slot()
    def _on_take_back(self) -> None:
        self._reopening.take_back()
