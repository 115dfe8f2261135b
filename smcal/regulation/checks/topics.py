"""Every mandatory topic once a quarter (spb-cbs 5.9, Appendix 2)."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from smcal.model import DayNote, NoteKind, Page, Period
from smcal.regulation.check import Check, Say, Voice, given
from smcal.regulation.finding import Finding
from smcal.regulation.look import Look, stretches_of
from smcal.regulation.pack import Topic
from smcal.words import inside


class Reason(StrEnum):
    """Why a page has to cover a topic in a stretch of time, or why it does not."""

    ALWAYS = "always"
    HAS_COLLECTION = "has-collection"
    NO_COLLECTION = "no-collection"
    EVENT_RECORDED = "event-recorded"
    NO_EVENT = "no-event"


class TopicReason(NamedTuple):
    """Why a topic is due or not; `note` is the change of service that asks for it."""

    case: Reason
    note: DayNote | None = None

    @property
    def due(self) -> bool:
        """Whether the page has to cover it."""
        return self.case in (Reason.ALWAYS, Reason.HAS_COLLECTION, Reason.EVENT_RECORDED)


def topic_reason(topic: Topic, page: Page, events: Iterable[DayNote], stretch: Period) -> TopicReason:
    """Why a page has to cover a topic in a stretch of time, or why not; `events` are the library's, as in `Facts`."""
    if topic.applies == "always":
        return TopicReason(Reason.ALWAYS)
    if topic.applies == "if-available":
        return TopicReason(Reason.HAS_COLLECTION if page.has_collection else Reason.NO_COLLECTION)
    note = next((note for note in events if _asks(note, page) and note.date in stretch), None)
    return TopicReason(Reason.EVENT_RECORDED if note else Reason.NO_EVENT, note)


def topics_due(look: Look, stretch: Period) -> list[Topic]:
    """The topics that a page has to cover in a stretch of time."""
    page, events = look.page, look.notes(NoteKind.SERVICE_CHANGE, stretch.first, stretch.last)
    return [t for t in look.pack.topics if t.applies == "always" or topic_reason(t, page, events, stretch).due]


def coverage(look: Look, say: Say) -> Iterator[Finding]:
    """Topics that a page has not planned in a whole quarter (or month) that the period touches."""
    for stretch in stretches_of(look.period, given(look.pack.coverage).period):
        past = stretch.last < look.ground.today  # what is past is only advice, and this is kept from day to day
        yield from look.once(("topics", stretch, past), partial(_missing, look, say, stretch))


def _missing(look: Look, say: Say, stretch: Period) -> list[Finding]:
    covered = {post.topic for post in look.between(stretch.first, stretch.last)}
    return [
        say.cite(topic.clause).page(
            look,
            f"create-topic:{topic.id}",
            topic=topic.id,
            title=topic.title,
            short=topic.short,
            first=stretch.first,
            last=stretch.last,
        )
        for topic in topics_due(look, stretch)
        if topic.id not in covered
    ]


def _asks(note: DayNote, page: Page) -> bool:
    return note.kind is NoteKind.SERVICE_CHANGE and note.branch_id in (None, page.branch_id)


def _sentence(finding: Finding, voice: Voice) -> str:
    topic = inside(finding.args["title"].within(voice.words.language), voice.words.language)
    return voice.gettext("No post on “{topic}” from {first} to {last}").format(topic=topic, **voice.span(finding))


def _badge(finding: Finding, voice: Voice) -> str:
    topic = inside(finding.args["short"].within(voice.words.language), voice.words.language)
    return voice.gettext("no “{topic}”").format(topic=topic)


RULES = {"topics.coverage": Check(coverage, _sentence, _badge, "coverage")}
