"""Findings that follow a plan while it is edited: only the pages that were touched are checked again."""

from collections.abc import Collection

from smcal.model import Page
from smcal.regulation.finding import Finding
from smcal.regulation.look import Ground, Kept
from smcal.regulation.run import Run, in_order
from smcal.regulation.scope import Scope


class Findings:
    """What `check_plan` says, kept page by page; several periods of one plan may share what is `kept`."""

    def __init__(self, kept: Kept | None = None) -> None:
        self._kept = Kept() if kept is None else kept
        self._ground: Ground | None = None
        self._pages: tuple[Page, ...] = ()
        self._by_page: dict[str, list[Finding]] = {}

    def refresh(self, scope: Scope, touched: Collection[str] | None = None) -> list[Finding]:
        """The list that `check_plan(scope)` would make, in the same order.

        `touched` are the pages whose posts, files or records have changed since the last call; None: anything may have.
        All pages are checked again, too, when the period, the pages, the pack, working time, the day or the horizon are
        not what they were.
        """
        run, pages = Run(scope, self._kept), scope.plan.pages
        if touched is None or pages != self._pages or not _alike(run.ground, self._ground):
            self._by_page = {page.id: run.page(page) for page in in_order(pages)}
        else:
            for page in pages:
                if page.id in touched and page.id in self._by_page:
                    self._by_page[page.id] = run.page(page)
        self._ground, self._pages = run.ground, pages
        merged: list[Finding] = []
        for found in self._by_page.values():
            merged += found
        return merged


def _alike(one: Ground, other: Ground | None) -> bool:
    """Whether a page that has not changed is told the same on both: of `now`, checks see the day and the horizon."""
    if other is None:
        return False
    new, old = one.scope, other.scope
    same = new.pack is old.pack and new.worktime is old.worktime
    return same and _answers(one) == _answers(other)


def _answers(ground: Ground) -> tuple[object, ...]:
    scope = ground.scope
    return scope.period, scope.zone, scope.pr_service, ground.today, ground.horizon
