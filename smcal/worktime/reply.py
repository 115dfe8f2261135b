"""The one-working-day clock for replies to users (spb-cbs 6.2)."""

import datetime as dt

from smcal.worktime.worktime import Worktime


def reply_due(branch: Worktime, received: dt.datetime) -> dt.datetime:
    """By when a branch answers: within one working day of its own.

    Received in opening hours: the same time on the next working day, or its close where that is earlier.
    Received outside: the close of the day of the next opening.
    """
    counted = branch.effective(received)
    if received < counted:
        return branch.close(counted.date())
    following = branch.next_working_day(counted.date())
    return min(dt.datetime.combine(following, counted.time()), branch.close(following))
