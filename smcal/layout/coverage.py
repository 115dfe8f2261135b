"""What the coverage view shows, as plain values: topics by weeks, months or the quarter, gaps, shares, directions."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from smcal.model import COUNTED_STATES, DayNote, Page, Period, Plan, Post
from smcal.regulation import Pack, Topic
from smcal.regulation.checks.partners import is_partners
from smcal.regulation.checks.topics import TopicReason, topic_reason


class Columns(StrEnum):
    """How time is cut."""

    WEEKS = "weeks"
    MONTHS = "months"
    WHOLE = "whole"  # the stretch in which each topic is due once


class Owing(msgspec.Struct, frozen=True):
    """How one page stands with one topic in the whole stretch, and why it is due or not."""

    page_id: str
    reason: TopicReason
    covered: bool
    until: dt.date | None = None  # the day of the last change that it tells of: behind it a post is of no use

    @property
    def gap(self) -> bool:
        """Whether a post is owed."""
        return self.reason.due and not self.covered


class TopicRow(msgspec.Struct, frozen=True):
    """One topic: the posts on it in each column, and how each page stands."""

    topic: Topic
    cells: tuple[tuple[Post, ...], ...]
    pages: tuple[Owing, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """The pages that owe a post."""
        return tuple(owing.page_id for owing in self.pages if owing.gap)

    def is_owed_in(self, days: Period) -> bool:
        """Whether a post on one of these days would be of use to a page that owes it."""
        return any(owing.gap and (owing.until is None or days.first <= owing.until) for owing in self.pages)

    @property
    def due(self) -> bool:
        """Whether any page has to cover it."""
        return any(owing.reason.due for owing in self.pages)


class Share(msgspec.Struct, frozen=True):
    """Partners' posts among all of a stretch."""

    stretch: Period
    theirs: int
    all: int
    too_many: bool


class Mix(msgspec.Struct, frozen=True):
    """How many posts belong to a direction; None: to none."""

    direction: str | None
    count: int


class CoverageBoard(msgspec.Struct, frozen=True):
    """Topics of some pages over a stretch, with what stands beside."""

    stretch: Period
    columns: tuple[Period, ...]  # cut to the stretch
    rows: tuple[TopicRow, ...]
    untold: tuple[tuple[Post, ...], ...]  # posts without a topic, by column
    shares: tuple[Share, ...]
    mix: tuple[Mix, ...]

    def posts_in(self, row: int, column: int) -> tuple[Post, ...]:
        """What stands in a cell; the row behind the last topic is that of posts without a topic."""
        return self.untold[column] if row == len(self.rows) else self.rows[row].cells[column]

    @property
    def gaps(self) -> int:
        """Posts that are owed in all."""
        return sum(len(row.gaps) for row in self.rows)

    @property
    def due(self) -> int:
        """Topics that are due, counted for each page."""
        return sum(owing.reason.due for row in self.rows for owing in row.pages)


def coverage_board(plan: Plan, pack: Pack, pages: Sequence[Page], stretch: Period, columns: Columns) -> CoverageBoard:
    """How these pages cover the topics of a pack in a stretch: a quarter, or a month where the pack counts by months.

    The plan must hold the stretch, and for the shares the months (or quarters) that it touches, whole.
    """
    posts = sorted((post for page in pages for post in _counted(plan.posts.get(page.id, ()))), key=_when)
    within = [post for post in posts if post.date is not None and post.date in stretch]
    cut = tuple(_columns(stretch, columns))
    return CoverageBoard(
        stretch=stretch,
        columns=cut,
        rows=tuple(_row(topic, within, plan, pages, stretch, cut) for topic in pack.topics),
        untold=tuple(_in(column, [post for post in within if post.topic is None]) for column in cut),
        shares=tuple(_shares(posts, pack, stretch)),
        mix=_mix(within, pack),
    )


def _columns(stretch: Period, columns: Columns) -> Iterable[Period]:
    match columns:
        case Columns.WEEKS:
            parts = list(stretch.weeks())
        case Columns.MONTHS:
            parts = list(stretch.months())
        case Columns.WHOLE:
            parts = [stretch]
    return (Period(max(part.first, stretch.first), min(part.last, stretch.last)) for part in parts)


def _row(
    topic: Topic, posts: list[Post], plan: Plan, pages: Sequence[Page], stretch: Period, columns: Sequence[Period]
) -> TopicRow:
    on_it = [post for post in posts if post.topic == topic.id]
    covering = {post.page_id for post in on_it}
    owing = tuple(_owing(topic, page, plan.facts.events, stretch, page.id in covering) for page in pages)
    return TopicRow(topic, tuple(_in(column, on_it) for column in columns), owing)


def _owing(topic: Topic, page: Page, events: Sequence[DayNote], stretch: Period, covered: bool) -> Owing:
    reason = topic_reason(topic, page, events, stretch)
    asking = [note.date for note in events if topic_reason(topic, page, [note], stretch).note] if reason.note else []
    return Owing(page.id, reason, covered, max(asking, default=None))


def _shares(posts: list[Post], pack: Pack, stretch: Period) -> Iterable[Share]:
    partners = pack.partners
    if partners is None:
        return
    for part in stretch.months() if partners.period == "month" else stretch.quarters():
        there = _in(part, posts)
        theirs = sum(is_partners(post, pack) for post in there)
        yield Share(part, theirs, len(there), theirs > partners.share * len(there))


def _mix(posts: list[Post], pack: Pack) -> tuple[Mix, ...]:
    """Directions in the order of the pack, empty ones too; then others, then none."""
    usual: dict[int | None, str | None] = {topic.id: topic.direction for topic in pack.topics}
    counts = Counter(post.direction or usual.get(post.topic) for post in posts)
    listed: list[str | None] = [direction.id for direction in pack.directions]
    others = sorted(name for name in counts if name is not None and name not in listed)
    return tuple(Mix(name, counts[name]) for name in [*listed, *others, *([None] if counts[None] else [])])


def _counted(row: Iterable[Post]) -> list[Post]:
    return [post for post in row if post.state in COUNTED_STATES and post.binned is None]


def _when(post: Post) -> tuple[dt.date, dt.time]:
    return post.date or dt.date.max, post.time or dt.time.max


def _in(stretch: Period, posts: Iterable[Post]) -> tuple[Post, ...]:
    return tuple(post for post in posts if post.date is not None and post.date in stretch)
