"""The sentence at the top of a post: by when to hand it in, or what became of it."""

import datetime as dt

import msgspec

from smcal.model import COUNTED_STATES, Post, State
from smcal.regulation import Scope
from smcal.words import _, ngettext
from smcal_ui.dates import LocaleDates


class Notice(msgspec.Struct, frozen=True):
    """A short text and how it is meant: ok, warn, bad or plain."""

    text: str
    level: str
    counted: bool = False  # days were counted, and can be shown one by one


def deadline_notice(post: Post, scope: Scope, dates: LocaleDates, told: bool = False) -> Notice:
    """What the working-time window says about a post now, and whether days were counted for it."""
    notice = _notice(post, scope, dates, told)
    counted = post.date is not None and post.state in COUNTED_STATES and scope.pack.submission is not None
    return msgspec.structs.replace(notice, counted=counted and post.state is not State.PUBLISHED)


def _notice(post: Post, scope: Scope, dates: LocaleDates, told: bool) -> Notice:
    """What the working-time window says about a post now (spb-cbs 5.6, 5.11).

    With `told` a finding says by when it had to be handed in: only a caution about the calendar is left to say.
    """
    if post.state is State.PUBLISHED:
        return Notice(_("Published"), "ok")
    if post.date is None:
        return Notice(_("In the tray: give it a date to put it into the plan."), "plain")
    if post.state not in COUNTED_STATES or scope.pack.submission is None:
        return Notice("", "plain")
    if told:
        return _cautious(Notice("", "plain"), post, scope)
    by = scope.worktime.submit_by(post.date)
    if post.state in {State.SUBMITTED, State.APPROVED, State.SCHEDULED}:
        notice = Notice(_("Handed in; the last day was {moment}").format(moment=dates.moment(by)), "ok")
    elif not scope.worktime.is_late(scope.now, post.date):
        notice = Notice(_open(by, scope, dates), "ok")
    else:
        return _late(post, by, scope, dates)
    return _cautious(notice, post, scope)


def _late(post: Post, by: dt.datetime, scope: Scope, dates: LocaleDates) -> Notice:
    assert post.date is not None
    if post.date < scope.now.date():
        return Notice(_("This day has passed and the post was not handed in."), "warn")
    if post.urgent and post.urgent_reason:
        due = dates.moment(scope.worktime.urgent_due(scope.now))
        return Notice(_("Urgent: if it is handed in now, the decision is due by {moment}").format(moment=due), "warn")
    late = Notice(_("Late: it had to be handed in by {moment}").format(moment=dates.moment(by)), "bad")
    return _cautious(late, post, scope)


def _cautious(notice: Notice, post: Post, scope: Scope) -> Notice:
    if not _provisional(scope, post):
        return notice
    text = _("(provisional: the calendar of that year is not decreed yet)")
    return Notice(f"{notice.text} {text}".lstrip(), notice.level)


def _open(by: dt.datetime, scope: Scope, dates: LocaleDates) -> str:
    left = scope.worktime.working_days_between(scope.now.date(), by.date())
    if by.date() == scope.now.date():
        return _("Hand in today by {time}").format(time=by.strftime("%H:%M"))
    text = ngettext("Hand in by {moment}, {n} working day left", "Hand in by {moment}, {n} working days left", left)
    return text.format(moment=dates.moment(by), n=left)


def _provisional(scope: Scope, post: Post) -> bool:
    assert post.date is not None
    return scope.worktime.provisional(min(scope.now.date(), post.date), post.date)
