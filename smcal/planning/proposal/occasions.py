"""What has to be said beforehand: a change of service until its day, and a city event some days before it."""

import datetime as dt

from smcal.model import NoteKind, Page, Period, Post
from smcal.regulation import Scope, Severity
from smcal.regulation.scope import earlier


class Occasions:
    """The events of a page, and the days on which a post about one is of use."""

    def __init__(self, scope: Scope, page: Page) -> None:
        pack, events = scope.pack, scope.plan.facts.events
        self._events = {note.id: note for note in events}
        self._changes = [
            note.date
            for note in events
            if note.kind is NoteKind.SERVICE_CHANGE and note.branch_id in (None, page.branch_id)
        ]
        self._tied = {topic.id for topic in pack.topics if topic.applies == "on-event"}
        announced = pack.events if pack.severity("citywide.events") is not Severity.OFF else None
        self._before = announced.days if announced else None

    def allows(self, post: Post, day: dt.date) -> bool:
        """Whether a post would still tell of what is to come; one that is about no event may stand on any day."""
        event = self._events.get(post.event_id or "")
        if event is not None:
            early = self._before is not None and event.kind is NoteKind.CITY_EVENT
            return day <= event.date and (not early or day >= earlier(event.date, self._before or 0))
        if post.topic not in self._tied:
            return True
        quarter = Period(day, day).whole_quarters()
        return not any(date in quarter for date in self._changes) or any(date >= day for date in self._changes)

    def until(self, topic: int | None, stretch: Period, first: dt.date) -> Period:
        """A stretch as far as a post on a topic is of use: to the next change from `first` on, else to the last one."""
        dates = [date for date in self._changes if date in stretch] if topic in self._tied else []
        if not dates:
            return stretch
        return Period(stretch.first, next((date for date in dates if date >= first), dates[-1]))

    def missed(self, topic: int, stretch: Period, first: dt.date) -> bool:
        """Whether the changes that a topic tells of in the quarter of a stretch are all before `first`."""
        quarter = stretch.whole_quarters()
        dates = [date for date in self._changes if date in quarter] if topic in self._tied else []
        return bool(dates) and dates[-1] < first
