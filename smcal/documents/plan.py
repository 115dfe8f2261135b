"""What a plan document says, in neutral values: every writer is given the same one."""

import datetime as dt
from enum import StrEnum
from zoneinfo import ZoneInfo

import msgspec

from smcal.model import Decision, MediaKind, Network, Period, State
from smcal.worktime.zone import to_instant


class Fit(StrEnum):
    """How a count lies to its norm."""

    OK = "ok"
    LOW = "low"
    HIGH = "high"


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A topic of the regulation, in the document's language."""

    number: int
    title: str


class WeekCount(msgspec.Struct, frozen=True, kw_only=True):
    """The posts of one whole ISO week, held against the norm."""

    week: Period
    count: int
    minimum: int | None = None  # None: the regulation sets no norm
    maximum: int | None = None
    clause: str = ""
    fit: Fit = Fit.OK


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """The mandatory topics of one quarter (or of the pack's own period)."""

    period: Period
    covered: int
    asked: int
    missing: tuple[Topic, ...] = ()
    clause: str = ""


class PartnerShare(msgspec.Struct, frozen=True, kw_only=True):
    """Partner posts in one month (or the pack's own period)."""

    period: Period
    partners: int
    total: int
    limit: float  # the largest share that is still fine, 0.5 for a half
    clause: str = ""

    @property
    def share(self) -> float:
        """Between 0 and 1; a period without posts has none."""
        return self.partners / self.total if self.total else 0.0


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """One attached file: a picture, or anything else that goes with a post."""

    kind: MediaKind
    name: str
    path: str = ""  # the stored file; empty or missing on disk: only its name is told
    thumbnail: str = ""  # a smaller copy, taken where it is large enough
    alt: str = ""
    borrowed: bool = False
    author: str = ""
    source: str = ""


class PlannedPost(msgspec.Struct, frozen=True, kw_only=True):
    """One post as the curator reads it."""

    id: str
    date: dt.date
    time: dt.time | None = None
    topic: Topic | None = None
    direction: str = ""
    title: str = ""
    text: str = ""
    media: tuple[Picture, ...] = ()
    borrowed: bool = False  # the text is borrowed
    author: str = ""
    source: str = ""
    partner: str = ""
    artwork_ordered: bool = False  # pictures are still with the designer
    submit_by: dt.datetime | None = None  # naive local; None: the regulation has no window
    late: bool = False  # handed in (or handed in now) after `submit_by`
    gone: bool = False  # its day has passed without its being handed in
    urgent: bool = False
    urgent_reason: str = ""
    decision_due: dt.datetime | None = None  # naive local; of an urgent post
    state: State = State.DRAFT
    decision: Decision | None = None  # the curator's answer so far
    comment: str = ""


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """What a check says, worded in the document's language."""

    text: str
    clause: str = ""
    date: dt.date | None = None
    post_id: str | None = None


class Departure(msgspec.Struct, frozen=True, kw_only=True):
    """A required finding that somebody decided not to mend: why the plan goes all the same."""

    clause: str
    text: str  # the finding as it read when it was overridden
    reason: str
    person: str
    at: dt.datetime  # naive local
    regulation: str = ""  # where it is another one than the plan's
    version: int = 1
    date: dt.date | None = None
    post_id: str | None = None


class PlanDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A page's plan for a period, as it is handed to the curator or put on paper. Moments are naive local ones."""

    library: str
    branch: str
    page: str
    network: Network
    period: Period
    posts: tuple[PlannedPost, ...]
    made: dt.datetime
    zone: str = "UTC"  # IANA name: where the clock of these moments hangs
    number: int | None = None  # None: a draft that was not handed in
    version: int | None = None
    submitted: dt.datetime | None = None
    effective: dt.datetime | None = None  # from when it counts; differs from `submitted` outside working hours
    coordinator: str = ""
    curator: str = ""
    handed_in_by: str = ""
    regulation: str = ""
    regulation_version: int = 1
    weeks: tuple[WeekCount, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    shares: tuple[PartnerShare, ...] = ()
    window_clause: str = ""  # of the submission window; empty: there is none
    undecreed: tuple[int, ...] = ()  # years of its deadlines whose days off the government has not moved yet
    blockers: tuple[Remark, ...] = ()
    advice: tuple[Remark, ...] = ()
    of_the_page: int = (
        0  # how much more advice is about the page whatever its posts are: the curator gets no list of it
    )
    departures: tuple[Departure, ...] = ()
    digest: str = ""
    approval: bool = True  # the regulation has plans agreed to, or somebody has decided all the same
    topics: bool = True  # posts have topics
    directions: bool = True  # posts have directions

    @property
    def instant(self) -> dt.datetime:
        """When it was made, aware."""
        return to_instant(self.made, ZoneInfo(self.zone))

    def provisional(self, first: dt.date, last: dt.date) -> bool:
        """Whether a deadline counted over these days may still change."""
        return any(first.year <= year <= last.year for year in self.undecreed)

    @property
    def gone(self) -> tuple[PlannedPost, ...]:
        """The posts whose day has passed without their being handed in."""
        return tuple(post for post in self.posts if post.gone)

    @property
    def urgent(self) -> tuple[PlannedPost, ...]:
        """The posts that are marked urgent."""
        return tuple(post for post in self.posts if post.urgent)

    @property
    def late(self) -> tuple[PlannedPost, ...]:
        """The posts that are late and were not marked urgent."""
        return tuple(post for post in self.posts if post.late and not post.urgent)
