"""Builds the board of a week from a plan: which card stands in which cell, and what heads and gauges say."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from smcal.layout.board import Badge, Card, Coverage, DayColumn, Gauge, Level, PageRow, WeekBoard
from smcal.model import COUNTED_STATES, DayNote, NoteKind, Page, Period, Plan, Post
from smcal.model.period import month_of, quarter_of
from smcal.regulation import Finding, Pack, Severity, Topic
from smcal.words import _
from smcal.worktime import Day, DayKind

NO_BADGES: Mapping[str, tuple[Badge, ...]] = {}


class _Covering(NamedTuple):
    """What coverage is counted by in one week: the topics, their stretch of time, and what changed in it."""

    always: frozenset[int]
    others: tuple[Topic, ...]  # asked for by the collection of a page, or by what changed
    stretch: Period
    changes: list[DayNote]


def week_board(
    plan: Plan,
    pack: Pack,
    week: Period,
    day: Callable[[dt.date], Day],
    *,
    today: dt.date,
    horizon: dt.date | None,
    badges: Mapping[str, tuple[Badge, ...]] = NO_BADGES,
    notes: Iterable[DayNote] = (),
    branches: Mapping[str, str] | None = None,
    language: str = "ru",
) -> WeekBoard:
    """The board of `week` (Monday to Sunday). `plan` holds at least that week; for coverage the whole quarter.

    `badges` are what findings say about posts (see `finding_badges`), by post id; `branches` names by branch id.
    """
    topics = {topic.id: topic.short.within(language) for topic in pack.topics}
    by_day: dict[dt.date, tuple[str, ...]] = {}
    for note in notes:
        by_day[note.date] = (*by_day.get(note.date, ()), note.text)
    names, covering = branches or {}, _covering(plan, pack, week)
    return WeekBoard(
        week=week,
        days=tuple(
            _column(day(date), today, horizon, by_day.get(date, ()), told=pack.submission is not None)
            for date in week.days()
        ),
        rows=tuple(
            _row(page, names.get(page.branch_id, ""), plan.posts.get(page.id, ()), pack, week, topics, badges, covering)
            for page in plan.pages
        ),
        horizon=horizon,
    )


def make_card(post: Post, topics: Mapping[int, str], badges: tuple[Badge, ...] = ()) -> Card:
    """A post as a card, with what the post says of itself before what findings say."""
    own = _own_badges(post)
    return Card(
        post.id,
        post.page_id,
        post.date,
        post.time,
        _title(post),
        post.topic,
        topics.get(post.topic, "") if post.topic is not None else "",
        post.state,
        own + badges if own else badges,
    )


def finding_badges(findings: Iterable[Finding], say: Callable[[Finding], str]) -> dict[str, tuple[Badge, ...]]:
    """What findings say about single posts, by post id, in their order; what somebody has overridden is settled."""
    found: dict[str, tuple[Badge, ...]] = {}
    for finding in findings:
        if finding.post_id is not None and finding.override is None and finding.severity is not Severity.OFF:
            level = Level.BAD if finding.severity is Severity.REQUIRED else Level.WARN
            badge, before = Badge(say(finding), level), found.get(finding.post_id, ())
            if badge not in before:  # two pictures without an author are said once
                found[finding.post_id] = (*before, badge)
    return found


def _column(day: Day, today: dt.date, horizon: dt.date | None, notes: tuple[str, ...], *, told: bool) -> DayColumn:
    """A day; `told` says whether anybody's hours matter: they are those in which plans are taken."""
    return DayColumn(
        date=day.date,
        closed=day.kind is DayKind.OFF,
        shortened=day.kind is DayKind.SHORTENED,
        opens=day.opens if told else None,
        closes=day.closes if told else None,
        name=day.name,
        provisional=day.provisional,
        past=day.date < today,
        today=day.date == today,
        urgent_only=horizon is not None and today <= day.date < horizon,
        notes=notes,
    )


