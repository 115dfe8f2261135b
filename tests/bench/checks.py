"""A year of checks against reading the same rows through sqlite3 into values: python -m tests.bench.checks.

50 pages, 13,000 posts, one year. Reading and checking take turns in one run; the medians are compared. Then what one
page and one week cost, as the window asks at every move of the mouse.
"""

import datetime as dt
import gc
import random
import sqlite3
import statistics
import time
import timeit
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from zoneinfo import ZoneInfo

from smcal.model import (
    Artwork,
    Attachment,
    DayNote,
    Facts,
    Network,
    NoteKind,
    Page,
    Period,
    Person,
    Post,
    Role,
    State,
)
from smcal.model.period import week_of
from smcal.model.plan import Plan
from smcal.regulation import Pack, Scope, Severity, check_pages, check_plan, load_pack
from smcal.regulation.judged import post_mark
from smcal.worktime import Worktime, national_years

PAGES, POSTS, ROUNDS = 50, 13_000, 15
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
NOW = dt.datetime(2026, 7, 1, 12, 0)
COLUMNS = Post.__struct_fields__


def main() -> None:
    """Print figures and ratios."""
    random.seed(7)
    pages = tuple(make_page(n) for n in range(PAGES))
    posts = [make_post(n, random.choice(pages)) for n in range(POSTS)]
    table = fill(posts)
    attachments = {p.id: (make_attachment(p),) for p in posts if random.random() < 0.5}
    zone, pack = ZoneInfo("Europe/Moscow"), load_pack("spb-cbs")
    worktime = Worktime("RU", national_years("RU"))
    plan = Plan(
        pages=pages,
        posts=read(table),
        attachments=attachments,
        facts=make_facts(pages, pack, marks(posts, attachments)),
    )
    scope = Scope(plan=plan, pack=pack, worktime=worktime, period=YEAR, now=NOW, zone=zone)
    print(f"{len([r for r in pack.rules.values() if r.severity is not Severity.OFF])} rules on")
    print(f"{PAGES} pages, {POSTS} posts, {len(check_plan(scope))} findings")
    reading, checking = in_turn(partial(read, table), partial(check_plan, scope), ROUNDS)
    report("reading the posts through sqlite3", reading)
    report("checks of one year", checking)
    print(f"checks / reading: {checking / reading:.2f} (target: at most 1.0)")
    week = Scope(plan=plan, pack=pack, worktime=worktime, period=week_of(NOW.date()), now=NOW, zone=zone)
    print(f"one page, one week: {min(timeit.repeat(partial(check_pages, week, ['page-07']), number=100)) * 1e4:.0f} µs")


def make_page(number: int) -> Page:
    """A page in the register, now and then without its day of approval."""
    return Page(
        id=f"page-{number:02}",
        branch_id=f"branch-{number // 2}",
        network=Network.VK,
        title=f"Page {number}",
        link="https://vk.com/library",
        coordinator_id=f"person-{number}",
        owner_id=f"person-{number}",
        approval_day="Tuesday" if number % 5 else "",
        position=number,
    )


def marks(
    posts: list[Post], attachments: dict[str, tuple[Attachment, ...]]
) -> Mapping[tuple[str, dt.date], tuple[str, ...]]:
    """What somebody who confirms a point has before them, by page and Monday."""
    found: dict[tuple[str, dt.date], tuple[str, ...]] = defaultdict(tuple)
    for post in sorted(posts, key=lambda post: (post.date, post.time, post.id)):
        key = post.page_id, week_of(post.date).first
        found[key] = (*found[key], post_mark(post, attachments.get(post.id, ())))
    return found


def make_facts(pages: tuple[Page, ...], pack: Pack, seen: Mapping[tuple[str, dt.date], tuple[str, ...]]) -> Facts:
    """A coordinator a page, an event or a change of service a week, and half of the checklist confirmed."""
    kinds = (NoteKind.CITY_EVENT, NoteKind.SERVICE_CHANGE)
    return Facts(
        people={
            page.coordinator_id: Person(id=page.coordinator_id, name="Anna", role=Role.COORDINATOR, two_factor=True)
            for page in pages
            if page.coordinator_id
        },
        events=tuple(
            DayNote(id=f"note-{week.first}", date=week.first, text="Event", kind=random.choice(kinds))
            for week in YEAR.weeks()
        ),
        confirmed={
            (page.id, point.id, week.first): seen[page.id, week.first]
            for page in pages
            for point in pack.checklist
            for week in YEAR.weeks()
            if random.random() < 0.5
        },
    )


