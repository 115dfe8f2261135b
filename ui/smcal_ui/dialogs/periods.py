"""The weeks that a plan can be handed in for, the one on the screen first."""

import datetime as dt
from collections.abc import Iterable, Sequence

from smcal.model import Period, Post
from smcal.model.period import week_of
from smcal.planning.today import OPEN_STATES
from smcal.words import _
from smcal_ui.dates import LocaleDates

WEEKS_AHEAD = 9


def open_weeks(posts: Iterable[Post], today: dt.date) -> list[Period]:
    """The weeks, whole and yet to come, that have posts not handed in, by date."""
    monday = week_of(today - dt.timedelta(1)).first + dt.timedelta(7)  # today where it is a Monday
    days = [p.date for p in posts if p.date is not None and p.date >= monday and p.state in OPEN_STATES]
    return sorted({week_of(day) for day in days}, key=lambda week: week.first)


def first_offer(shown: Period, waiting: Sequence[Period], today: dt.date, *, empty: bool = False) -> Period:
    """The week on the screen; where it has passed or is `empty`, and another one waits, that one."""
    week = week_of(shown.first)
    return waiting[0] if waiting and (empty or week.last < today) else week


def offered(shown: Period, waiting: Sequence[Period], today: dt.date, dates: LocaleDates) -> list[tuple[Period, str]]:
    """Weeks to choose from, each once, with what they are; `waiting` are those not handed in."""
    this, following = week_of(today), week_of(today + dt.timedelta(7))
    named = (
        (week_of(shown.first), _("shown: {week}")),
        *((week, _("not handed in yet: {week}")) for week in waiting),
        (this, _("this week: {week}")),
        (following, _("next week: {week}")),
    )
    unique: dict[Period, str] = {}
    for week, text in named:
        unique.setdefault(week, text.format(week=dates.week_title(week)))
    return list(unique.items())


def waits_elsewhere(waiting: Sequence[Period], chosen: Period | None) -> Period | None:
    """The first week not handed in that the chosen days leave out."""
    if chosen is None:
        return None
    return next((week for week in waiting if week.first > chosen.last or week.last < chosen.first), None)
