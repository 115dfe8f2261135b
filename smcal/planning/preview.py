"""What a drop would do, told before it is done."""

import datetime as dt
from collections.abc import Sequence
from enum import IntEnum

import msgspec

from smcal.model import FIXED_STATES, Period, Post, State
from smcal.model.period import week_of
from smcal.model.plan import Plan
from smcal.planning.edit import SEEN_STATES
from smcal.regulation import Finding, Scope, Severity, check_pages
from smcal.regulation.checks.checklist import CONFIRMED

GROWS_WORSE = frozenset({"frequency.max", "partners.share"})
"""Rules whose finding, already there, is made worse by one more post: it is told again."""


class Level(IntEnum):
    """How bad the worst consequence is."""

    FINE = 0
    ADVICE = 1
    BREAKS = 2
    REFUSED = 3


class Refusal(IntEnum):
    """Why a drop is not possible at all."""

    PAST_DAY = 1
    HAS_HAPPENED = 2


class DropPreview(msgspec.Struct, frozen=True):
    """What dropping posts on a day of a page would break."""

    level: Level
    findings: tuple[Finding, ...] = ()
    reopens: bool = False  # an approved post would have to be reviewed again
    refusal: Refusal | None = None


class MovePreview(msgspec.Struct):
    """One drag: the posts taken up, and the plan that they are taken from. Ask it for every cell."""

    scope: Scope
    posts: Sequence[Post]
    copy: bool = False
    _before: dict[tuple[str, dt.date], list[Finding]] = {}

    def at(self, page_id: str | None, date: dt.date | None) -> DropPreview:
        """What dropping them there would do; page None leaves each on its page, date None is the tray."""
        refusal = self._refusal(date)
        if refusal is not None:
            return DropPreview(Level.REFUSED, refusal=refusal)
        moved = [self._moved(post, page_id, date) for post in self.posts]
        if not self.copy and all(
            a.page_id == b.page_id and a.date == b.date for a, b in zip(moved, self.posts, strict=True)
        ):
            return DropPreview(Level.FINE)
        findings = self._new_findings(moved)
        reopens = not self.copy and any(post.state in SEEN_STATES for post in self.posts)
        return DropPreview(_level(findings, reopens), findings, reopens)

    def _refusal(self, date: dt.date | None) -> Refusal | None:
        if date is not None and date < self.scope.now.date():
            return Refusal.PAST_DAY
        if not self.copy and any(post.state in FIXED_STATES for post in self.posts):
            return Refusal.HAS_HAPPENED
        return None

    def _moved(self, post: Post, page_id: str | None, date: dt.date | None) -> Post:
        state = post.state
        if date is not None and (self.copy or state is State.IDEA or state in SEEN_STATES):
            state = State.DRAFT
        identifier = f"{post.id}+" if self.copy else post.id
        first = None if self.copy else post.first_submitted
        return msgspec.structs.replace(
            post, id=identifier, page_id=page_id or post.page_id, date=date, state=state, first_submitted=first
        )

    def _new_findings(self, moved: Sequence[Post]) -> tuple[Finding, ...]:
        touched = {(p.page_id, week_of(p.date).first) for p in (*moved, *self.posts) if p.page_id and p.date}
        after_plan = self._plan_after(moved)
        found: list[Finding] = []
        for page_id, monday in sorted(touched):
            period = Period(monday, monday + dt.timedelta(6))
            before = self._findings_before(page_id, period)
            after = check_pages(msgspec.structs.replace(self.scope, plan=after_plan, period=period), [page_id])
            found += _worse(before, after)
        return tuple(sorted(found, key=lambda f: f.severity is not Severity.REQUIRED))

    def _findings_before(self, page_id: str, period: Period) -> list[Finding]:
        key = (page_id, period.first)
        if key not in self._before:
            self._before[key] = check_pages(msgspec.structs.replace(self.scope, period=period), [page_id])
        return self._before[key]

    def _plan_after(self, moved: Sequence[Post]) -> Plan:
        plan = self.scope.plan
        pages = {p.page_id for p in (*moved, *self.posts) if p.page_id}
        gone = set() if self.copy else {p.id for p in self.posts}
        rows = {page: [p for p in plan.posts.get(page, ()) if p.id not in gone] for page in pages}
        for post in moved:
            if post.page_id and post.date:
                rows[post.page_id].append(post)
        for row in rows.values():
            row.sort(key=lambda p: (p.date, p.time is None, p.time or dt.time.min, p.id))
        return msgspec.structs.replace(plan, posts={**plan.posts, **rows})


def _worse(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    known = {_key(f) for f in before}
    same = set(map(_exactly, before))
    new = [f for f in after if _key(f) not in known or (f.rule in GROWS_WORSE and _exactly(f) not in same)]
    return [f for f in new if f.rule not in CONFIRMED]  # to be confirmed in whichever week: no drop breaks it


def _key(finding: Finding) -> tuple[object, ...]:
    return (
        finding.rule,
        finding.page_id,
        finding.week,
        finding.post_id,
        finding.args.get("topic"),
        finding.args.get("event"),
    )


def _exactly(finding: Finding) -> tuple[object, ...]:
    return (*_key(finding), str(finding.args))


def _level(findings: Sequence[Finding], reopens: bool) -> Level:
    if any(f.severity is Severity.REQUIRED for f in findings):
        return Level.BREAKS
    return Level.ADVICE if findings or reopens else Level.FINE
