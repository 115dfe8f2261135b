"""A post: one planned publication on one page."""

import datetime as dt
from enum import StrEnum

import msgspec


class State(StrEnum):
    """How far a post has come; a planned date never publishes anything by itself."""

    IDEA = "idea"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    CHANGES_REQUESTED = "changes-requested"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    REJECTED = "rejected"
    ON_HOLD = "on-hold"
    CANCELLED = "cancelled"
    REMOVED = "removed"


COUNTED_STATES = frozenset(
    {State.DRAFT, State.SUBMITTED, State.CHANGES_REQUESTED, State.APPROVED, State.SCHEDULED, State.PUBLISHED}
)
"""States that count towards 2-7 posts a week (spb-cbs 5.8), coverage and shares."""

FIXED_STATES = frozenset({State.PUBLISHED, State.REMOVED})
"""States in which a post has happened: it is never moved."""


OTHER_DIRECTION = "other"
"""A direction outside the pack's list, chosen as such: the administration's consent is recorded (spb-cbs 4.2)."""


class Artwork(StrEnum):
    """Pictures ordered from the designer (spb-cbs 5.7)."""

    NONE = "none"
    ORDERED = "ordered"
    ARRIVED = "arrived"


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """One publication planned for one page. Without a date it lies in the tray; there it may lack a page too."""

    id: str
    page_id: str | None = None
    date: dt.date | None = None
    time: dt.time | None = None  # wall clock in the workspace's zone
    title: str = ""
    text: str = ""
    state: State = State.DRAFT
    topic: int | None = None  # number in the pack's list (spb-cbs Appendix 2)
    direction: str | None = None  # identifier in the pack's list (spb-cbs 4.1)
    direction_consent: str = ""  # who in the administration agreed to a direction outside the list (4.2)
    urgent: bool = False
    urgent_reason: str = ""
    partner: str = ""  # name of the partner whose material this is (3.9)
    pr_consent: bool = False  # the PR service has agreed
    borrowed: bool = False  # the text is borrowed (5.7)
    author: str = ""
    source: str = ""
    artwork: Artwork = Artwork.NONE
    deferred: bool = False  # placed in VK's deferred posts (5.6)
    link: str = ""  # where it was published
    note: str = ""  # for colleagues, never published
    first_submitted: dt.datetime | None = None  # UTC; when it was first handed in to the curator
    binned: dt.datetime | None = None  # UTC; in the bin since
    event_id: str | None = None  # the note on a day that this post announces (4.1)
    personal_data: bool = False  # names or shows people (ogre-novads 8.2)
    data_consent: str = ""  # who has agreed, and where that is kept
    mistake: str = ""  # found after publication (espelkamp, „Zu Fehlern stehen“)
    corrected: bool = False  # and put right where readers see it
    in_time_from: dt.date | None = None  # what it was first handed in with was in time from this date on, as days stood
