"""What the coverage view can be about: pages, a branch, all of them; and stretches of time."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from smcal.layout.coverage import Columns
from smcal.model import Branch, Page, Period
from smcal.model.period import month_of, quarter_of
from smcal.regulation import Pack
from smcal.words import N_, _
from smcal_ui.names import page_name


class About(NamedTuple):
    """Some pages: one, those of a branch, or all (both None)."""

    branch_id: str | None = None
    page_id: str | None = None

    def pages(self, pages: Iterable[Page]) -> list[Page]:
        """Those that are meant."""
        return [page for page in pages if self.page_id in (None, page.id) and self.branch_id in (None, page.branch_id)]


def choices(pages: Sequence[Page], branches: Sequence[Branch]) -> list[tuple[About, str]]:
    """All pages, branches that have several, and every page."""
    by_id = {branch.id: branch for branch in branches}
    several = [b for b in branches if sum(page.branch_id == b.id for page in pages) > 1]
    return [
        *([(About(), _("all pages"))] if len(pages) != 1 else []),
        *((About(branch_id=b.id), _("{branch} – all pages").format(branch=b.name)) for b in several),
        *((About(page_id=page.id), page_name(page, by_id)) for page in pages),
    ]


CUTS = {Columns.WEEKS: N_("Weeks"), Columns.MONTHS: N_("Months"), Columns.WHOLE: N_("Quarter")}


def cuts(pack: Pack) -> list[tuple[Columns, str]]:
    """The ways to cut a stretch of time, the finest first."""
    if counts_by_months(pack):
        return [(Columns.WEEKS, _("Weeks")), (Columns.WHOLE, _("Month"))]
    return [(cut, _(name)) for cut, name in CUTS.items()]


def counts_by_months(pack: Pack) -> bool:
    """Whether each topic is due once a month, and not once a quarter."""
    return pack.coverage is not None and pack.coverage.period == "month"


def stretch_of(day: dt.date, pack: Pack) -> Period:
    """The stretch around a day in which each topic is due once."""
    return month_of(day) if counts_by_months(pack) else quarter_of(day)


def stretch_on(stretch: Period, count: int, pack: Pack) -> Period:
    """The stretch so many on; where the calendar ends, it stays."""
    for _step in range(abs(count)):
        try:
            day = stretch.last + dt.timedelta(1) if count > 0 else stretch.first - dt.timedelta(1)
        except OverflowError:
            return stretch
        stretch = stretch_of(day, pack)
    return stretch
