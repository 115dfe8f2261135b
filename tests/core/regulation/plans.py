"""Plans for the tests of the checks: one page, and a week far enough ahead to be in time."""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from zoneinfo import ZoneInfo

import msgspec

from smcal.model import Attachment, Facts, Network, Page, Period, Post
from smcal.model.facts import NO_FACTS
from smcal.model.plan import Plan
from smcal.regulation import Finding, Pack, Rule, Scope, Severity, Title, check_plan, load_pack
from smcal.regulation.checks import all_checks
from smcal.regulation.checks.checklist import CONFIRMED
from smcal.regulation.pack import Coordinators, Events, Point, Privacy
from smcal.worktime import HolidayYear, Worktime

NOW = dt.datetime(2026, 11, 2, 12, 0)
MONDAY = dt.date(2026, 11, 23)  # of a week without free days, in time when handed in at NOW
WEEK = Period(MONDAY, MONDAY + dt.timedelta(6))
PAGE = Page(id="page", branch_id="branch", network=Network.VK, title="Library")
NOTICE = Title(
    en="Photographs are taken at our events",
    ru="На мероприятиях ведётся съёмка",
    lv="Pasākumos fotografē",
    de="Bei Veranstaltungen wird fotografiert",
)


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
    of: Iterable[Post],
    period: Period = WEEK,
    *,
    page: Page = PAGE,
    files: Iterable[Attachment] = (),
    facts: Facts = NO_FACTS,
    **fields: object,
) -> Scope:
    """The posts of one page as the checks want them; fields of the scope may be given."""
    row = sorted(of, key=lambda p: (p.date, p.time is None, p.time or dt.time.min, p.id))
    attachments: dict[str, tuple[Attachment, ...]] = {}
    for file in files:
        attachments[file.post_id] = (*attachments.get(file.post_id, ()), file)
    plan = Plan(pages=(page,), posts={page.id: row}, attachments=attachments, facts=facts)
    usual = {"pack": pack(), "worktime": WORKTIME, "now": NOW, "zone": ZoneInfo("Europe/Moscow")}
    return Scope(plan=plan, period=period, **{**usual, **fields})


@cache
def pack() -> Pack:
    """The regulation under test."""
    return load_pack("spb-cbs")


@cache
def whole_pack() -> Pack:
    """The regulation under test with every section there is, and every rule on."""
    named = pack().rules
    advice, must = (Rule(severity=severity, clause="1.1") for severity in (Severity.RECOMMENDED, Severity.REQUIRED))
    unnamed = dict.fromkeys(all_checks(), advice) | {"removal.grounds": must, "two-factor": must}
    return msgspec.structs.replace(
        pack(),
        rules={rule: on(named.get(rule, unnamed[rule])) for rule in all_checks()},
        events=Events(clause="4.1", days=14),
        privacy=Privacy(clause="Events", directions=("reader-events",), notice=NOTICE),
        coordinators=Coordinators(clause="5.5", months=6, trained=True),
        checklist=tuple(
            Point(
                id=f"{rule.replace('.', '-')}-{n}", rule=rule, clause=f"{n}.1", title=Title(en=f"Seen {n}", ru=f"{n}")
            )
            for rule in CONFIRMED
            for n in (1, 2)
        ),
    )


def on(rule: Rule) -> Rule:
    """A rule that is at least advice."""
    off = rule.severity is Severity.OFF
    return msgspec.structs.replace(rule, severity=Severity.RECOMMENDED) if off else rule


def found(rule: str, of: Iterable[Post], period: Period = WEEK, **fields: object) -> list[Finding]:
    """What one rule says about these posts."""
    return [finding for finding in check_plan(scope(of, period, **fields)) if finding.rule == rule]
