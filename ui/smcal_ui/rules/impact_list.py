"""The findings that a draft would let appear and vanish, listed on request."""

import datetime as dt
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from smcal.model import Post
from smcal.planning.rules import Impact
from smcal.regulation import Finding, Severity
from smcal.words import _
from smcal_ui.desk import Desk
from smcal_ui.dialogs.frame import Dialog
from smcal_ui.dialogs.posts_table import day_text, page_names
from smcal_ui.rules.impact_line import impact_words
from smcal_ui.shell.findings_lines import COVERAGE, Line, finding_lines
from smcal_ui.widgets.table import Column, ValueTable

LONGEST_MONTH = 31  # days


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
                Column(_("Finding"), self._text, wide=True, tinted=False),
            ),
            lambda row: "bad" if row.appears else "ok",
            wrap=len(rows) <= 100,
        )
        self.table.show_values(rows)
        self.body.addWidget(self.table, 1)
        self.add_buttons()
        self.table.chosen.connect(self._on_chosen)
        self.table.setFocus()

    def _text(self, row: ImpactRow) -> str:
        """Where topics are owed every month, the list has many: it says which."""
        args = row.line.finding.args
        if row.line.finding.rule != COVERAGE or (args["last"] - args["first"]).days > LONGEST_MONTH:
            return row.line.text
        return f"{self._desk.dates.month_title(args['first'])}: {row.line.text}"

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


def day_of(finding: Finding, today: dt.date) -> dt.date:
    """The day of its stretch that is worth seeing: the one nearest to today."""
    first: dt.date = finding.args.get("first") or finding.date or today
    last: dt.date = finding.args.get("last") or first
    return max(first, min(today, last))
