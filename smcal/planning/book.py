"""The plan in memory: whole quarters of posts, kept in step with change sets, so that no view waits for the disk."""

import datetime as dt
from bisect import bisect_left, insort
from typing import Any

from smcal.model import Attachment, Facts, Page, Period, Post
from smcal.model.period import quarter_of
from smcal.model.plan import Plan
from smcal.store.changes import Area, Change, ChangeSet
from smcal.store.workspace import Workspace

Quarter = dict[str, list[Post]]
_DAY = dt.timedelta(1)

JOINED_AT_MOST = 4
"""Spans of several quarters that are kept put together."""


class PlanBook:
    """Posts by quarter and page. A quarter is read when first asked for; edits are taken in, never read again."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._quarters: dict[dt.date, Quarter] = {}
        self._attachments: dict[str, tuple[Attachment, ...]] = {}
        self._pages: tuple[Page, ...] | None = None
        self._facts: Facts | None = None
        self._joined: dict[tuple[dt.date, ...], Quarter] = {}  # what several quarters hold, by their first days
        self._busy: dict[dt.date, frozenset[dt.date]] = {}

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages in use, in their order."""
        if self._pages is None:
            with self._workspace.read() as reader:
                self._pages = tuple(reader.pages())
        return self._pages

    @property
    def facts(self) -> Facts:
        """What is recorded beside the posts."""
        if self._facts is None:
            with self._workspace.read() as reader:
                self._facts = reader.facts()
        return self._facts

    def plan(self, period: Period) -> Plan:
        """Every page's posts in a period (widened to whole quarters)."""
        quarters = {quarter.first: self._quarter(quarter) for quarter in period.quarters()}
        posts = next(iter(quarters.values())) if len(quarters) == 1 else self._join(tuple(quarters))
        return Plan(pages=self.pages, posts=posts, attachments=self._attachments, facts=self.facts)

    def posts(self, period: Period) -> list[Post]:
        """The posts of a period, page by page, each by date."""
        rows = self.plan(period).posts.values()
        return [p for row in rows for p in row[_before(row, period.first) : _before(row, period.last + _DAY)]]

    def busy_days(self, period: Period) -> list[dt.date]:
        """The days of a period that have posts, in order."""
        found = frozenset[dt.date]().union(*(self._busy_in(quarter) for quarter in period.quarters()))
        return sorted(day for day in found if day in period)

    def load(self, period: Period) -> None:
        """Read the quarters of a period ahead of need."""
        for quarter in period.quarters():
            self._quarter(quarter)

    def page_of(self, post_id: str) -> str | None:
        """The page that a post is planned for."""
        with self._workspace.read() as reader:
            post = reader.post(post_id)
        return post.page_id if post else None

    def take(self, changes: ChangeSet) -> None:
        """Follow a committed change set."""
        if changes.ids(Area.PAGES):
            self._pages = None
        from smcal.planning.record import facts_after  # after the first paint

        if self._facts is not None:
            self._facts = facts_after(self._facts, changes)
        for change in changes.changes:
            if change.area is Area.POSTS:
                self._take_post(change.before, change.after)
                if moves_days(change):
                    self._busy.clear()
                self._join_again({post.page_id for post in (change.before, change.after) if isinstance(post, Post)})
            elif change.area is Area.ATTACHMENTS:
                self._take_attachment(change.before, change.after)

    def _quarter(self, quarter: Period) -> Quarter:
        if quarter.first not in self._quarters:
            with self._workspace.read() as reader:
                plan = reader.plan(quarter)
            self._quarters[quarter.first] = plan.posts
            self._attachments.update(plan.attachments)
        return self._quarters[quarter.first]

    def _join(self, firsts: tuple[dt.date, ...]) -> Quarter:
        """Several quarters as one, kept, for a year of posts takes longer to put together than to check a page of."""
        if firsts not in self._joined:
            if len(self._joined) == JOINED_AT_MOST:
                self._joined.clear()
            self._joined[firsts] = _joined([self._quarters[first] for first in firsts])
        return self._joined[firsts]

    def _join_again(self, page_ids: set[str | None]) -> None:
        for firsts, joined in self._joined.items():
            for page_id in page_ids:
                if page_id is not None:
                    joined[page_id] = [post for first in firsts for post in self._quarters[first].get(page_id, ())]

    def _busy_in(self, quarter: Period) -> frozenset[dt.date]:
        if quarter.first not in self._busy:
            rows = self._quarter(quarter).values()
            self._busy[quarter.first] = frozenset(post.date for row in rows for post in row if post.date is not None)
        return self._busy[quarter.first]

    def _take_post(self, before: Any, after: Any) -> None:
        for quarter, page_id, post in _rows(self._quarters, before):
            quarter[page_id] = [other for other in quarter.get(page_id, ()) if other.id != post.id]
        for quarter, page_id, post in _rows(self._quarters, after):
            row = quarter[page_id] = [*quarter.get(page_id, ())]  # another list: checks keep what they know of a row
            insort(row, post, key=_order)

    def _take_attachment(self, before: Any, after: Any) -> None:
        changed: Attachment = after or before
        kept = [a for a in self._attachments.get(changed.post_id, ()) if a.id != changed.id]
        if after is not None:
            insort(kept, after, key=lambda a: (a.position, a.id))
        self._attachments[changed.post_id] = tuple(kept)


def _before(row: list[Post], day: dt.date) -> int:
    """How many posts of a row come before a day."""
    return bisect_left(row, day, key=lambda post: post.date or dt.date.max)


def _rows(quarters: dict[dt.date, Quarter], post: Post | None) -> list[tuple[Quarter, str, Post]]:
    """Where a post stands: nowhere in the tray, in the bin or in a quarter not read yet."""
    if post is None or post.date is None or post.page_id is None or post.binned is not None:
        return []
    quarter = quarters.get(quarter_of(post.date).first)
    return [] if quarter is None else [(quarter, post.page_id, post)]


def _order(post: Post) -> tuple[dt.date, bool, dt.time, str]:
    return (post.date or dt.date.max, post.time is None, post.time or dt.time.min, post.id)


def _joined(quarters: list[Quarter]) -> Quarter:
    pages = dict.fromkeys(page for quarter in quarters for page in quarter)
    return {page: [post for quarter in quarters for post in quarter.get(page, ())] for page in pages}


def moves_days(change: Change) -> bool:
    """Whether posts stand on other days after a change."""
    return change.area is Area.POSTS and _planned_day(change.before) != _planned_day(change.after)


def _planned_day(value: object) -> dt.date | None:
    return value.date if isinstance(value, Post) and value.binned is None else None
