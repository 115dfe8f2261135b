"""Plans for the tests of the checks: one page, and a week far enough ahead to be in time."""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from zoneinfo import ZoneInfo

from smcal.model import Attachment, Network, Page, Period, Post
from smcal.model.plan import Plan
from smcal.regulation import Finding, Pack, Scope, check_plan, load_pack
from smcal.worktime import HolidayYear, Worktime

NOW = dt.datetime(2026, 11, 2, 12, 0)
MONDAY = dt.date(2026, 11, 23)  # of a week without free days, in time when handed in at NOW
WEEK = Period(MONDAY, MONDAY + dt.timedelta(6))
PAGE = Page(id="page", branch_id="branch", network=Network.VK, title="Library")


def plain_year(year: int) -> HolidayYear:
    """A year without any free days but weekends."""
    return HolidayYear("RU", None, year, "en", library_version="0", decreed=True, days=())


WORKTIME = Worktime("RU", plain_year)


def post(number: int = 0, date: dt.date = MONDAY, **fields: object) -> Post:
    """A post that breaks no rule of its own; `number` makes its identifier."""
    right = {"page_id": PAGE.id, "text": "Come and read", "topic": 6, "time": dt.time(10)}
    return Post(**{"id": f"post-{number:03}", "date": date, **right, **fields})


def posts(count: int, date: dt.date = MONDAY, **fields: object) -> list[Post]:
    """So many posts on one day."""
    return [post(n, date, **fields) for n in range(count)]


def scope(
    of: Iterable[Post], period: Period = WEEK, *, page: Page = PAGE, files: Iterable[Attachment] = (), **fields: object
) -> Scope:
    """The posts of one page as the checks want them; fields of the scope may be given."""
    row = sorted(of, key=lambda p: (p.date, p.time is None, p.time or dt.time.min, p.id))
    attachments: dict[str, tuple[Attachment, ...]] = {}
    for file in files:
        attachments[file.post_id] = (*attachments.get(file.post_id, ()), file)
    plan = Plan(pages=(page,), posts={page.id: row}, attachments=attachments)
    usual = {"pack": pack(), "worktime": WORKTIME, "now": NOW, "zone": ZoneInfo("Europe/Moscow")}
    return Scope(plan=plan, period=period, **{**usual, **fields})


@cache
def pack() -> Pack:
    """The regulation under test."""
    return load_pack("spb-cbs")


def found(rule: str, of: Iterable[Post], period: Period = WEEK, **fields: object) -> list[Finding]:
    """What one rule says about these posts."""
    return [finding for finding in check_plan(scope(of, period, **fields)) if finding.rule == rule]
