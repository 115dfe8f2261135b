"""What a drop would do, told before it is done."""

import datetime as dt
from bisect import insort
from collections.abc import Sequence
from enum import IntEnum

import msgspec

from smcal.model import FIXED_STATES, Period, Post, State
from smcal.model.period import week_of
from smcal.model.plan import Plan
from smcal.planning.edit import SEEN_STATES
from smcal.regulation import Finding, Pack, Scope, Severity, check_pages
from smcal.regulation.scope import earlier

GROWS_WORSE = frozenset({"frequency.max", "partners.share"})
"""Rules whose finding, already there, is made worse by one more post: it is told again."""

MOVED_BY_PLACE = frozenset(
    {
        "frequency.min",
        "frequency.max",
        "topics.coverage",
        "partners.share",
        "submission.window",
        "citywide.events",
    }
)
"""Rules that go by where posts stand: the only ones that a drop can break, so the only ones asked while it hovers."""

OF_THE_PLACE = "submission.window"
"""The only rule about single posts that goes by where they stand; the others ask for something in the post itself."""

TOO_MANY = "frequency.max"


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
    """What dropping posts on a day of a page would break, and what their new place would be reproached with as before.

    What a post lacks in itself, on whatever day, is not told: no drop causes it.
    """

    level: Level
    findings: tuple[Finding, ...] = ()
    reopens: bool = False  # an approved post would have to be reviewed again
    refusal: Refusal | None = None
    still: tuple[Finding, ...] = ()  # those of `findings` that are no news: late as before, a week too full as before


