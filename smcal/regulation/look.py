"""One page as the checks look at it, and what all pages of one run share."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from smcal.model import COUNTED_STATES, Attachment, DayNote, NoteKind, Page, Period, Post, State
from smcal.model.period import week_name
from smcal.regulation.judged import post_mark
from smcal.regulation.pack import Point
from smcal.regulation.scope import Scope, context
from smcal.worktime.zone import to_local

T = TypeVar("T")

_date = attrgetter("date")
_NOBODY: list[Post] = []
_PUBLISHED, _REMOVED = State.PUBLISHED, State.REMOVED  # named once: a year asks for them by the ten thousand
_OPEN = frozenset({State.DRAFT, State.CHANGES_REQUESTED})


class Week(NamedTuple):
    """An ISO week, whole."""

    first: dt.date
    last: dt.date
    name: str


class Waiting:
    """A week with posts that are still to be handed in: whether some never were, and the marks of all of them."""

    __slots__ = ("_look", "_marks", "_posts", "fresh", "week")

    def __init__(self, look: "Look", week: Week, posts: list[Post]) -> None:
        self._look, self._posts = look, posts
        self._marks: tuple[str, ...] = ()
        self.week, self.fresh = week, any(post.first_submitted is None for post in posts)

    @property
    def marks(self) -> tuple[str, ...]:
        """Of each post as it stands; worked out when first asked for, for it costs more than all the rest."""
        if not self._marks:
            self._marks = tuple([post_mark(post, self._look.attachments(post)) for post in self._posts])
        return self._marks

    def seen(self, marks: tuple[str, ...]) -> bool:
        """Whether all of them are among the marks of what somebody saw."""
        return self.marks == marks or set(self.marks) <= set(marks)


@lru_cache(maxsize=64)
def weeks_of(period: Period) -> tuple[Week, ...]:
    """Every ISO week that a period touches."""
    return tuple(Week(week.first, week.last, week_name(week.first)) for week in period.weeks())


@lru_cache(maxsize=64)
def stretches_of(period: Period, kind: str) -> tuple[Period, ...]:
    """Every month or quarter that a period touches, whole."""
    return tuple(period.months() if kind == "month" else period.quarters())


def _is_open(post: Post) -> bool:
    return post.state in _OPEN or (post.first_submitted is None and post.state is not _PUBLISHED)


class Kept:
    """What one run of the checks leaves for the next: what a page says whichever of its weeks is asked about.

    It holds while the page, its row of posts, the notes and the pack are the very same objects; so whoever edits a row
    puts another list in its place.
    """

    MOST = 1000
    """Pages and stretches of days that are kept."""

    def __init__(self) -> None:
        self._pages: dict[tuple[str, Period], tuple[tuple[object, ...], dict[Hashable, Any]]] = {}

    def of(self, page: Page, row: list[Post], ground: "Ground") -> dict[Hashable, Any]:
        """What is known of a page."""
        key = (page.id, ground.around)
        source = (page, row, ground.scope.plan.facts.events, ground.scope.pack)
        known = self._pages.get(key)
        if known is None or any(one is not other for one, other in zip(known[0], source, strict=True)):
            if len(self._pages) == self.MOST:
                self._pages.clear()
            known = self._pages[key] = (source, {})
        return known[1]


class Ground:
    """What the checks of one run share: the scope, and deadlines worked out once."""

    __slots__ = ("_horizons", "around", "horizon", "kept", "points", "scope", "today", "usual")

    def __init__(self, scope: Scope, kept: Kept | None = None) -> None:
        self.kept = kept
        self.scope = scope
        self.around = context(scope.period, scope.pack)
        self.today = scope.now.date()
        self.horizon = scope.worktime.horizon(scope.now) if scope.pack.submission else self.today
        self.usual: dict[int | None, str | None] = {t.id: t.direction for t in scope.pack.topics}
        self.points: dict[str, list[Point]] = {}
        for point in scope.pack.checklist:
            self.points.setdefault(point.rule, []).append(point)
        self._horizons: dict[dt.datetime, dt.date] = {}

    def horizon_at(self, instant: dt.datetime) -> dt.date:
        """The first publication date that a plan handed in at an instant (UTC) was in time for."""
        found = self._horizons.get(instant)
        if found is None:
            found = self._horizons[instant] = self.scope.worktime.horizon(self.local(instant))
        return found

    def local(self, instant: dt.datetime) -> dt.datetime:
        """An instant as the wall clock of the workspace shows it."""
        return to_local(instant, self.scope.zone)


class Look:
    """One page: its counted posts, in order, those of the period and those around it.

    `weeks` are the ISO weeks that the period touches, with the number of their counted posts. `gone_by` are posts of
    the period whose day has passed without their being handed in or published; `live` are the others, the ones worth
    saying something about, and `unpublished` those of them that are still to come out.
    """

    def __init__(self, page: Page, ground: Ground) -> None:
        scope = ground.scope
        self.page, self.ground, self.pack, self.period = page, ground, scope.pack, scope.period
        self._row = scope.plan.posts.get(page.id, _NOBODY)
        self._known = ground.kept.of(page, self._row, ground) if ground.kept else {}
        self._around, self._dates = self.once("around", self._counted)
        self.posts = self.between(self.period.first, self.period.last)
        self.weeks = self._count_weeks()
        self.gone_by = self._gone_by()
        self.live = self._without(self.gone_by)
        self.unpublished = [p for p in self.live if p.state is not _PUBLISHED]

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What depends on the page, its posts, notes and pack alone, and neither on the day nor on the period."""
        found: T | None = self._known.get(key)
        if found is None:
            found = self._known[key] = make()
        return found

    def _counted(self) -> tuple[list[Post], list[dt.date]]:
        row, around = self._row, self.ground.around
        start = bisect_left(row, around.first, key=_date)
        end = bisect_right(row, around.last, lo=start, key=_date)
        counted = [p for p in row[start:end] if p.state in COUNTED_STATES and p.binned is None]
        return counted, list(map(_date, counted))

    def between(self, first: dt.date, last: dt.date) -> list[Post]:
        """The counted posts of these days, both included."""
        return self._around[bisect_left(self._dates, first) : bisect_right(self._dates, last)]

    @property
    def removed(self) -> list[Post]:
        """The posts of the period that were taken down after they had come out."""
        first, last = self.period.first, self.period.last
        start = bisect_left(self._row, first, key=_date)
        of_period = self._row[start : bisect_right(self._row, last, lo=start, key=_date)]
        return [p for p in of_period if p.state is _REMOVED and p.binned is None]

    @cached_property
    def waiting(self) -> list[Waiting]:
        """The ISO weeks that the period touches, whole, with posts still to be handed in, be it again."""
        today, weeks = self.ground.today, weeks_of(self.period)
        ahead = [week for week in weeks if week.last >= today]
        row = [(week, [p for p in self.between(max(week.first, today), week.last) if _is_open(p)]) for week in ahead]
        return [Waiting(self, week, posts) for week, posts in row if posts]

    def notes(self, kind: NoteKind, first: dt.date, last: dt.date) -> list[DayNote]:
        """What is noted of a kind on these days, both included, for the page's branch or the whole library."""
        branch, notes = self.page.branch_id, self.ground.scope.plan.facts.events
        start = bisect_left(notes, first, key=_date)
        of_days = notes[start : bisect_right(notes, last, lo=start, key=_date)]
        return [note for note in of_days if note.kind is kind and (note.branch_id is None or note.branch_id == branch)]

    def attachments(self, post: Post) -> tuple[Attachment, ...]:
        """The files of a post, by position."""
        return self.ground.scope.plan.attachments.get(post.id, ())

    def _count_weeks(self) -> list[tuple[Week, int]]:
        dates = self._dates
        starts = [(week, bisect_left(dates, week.first)) for week in weeks_of(self.period)]
        return [(week, bisect_right(dates, week.last, lo=start) - start) for week, start in starts]

    def _gone_by(self) -> list[Post]:
        past = self.posts[: bisect_left(self.posts, self.ground.today, key=_date)]
        return [p for p in past if p.first_submitted is None and p.state is not _PUBLISHED]

    def _without(self, gone_by: list[Post]) -> list[Post]:
        if not gone_by:
            return self.posts
        gone = {post.id for post in gone_by}
        return [p for p in self.posts if p.id not in gone]
