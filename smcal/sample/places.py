"""Store the branches, pages and people of a sample, and remember them by their keys there."""

import datetime as dt

import msgspec

from smcal.model import CURATOR, Branch, Page, Person, Role, new_id
from smcal.planning.setup import NewBranch, NewPage, add_branch, set_hours
from smcal.sample.content import Sample, SampleBranch, SamplePerson, hours_from
from smcal.store import Work
from smcal.worktime import Hours

MONTH = dt.timedelta(days=30.5)


class Places:
    """What a sample's posts refer to, as stored."""

    def __init__(self, work: Work, sample: Sample, today: dt.date) -> None:
        self._work, self._sample, self._today = work, sample, today
        self.branches: dict[str, Branch] = {}
        self.pages: dict[str, Page] = {}
        self.people: dict[str, Person] = {}
        set_hours(work, CURATOR, Hours.default())
        for position, branch in enumerate(sample.branch):
            made = NewBranch(branch.name, _pages(branch), hours_from(branch.hours))
            self.branches[branch.key] = add_branch(work, made, position)
        for person in sample.person:
            self.people[person.key] = work.put(self._person(person))
        for branch in sample.branch:
            self._complete(branch)

    def curator(self) -> Person:
        """Who answers submissions."""
        return next(person for person in self.people.values() if person.role is Role.CURATOR)

    def _person(self, person: SamplePerson) -> Person:
        return Person(
            id=new_id(),
            name=person.name,
            role=person.role,
            branch_id=self.branches[person.branch].id if person.branch else None,
            since=self._today - person.months * MONTH,
            trained=person.trained,
            two_factor=person.two_factor,
        )

    def _complete(self, branch: SampleBranch) -> None:
        stored, coordinator = self.branches[branch.key], self.people[branch.coordinator].id
        head = self.people[branch.head].id if branch.head else None
        self.branches[branch.key] = self._work.put(msgspec.structs.replace(stored, head_id=head))
        there = [page for page in self._work.read.pages() if page.branch_id == stored.id]
        for made, page in zip(branch.pages, there, strict=True):
            full = msgspec.structs.replace(
                page,
                coordinator_id=coordinator,
                approval_day=made.day,
                has_collection=made.collection,
                owner_id=self.people[made.owner or self._sample.owner].id,
                administrator_ids=(coordinator,),
            )
            self.pages[made.key] = self._work.put(full)


def _pages(branch: SampleBranch) -> tuple[NewPage, ...]:
    return tuple(NewPage(page.network, page.title, page.link) for page in branch.pages)
