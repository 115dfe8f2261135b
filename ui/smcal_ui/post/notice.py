"""The sentence at the top of a post: where it stands, in the words of its state, and what that means for its time."""

import datetime as dt

import msgspec

from smcal.model import COUNTED_STATES, Post, State
from smcal.planning.edit import SEEN_STATES
from smcal.regulation import Scope
from smcal.words import _
from smcal_ui.dates import LocaleDates
from smcal_ui.names import state_name
from smcal_ui.post.deadline import cautious, deadline
from smcal_ui.post.said import First, Said

AGREED = frozenset({State.APPROVED, State.SCHEDULED})


class Notice(msgspec.Struct, frozen=True):
    """A short text and how it is meant: ok, warn, bad or plain."""

    text: str
    level: str
    counted: bool = False  # days were counted, and can be shown one by one

    def calmer(self) -> "Notice":
        """The same about a post that is only begun: nothing is wrong yet."""
        return msgspec.structs.replace(self, level="warn") if self.level == "bad" else self


def notice_of(post: Post, said: Said, scope: Scope, dates: LocaleDates, told: bool = False) -> Notice:
    """What is true of a post now.

    With `told` a finding says by when it had to be handed in: that is left out here.
    """
    if post.state not in COUNTED_STATES | {State.IDEA} or post.state is State.PUBLISHED:
        return _closed(post, said, dates)
    if post.date is None:
        return Notice(_("In the tray: give it a date to put it into the plan."), "plain")
    if scope.pack.submission is None:
        return Notice("", "plain")
    return _planned(post, said, scope, dates, told)


def calm_word(post: Post) -> str:
    """What an edit would do to a post that the curator has before them, or has agreed to; else ""."""
    return _("If you change it, it goes to the curator again.") if post.state in SEEN_STATES else ""


def curator_words(said: Said, dates: LocaleDates) -> str:
    """Who said what about the post, and when; "" when nothing was said."""
    verdict = said.verdict
    if verdict is None or said.decided is None or not verdict.comment.strip():
        return ""
    day = dates.plain_day(said.decided)
    if said.curator:
        text = _("The curator {person}, {day}: {comment}")
        return text.format(person=said.curator, day=day, comment=verdict.comment.strip())
    return _("The curator, {day}: {comment}").format(day=day, comment=verdict.comment.strip())


def _closed(post: Post, said: Said, dates: LocaleDates) -> Notice:
    """Of a post that has happened, or is not to."""
    if post.state is State.PUBLISHED:
        return Notice(_("Published: {link}").format(link=post.link) if post.link else _("Published"), "ok")
    text = _decided(said, dates, rejected=True) if post.state is State.REJECTED else state_name(post.state)
    return Notice(text, "plain")


def _planned(post: Post, said: Said, scope: Scope, dates: LocaleDates, told: bool) -> Notice:
    """Of a dated post, where plans are handed in."""
    if post.state in AGREED:
        return Notice(_agreed(post, said, dates), "ok")
    if post.state is State.SUBMITTED:
        return _with_curator(said, scope, dates, told)
    if said.first is not None:
        return Notice(_again(post, said.first, said.how, dates, told), "plain", counted=not told)
    if told:
        return Notice(cautious("", post, scope), "plain", counted=True)
    text, level = deadline(post, scope, dates)
    return Notice(text, level, counted=True)


def _agreed(post: Post, said: Said, dates: LocaleDates) -> str:
    text = _decided(said, dates, rejected=False)
    return _("{approved}. It is in VK’s deferred posts.").format(approved=text) if post.deferred else text


def _decided(said: Said, dates: LocaleDates, *, rejected: bool) -> str:
    """The decision with its name and day, as far as they are known."""
    if said.decided is None:
        return _("Rejected") if rejected else _("Approved")
    day = dates.plain_day(said.decided)
    if said.curator:
        text = _("Rejected: {person}, {day}") if rejected else _("Approved: {person}, {day}")
        return text.format(person=said.curator, day=day)
    return (_("Rejected on {day}") if rejected else _("Approved on {day}")).format(day=day)


def _with_curator(said: Said, scope: Scope, dates: LocaleDates, told: bool) -> Notice:
    if said.last is None or said.first is None:
        return Notice(state_name(State.SUBMITTED), "ok")
    since = _("With the curator since {day}").format(day=dates.plain_day(said.last.date()))
    if said.last.date() > said.first.date():
        return Notice(_joined(since, _first(said.first, said.how, dates), told), "ok", counted=not told)
    if said.how is First.URGENT and said.counts_from is not None:
        due = dates.moment(scope.worktime.urgent_due(said.counts_from))
        return Notice(_("Urgent: the curator’s decision is due by {moment}").format(moment=due), "ok", counted=True)
    how = _("handed in late") if said.how is First.LATE else _("handed in in time")
    return Notice(_joined(since, how, told), "ok", counted=not told)


def _again(post: Post, first: dt.datetime, how: First, dates: LocaleDates, told: bool) -> str:
    """What was handed in once and is to be handed in again is measured by the first time: it is not late."""
    back = post.state is State.CHANGES_REQUESTED
    text = _("Changes requested") if back else _("To be handed in again")
    return _joined(text, _first(first, how, dates), told)


def _first(first: dt.datetime, how: First, dates: LocaleDates) -> str:
    texts = {
        First.IN_TIME: _("first handed in in time, on {day}"),
        First.URGENT: _("first handed in as urgent, on {day}"),
        First.LATE: _("first handed in late, on {day}"),
    }
    return texts[how].format(day=dates.plain_day(first.date()))


def _joined(state: str, about_time: str, told: bool) -> str:
    return state if told else f"{state}; {about_time}"
