"""What the regulation says about a few weeks, in step with edits: only touched pages are checked again."""

from collections.abc import Callable, Collection

from smcal.model import Period
from smcal.planning.touched import touched_pages
from smcal.regulation import Finding, Scope
from smcal.regulation.incremental import Findings
from smcal.regulation.look import Kept
from smcal.store.changes import ChangeSet


class Followed:
    """Findings by week. Tell it every change set; it says what `check_plan` would say."""

    def __init__(self, page_of: Callable[[str], str | None]) -> None:
        self._page_of = page_of
        self._kept = Kept()  # of all weeks together
        self._weeks: dict[Period, Findings] = {}
        self._touched: dict[Period, set[str]] = {}  # since the week was asked for last

    def take(self, changes: ChangeSet) -> None:
        """Remember which pages a committed change set has touched."""
        touched = touched_pages(changes, self._page_of) if self._weeks else frozenset[str]()
        if touched is None:
            self.forget()
        else:
            for pages in self._touched.values():
                pages.update(touched)

    def forget(self) -> None:
        """Anything may have changed."""
        self.keep(())

    def keep(self, weeks: Collection[Period]) -> None:
        """Forget all weeks but these."""
        self._weeks = {week: found for week, found in self._weeks.items() if week in weeks}
        self._touched = {week: pages for week, pages in self._touched.items() if week in weeks}

    def findings(self, scope: Scope) -> list[Finding]:
        """The list that `check_plan(scope)` would make."""
        known = self._weeks.setdefault(scope.period, Findings(self._kept))
        touched = self._touched.get(scope.period)
        self._touched[scope.period] = set()
        return known.refresh(scope, touched)
