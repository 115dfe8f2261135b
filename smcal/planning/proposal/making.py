"""Makes a proposal: first what the page owes, then what waits, and at last what no proposal can mend."""

import datetime as dt
from collections.abc import Iterable, Sequence
from math import ceil

import msgspec

from smcal.model import Artwork, Page, Period, Post, State, new_id
from smcal.planning.proposal.afterwards import after, held, narrowed, place_of
from smcal.planning.proposal.ledger import Ledger, is_on
from smcal.planning.proposal.subjects import Subjects
from smcal.planning.proposal.values import Cause, Item, Lack, Proposal, Unmet
from smcal.regulation import Finding, Scope
from smcal.regulation.checks.partners import is_partners
from smcal.words import words


def propose(scope: Scope, page: Page, tray: Iterable[Post] = ()) -> Proposal:
    """What to publish on a page in the scope's period: posts of the tray that fit it, and new ones to be written.

    Everything proposed is in time when handed in now. Nothing that is planned already is moved. `unmet` is what the
    checks would still say afterwards.
    """
    return _Making(narrowed(scope), page, [post for post in tray if _waits_for(post, page)]).proposal()


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


class _Making:
    def __init__(self, scope: Scope, page: Page, tray: list[Post]) -> None:
        self._scope, self._page = scope, page
        self._ledger = Ledger(scope, page)
        self._subjects = Subjects(scope.pack, self._ledger.posts)
        self._tray = sorted(tray, key=self._readiest)
        self._items: list[Item] = []

    def proposal(self) -> Proposal:
        self._announce_events()
        self._cover_topics()
        self._fill_weeks()
        self._balance_partners()
        self._empty_tray()
        items = tuple(sorted(self._items, key=lambda item: place_of(item.post)))
        return Proposal(
            page_id=self._page.id,
            period=self._scope.period,
            items=items,
            unmet=tuple(self._unmet(items)),
            left=tuple(self._tray),
        )

    def _announce_events(self) -> None:
        gettext, events = words(self._scope.pack.language).gettext, self._scope.pack.events
        for finding in self._findings(()):
            if finding.rule == "citywide.events":
                event: str = finding.args["event"]
                title = gettext("Announcement: {event}").format(event=finding.args["text"])
                new = Post(id=new_id(), title=title, event_id=event, direction=events.direction if events else None)
                self._place(_stretch(finding), Cause.EVENT, new, [p for p in self._tray if p.event_id == event])

    def _cover_topics(self) -> None:
        """What is due soonest first, what waits already before what has to be written; spread over the weeks left."""
        owed: dict[Period, list[int]] = {}
        for finding in self._findings(self._items):
            if finding.rule == "topics.coverage":
                owed.setdefault(self._useful(finding), []).append(finding.args["topic"])
        for stretch, topics in sorted(owed.items(), key=lambda pair: (pair[0].last, pair[0].first)):
            below = self._share_of(stretch, len(topics))
            there = {post.topic for post in self._tray}
            for topic in sorted(topics, key=lambda topic: topic not in there):
                waiting = [p for p in self._tray if p.topic == topic]
                known = self._scope.pack.topic(topic)
                assert known is not None
                self._place(stretch, Cause.TOPIC, self._subjects.on(known), waiting, below)

    def _fill_weeks(self) -> None:
        for monday in self._ledger.weeks:
            week = Period(monday, monday + dt.timedelta(6))
            while self._ledger.in_week(monday) < self._ledger.min:
                if not self._place(week, Cause.FREQUENCY, self._subjects.next(), self._tray):
                    break

    def _balance_partners(self) -> None:
        partners = self._scope.pack.partners
        if partners is None or not is_on(self._scope, "partners.share"):
            return
        period = self._scope.period
        for stretch in period.months() if partners.period == "month" else period.quarters():
            there = self._ledger.within(stretch)
            theirs = sum(is_partners(post, self._scope.pack) for post in there)
            missing = max(0, ceil(theirs / partners.share) - len(there))
            below = self._share_of(stretch, missing)
            for _missing in range(missing):
                ours = [post for post in self._tray if not is_partners(post, self._scope.pack)]
                if not self._place(stretch, Cause.SHARE, self._subjects.next(), ours, below):
                    break

    def _empty_tray(self) -> None:
        usual = self._usual()
        for post in list(self._tray):
            day = self._ledger.best_day(self._scope.period, post, below=usual)
            if day is not None:
                self._take(post, day, Cause.TRAY)

    def _share_of(self, stretch: Period, owed: int) -> int | None:
        """Posts in a week below which a stretch is filled; None where all that is owed has to stand in the period."""
        if not self._ledger.helps_elsewhere(Period(max(stretch.first, self._scope.period.first), stretch.last)):
            return None
        level = self._ledger.level(stretch, owed)
        return None if level is None else max(level, self._usual() + 1)  # whoever plans these days expects some of it

    def _usual(self) -> int:
        return max(self._ledger.min, round(self._ledger.habits.rate), 1)

    def _useful(self, finding: Finding) -> Period:
        """The days on which a post would mend a finding and still be of use."""
        return self._ledger.occasions.until(finding.args.get("topic"), _stretch(finding), self._ledger.first)

    def _place(
        self, stretch: Period, cause: Cause, new: Post, waiting: Iterable[Post], below: int | None = None
    ) -> bool:
        """Put one post into a stretch: the first of those waiting that may stand there, else a new one."""
        for post in waiting:
            day = self._ledger.best_day(stretch, post, below)
            if day is not None:
                self._take(post, day, cause)
                return True
        day = self._ledger.best_day(stretch, new, below)
        if day is None:
            return False
        self._add(new, day, cause, new=True)
        return True

    def _take(self, post: Post, day: dt.date, cause: Cause) -> None:
        self._tray.remove(post)
        self._add(post, day, cause, new=False)

    def _add(self, post: Post, day: dt.date, cause: Cause, *, new: bool) -> None:
        state = State.DRAFT if post.state is State.IDEA else post.state
        time = post.time or self._ledger.time_on(day)
        placed = msgspec.structs.replace(post, page_id=self._page.id, date=day, time=time, state=state)
        self._ledger.put(placed)
        self._items.append(Item(post=placed, new=new, cause=cause))

    def _readiest(self, post: Post) -> tuple[bool, bool, bool, bool, str]:
        """Those of this page first, then those that could go out as they are, then the oldest."""
        raw = post.page_id is None, not post.text.strip(), not self._subjects.is_settled(post)
        return *raw, post.artwork is Artwork.ORDERED, post.id

    # what stays

    def _findings(self, items: Iterable[Item]) -> list[Finding]:
        return held(after(self._scope, self._page, items), self._page)

    def _unmet(self, items: Sequence[Item]) -> Iterable[Unmet]:
        return (Unmet(finding=finding, lack=self._lack(finding)) for finding in self._findings(items))

    def _lack(self, finding: Finding) -> Lack:
        if finding.post_id is not None or finding.rule == "frequency.max":
            return Lack.PLANNED_SO
        stretch, ledger = self._useful(finding), self._ledger
        if stretch.last < ledger.first:
            bound = finding.rule == "citywide.events" or stretch != _stretch(finding)
            return Lack.URGENT if bound and stretch.last >= self._scope.now.date() else Lack.NO_DAY_IN_TIME
        if ledger.helps_elsewhere(stretch):
            return Lack.OUTSIDE
        return Lack.NO_ROOM


def _stretch(finding: Finding) -> Period:
    return Period(finding.args["first"], finding.args["last"])


def _waits_for(post: Post, page: Page) -> bool:
    return post.page_id in (None, page.id) and post.state in (State.IDEA, State.DRAFT) and post.binned is None
