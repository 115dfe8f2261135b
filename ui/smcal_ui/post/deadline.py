"""By when a post that was never handed in is to be."""

import datetime as dt

from smcal.model import Post
from smcal.regulation import Scope
from smcal.words import _, ngettext
from smcal_ui.dates import LocaleDates


def deadline(post: Post, scope: Scope, dates: LocaleDates) -> tuple[str, str]:
    """What the working-time window says about a dated post now (spb-cbs 5.6, 5.11), and how it is meant."""
    assert post.date is not None
    by = scope.worktime.submit_by(post.date)
    if not scope.worktime.is_late(scope.now, post.date):
        return cautious(_open(by, scope, dates), post, scope), "ok"
    if post.date < scope.now.date():
        return _("This day has passed and the post was not handed in."), "warn"
    if post.urgent and post.urgent_reason:
        due = dates.moment(scope.worktime.urgent_due(scope.now))
        return _("Urgent: if it is handed in now, the decision is due by {moment}").format(moment=due), "warn"
    late = _("Late: it had to be handed in by {moment}").format(moment=dates.moment(by))
    return cautious(late, post, scope), "bad"


def cautious(text: str, post: Post, scope: Scope) -> str:
    """The text, with a caution where the calendar of its days may still change."""
    assert post.date is not None
    if not scope.worktime.provisional(min(scope.now.date(), post.date), post.date):
        return text
    return f"{text} {_('(provisional: the calendar of that year is not decreed yet)')}".lstrip()


def _open(by: dt.datetime, scope: Scope, dates: LocaleDates) -> str:
    left = scope.worktime.working_days_between(scope.now.date(), by.date())
    if by.date() == scope.now.date():
        return _("Hand in today by {time}").format(time=by.strftime("%H:%M"))
    text = ngettext("Hand in by {moment}, {n} working day left", "Hand in by {moment}, {n} working days left", left)
    return text.format(moment=dates.moment(by), n=left)
