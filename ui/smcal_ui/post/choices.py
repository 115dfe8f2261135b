"""What can be chosen in the fields of a post: pages, topics, directions, states."""

from typing import Any

from smcal.model import FIXED_STATES, NoteKind, Page, Post, State
from smcal.words import _, spoken
from smcal_ui.desk import Desk
from smcal_ui.names import page_name, state_name
from smcal_ui.post.form import OTHER_DIRECTION

Choices = list[tuple[Any, str]]


def pages(desk: Desk, post: Post) -> Choices:
    """The pages in use; the post's own too when it was put away, and none while the post has none."""
    with desk.read() as reader:
        branches = {branch.id: branch for branch in reader.branches()}
        known: list[Page] = list(desk.book.pages)
        if post.page_id is not None and all(page.id != post.page_id for page in known):
            known += [page for page in reader.pages(archived=True) if page.id == post.page_id]
    return ([(None, _("none"))] if post.page_id is None else []) + [(p.id, page_name(p, branches)) for p in known]


def topics(desk: Desk) -> Choices:
    """The pack's topics by number."""
    language = spoken().language
    shown = [(topic.id, _numbered(topic.id, topic.title.within(language))) for topic in desk.workspace.pack().topics]
    return [(None, _("none")), *shown]


def short_topics(desk: Desk) -> dict[str, str]:
    """What stands for each of the topics where there is little room."""
    language = spoken().language
    listed = desk.workspace.pack().topics
    return {_numbered(t.id, t.title.within(language)): _numbered(t.id, t.short.within(language)) for t in listed}


def directions(desk: Desk) -> Choices:
    """The pack's directions, and one that somebody had to agree to."""
    language = spoken().language
    shown = [(direction.id, direction.title.within(language)) for direction in desk.workspace.pack().directions]
    return [(None, _("none")), *shown, (OTHER_DIRECTION, _("other, with the administration’s consent"))]


def events(desk: Desk, post: Post) -> Choices:
    """City events on the day of the post or later, by date (of an undated one: from today); its own in any case."""
    first = post.date or desk.today
    shown = [
        (event.id, f"{desk.dates.day(event.date)} · {event.text}")
        for event in desk.book.facts.events
        if event.id == post.event_id or (event.kind is NoteKind.CITY_EVENT and event.date >= first)
    ]
    return [(None, _("none")), *shown]


def states(post: Post) -> Choices:
    """The state as it is, and what a person may make of it by hand: put on hold, cancel, take up again."""
    own = (post.state, state_name(post.state))
    if post.state in FIXED_STATES:
        return [own]
    again = State.DRAFT if post.date is not None else State.IDEA
    offered: Choices = [
        (State.ON_HOLD, _("Put on hold")),
        (State.CANCELLED, _("Cancel this post")),
        (again, _("Take up again")),
    ]
    stopped = post.state in {State.ON_HOLD, State.CANCELLED, State.REJECTED}
    return [own] + [
        (state, text) for state, text in offered if state is not post.state and (state is not again or stopped)
    ]


def _numbered(number: int, name: str) -> str:
    return f"{number} · {name}"
