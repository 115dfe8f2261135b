"""The curator's answer to several posts: all of it, or none and why for each."""

import datetime as dt
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

import msgspec

from smcal.model import Decision, Post
from smcal.planning.answer import answer
from smcal.planning.refusal import Refused
from smcal.store.reader import Reader
from smcal.store.work import Work
from smcal.words import _, ngettext
from smcal.worktime.zone import to_instant, to_local

NOON = dt.time(12)


class Reply(msgspec.Struct, frozen=True):
    """What the curator said about one post."""

    post_id: str
    decision: Decision
    comment: str = ""


class NotAnswered(Refused):
    """Something of the answer cannot stand; `by_post` says of which posts, and why."""

    def __init__(self, by_post: Mapping[str, Refused]) -> None:
        text = ngettext(
            "Nothing was saved: {n} post cannot be answered like that.",
            "Nothing was saved: {n} posts cannot be answered like that.",
            len(by_post),
        )
        super().__init__(text.format(n=len(by_post)))
        self.by_post = dict(by_post)


class AnswerTooEarly(Refused):
    """Nobody answers what they have not got yet."""

    def __init__(self) -> None:
        super().__init__(_("The post was handed in later than that: choose the day on which the answer came."))


class AnswerAhead(Refused):
    """An answer is entered once it is there."""

    def __init__(self) -> None:
        super().__init__(_("This day is still to come: choose the day on which the answer came."))


def answer_all(
    work: Work, replies: Sequence[Reply], *, curator_id: str | None, day: dt.date, at: dt.datetime
) -> list[Post]:
    """Record what the curator said on a local day, entered at an instant (UTC); returns the posts in their new states.

    Raises `AnswerAhead`, or `NotAnswered` with what `answer` refuses of each post; then nothing may be kept.
    """
    if day > to_local(at, _zone(work.read)).date():
        raise AnswerAhead
    done, refused = [], {}
    for reply in replies:
        try:
            done.append(_answer(work, reply, curator_id, day, at))
        except Refused as why:
            refused[reply.post_id] = why
    if refused:
        raise NotAnswered(refused)
    return done


def _answer(work: Work, reply: Reply, curator_id: str | None, day: dt.date, at: dt.datetime) -> Post:
    moment = _moment(work.read, reply.post_id, day, at)
    return answer(work, reply.post_id, reply.decision, comment=reply.comment, curator_id=curator_id, at=moment)


def _moment(reader: Reader, post_id: str, day: dt.date, at: dt.datetime) -> dt.datetime:
    """The instant of an answer that is known by its day: now, else noon, but after what went before it."""
    zone, submission = _zone(reader), reader.latest_submission(post_id)
    if submission is None or day == to_local(at, zone).date():
        return at
    if day < to_local(submission.at, zone).date():
        raise AnswerTooEarly
    before = [submission.at, *(said.at for said in reader.verdicts(post_id))]
    return max(to_instant(dt.datetime.combine(day, NOON), zone), max(before) + dt.timedelta(seconds=1))


def _zone(reader: Reader) -> ZoneInfo:
    return ZoneInfo(reader.settings().zone)
