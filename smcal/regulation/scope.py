"""What is checked, against what, and as of when."""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

import msgspec

from smcal.model import Period
from smcal.model.plan import Plan
from smcal.regulation.pack import Pack
from smcal.worktime import Worktime


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """One question to the checks. The plan must hold the posts of `context(period, pack)`."""

    plan: Plan
    pack: Pack
    worktime: Worktime
    period: Period
    now: dt.datetime  # naive, wall clock of `zone`
    zone: ZoneInfo
    pr_service: bool = True  # the library has one, so partners' material is agreed with it


def context(period: Period, pack: Pack) -> Period:
    """The days whose posts bear on a period.

    These are its weeks, the months or quarters that the pack counts by, whole, and the days before it on which an event
    of its first day may be announced.
    """
    spans = frozenset(section.period for section in (pack.coverage, pack.partners) if section is not None)
    return _around(period, spans, pack.events.days if pack.events else 0)


@lru_cache(maxsize=64)  # asked for at every move of the mouse
def _around(period: Period, spans: frozenset[str], before: int) -> Period:
    months = [period.whole_months()] if "month" in spans else []
    quarters = [period.whole_quarters()] if "quarter" in spans else []
    announced = Period(earlier(period.first, before), period.last)
    return period.hull(announced, period.whole_weeks(), *months, *quarters)


def earlier(day: dt.date, days: int) -> dt.date:
    """So many days earlier; the first day that there is, where the calendar ends."""
    return day - min(dt.timedelta(days), day - dt.date.min)
