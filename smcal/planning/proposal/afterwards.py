"""The plan with proposed posts in it, and what the checks would still say then."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from smcal.model import Page, Post
from smcal.planning.proposal.values import Item, Lack, Proposal, Unmet
from smcal.regulation import Finding, Scope, check_pages

HELD = (
    "citywide.events",
    "frequency.min",
    "frequency.max",
    "submission.window",
    "topics.coverage",
    "partners.share",
)
"""Rules that a proposal looks after."""


def after(scope: Scope, page: Page, items: Iterable[Item]) -> Scope:
    """The same question about the plan with these posts in it."""
    row = sorted([*scope.plan.posts.get(page.id, ()), *(item.post for item in items)], key=place_of)
    plan = msgspec.structs.replace(scope.plan, posts={**scope.plan.posts, page.id: row})
    return msgspec.structs.replace(scope, plan=plan)


def narrowed(scope: Scope) -> Scope:
    """The same question to the rules that a proposal looks after alone: once for many plans, for a pack is costly."""
    rules = {name: rule for name, rule in scope.pack.rules.items() if name in HELD}
    return msgspec.structs.replace(scope, pack=msgspec.structs.replace(scope.pack, rules=rules))


def held(scope: Scope, page: Page) -> list[Finding]:
    """What the rules of a narrowed question say about a page."""
    return check_pages(scope, [page.id])


def remaining(scope: Scope, page: Page, proposal: Proposal, chosen: Iterable[Item]) -> tuple[Unmet, ...]:
    """What the checks would still say when only some of a proposal is accepted, on other days perhaps, and why."""
    wanted, scope = list(chosen), narrowed(scope)
    lacks = {unmet.finding.key: unmet.lack for unmet in proposal.unmet}
    found = held(after(scope, page, wanted), page)
    moved = _said_because_of_changes(scope, page, proposal, wanted, found)
    return tuple(
        Unmet(finding=f, lack=Lack.CHOSEN if f.key in moved else lacks.get(f.key, Lack.LEFT_OUT)) for f in found
    )


def place_of(post: Post) -> tuple[dt.date, bool, dt.time, str]:
    """By date and time; untimed posts stand last on their day."""
    return post.date or dt.date.max, post.time is None, post.time or dt.time.min, post.id


def _said_because_of_changes(
    scope: Scope, page: Page, proposal: Proposal, wanted: list[Item], found: list[Finding]
) -> set[str]:
    """What would not be said were the posts that were proposed on the days that were proposed for them."""
    proposed = {item.post.id: item for item in proposal.items}
    there = [proposed.get(item.slot, item) for item in wanted]
    if there == wanted:
        return set()
    return {finding.key for finding in found} - {finding.key for finding in held(after(scope, page, there), page)}
