"""The weeks that a plan can be handed in for, the likeliest first."""

import datetime as dt
from collections.abc import Iterable

from smcal.model import Period, Post
from smcal.model.period import week_of
from smcal.planning.today import OPEN_STATES
from smcal.words import _
from smcal_ui.dates import LocaleDates

WEEKS_AHEAD = 9


def next_open_week(posts: Iterable[Post], today: dt.date) -> Period:
    """The next week, whole and yet to come, that has posts not handed in; next week where there is none."""
    monday = week_of(today - dt.timedelta(1)).first + dt.timedelta(7)  # today where it is a Monday
    days = [p.date for p in posts if p.date is not None and p.date >= monday and p.state in OPEN_STATES]
    return week_of(min(days)) if days else week_of(today + dt.timedelta(7))


def offered(
    likeliest: Period, shown: Period, today: dt.date, dates: LocaleDates, *, open_first: bool = True
) -> list[tuple[Period, str]]:
    """Weeks to choose from, each once, with what they are; without `open_first` nothing is said of handing in."""
    this, following = week_of(today), week_of(today + dt.timedelta(7))
    named = (
        *(((likeliest, _("not handed in yet: {week}")),) if open_first else ()),
        (week_of(shown.first), _("shown: {week}")),
        (this, _("this week: {week}")),
        (following, _("next week: {week}")),
    )
    unique: dict[Period, str] = {}
    for week, text in named:
        unique.setdefault(week, text.format(week=dates.week_title(week)))
    return list(unique.items())