def _row(
    page: Page,
    branch: str,
    posts: Sequence[Post],
    pack: Pack,
    week: Period,
    topics: Mapping[int, str],
    badges: Mapping[str, tuple[Badge, ...]],
    covering: _Covering | None,
) -> PageRow:
    cells: list[list[Post]] = [[] for _day in range(7)]
    start = bisect_left(posts, week.first, key=_date)
    stop = bisect_left(posts, week.last + dt.timedelta(1), start, key=_date)
    for post in posts[start:stop]:
        cells[(_date(post) - week.first).days].append(post)
    maximum = pack.frequency.max if pack.frequency else None
    count, shown = 0, []
    for cell in cells:
        cell.sort(key=_order)
        cards = []
        for post in cell:
            found = badges.get(post.id, ())
            if found and _is_only_begun(post):
                found = ()
            if post.state in COUNTED_STATES:
                count += 1
                if maximum is not None and count > maximum:
                    found = (*found, Badge(_("post no. {n} this week").format(n=count), Level.BAD))
            cards.append(make_card(post, topics, found))
        shown.append(tuple(cards))
    return PageRow(page, branch, _gauge(count, pack), _coverage(page, posts, covering), tuple(shown))


def _is_only_begun(post: Post) -> bool:
    """Whether nothing was written yet: what is lacking goes without saying."""
    return not (post.title or post.text or post.first_submitted)


def _date(post: Post) -> dt.date:
    assert post.date is not None  # a plan holds dated posts
    return post.date


def _order(post: Post) -> tuple[bool, dt.time, str]:
    return (post.time is None, post.time or dt.time.min, post.id)


def _gauge(count: int, pack: Pack) -> Gauge:
    if pack.frequency is None:
        return Gauge(count, None, None, Level.PLAIN)
    low, high = pack.frequency.min, pack.frequency.max
    level = Level.WARN if count < low else Level.BAD if count > high else Level.OK
    return Gauge(count, low, high, level)


def _covering(plan: Plan, pack: Pack, week: Period) -> _Covering | None:
    """Looks at the period of coverage that holds the week's Thursday, as ISO counts weeks."""
    if pack.coverage is None:
        return None
    thursday = week.first + dt.timedelta(3)
    stretch = quarter_of(thursday) if pack.coverage.period == "quarter" else month_of(thursday)
    events = plan.facts.events
    start = bisect_left(events, stretch.first, key=_noted)
    within = events[start : bisect_right(events, stretch.last, start, key=_noted)]
    return _Covering(
        frozenset(topic.id for topic in pack.topics if topic.applies == "always"),
        tuple(topic for topic in pack.topics if topic.applies != "always"),
        stretch,
        [note for note in within if note.kind is NoteKind.SERVICE_CHANGE],
    )


def _coverage(page: Page, posts: Sequence[Post], by: _Covering | None) -> Coverage:
    """The topics that the checks ask this page for, and those of them that it has."""
    if by is None:
        return Coverage(0, 0)
    from smcal.regulation.checks.topics import topic_reason  # brings all checks: after the first paint

    wanted = by.always.union(t.id for t in by.others if topic_reason(t, page, by.changes, by.stretch).due)
    start = bisect_left(posts, by.stretch.first, key=_date)
    stop = bisect_right(posts, by.stretch.last, start, key=_date)
    met = {post.topic for post in posts[start:stop] if post.state in COUNTED_STATES and post.binned is None}
    return Coverage(len(wanted & met), len(wanted))


def _noted(note: DayNote) -> dt.date:
    return note.date


def _title(post: Post) -> str:
    """On one line; a post without a title goes by how its text begins."""
    return (post.title or post.text.lstrip().partition("\n")[0]).replace("\n", " ") or _("untitled")


def _own_badges(post: Post) -> tuple[Badge, ...]:
    found: tuple[Badge, ...] = ()
    if post.urgent:
        found += (Badge(_("urgent")),)
    if post.partner:
        found += (Badge(_("partner")),)
    return found
