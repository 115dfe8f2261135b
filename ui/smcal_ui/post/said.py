"""What is recorded of handing a post in: when, how it stood against its window, and what the curator answered."""

import datetime as dt
from enum import Enum, auto

import msgspec

from smcal.model import Post, Verdict
from smcal.regulation import Scope
from smcal.store.reader import Reader
from smcal.worktime.zone import to_local


class First(Enum):
    """How a post stood against its window when it was handed in for the first time."""

    IN_TIME = auto()
    URGENT = auto()  # too late for its window, and marked so
    LATE = auto()


class Said(msgspec.Struct, frozen=True):
    """Moments are local; `first` and `how` are those of the first handing-over: it alone is measured (spb-cbs 5.6)."""

    first: dt.datetime | None = None
    how: First = First.IN_TIME
    last: dt.datetime | None = None  # when it was handed in most recently
    counts_from: dt.datetime | None = None  # the working hour that this was taken up at
    verdict: Verdict | None = None  # the latest
    decided: dt.date | None = None
    curator: str = ""


def said_of(post: Post, reader: Reader, scope: Scope) -> Said:
    """What is recorded of a post now."""
    zone, first = scope.zone, post.first_submitted
    submission = reader.latest_submission(post.id) if first is not None else None
    verdict = next(iter(reader.verdicts(post.id)), None)
    person = scope.plan.facts.people.get(verdict.person_id or "") if verdict is not None else None
    return Said(
        first=None if first is None else to_local(first, zone),
        how=_how(post, scope),
        last=None if submission is None else to_local(submission.at, zone),
        counts_from=None if submission is None else submission.effective,
        verdict=verdict,
        decided=None if verdict is None else to_local(verdict.at, zone).date(),
        curator=person.name if person is not None else "",
    )


def _how(post: Post, scope: Scope) -> First:
    """As the check of the window sees it: by the days as they stood then."""
    if post.first_submitted is None or post.date is None or scope.pack.submission is None:
        return First.IN_TIME
    earliest = post.in_time_from or scope.worktime.horizon(to_local(post.first_submitted, scope.zone))
    if post.date >= earliest:
        return First.IN_TIME
    return First.URGENT if post.urgent else First.LATE
