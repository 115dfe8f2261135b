"""Hours and kinds of days in a few words."""

import datetime as dt
from itertools import groupby

from smcal.model import ChangeKind
from smcal.words import N_, _
from smcal.worktime import Hours
from smcal_ui.dates import LocaleDates

MONDAY = dt.date(2026, 1, 5)
KINDS = {
    ChangeKind.FREE: N_("free"),
    ChangeKind.WORKING: N_("working"),
    ChangeKind.SHORTENED: N_("one hour shorter"),
}


def kind_name(kind: ChangeKind) -> str:
    """What a change makes of a day."""
    return _(KINDS[kind])


def hours_text(hours: Hours, dates: LocaleDates) -> str:
    """Hours of a week in one line, as in «пн–пт 09:00–18:00, сб 10:00–16:00»."""
    parts = []
    for span, group in groupby(range(7), key=hours.on):
        weekdays = list(group)
        if span is not None:
            names = [dates.weekday(MONDAY + dt.timedelta(day)) for day in (weekdays[0], weekdays[-1])]
            days = names[0] if len(weekdays) == 1 else "–".join(names)
            parts.append(f"{days} {dates.time(span[0])}–{dates.time(span[1])}")
    return ", ".join(parts) or _("closed all week")
