"""Runs the checks of a pack over the pages of a plan."""

from collections.abc import Collection
from typing import Any

import msgspec

from smcal.model import Override, Page
from smcal.regulation.check import Say
from smcal.regulation.checks import all_checks
from smcal.regulation.finding import Finding, Severity
from smcal.regulation.look import Ground, Look
from smcal.regulation.scope import Scope


def check_plan(scope: Scope) -> list[Finding]:
    """What every check of the pack says about every page of the plan, archived ones left out.

    In a total order that depends on the values alone: pages by position, then day, rule and post.
    """
    return _check(scope, scope.plan.pages)


def check_pages(scope: Scope, page_ids: Collection[str]) -> list[Finding]:
    """The same for some pages only: cheap enough to be asked at every move of the mouse."""
    return _check(scope, [page for page in scope.plan.pages if page.id in page_ids])


def _check(scope: Scope, pages: Collection[Page]) -> list[Finding]:
    checks = all_checks()
    on = [
        (checks[name].find, Say(name, rule.clause, rule.severity))
        for name, rule in scope.pack.rules.items()
        if rule.severity is not Severity.OFF
    ]
    ground = Ground(scope)
    found: list[Finding] = []
    for page in sorted(pages, key=lambda page: (page.position, page.id)):
        if not page.archived:
            look = Look(page, ground)
            of_page = [finding for find, say in on for finding in find(look, say)]
            found += sorted(of_page, key=_order)
    overrides = scope.plan.facts.overrides
    return [_overridden(finding, overrides) for finding in found] if overrides else found


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