class MovePreview(msgspec.Struct):
    """One drag: the posts taken up, and the plan that they are taken from. Ask it for every cell."""

    scope: Scope
    posts: Sequence[Post]
    copy: bool = False
    _said: dict[tuple[str | None, dt.date | None], DropPreview] = {}
    _before: dict[tuple[str, dt.date], list[Finding]] = {}
    _without: dict[tuple[str, dt.date], list[Finding]] = {}
    _left: set[tuple[str, dt.date]] | None = None
    _pack: Pack | None = None

    def at(self, page_id: str | None, date: dt.date | None) -> DropPreview:
        """What dropping them there would do; page None leaves each on its page, date None is the tray."""
        found = self._said.get((page_id, date))
        if found is None:
            found = self._said[page_id, date] = self._found_out(page_id, date)
        return found

    def _found_out(self, page_id: str | None, date: dt.date | None) -> DropPreview:
        refusal = self._refusal(date)
        if refusal is not None:
            return DropPreview(Level.REFUSED, refusal=refusal)
        moved = [self._moved(post, page_id, date) for post in self.posts]
        if not self.copy and all(
            a.page_id == b.page_id and a.date == b.date for a, b in zip(moved, self.posts, strict=True)
        ):
            return DropPreview(Level.FINE)
        findings, still = self._told(moved)
        reopens = not self.copy and any(post.state in SEEN_STATES for post in self.posts)
        return DropPreview(_level(findings, reopens), findings, reopens, still=still)

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

    def _told(self, moved: Sequence[Post]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What is worse, or as bad where the posts then stand, the required first; and which of it is no news."""
        places = {(p.page_id, week_of(p.date).first) for p in moved if p.page_id and p.date}
        left = self._weeks_left()
        after_plan = self._plan_after(moved)
        late_before = self._late_before()
        found: list[Finding] = []
        still: list[Finding] = []
        for page_id, monday in sorted(places | left):
            period = Period(monday, monday + dt.timedelta(6))
            before = {_key(f): f for f in self._findings_before(page_id, period)}
            after = self._findings_after(page_id, period, after_plan, moved)
            told = [f for f in after if _is_of_the_drop(f, moved)]
            found += [f for f in told if f.post_id is None and _is_worse(before.get(_key(f)), f)]
            found += [f for f in told if f.post_id is not None]
            still += [f for f in told if f.post_id in late_before]
            if (page_id, monday) in places:
                full = [f for f in told if f.rule == TOO_MANY and not _is_worse(before.get(_key(f)), f)]
                found, still = found + full, still + full
        return tuple(sorted(found, key=lambda f: f.severity is not Severity.REQUIRED)), tuple(still)

    def _weeks_left(self) -> set[tuple[str, dt.date]]:
        """The weeks that posts are taken from, and those of the events that they announce: moved away, they miss it."""
        if self._left is None:
            self._left = {
                (post.page_id, week_of(day).first)
                for post in self.posts
                if post.page_id and post.date
                for day in (post.date, *announced_days([post], self.scope))
            }
        return self._left

    def _late_before(self) -> set[str]:
        """The posts taken up that are late where they stand."""
        if self.copy:
            return set()
        weeks = {(p.page_id, week_of(p.date)) for p in self.posts if p.page_id and p.date}
        taken = {p.id for p in self.posts}
        findings = (f for page_id, week in weeks for f in self._findings_before(page_id, week))
        return {f.post_id for f in findings if f.rule == OF_THE_PLACE and f.post_id in taken}

    def _findings_before(self, page_id: str, period: Period) -> list[Finding]:
        key = (page_id, period.first)
        if key not in self._before:
            self._before[key] = self._checked(page_id, period, self.scope.plan)
        return self._before[key]

    def _findings_after(self, page_id: str, period: Period, plan: Plan, moved: Sequence[Post]) -> list[Finding]:
        """What holds on a page afterwards; where posts only leave it, that is the same wherever they go."""
        if any(post.page_id == page_id for post in moved):
            return self._checked(page_id, period, plan)
        key = (page_id, period.first)
        if key not in self._without:
            self._without[key] = self._checked(page_id, period, plan)
        return self._without[key]

    def _checked(self, page_id: str, period: Period, plan: Plan) -> list[Finding]:
        if self._pack is None:
            pack = self.scope.pack
            placed = {name: rule for name, rule in pack.rules.items() if name in MOVED_BY_PLACE}
            self._pack = msgspec.structs.replace(pack, rules=placed)
        return check_pages(msgspec.structs.replace(self.scope, pack=self._pack, plan=plan, period=period), [page_id])

    def _plan_after(self, moved: Sequence[Post]) -> Plan:
        plan = self.scope.plan
        pages = {p.page_id for p in (*moved, *self.posts) if p.page_id}
        gone = set() if self.copy else {p.id for p in self.posts}
        rows = {page: [p for p in plan.posts.get(page, ()) if p.id not in gone] for page in pages}
        for post in moved:
            if post.page_id and post.date:
                insort(rows[post.page_id], post, key=_place)  # in order already: no sorting anew
        return msgspec.structs.replace(plan, posts={**plan.posts, **rows})


def announced_days(posts: Sequence[Post], scope: Scope) -> list[dt.date]:
    """The days of the events that posts announce where they stand; `scope` has to reach there for them to be told."""
    section, told = scope.pack.events, {(post.event_id, post.date) for post in posts if post.event_id and post.date}
    if section is None or not told:
        return []
    days = {event.id: event.date for event in scope.plan.facts.events}
    reached = [(days[event], day) for event, day in told if event in days]
    return [event for event, day in reached if earlier(event, section.days) <= day <= event]


def _place(post: Post) -> tuple[dt.date, bool, dt.time, str]:
    return post.date or dt.date.max, post.time is None, post.time or dt.time.min, post.id


def _is_of_the_drop(finding: Finding, moved: Sequence[Post]) -> bool:
    """Whether it goes by where posts stand: about a page, or about the day of a post in hand."""
    if finding.post_id is None:
        return True
    return finding.rule == OF_THE_PLACE and any(post.id == finding.post_id for post in moved)


def _is_worse(before: Finding | None, after: Finding) -> bool:
    if before is None:
        return True
    return after.rule in GROWS_WORSE and _share(after) > _share(before)


def _share(finding: Finding) -> float:
    count: int = finding.args["count"]
    among: int = finding.args.get("all", 1)
    return count / among


def _key(finding: Finding) -> tuple[object, ...]:
    return (
        finding.rule,
        finding.page_id,
        finding.week,
        finding.post_id,
        finding.args.get("topic"),
        finding.args.get("event"),
    )


def _level(findings: Sequence[Finding], reopens: bool) -> Level:
    if any(f.severity is Severity.REQUIRED for f in findings):
        return Level.BREAKS
    return Level.ADVICE if findings or reopens else Level.FINE
