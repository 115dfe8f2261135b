"""Points of the checklist: somebody has looked at a page's posts of a week and says that they hold."""

import datetime as dt
from collections.abc import Iterable
from functools import cache, partial

from smcal.model import COUNTED_STATES, Confirmation, Period, new_id
from smcal.model.period import week_of
from smcal.planning.keeping import pack_in_force
from smcal.regulation.judged import post_mark
from smcal.store.changes import Area
from smcal.store.reader import Reader
from smcal.store.work import Work


def confirm(work: Work, page_id: str, item: str, monday: dt.date, person_id: str | None) -> Confirmation:
    """Keep that a point holds for a page's posts in the week of a day, as they stand.

    Once is enough, and the first one stays, unless posts came or changed: then this one takes its place.
    """
    monday = week_of(monday).first
    marks = seen_now(work.read, page_id, monday)
    there = next((one for one in work.read.confirmations(page_id, Period(monday, monday)) if one.item == item), None)
    if there is not None and set(marks) <= set(there.seen):
        return there
    return work.put(
        Confirmation(
            id=there.id if there else new_id(),
            page_id=page_id,
            item=item,
            monday=monday,
            seen=marks,
            person_id=person_id,
            at=work.at,
            pack_id=pack_in_force(work).id,
        )
    )


def seen_now(reader: Reader, page_id: str, monday: dt.date) -> tuple[str, ...]:
    """Marks of what a page has in a week, as somebody who looks at it now sees it."""
    posts = [post for post in reader.posts(week_of(monday), [page_id]) if post.state in COUNTED_STATES]
    files = reader.attachments([post.id for post in posts])
    return tuple([post_mark(post, files.get(post.id, ())) for post in posts])


def still_hold(reader: Reader, confirmations: Iterable[Confirmation]) -> list[Confirmation]:
    """Those that were made when everything that the page has in the week stood there as it does now."""
    there = cache(partial(seen_now, reader))
    return [made for made in confirmations if set(there(made.page_id, made.monday)) <= set(made.seen)]


def unconfirm(work: Work, page_id: str, item: str, monday: dt.date) -> None:
    """Take it back; a point that nobody confirmed is no error."""
    monday = week_of(monday).first
    for there in work.read.confirmations(page_id, Period(monday, monday)):
        if there.item == item:
            work.remove(Area.CONFIRMATIONS, there.id)


def confirm_period(
    work: Work, page_id: str, item: str, period: Period, person_id: str | None, *, holds: bool = True
) -> int:
    """The same, or taking it back, for every week that a period touches; returns how many weeks."""
    weeks = [week.first for week in period.weeks()]
    for monday in weeks:
        if holds:
            confirm(work, page_id, item, monday, person_id)
        else:
            unconfirm(work, page_id, item, monday)
    return len(weeks)
