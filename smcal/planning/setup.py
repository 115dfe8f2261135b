"""Found a library: its branches, pages, hours and people, in one step."""

from collections.abc import Sequence

import msgspec

from smcal.model import CURATOR, Branch, Network, Page, WorkingHours, new_id
from smcal.store.work import Work
from smcal.worktime import Hours


class NewPage(msgspec.Struct, frozen=True):
    """A page to be made."""

    network: Network
    title: str
    link: str = ""
    coordinator_id: str | None = None


class NewBranch(msgspec.Struct, frozen=True):
    """A branch to be made, with its pages."""

    name: str
    pages: tuple[NewPage, ...] = ()
    hours: Hours | None = None


def found(work: Work, branches: Sequence[NewBranch], curator_hours: Hours) -> list[Branch]:
    """Store branches, pages and working hours of a new workspace."""
    set_hours(work, CURATOR, curator_hours)
    return [add_branch(work, branch, position) for position, branch in enumerate(branches)]


def add_branch(work: Work, new: NewBranch, position: int) -> Branch:
    """Store one branch with its pages and opening hours."""
    branch = Branch(id=new_id(), name=new.name, position=position)
    work.put(branch)
    set_hours(work, branch.id, new.hours or Hours.default())
    for number, page in enumerate(new.pages):
        add_page(work, branch.id, page, number)
    return branch


def add_page(work: Work, branch_id: str, new: NewPage, position: int) -> Page:
    """Store one page of a branch."""
    page = Page(
        id=new_id(),
        branch_id=branch_id,
        network=new.network,
        title=new.title,
        link=new.link,
        coordinator_id=new.coordinator_id,
        position=position,
    )
    work.put(page)
    return page


def set_hours(work: Work, owner: str, hours: Hours) -> None:
    """Store the working hours of the curator or of a branch, one value per weekday."""
    for weekday, span in enumerate(hours.days):
        opens, closes = span if span else (None, None)
        work.put(WorkingHours(id=hours_id(owner, weekday), owner=owner, weekday=weekday, opens=opens, closes=closes))


def hours_id(owner: str, weekday: int) -> str:
    """The identifier of an owner's hours on a weekday: there is one value each."""
    return f"{owner}/{weekday}"
