"""What is checked, against what, and as of when."""

import datetime as dt
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
    """The days whose posts bear on a period: its weeks, and the months or quarters that the pack counts by, whole."""
    wide = period.whole_weeks()
    spans = {section.period for section in (pack.coverage, pack.partners) if section is not None}
    if "month" in spans:
        wide = wide.hull(period.whole_months())
    if "quarter" in spans:
        wide = wide.hull(period.whole_quarters())
    return wide
