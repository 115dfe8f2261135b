"""Where a key leads from a day."""

import datetime as dt

from PySide6.QtCore import Qt

from smcal.imports.dates import YEARS
from smcal.model.period import month_of

_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def walked(day: dt.date, key: Qt.Key, ctrl: bool) -> dt.date | None:
    """The day that a key leads to, None where it leads nowhere; at the ends of the calendar it stays.

    Home and End go to the ends of the month, with Ctrl to those of the year.
    """
    target = _target(day, key, ctrl)
    return target if target is None or target.year in YEARS else day


def _target(day: dt.date, key: Qt.Key, ctrl: bool) -> dt.date | None:
    if key in _DAYS:
        return day + dt.timedelta(_DAYS[key])
    if key in _MONTHS:
        return months_on(day, _MONTHS[key] * (12 if ctrl else 1))
    if key == Qt.Key.Key_Home:
        return day.replace(month=1, day=1) if ctrl else day.replace(day=1)
    if key == Qt.Key.Key_End:
        return day.replace(month=12, day=31) if ctrl else month_of(day).last
    return None


def months_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = month_of(dt.date(year, month + 1, 1)).last
    return last.replace(day=min(day.day, last.day))
