"""Gather what the checks need: the posts around a period, the pack, working time, and now."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from zoneinfo import ZoneInfo

from smcal.model import Period, Post
from smcal.model.plan import Plan
from smcal.regulation import Scope, context
from smcal.store.reader import Reader
from smcal.store.workspace import Workspace
from smcal.worktime.zone import to_local


def scope_for(
    workspace: Workspace, reader: Reader, period: Period, at: dt.datetime, page_ids: Collection[str] | None = None
) -> Scope:
    """What to check a period with, at an instant (UTC), read from the store."""
    return scope_over(workspace, lambda around: reader.plan(around, page_ids), period, at)


def scope_over(workspace: Workspace, plan: Callable[[Period], Plan], period: Period, at: dt.datetime) -> Scope:
    """The same with a plan from elsewhere: `plan` is asked once, for all the days that bear on the period."""
    settings, pack = workspace.settings(), workspace.pack()
    zone = ZoneInfo(settings.zone)
    return Scope(
        plan=plan(context(period, pack)),
        pack=pack,
        worktime=workspace.worktime(),
        period=period,
        now=to_local(at, zone),
        zone=zone,
        pr_service=settings.pr_service,
    )


def provisional(scope: Scope, posts: Iterable[Post]) -> bool:
    """Whether a deadline of these posts, or of handing in now, may still be moved by a decree."""
    days = [post.date for post in posts if post.date is not None]
    if scope.pack.submission is None or not days:
        return False
    now, first = scope.worktime.effective(scope.now).date(), scope.worktime.submit_by(min(days)).date()
    return scope.worktime.provisional(min(now, first), max(days))
