"""What the draft would change in the plan: counted beside the window, told in a line, listed on request."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from smcal.model import Post
from smcal.planning.rules import Impact, Outlook, outlook
from smcal.regulation import Finding, Severity
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.posts_table import day_text, page_names
from smcal_ui.rules.draft import Draft
from smcal_ui.shell.findings_lines import Line, finding_lines
from smcal_ui.tasks import Tasks
from smcal_ui.widgets.table import Column, ValueTable

PAUSE = 120  # milliseconds without typing after which it is counted


class ImpactWatch(QObject):
    """Counts again whenever the draft is another; never two counts at a time."""

    told = Signal(object)  # Impact
    failed = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._draft = desk, tasks, draft
        self._outlook: Outlook | None = None
        self._busy = self._stale = False
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.count)
        draft.changed.connect(self._timer.start)

    @Slot()
    def count(self) -> None:
        """Count now, in the worker."""
        self._timer.stop()
        if self._draft.flaws:
            return
        if self._busy:
            self._stale = True
            return
        self._busy, self._stale = True, False
        workspace, at, known = self._desk.workspace, self._desk.at, self._outlook
        pack, hours = self._draft.pack, self._draft.hours if self._draft.new_hours else None

        def job(_stop: object) -> tuple[Outlook, Impact]:
            ahead = known if known is not None and known.serves(pack) else outlook(workspace, at, pack)
            return ahead, ahead.impact(pack, hours)

        self._tasks.run(job, self._on_done, self._on_failed, self)

    def _on_done(self, answer: tuple[Outlook, Impact]) -> None:
        self._busy = False
        self._outlook, impact = answer
        if self._stale:
            self.count()
        else:
            self.told.emit(impact)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.failed.emit(str(error))


def impact_words(impact: Impact) -> str:
    """«Замечаний появится: 3, исчезнет: 5»."""
    new, gone = len(impact.appear), len(impact.vanish)
    if not impact:
        return _("No finding of the plan appears or vanishes.")
    more = ngettext("{n} finding appears", "{n} findings appear", new).format(n=new)
    less = ngettext("{n} vanishes", "{n} vanish", gone).format(n=gone)
    return _("In the plan ahead: {more}, {less}").format(more=more, less=less)


class ImpactRow(NamedTuple):
    """A line of the list: whether it appears, and what it says."""

    appears: bool
    line: Line


class ImpactDialog(Dialog):
    """The findings that would appear and vanish; Enter goes to the post, or to the page."""

    jumpRequested = Signal(object)  # Finding

    def __init__(self, desk: Desk, impact: Impact, parent: QWidget | None = None) -> None:
        super().__init__(_("What changes in the plan"), parent, intro=impact_words(impact), size=(900, 520))
        self._desk = desk
        names = page_names(desk)
        posts = self._posts((*impact.appear, *impact.vanish))
        rows = [
            ImpactRow(appears, line)
            for appears, findings in ((True, impact.appear), (False, impact.vanish))
            for line in finding_lines(
                findings, names, posts, desk.sentence, desk.today, day=lambda post: day_text(desk, post)
            )
        ]
        self.table = ValueTable(
            _("Findings"),
            (
                Column("", lambda row: _("appears") if row.appears else _("vanishes")),
                Column(_("How strict"), lambda row: _severity(row.line.finding)),
                Column(_("Clause"), lambda row: row.line.clause),
                Column(_("Page"), lambda row: row.line.page, widest=190, tinted=False),
                Column(_("Finding"), lambda row: row.line.text, wide=True, tinted=False),
            ),
            lambda row: "bad" if row.appears else "ok",
            wrap=len(rows) <= 100,
        )
        self.table.show_values(rows)
        self.body.addWidget(self.table, 1)
        self.add_buttons()
        self.table.chosen.connect(self._on_chosen)
        self.table.setFocus()

    def _posts(self, findings: tuple[Finding, ...]) -> dict[str, Post]:
        ids = {finding.post_id for finding in findings if finding.post_id is not None}
        with self._desk.read() as reader:
            return {post.id: post for post_id in ids if (post := reader.post(post_id)) is not None}

    @Slot(object)
    def _on_chosen(self, row: ImpactRow) -> None:
        self.jumpRequested.emit(row.line.finding)
        self.accept()


def _severity(finding: Finding) -> str:
    return _("required") if finding.severity is Severity.REQUIRED else _("recommended")
