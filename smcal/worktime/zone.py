"""From instants to what the clock on the wall shows, and back."""

import datetime as dt
from zoneinfo import ZoneInfo


def to_local(at: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """What the clock shows at an instant: a naive datetime; in the repeated hour of autumn it keeps `fold`."""
    if at.tzinfo is None:
        raise ValueError("an instant knows its zone")
    return at.astimezone(zone).replace(tzinfo=None)


def to_instant(local: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """The instant (UTC) at which the clock shows a naive datetime.

    A time that the clock skips in spring is taken as one hour later (02:30 is 03:30); of a time that it shows
    twice in autumn the first is meant, unless `fold` is 1.
    """
    if local.tzinfo is not None:
        raise ValueError("a local time knows no zone")
    instant = local.replace(tzinfo=zone).astimezone(dt.UTC)
    if to_local(instant, zone) == local:
        return instant
    return local.replace(tzinfo=zone, fold=0).astimezone(dt.UTC)
