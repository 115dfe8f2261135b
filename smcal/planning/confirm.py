"""Points of the checklist: somebody has looked at a page's posts of a week and says that they hold."""

import datetime as dt

from smcal.model import Confirmation, Period, new_id
from smcal.model.period import week_of
from smcal.planning.keeping import pack_in_force
from smcal.store.changes import Area
from smcal.store.work import Work


def confirm(work: Work, page_id: str, item: str, monday: dt.date, person_id: str | None) -> Confirmation:
    """Keep that a point holds for a page and the week of a day; once is enough, and the first one stays."""
    monday = week_of(monday).first
    for there in work.read.confirmations(page_id, Period(monday, monday)):
        if there.item == item:
            return there
    return work.put(
        Confirmation(
            id=new_id(),
            page_id=page_id,
            item=item,
            monday=monday,
            person_id=person_id,
            at=work.at,
            pack_id=pack_in_force(work).id,
        )
    )


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
