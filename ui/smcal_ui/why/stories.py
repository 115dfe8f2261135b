"""Stories about what the desk holds: asks the core with enough of the plan around the day in question."""

import datetime as dt
from collections.abc import Sequence

from smcal.model import Page, Post
from smcal.model.period import week_of
from smcal.planning import why
from smcal.planning.why import Asked, Story
from smcal.regulation import Finding
from smcal.regulation.check import Voice
from smcal.words import spoken
from smcal_ui.desk import Desk


class Stories:
    """Explains, in the language of the window."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def deadline(self, post: Post) -> Story | None:
        """By when a post is to be handed in; None for one without a date."""
        return self.deadline_of(post.date) if post.date is not None else None

    def deadline_of(self, date: dt.date) -> Story:
        """By when posts of a day are to be handed in."""
        return why.deadline(self._asked(date), date)

    def day(self, date: dt.date, *, urgent_only: bool) -> Story:
        """What a day is, or why nothing but urgent posts goes there any more."""
        asked = self._asked(date)
        return why.horizon(asked) if urgent_only else why.day(asked, date)

    def gauge(self, page_id: str, date: dt.date) -> Story:
        """The posts of a page in a week."""
        return why.gauge(self._asked(date), self._page(page_id), date)

    def coverage(self, page_id: str, date: dt.date) -> Story:
        """The topics of a page in a quarter or month."""
        return why.coverage(self._asked(date), self._page(page_id), date)

    def findings(self, findings: Sequence[Finding]) -> Story:
        """One finding, or several that are told in one line."""
        first = findings[0]
        return why.findings_together(self._asked(first.date or first.args.get("first")), findings)

    def _asked(self, date: dt.date | None) -> Asked:
        scope = self._desk.scope(week_of(date or self._desk.today))
        return Asked(scope, Voice(spoken(), self._desk.dates))

    def _page(self, page_id: str) -> Page:
        return next(page for page in self._desk.book.pages if page.id == page_id)
