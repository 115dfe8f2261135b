"""Runs the checks of a pack over the pages of a plan."""

from collections.abc import Collection, Iterable
from typing import Any

import msgspec

from smcal.model import Override, Page
from smcal.regulation.check import Say
from smcal.regulation.checks import all_checks
from smcal.regulation.finding import Finding, Severity
from smcal.regulation.look import Ground, Kept, Look
from smcal.regulation.scope import Scope


def check_plan(scope: Scope) -> list[Finding]:
    """What every check of the pack says about every page of the plan, archived ones left out.

    In a total order that depends on the values alone: pages by position, then day, rule and post.
    """
    return _check(scope, scope.plan.pages)


def check_pages(scope: Scope, page_ids: Collection[str]) -> list[Finding]:
    """The same for some pages only: cheap enough to be asked at every move of the mouse."""
    return _check(scope, [page for page in scope.plan.pages if page.id in page_ids])


def _check(scope: Scope, pages: Iterable[Page]) -> list[Finding]:
    run = Run(scope)
    return [finding for page in in_order(pages) for finding in run.page(page)]


def in_order(pages: Iterable[Page]) -> list[Page]:
    """The pages that are checked, in the order of their findings; archived ones are not."""
    return sorted((page for page in pages if not page.archived), key=lambda page: (page.position, page.id))


class Run:
    """The checks of a pack that are on, over one scope, page by page."""

    def __init__(self, scope: Scope, kept: Kept | None = None) -> None:
        checks = all_checks()
        self.ground = Ground(scope, kept)
        self._overrides = scope.plan.facts.overrides
        self._on = [
            (checks[name].find, Say(name, rule.clause, rule.severity))
            for name, rule in scope.pack.rules.items()
            if rule.severity is not Severity.OFF
        ]

    def page(self, page: Page) -> list[Finding]:
        """What they say about one page, in order."""
        look = Look(page, self.ground)
        found = sorted([finding for find, say in self._on for finding in find(look, say)], key=_order)
        return [_overridden(finding, self._overrides) for finding in found] if self._overrides else found


def _overridden(finding: Finding, overrides: dict[str, Override]) -> Finding:
    if finding.severity is not Severity.REQUIRED:
        return finding
    override = overrides.get(finding.key)
    return msgspec.structs.replace(finding, override=override.id) if override else finding


def _order(finding: Finding) -> tuple[Any, ...]:
    args = finding.args
    day = finding.date or args["first"]
    what = args.get("what") or args.get("item") or args.get("event") or ""
    return day, finding.rule, finding.post_id or "", args.get("topic", 0), what, args.get("number", 0)
