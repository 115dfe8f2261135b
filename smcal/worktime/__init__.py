"""Working days, hours, *submit by* and horizon: when things are due."""

from typing import TYPE_CHECKING

from smcal.later import later
from smcal.worktime.day import Day, DayKind, Origin
from smcal.worktime.holiday import HolidayYear, SpecialDay, holiday_year, national_years
from smcal.worktime.hours import Hours
from smcal.worktime.window import Counting, UrgentClock, Window
from smcal.worktime.worktime import Worktime

if TYPE_CHECKING:
    from smcal.worktime.norm import Norm, norm_of
    from smcal.worktime.reply import reply_due
    from smcal.worktime.reports import calendar_report, deadline_report
else:
    __getattr__ = later(
        __name__,
        {
            "norm": ("Norm", "norm_of"),
            "reply": ("reply_due",),
            "reports": ("calendar_report", "deadline_report"),
        },
    )

__all__ = [
    "Counting",
    "Day",
    "DayKind",
    "HolidayYear",
    "Hours",
    "Norm",
    "Origin",
    "SpecialDay",
    "UrgentClock",
    "Window",
    "Worktime",
    "calendar_report",
    "deadline_report",
    "holiday_year",
    "national_years",
    "norm_of",
    "reply_due",
]