def make_post(number: int, page: Page) -> Post:
    """A post as a year brings them: most in order, a tenth late, some faulty."""
    chance = random.random
    date = YEAR.first + dt.timedelta(random.randrange(365))
    handed_in = dt.datetime.combine(date, dt.time(10), dt.UTC) - dt.timedelta(random.randrange(8, 20))
    past = date < NOW.date()
    return Post(
        id=f"post-{number:06}",
        page_id=page.id,
        date=date,
        time=dt.time(random.randrange(9, 20)),
        title=f"Post {number}",
        text="Come and read. " * 20 if chance() < 0.98 else "",
        state=State.PUBLISHED if past else random.choice([State.DRAFT, State.SUBMITTED, State.APPROVED, State.IDEA]),
        topic=random.randrange(1, 12) if chance() < 0.7 else None,
        direction="collections" if chance() < 0.9 else None,
        urgent=chance() < 0.05,
        urgent_reason="Burst pipe" if chance() < 0.9 else "",
        partner="Bookshop" if chance() < 0.05 else "",
        pr_consent=chance() < 0.8,
        borrowed=chance() < 0.1,
        author="A. Blok" if chance() < 0.9 else "",
        source="https://x.example" if chance() < 0.9 else "",
        artwork=random.choice(list(Artwork)) if chance() < 0.1 else Artwork.NONE,
        first_submitted=handed_in if past or chance() < 0.5 else None,
        personal_data=chance() < 0.2,
        data_consent="In the folder" if chance() < 0.9 else "",
        mistake="The hour" if past and chance() < 0.01 else "",
    )


def make_attachment(post: Post) -> Attachment:
    """A picture, borrowed now and then."""
    return Attachment(
        id=f"a-{post.id}", post_id=post.id, media_id="m", borrowed=random.random() < 0.1, author="A. Blok"
    )


def fill(posts: list[Post]) -> sqlite3.Connection:
    """The posts as rows, as a workspace keeps them."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE post ({', '.join(COLUMNS)})")
    places = ", ".join("?" * len(COLUMNS))
    connection.executemany(f"INSERT INTO post VALUES ({places})", map(row_of, posts))
    connection.execute("CREATE INDEX post_by_day ON post (page_id, date, time, id)")
    return connection


def row_of(post: Post) -> list[object]:
    """One row: dates and times as text."""
    values = (getattr(post, name) for name in COLUMNS)
    return [v.isoformat() if isinstance(v, dt.date | dt.time) else v for v in values]


def read(connection: sqlite3.Connection) -> dict[str, list[Post]]:
    """The peer: every row of the year as a Post, by page, in order."""
    date, time_of_day, instant = dt.date.fromisoformat, dt.time.fromisoformat, dt.datetime.fromisoformat
    found: dict[str, list[Post]] = {}
    rows = connection.execute(
        f"SELECT {', '.join(COLUMNS)} FROM post WHERE date BETWEEN ? AND ? ORDER BY page_id, date, time, id",
        (YEAR.first.isoformat(), YEAR.last.isoformat()),
    )
    for (
        identifier,
        page_id,
        day,
        clock,
        title,
        text,
        state,
        topic,
        direction,
        direction_consent,
        urgent,
        urgent_reason,
        partner,
        pr_consent,
        borrowed,
        author,
        source,
        artwork,
        deferred,
        link,
        note,
        first_submitted,
        binned,
        event_id,
        personal_data,
        data_consent,
        mistake,
        corrected,
        in_time_from,
    ) in rows:
        post = Post(
            id=identifier,
            page_id=page_id,
            date=date(day),
            time=time_of_day(clock) if clock else None,
            title=title,
            text=text,
            state=STATES[state],
            topic=topic,
            direction=direction,
            direction_consent=direction_consent,
            urgent=bool(urgent),
            urgent_reason=urgent_reason,
            partner=partner,
            pr_consent=bool(pr_consent),
            borrowed=bool(borrowed),
            author=author,
            source=source,
            artwork=ARTWORKS[artwork],
            deferred=bool(deferred),
            link=link,
            note=note,
            first_submitted=instant(first_submitted) if first_submitted else None,
            binned=instant(binned) if binned else None,
            event_id=event_id,
            personal_data=bool(personal_data),
            data_consent=data_consent,
            mistake=mistake,
            corrected=bool(corrected),
            in_time_from=date(in_time_from) if in_time_from else None,
        )
        found.setdefault(page_id, []).append(post)
    return found


STATES = {str(state): state for state in State}
ARTWORKS = {str(artwork): artwork for artwork in Artwork}


def in_turn(one: Callable[[], object], other: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The medians of two tasks that take turns, in seconds of processor time."""
    taken: tuple[list[float], list[float]] = ([], [])
    for task in (one, other):
        task()
    for _ in range(rounds):
        for task, times in zip((one, other), taken, strict=True):
            gc.collect()
            start = time.process_time()
            task()
            times.append(time.process_time() - start)
    return statistics.median(taken[0]), statistics.median(taken[1])


def report(what: str, seconds: float) -> None:
    """One line with a figure."""
    print(f"{what}: {seconds * 1000:.1f} ms")


if __name__ == "__main__":
    main()
