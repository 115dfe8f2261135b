"""Plans handed in to the curator, and what the curator decided."""

from datetime import date, datetime
from enum import StrEnum

import msgspec


class Decision(StrEnum):
    """What the curator said about one post."""

    APPROVED = "approved"
    CHANGES = "changes"
    REJECTED = "rejected"


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """One handing-over of a page's plan for a period."""

    id: str
    page_id: str
    first: date
    last: date
    number: int  # of the plan: one per page and period
    version: int  # of that plan, from 1
    at: datetime  # UTC
    effective: datetime  # local wall clock from which it counts
    person_id: str | None
    regulation: str  # pack id
    regulation_version: int
    digest: str  # SHA-256 of the snapshot
    pack_id: str | None = None  # the regulation word for word, as it was then: a KeptPack


class SubmittedPost(msgspec.Struct, frozen=True, kw_only=True):
    """A post exactly as it stood in one submission."""

    id: str
    submission_id: str
    post_id: str
    position: int
    snapshot: str  # the Post as JSON


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """The curator's decision about one post."""

    id: str
    post_id: str
    submission_id: str | None
    decision: Decision
    comment: str = ""
    person_id: str | None = None
    at: datetime  # UTC
