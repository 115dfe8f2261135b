"""Plan my week: proposals for ten pages and a quarter, against one full check of the same pages and days."""

import datetime as dt
import timeit
from collections.abc import Callable
from statistics import median
from zoneinfo import ZoneInfo

import msgspec

from smcal.model import Page, Post, State
from smcal.model.period import quarter_of
from smcal.model.plan import Plan
from smcal.planning.proposal import propose_all
from smcal.regulation import Scope, check_plan, load_pack
from smcal.worktime import Worktime, national_years
from tests.core.regulation.plans import MONDAY, NOW, PAGE, post

PAGES = 10
WEEKLY = 1
WAITING = 200


def _scope() -> tuple[Scope, list[Page], list[Post]]:
    quarter = quarter_of(MONDAY + dt.timedelta(60))
    pages = [msgspec.structs.replace(PAGE, id=f"page-{n:02}", position=n) for n in range(PAGES)]
    rows = {
        page.id: [
            post(1000 * n + week, monday.first, page_id=page.id, topic=1 + week % 11)
            for week, monday in enumerate(quarter.weeks())
        ]
        for n, page in enumerate(pages)
    }
    tray = [
        Post(id=f"idea-{n:03}", page_id=pages[n % PAGES].id if n % 3 else None, state=State.IDEA, text="Text")
        for n in range(WAITING)
    ]
    pack = load_pack("spb-cbs")
    terms = pack.submission
    worktime = Worktime("RU", national_years("RU"), window=terms.window if terms else None)
    plan = Plan(pages=tuple(pages), posts=rows, attachments={})
    zone = ZoneInfo("Europe/Moscow")
    return Scope(plan=plan, pack=pack, worktime=worktime, period=quarter, now=NOW, zone=zone), pages, tray


def runs(ask: Callable[[], object], times: int = 9) -> list[float]:
    """Seconds of each of a few runs."""
    return timeit.repeat(ask, number=1, repeat=times)


def main() -> None:
    """Print the times and their ratio."""
    scope, pages, tray = _scope()
    check = median(runs(lambda: check_plan(scope)))
    whole = runs(lambda: propose_all(scope, pages, tray))
    proposals = propose_all(scope, pages, tray)
    print(f"proposals: {sum(len(p.items) for p in proposals)} posts for {PAGES} pages and a quarter")
    middle = median(whole)
    print(f"proposals: median {middle * 1000:.0f} ms, least {min(whole) * 1000:.0f} ms (target 2,000 ms)")
    print(f"proposals: {middle / check:.1f} times one full check of the same (median {check * 1000:.1f} ms)")


if __name__ == "__main__":
    main()
