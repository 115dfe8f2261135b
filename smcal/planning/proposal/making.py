"""Makes a proposal: first what the page owes, then what waits, and at last what no proposal can mend."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil

import msgspec

from smcal.model import Artwork, Page, Period, Post, State, new_id
from smcal.planning.proposal.ledger import Ledger
from smcal.planning.proposal.values import Cause, Item, Lack, Proposal, Unmet
from smcal.regulation import Finding, Scope, check_pages
from smcal.regulation.checks.partners import is_partners

HELD = ("frequency.min", "frequency.max", "submission.window", "topics.coverage", "partners.share")
"""Rules that a proposal looks after."""


def propose(scope: Scope, page: Page, tray: Iterable[Post] = ()) -> Proposal:
    """What to publish on a page in the scope's period: posts of the tray that fit it, and new ones to be written.

    Everything proposed is in time when handed in now. Nothing that is planned already is moved. `unmet` is what the
    checks would still say afterwards.
    """
    return _Making(scope, page, [post for post in tray if _waits_for(post, page)]).proposal()


def propose_all(scope: Scope, pages: Sequence[Page], tray: Iterable[Post] = ()) -> list[Proposal]:
    """One proposal a page, in their order; a post of the tray that has no page goes to the first that needs it."""
    waiting = list(tray)
    proposals = []
    for page in pages:
        proposal = propose(scope, page, waiting)
        proposals.append(proposal)
        used = {item.post.id for item in proposal.items}
        waiting = [post for post in waiting if post.id not in used]
    return proposals


def remaining(scope: Scope, page: Page, proposal: Proposal, chosen: Iterable[Item]) -> tuple[Unmet, ...]:
    """What the checks would still say when only some of a proposal is accepted, on other days perhaps, and why."""
    lacks = {unmet.finding.key: unmet.lack for unmet in proposal.unmet}
    found = _held(_after(scope, page, chosen), page)
    return tuple(Unmet(finding=finding, lack=lacks.get(finding.key, Lack.LEFT_OUT)) for finding in found)


class _Making:
    def __init__(self, scope: Scope, page: Page, tray: list[Post]) -> None:
        self._scope, self._page = scope, page
        self._ledger = Ledger(scope, page)
        self._tray = sorted(tray, key=_readiest)
        self._items: list[Item] = []

    def proposal(self) -> Proposal:
        self._cover_topics()
        self._fill_weeks()
        self._balance_partners()
        self._empty_tray()
        items = tuple(sorted(self._items, key=lambda item: _place(item.post)))
        return Proposal(
            page_id=self._page.id,
            period=self._scope.period,
            items=items,
            unmet=tuple(self._unmet(items)),
            left=tuple(self._tray),
        )

    def _cover_topics(self) -> None:
        for finding in self._findings(()):
            if finding.rule == "topics.coverage":
                stretch = Period(finding.args["first"], finding.args["last"])
                topic: int = finding.args["topic"]
                self._place(stretch, Cause.TOPIC, topic, [p for p in self._tray if p.topic == topic])

    def _fill_weeks(self) -> None:
        for monday in self._ledger.weeks:
            week = Period(monday, monday + dt.timedelta(6))
            while self._ledger.in_week(monday) < self._ledger.min:
                if not self._place(week, Cause.FREQUENCY, self._next_topic(week), self._tray):
                    break

    def _balance_partners(self) -> None:
        partners = self._scope.pack.partners
        if partners is None:
            return
        period = self._scope.period
        for stretch in period.months() if partners.period == "month" else period.quarters():
            there = self._ledger.within(stretch)
            theirs = sum(is_partners(post, self._scope.pack) for post in there)
            for _missing in range(max(0, ceil(theirs / partners.share) - len(there))):
                ours = [post for post in self._tray if not is_partners(post, self._scope.pack)]
                if not self._place(stretch, Cause.SHARE, self._next_topic(stretch), ours):
                    break

    def _empty_tray(self) -> None:
        usual = max(self._ledger.min, round(self._ledger.habits.rate), 1)
        for post in list(self._tray):
            day = self._ledger.best_day(self._scope.period, post, below=usual)
            if day is not None:
                self._take(post, day, Cause.TRAY)

    def _place(self, stretch: Period, cause: Cause, topic: int | None, waiting: Iterable[Post]) -> bool:
        """Put one post into a stretch: the first of those waiting that may stand there, else a new one."""
        for post in waiting:
            day = self._ledger.best_day(stretch, post)
            if day is not None:
                self._take(post, day, cause)
                return True
        day = self._ledger.best_day(stretch)
        if day is None:
            return False
        self._write(topic, day, cause)
        return True

    def _take(self, post: Post, day: dt.date, cause: Cause) -> None:
        self._tray.remove(post)
        self._add(post, day, cause, new=False)

    def _write(self, topic: int | None, day: dt.date, cause: Cause) -> None:
        known = self._scope.pack.topic(topic)
        title = known.title.within(self._scope.pack.language) if known else ""
        direction = known.direction if known else None
        post = Post(id=new_id(), title=title, topic=topic, direction=direction)
        self._add(post, day, cause, new=True)

    def _add(self, post: Post, day: dt.date, cause: Cause, *, new: bool) -> None:
        state = State.DRAFT if post.state is State.IDEA else post.state
        time = post.time or self._ledger.time_on(day)
        placed = msgspec.structs.replace(post, page_id=self._page.id, date=day, time=time, state=state)
        self._ledger.put(placed)
        self._items.append(Item(post=placed, new=new, cause=cause))

    def _next_topic(self, stretch: Period) -> int | None:
        """The topic that the page has had least of."""
        always = [topic.id for topic in self._scope.pack.topics if topic.applies == "always"]
        had = Counter(post.topic for post in self._ledger.posts)
        return min(always, key=lambda topic: (had[topic], topic), default=None)

    # what stays

    def _findings(self, items: Iterable[Item]) -> list[Finding]:
        return _held(_after(self._scope, self._page, items), self._page)

    def _unmet(self, items: Sequence[Item]) -> Iterable[Unmet]:
        return (Unmet(finding=finding, lack=self._lack(finding)) for finding in self._findings(items))

    def _lack(self, finding: Finding) -> Lack:
        if finding.post_id is not None or finding.rule == "frequency.max":
            return Lack.PLANNED_SO
        stretch = Period(finding.args["first"], finding.args["last"])
        if any(day in stretch for day in self._ledger.days):
            return Lack.NO_ROOM
        beyond = stretch.last > self._scope.period.last and stretch.last > self._scope.now.date()
        return Lack.OUTSIDE if beyond else Lack.NO_DAY_IN_TIME


def _held(scope: Scope, page: Page) -> list[Finding]:
    return [finding for finding in check_pages(scope, [page.id]) if finding.rule in HELD]


def _after(scope: Scope, page: Page, items: Iterable[Item]) -> Scope:
    """The same question about the plan with these posts in it."""
    row = sorted([*scope.plan.posts.get(page.id, ()), *(item.post for item in items)], key=_place)
    plan = msgspec.structs.replace(scope.plan, posts={**scope.plan.posts, page.id: row})
    return msgspec.structs.replace(scope, plan=plan)


def _waits_for(post: Post, page: Page) -> bool:
    return post.page_id in (None, page.id) and post.state in (State.IDEA, State.DRAFT) and post.binned is None


def _readiest(post: Post) -> tuple[bool, bool, bool, str]:
    """Those of this page first, then those that could go out as they are, then the oldest."""
    return post.page_id is None, not post.text.strip(), post.artwork is Artwork.ORDERED, post.id


def _place(post: Post) -> tuple[dt.date, bool, dt.time, str]:
    return post.date or dt.date.max, post.time is None, post.time or dt.time.min, post.id
