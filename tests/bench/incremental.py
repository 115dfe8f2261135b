"""Findings after one edit, against checking everything again: python -m tests.bench.incremental.

50 pages, 13,000 posts, a year in view. Each edit is a unit of work on a real workspace; what is measured is what comes
after it is stored: the change set taken into the plan in memory, the scope, and the findings of the whole year. The
full run takes turns with it, and its answer is compared with that of the refresh.
"""

import datetime as dt
import gc
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from smcal.model import Artwork, Confirmation, Period, Post, Removal, State, new_id
from smcal.planning.book import PlanBook
from smcal.planning.edit import edit
from smcal.planning.move import copy, move
from smcal.planning.scope import scope_over
from smcal.planning.touched import touched_pages
from smcal.regulation import check_plan
from smcal.regulation.incremental import Findings
from smcal.store import Workspace
from smcal.store.work import Work
from tests.bench.many import many

POSTS, EDITS, FULL_RUNS = 13_000, 300, 30
TARGET = 5.0  # ms, at the 95th percentile
NOW = dt.datetime.combine(dt.date.today(), dt.time(9), dt.UTC)
TODAY = NOW.date()


def main() -> None:
    """Print figures and ratios, by kind of edit."""
    random.seed(7)
    gc.disable()  # as the window does, which collects between what people do
    with tempfile.TemporaryDirectory() as folder:
        path = many(Path(folder) / "year.smcal", POSTS, TODAY)
        with Workspace.open(path) as workspace:
            measure(workspace)


def measure(workspace: Workspace) -> None:
    """Edit, refresh and compare, in turn."""
    monday = TODAY - dt.timedelta(TODAY.weekday())
    year = Period(monday - dt.timedelta(26 * 7), monday + dt.timedelta(26 * 7 - 1))
    book, findings = PlanBook(workspace), Findings()
    found = findings.refresh(scope_over(workspace, book.plan, year, NOW))
    print(f"{len(book.pages)} pages, {len(book.posts(year))} posts, {len(found)} findings")
    refreshed: dict[str, list[Taken]] = {}
    full: list[Taken] = []
    for number in range(EDITS):
        kind = random.choice(list(KINDS))
        with workspace.work(kind, at=NOW) as work:
            KINDS[kind](work, random.choice(book.posts(Period(TODAY + dt.timedelta(30), year.last))), book)
        gc.collect()
        clock = Clock()
        book.take(work.changes)
        scope = scope_over(workspace, book.plan, year, NOW)
        found = findings.refresh(scope, touched_pages(work.changes, book.page_of))
        refreshed.setdefault(kind, []).append(clock.taken())
        if number % (EDITS // FULL_RUNS) == 0:
            clock = Clock()
            again = check_plan(scope)
            full.append(clock.taken())
            if again != found:
                raise AssertionError(f"after “{kind}” the refreshed findings are not those of a full run")
    report(refreshed, full)


class Taken(NamedTuple):
    """Milliseconds that a task took: of the processor, and by the clock on the wall, others' work included."""

    processor: float
    wall: float


class Clock:
    """Starts when it is made."""

    def __init__(self) -> None:
        self._processor, self._wall = time.process_time(), time.perf_counter()

    def taken(self) -> Taken:
        """What has passed since."""
        return Taken((time.process_time() - self._processor) * 1000, (time.perf_counter() - self._wall) * 1000)


def report(refreshed: dict[str, list[Taken]], full: list[Taken]) -> None:
    """Medians and 95th percentiles, and how many times a full run costs."""
    together = [taken for times in refreshed.values() for taken in times]
    for kind, times in {**refreshed, "any edit": together, "full run": full}.items():
        wall = [taken.wall for taken in times]
        processor = [taken.processor for taken in times]
        print(
            f"{kind}: median {statistics.median(wall):.2f} ms, 95 % {percentile(wall):.2f} ms;"
            f" of the processor {statistics.median(processor):.2f} ms, 95 % {percentile(processor):.2f} ms"
        )
    times_longer = statistics.median(t.wall for t in full) / statistics.median(t.wall for t in together)
    print(f"full run / refresh: {times_longer:.0f} times")
    print(f"95 % of refreshes: {percentile([t.wall for t in together]):.2f} ms (target: under {TARGET:.0f} ms)")


def percentile(times: list[float]) -> float:
    """The 95th."""
    return sorted(times)[int(0.95 * (len(times) - 1))]


def _write(work: Work, post: Post, _book: PlanBook) -> None:
    edit(work, post.id, text=random.choice(["", "Come and read"]), artwork=random.choice(list(Artwork)))


def _move(work: Work, post: Post, book: PlanBook) -> None:
    day = TODAY + dt.timedelta(random.randrange(10, 150))
    move(work, [post.id], random.choice(book.pages).id, day, today=TODAY)


def _copy(work: Work, post: Post, book: PlanBook) -> None:
    copy(work, [post.id], random.choice(book.pages).id, post.date, today=TODAY)


def _confirm(work: Work, post: Post, _book: PlanBook) -> None:
    assert post.date is not None and post.page_id is not None
    monday = post.date - dt.timedelta(post.date.weekday())
    work.put(Confirmation(id=new_id(), page_id=post.page_id, item="language-opinion", monday=monday, at=NOW))


def _remove(work: Work, post: Post, _book: PlanBook) -> None:
    work.put(msgspec.structs.replace(post, state=State.REMOVED))
    work.put(Removal(id=new_id(), post_id=post.id, ground="law", edit_tried="", agreed_coordinator="", at=NOW))


KINDS: dict[str, Callable[[Work, Post, PlanBook], None]] = {
    "write": _write,
    "move": _move,
    "copy": _copy,
    "confirm": _confirm,
    "remove": _remove,
}


if __name__ == "__main__":
    main()
