"""Reading the store: python -m tests.bench.store.

A week out of 100,000 stored posts against the same week out of 10,000, in turn; then a year of 13,000 posts as values
against a plain fetchall of the same rows, in turn, garbage collection as it comes. A third of a minute to fill.
"""

import datetime as dt
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from smcal.model import Branch, Network, Page, Period, Post, State
from smcal.store import Settings, Workspace
from smcal.store.connect import connect
from smcal.store.search import words_of
from smcal.store.shapes import row_of
from smcal.store.tables import post, post_search
from smcal.store.upgrade import to_newest  # noqa: F401  (alembic is imported before anything is timed)

PAGES, A_DAY, ROUNDS = 50, 36, 25
BRANCH = Branch(id="branch", name="Библиотека")
FIRST = dt.date(2026, 1, 1)
WEEK = Period(dt.date(2026, 6, 1), dt.date(2026, 6, 7))
YEAR = Period(FIRST, dt.date(2026, 12, 31))
YEAR_QUERY = "SELECT {} FROM post WHERE date BETWEEN '2026-01-01' AND '2026-12-31' AND binned IS NULL"


def main() -> None:
    """Print figures and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        small, large, year = (Path(folder) / f"{name}.smcal" for name in ("small", "large", "year"))
        fill(small, 10_000, lambda n: n // A_DAY)
        fill(large, 100_000, lambda n: n // A_DAY)
        fill(year, 13_000, lambda n: n * 365 // 13_000)
        compare_week(small, large)
        compare_year(year)
        for path in (small, large):
            print(
                f"{path.stem}: {path.stat().st_size / 1e6:.0f} MB; opening {1000 * opening(path):.1f} ms; "
                f"whole check {1000 * checking(path):.0f} ms"
            )


def compare_week(small: Path, large: Path) -> None:
    """One week of 50 pages, as the window reads it."""
    with Workspace.open(small, read_only=True) as few, Workspace.open(large, read_only=True) as many:
        cards = sum(map(len, many.read().plan(WEEK).posts.values()))
        a, b = in_turn(lambda: few.read().plan(WEEK), lambda: many.read().plan(WEEK), ROUNDS * 4)
    print(f"week of {cards} posts: {a * 1000:.2f} ms of 10,000 stored, {b * 1000:.2f} ms of 100,000; ratio {b / a:.2f}")


def compare_year(path: Path) -> None:
    """13,000 posts as values against their rows as tuples."""
    query = YEAR_QUERY.format(", ".join(f'"{field}"' for field in Post.__struct_fields__))
    with Workspace.open(path, read_only=True) as workspace, closing(connect(path)) as plain:
        number = len(workspace.read().posts(YEAR))
        rows, values = in_turn(lambda: plain.execute(query).fetchall(), lambda: workspace.read().posts(YEAR), ROUNDS)
    print(
        f"year of {number} posts: fetchall {rows * 1000:.0f} ms, values {values * 1000:.0f} ms; "
        f"ratio {values / rows:.2f}"
    )


def in_turn(one: Callable[[], object], other: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Medians of the processor time of both, in seconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for act, kept in zip((one, other), times, strict=True):
            started = time.process_time()
            act()
            kept.append(time.process_time() - started)
    return statistics.median(times[0]), statistics.median(times[1])


def opening(path: Path) -> float:
    """Seconds to open for work, without closing."""
    started = time.perf_counter()
    workspace = Workspace.open(path)
    taken = time.perf_counter() - started
    workspace.close(backup=False)
    return taken


def checking(path: Path) -> float:
    """Seconds to read every page and reference."""
    with Workspace.open(path, read_only=True) as workspace:
        started = time.perf_counter()
        workspace.verify()
        return time.perf_counter() - started


def fill(path: Path, posts: int, day: Callable[[int], int]) -> None:
    """A workspace of 50 pages with so many posts; `day` says on which day a post falls."""
    pages = [Page(id=f"page-{n}", branch_id=BRANCH.id, network=Network.VK, title=f"Страница {n}") for n in range(PAGES)]
    with Workspace.create(path, Settings(library="Библиотека")) as workspace:
        with workspace.work("Pages") as work:
            for value in (BRANCH, *pages):
                work.put(value)
        workspace.close(backup=False)
    made = [make_post(n, pages[n % PAGES], FIRST + dt.timedelta(day(n))) for n in range(posts)]
    put_all(path, made)


def put_all(path: Path, posts: list[Post]) -> None:
    """Store posts quickly, without their history."""
    statements = (
        (str(post.insert().compile(column_keys=None)), [row_of(value) for value in posts]),
        (str(post_search.insert().compile()), [{"post_id": value.id, "words": words_of(value)} for value in posts]),
    )
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement, rows in statements:
            connection.executemany(statement, rows)


def make_post(number: int, page: Page, date: dt.date) -> Post:
    """A post of some 600 letters, as libraries write them."""
    return Post(
        id=f"post-{number:06}",
        page_id=page.id,
        date=date,
        time=dt.time(9 + number % 10, number % 60) if number % 7 else None,
        title=f"Выставка № {number}: новые книги",
        text="Приглашаем читателей на встречу. " * 18,
        state=State.SUBMITTED if number % 3 else State.DRAFT,
        topic=number % 11 + 1,
        direction="events",
        first_submitted=dt.datetime.combine(date, dt.time(9), dt.UTC) if number % 3 else None,
    )


if __name__ == "__main__":
    sys.exit(main())
