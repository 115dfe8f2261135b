"""Dates and moments as they are given on the command line."""

import datetime as dt
from zoneinfo import ZoneInfo

from smcal.errors import WrongUse
from smcal.imports.dates import YEARS, Order, read_date, settle
from smcal.model import Period
from smcal.words import _
from smcal.worktime.zone import to_instant

EVER = Period(dt.date.min, dt.date.max)


def day(text: str, option: str) -> dt.date:
    """The day in "2026-11-30" or "30.11.2026", 1900 to 2199. Raises `WrongUse` that names the option."""
    found = date_alone(text)
    if found is None:
        raise WrongUse(
            _("{option}: “{text}” is not a date. Write it as 2026-11-30 or 30.11.2026.").format(
                option=option, text=text
            )
        )
    _in_our_time(found)
    return found


def date_alone(text: str) -> dt.date | None:
    """The date in a text without a time; None when it is anything else."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        written = read_date(text)
        return settle(written, Order.DAY, None) if written is not None and written.time is None else None


def moment(text: str, option: str) -> dt.datetime:
    """The date and time in "2026-11-30T18:00"; a date alone is its first minute. Aware where a zone is written."""
    for form in (text.strip(), text.strip().replace(" ", "T", 1)):
        try:
            return dt.datetime.fromisoformat(form)
        except ValueError:
            continue
    written = read_date(text)
    found = settle(written, Order.DAY, None) if written is not None else None
    if written is None or found is None:
        raise WrongUse(
            _("{option}: “{text}” is not a date and time. Write it as 2026-11-30T18:00.").format(
                option=option, text=text
            )
        )
    return dt.datetime.combine(found, written.time or dt.time())


def local(text: str, option: str, zone: ZoneInfo) -> dt.datetime:
    """The same as the clock of a zone shows it."""
    at = moment(text, option)
    return at.replace(tzinfo=None) if at.tzinfo is None else at.astimezone(zone).replace(tzinfo=None)


def instant(text: str | None, option: str, zone: ZoneInfo) -> dt.datetime:
    """The same as an instant in UTC; now when nothing is given."""
    if text is None:
        return dt.datetime.now(dt.UTC)
    at = local(text, option, zone)
    _in_our_time(at.date())
    return to_instant(at, zone)


def period(first: dt.date, last: dt.date) -> Period:
    """From one day to another. Raises `WrongUse` when they are the wrong way round or five years apart."""
    if last < first:
        raise WrongUse(_("--to ({last}) lies before --from ({first}).").format(first=first, last=last))
    if (last - first).days > 5 * 366:
        raise WrongUse(
            _("From {first} to {last} is more than five years: choose a shorter time.").format(first=first, last=last)
        )
    return Period(first, last)


def _in_our_time(date: dt.date) -> None:
    if date.year not in YEARS:
        raise WrongUse(_("{date} is too far away: plans are made for 1900 to 2199.").format(date=date))
