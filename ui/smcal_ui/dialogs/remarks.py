"""Blockers and advice about a plan in one list, what is required first; and the plain facts of it."""

import datetime as dt
from collections.abc import Callable, Iterable

import msgspec
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from smcal.model import Post
from smcal.model.period import week_of
from smcal.planning.submit import Readiness
from smcal.regulation import Finding, Severity
from smcal.words import _, ngettext
from smcal_ui.desk import Desk
from smcal_ui.dialogs.posts_table import day_text
from smcal_ui.shell.findings_lines import Line, finding_lines, is_checklist
from smcal_ui.widgets.table import ROW, Column, ValueTable

LEVELS = {"bad": "●", "warn": "○"}


class Remark(msgspec.Struct, frozen=True):
    """One line: how it is meant (bad, warn), where it is from, what it says, and what it is about."""

    level: str
    clause: str
    text: str
    post_id: str | None = None
    page_id: str | None = None  # of a remark about no single post
    findings: tuple[Finding, ...] = ()  # that it stands for

    @property
    def asks_checklist(self) -> bool:
        """Whether the checklist answers it."""
        return any(is_checklist(finding) for finding in self.findings)


class RemarkTable(ValueTable):
    """Remarks as lines; colour and word both say how each is meant. A `fitted` one is never higher than its rows."""

    def __init__(self, parent: QWidget | None = None, *, fitted: bool = False) -> None:
        columns = (
            Column("", lambda remark: f"{LEVELS[remark.level]} {_level_name(remark.level)}"),
            Column(_("Clause"), lambda remark: remark.clause, widest=170, tinted=False),
            Column(_("What it says"), lambda remark: remark.text, wide=True, tinted=False),
        )
        super().__init__(_("Findings"), columns, lambda remark: remark.level, parent, wrap=True)
        self._fitting = QTimer(self, singleShot=True, interval=0)  # once all rows have their height
        self._fitting.timeout.connect(self._fit)
        if fitted:
            self.verticalHeader().sectionResized.connect(self._fitting.start)
            self.verticalHeader().sectionCountChanged.connect(self._fitting.start)

    @Slot()
    def _fit(self) -> None:
        rows = max(self.verticalHeader().length(), ROW)
        self.setMaximumHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())


def remarks_of(desk: Desk, ready: Readiness) -> list[Remark]:
    """What stands in the way and what is advised; what was overridden is told apart."""
    return _remarks(desk, (*ready.blockers, *ready.advice), lambda post: day_text(desk, post))


def facts_of(desk: Desk, ready: Readiness) -> str:
    """What is good to know before a plan is handed in, "" where there is nothing to hand in."""
    return " ".join(_facts(desk, ready))


def findings_remarks(desk: Desk, findings: Iterable[Finding]) -> list[Remark]:
    """Findings as remarks, required ones first. Of posts that move only the title is told: their day is changing."""
    return _remarks(desk, findings, None)


def _level_name(level: str) -> str:
    return {"bad": _("required"), "warn": _("advice")}[level]


def _remarks(desk: Desk, findings: Iterable[Finding], day: Callable[[Post], str] | None) -> list[Remark]:
    """The same lines as in the list of findings, required ones first whatever their day."""
    found = list(findings)
    with desk.read() as reader:
        about = [reader.post(post_id) for post_id in dict.fromkeys(f.post_id for f in found if f.post_id)]
    posts = {post.id: post for post in about if post is not None}
    lines = finding_lines(found, {}, posts, desk.sentence, desk.today, day=day)
    return [_remark(desk, line) for line in sorted(lines, key=lambda line: _level(line.finding) != "bad")]


def _remark(desk: Desk, line: Line) -> Remark:
    finding = line.finding
    text = line.text[:1].upper() + line.text[1:]
    post_id = finding.post_id or _last_of_week(desk, finding)
    return Remark(_level(finding), line.clause, text, post_id, None if post_id else finding.page_id, line.all)


def _level(finding: Finding) -> str:
    return "bad" if finding.severity is Severity.REQUIRED else "warn"


def _last_of_week(desk: Desk, finding: Finding) -> str | None:
    """A week with too many posts leads to its last one: that is the one to move."""
    if finding.week is None:
        return None
    monday = dt.date.fromisocalendar(int(finding.week[:4]), int(finding.week[-2:]), 1)
    week = week_of(monday)
    posts = desk.book.plan(week).posts.get(finding.page_id, [])
    return next((post.id for post in reversed(posts) if post.date is not None and post.date in week), None)


def _facts(desk: Desk, ready: Readiness) -> Iterable[str]:
    count, dates = len(ready.posts), desk.dates
    if not count:
        return
    yield ngettext("{n} post goes along.", "{n} posts go along.", count).format(n=count)
    if desk.workspace.pack().submission is None:
        return
    yield _("It will be plan {number}, version {version}.").format(number=ready.number, version=ready.version)
    yield _("If it is handed in now, it counts from {moment}.").format(moment=dates.moment(ready.effective))
    worktime = desk.workspace.worktime()
    urgent = [post for post in ready.posts if post.urgent]
    if urgent:
        due = dates.moment(worktime.urgent_due(desk.now))
        text = ngettext(
            "{n} urgent post: the decision is due by {moment}.",
            "{n} urgent posts: the decision is due by {moment}.",
            len(urgent),
        )
        yield text.format(n=len(urgent), moment=due)
    if ready.provisional:
        yield _("The calendar of these days is not decreed yet: the deadlines are provisional.")
