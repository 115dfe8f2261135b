"""The checklist: a point is confirmed once for a page and a week, and can be taken back."""

import datetime as dt

from smcal.model import Period
from smcal.planning.confirm import confirm, confirm_period, unconfirm
from smcal.store.changes import Area

from .conftest import NOW

MONDAY = dt.date(2026, 11, 23)
WEEKS = Period(dt.date(2026, 11, 26), dt.date(2026, 12, 9))  # touches three


def confirmed(library):
    with library.workspace.read() as reader:
        return reader.facts().confirmed


def test_any_day_stands_for_its_week_and_once_is_enough(library):
    with library.workspace.work("confirm", at=NOW) as work:
        first = confirm(work, library.page.id, "ethics", MONDAY + dt.timedelta(3), library.coordinator.id)
        again = confirm(work, library.page.id, "ethics", MONDAY, library.curator.id)
    assert first == again and (first.monday, first.at) == (MONDAY, NOW)
    assert confirmed(library) == {(library.page.id, "ethics", MONDAY)}


def test_taking_back_takes_this_one_only(library):
    with library.workspace.work("confirm") as work:
        for item in ("ethics", "law"):
            confirm_period(work, library.page.id, item, WEEKS, None)
        confirm(work, library.other.id, "law", MONDAY, None)
    with library.workspace.work("take back") as work:
        unconfirm(work, library.page.id, "law", MONDAY)
        unconfirm(work, library.page.id, "unheard-of", MONDAY)
    mondays = [MONDAY + dt.timedelta(7 * n) for n in range(3)]
    assert confirmed(library) == {
        *((library.page.id, "ethics", monday) for monday in mondays),
        *((library.page.id, "law", monday) for monday in mondays[1:]),
        (library.other.id, "law", MONDAY),
    }


def test_a_period_is_one_step(library):
    with library.workspace.work("confirm") as work:
        assert confirm_period(work, library.page.id, "law", WEEKS, library.coordinator.id) == 3
    assert len(work.changes.ids(Area.CONFIRMATIONS)) == 3
    library.workspace.apply(work.changes.inverse())
    assert confirmed(library) == frozenset()
    library.workspace.apply(work.changes)
    with library.workspace.work("take back") as work:
        confirm_period(work, library.page.id, "law", WEEKS, None, holds=False)
    assert confirmed(library) == frozenset()
