"""What a unit of work changed: undo step, history, news for views and base of a merge in one value."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from smcal.model import (
    Attachment,
    Branch,
    CalendarChange,
    Confirmation,
    DayNote,
    KeptPack,
    Media,
    Override,
    Page,
    Person,
    Post,
    Removal,
    Setting,
    Submission,
    SubmittedPost,
    Verdict,
    WorkingHours,
    new_id,
)

Value = (
    Branch
    | Page
    | Person
    | Post
    | Media
    | Attachment
    | Submission
    | SubmittedPost
    | Verdict
    | DayNote
    | CalendarChange
    | WorkingHours
    | Setting
    | KeptPack
    | Override
    | Confirmation
    | Removal
)


class Area(StrEnum):
    """One kind of stored value; the word is the name of its table."""

    BRANCHES = "branch"
    PAGES = "page"
    PEOPLE = "person"
    POSTS = "post"
    MEDIA = "media"
    ATTACHMENTS = "attachment"
    SUBMISSIONS = "submission"
    SUBMITTED_POSTS = "submitted_post"
    VERDICTS = "verdict"
    DAY_NOTES = "day_note"
    CALENDAR_CHANGES = "calendar_change"
    WORKING_HOURS = "working_hours"
    SETTINGS = "setting"
    PACKS = "kept_pack"
    OVERRIDES = "override"
    CONFIRMATIONS = "confirmation"
    REMOVALS = "removal"


VALUES: dict[Area, type[Value]] = {
    Area.BRANCHES: Branch,
    Area.PAGES: Page,
    Area.PEOPLE: Person,
    Area.POSTS: Post,
    Area.MEDIA: Media,
    Area.ATTACHMENTS: Attachment,
    Area.SUBMISSIONS: Submission,
    Area.SUBMITTED_POSTS: SubmittedPost,
    Area.VERDICTS: Verdict,
    Area.DAY_NOTES: DayNote,
    Area.CALENDAR_CHANGES: CalendarChange,
    Area.WORKING_HOURS: WorkingHours,
    Area.SETTINGS: Setting,
    Area.PACKS: KeptPack,
    Area.OVERRIDES: Override,
    Area.CONFIRMATIONS: Confirmation,
    Area.REMOVALS: Removal,
}
AREAS: dict[type[Any], Area] = {kind: area for area, kind in VALUES.items()}


class Change(msgspec.Struct, frozen=True):
    """One value before and after; None before is an addition, None after a removal."""

    area: Area
    id: str
    before: Value | None
    after: Value | None


class ChangeSet(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one unit of work changed; falsy when that is nothing."""

    id: str
    at: datetime  # UTC
    person_id: str | None = None
    label: str = ""  # what was done, for people, as in "Move post"
    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def ids(self, area: Area) -> frozenset[str]:
        """The identifiers of the changed values of one kind."""
        return frozenset(change.id for change in self.changes if change.area is area)

    def inverse(self) -> "ChangeSet":
        """The change set that takes this one back."""
        turned = tuple(Change(c.area, c.id, c.after, c.before) for c in reversed(self.changes))
        return msgspec.structs.replace(self, id=new_id(), changes=turned)

    def then(self, later: "ChangeSet") -> "ChangeSet":
        """This and a later one as a single step; what ends as it began drops out."""
        return msgspec.structs.replace(self, id=new_id(), at=later.at, changes=fold((*self.changes, *later.changes)))


def fold(changes: Iterable[Change]) -> tuple[Change, ...]:
    """One change a value, from its first `before` to its last `after`, without those that change nothing."""
    folded: dict[tuple[Area, str], Change] = {}
    for change in changes:
        first = folded.get((change.area, change.id), change)
        folded[change.area, change.id] = Change(change.area, change.id, first.before, change.after)
    return tuple(change for change in folded.values() if change.before != change.after)
