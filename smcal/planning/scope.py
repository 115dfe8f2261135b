"""Gather what the checks need: the posts around a period, the pack, working time, and now."""

import datetime as dt
from collections.abc import Collection
from zoneinfo import ZoneInfo

from smcal.model import Period
from smcal.regulation import Scope, context
from smcal.store.reader import Reader
from smcal.store.workspace import Workspace
from smcal.worktime.zone import to_local


def scope_for(
    workspace: Workspace, reader: Reader, period: Period, at: dt.datetime, page_ids: Collection[str] | None = None
) -> Scope:
    """What to check a period with, at an instant (UTC), read from the store."""
    settings, pack = workspace.settings(), workspace.pack()
    zone = ZoneInfo(settings.zone)
    return Scope(
        plan=reader.plan(context(period, pack), page_ids),
        pack=pack,
        worktime=workspace.worktime(),
        period=period,
        now=to_local(at, zone),
        zone=zone,
        pr_service=settings.pr_service,
    )
