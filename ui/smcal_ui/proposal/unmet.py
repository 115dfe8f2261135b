"""What stays unmet even so, and why: a table as high as its first lines."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent

from smcal.planning.proposal import Unmet
from smcal.regulation import Severity
from smcal.words import _, begun_small, inside
from smcal_ui.coverage.words import titled
from smcal_ui.desk import Desk
from smcal_ui.proposal import words
from smcal_ui.proposal.draft import Draft
from smcal_ui.widgets.table import ROW, Column, ValueTable

FEW = 4
"""Remarks that are seen without scrolling."""


class UnmetTable(ValueTable):
    """Each with its page, where there are several: a column that is hidden must not ask for room."""

    def __init__(self, desk: Desk, name_of: Callable[[str], str]) -> None:
        self._desk, self._name_of = desk, name_of
        self._draft: Draft | None = None
        columns = [
            Column(_("What stays unmet"), self._told, wide=True),
            Column(_("Page"), self._page_told, widest=200),
            Column(_("Why"), lambda unmet: words.lack(unmet.lack), widest=300),
        ]
        super().__init__(_("What stays unmet"), columns, self._tint, wrap=True)

    def show_unmet(self, unmet: Sequence[Unmet], draft: Draft | None) -> None:
        """Show these, none of them chosen; hidden where there are none."""
        self._draft = draft
        self.setColumnHidden(1, not self._has_pages)
        self.show_values(unmet)
        self.clearSelection()
        self.scrollToTop()
        self.setVisible(bool(unmet))
        self._fit_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines may wrap otherwise now."""
        super().resizeEvent(event)
        self._fit_soon()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit)  # once the columns have their width

    @Slot()
    def _fit(self) -> None:
        """As high as the first few lines; on a small screen lower, for the dialog must fit it."""
        self.resizeRowsToContents()
        lines = sum(self.sizeHintForRow(row) for row in range(min(len(self.values), FEW)))
        frame = self.horizontalHeader().sizeHint().height() + 8
        self.setMinimumHeight(frame + min(max(lines, ROW), 2 * ROW))
        self.setMaximumHeight(frame + max(lines, ROW))

    @property
    def _has_pages(self) -> bool:
        return self._draft is not None and len(self._draft.pages) > 1

    def _page_told(self, unmet: Unmet) -> str:
        return self._name_of(unmet.finding.page_id) if self._has_pages else ""

    def _told(self, unmet: Unmet) -> str:
        """A finding with the post that it is about."""
        sentence = self._desk.sentence(unmet.finding)
        post = self._draft.post_of(unmet) if self._draft is not None else None
        if post is None:
            return sentence
        return _("“{title}”: {what}").format(title=inside(titled(post)), what=begun_small(sentence))

    def _tint(self, unmet: Unmet) -> str:
        if self._draft is not None and self._draft.is_past(unmet):
            return "quiet"
        return "bad" if unmet.finding.severity is Severity.REQUIRED else "warn"
