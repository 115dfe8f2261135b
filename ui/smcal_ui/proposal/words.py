"""A proposal in words: why a post, where it comes from, what stays unmet and why, and what was done."""

from collections.abc import Sequence

from smcal.model import COUNTED_STATES, Plan, Post
from smcal.model.period import week_of
from smcal.planning.proposal import Cause, Item, Lack, NoDay
from smcal.regulation import Pack
from smcal.words import N_, _, inside, ngettext
from smcal_ui.coverage.words import titled
from smcal_ui.dates import LocaleDates

LACKS = {
    Lack.NO_DAY_IN_TIME: N_("the days left are past or too near to hand a plan in"),
    Lack.URGENT: N_("only an urgent post would still be in time"),
    Lack.OUTSIDE: N_("only days outside the chosen ones would help"),
    Lack.NO_ROOM: N_("the weeks are full"),
    Lack.PLANNED_SO: N_("it stands in the plan already: only you can move or drop it"),
    Lack.LEFT_OUT: N_("a proposed post would meet it, but has no tick"),
    Lack.CHOSEN: N_("because of what you changed"),
}

NOT_THERE = {
    NoDay.PAST: N_("This day has passed: nothing can be planned for it."),
    NoDay.OUTSIDE: N_("Only the days chosen above are planned here."),
}


def why(item: Item, pack: Pack, plan: Plan) -> str:
    """Why a post is proposed: «тема 6 нужна в этом квартале»."""
    match item.cause:
        case Cause.EVENT:
            return _("no announcement yet")
        case Cause.TOPIC:
            monthly = pack.coverage is not None and pack.coverage.period == "month"
            text = _("topic {n} is owed this month") if monthly else _("topic {n} is owed this quarter")
            return text.format(n=item.post.topic)
        case Cause.FREQUENCY:
            return _frequency(_planned_in_week(item.post, plan), pack)
        case Cause.SHARE:
            percent = round(100 * pack.partners.share) if pack.partners else 100
            return _("so partners have no more than {percent}%").format(percent=percent)
        case Cause.TRAY:
            return _("it waits in the tray, and there is room")


def origin(item: Item) -> str:
    """Where a post comes from."""
    return _("new: to be written") if item.new else _("from the tray")


def lack(of: Lack) -> str:
    """Why something cannot be met."""
    return _(LACKS[of])


def not_there(of: NoDay) -> str:
    """Why a post cannot stand on a day."""
    return _(NOT_THERE[of])


def how_to_move() -> str:
    """How a day or a time is changed."""
    return _("To move a post: drag its card, press F2, or Alt with an arrow")


def moved(proposed: Item, item: Item, reason: str, dates: LocaleDates) -> str:
    """What was proposed before somebody changed it, and why."""
    before, now = proposed.post, item.post
    assert before.date is not None
    parts = [_("“{title}”").format(title=inside(titled(before)))] if before.id != now.id else []
    parts += [dates.day(before.date)] if before.date != now.date else []
    parts += [dates.time(before.time)] if before.time is not None and before.time != now.time else []
    return _("was {place}; {reason}").format(place=", ".join(parts), reason=reason)


def judgement(count: int, ticked: int, unmet: int, planned: int) -> tuple[str, str]:
    """What comes of `ticked` posts of `count` while so many things stay unmet, and how that is meant.

    `planned`: how many of these lie in what stands in the plan already, where no proposal helps.
    """
    if not count:
        if not unmet:
            return _("Nothing needs to be proposed: what the regulation asks for is planned already."), "ok"
        if planned == unmet:
            return _("Nothing needs to be proposed; what is planned already has to be looked at: see below."), "warn"
        return _("Nothing can be proposed for these days; what stays unmet is listed below, and why."), "warn"
    if not ticked:
        return _("Nothing is ticked: nothing would change."), "plain"
    if not unmet:
        return _("With these posts, numbers, topics, partners' share and deadlines hold."), "ok"
    text = ngettext(
        "{n} thing stays unmet even so: it is listed below, and why.",
        "{n} things stay unmet even so: they are listed below, and why.",
        unmet,
    )
    return text.format(n=unmet), "warn"


def left_over(posts: Sequence[Post]) -> str:
    """What of the tray has found no place."""
    if not posts:
        return ""
    titles = [titled(post) for post in posts]
    named = " · ".join(titles[:3])
    if len(titles) > 3:
        named += _(" and {n} more").format(n=len(titles) - 3)
    text = ngettext(
        "{n} post of the tray has found no place: {titles}.",
        "{n} posts of the tray have found no place: {titles}.",
        len(posts),
    )
    return text.format(n=len(posts), titles=named)


def done(items: Sequence[Item]) -> str:
    """What was done: «Добавлено 7 постов: 3 из списка без даты, 4 новых»."""
    new = sum(item.new for item in items)
    waiting = len(items) - new
    parts = [
        _("{n} from the tray").format(n=waiting) if waiting else "",
        _("{n} new, to be written").format(n=new) if new else "",
    ]
    text = ngettext("{n} post planned: {parts}.", "{n} posts planned: {parts}.", len(items))
    return text.format(n=len(items), parts=", ".join(filter(None, parts)))


def _frequency(planned: int, pack: Pack) -> str:
    if planned == 0:
        return _("the week has no posts yet")
    least = pack.frequency.min if pack.frequency else 0
    text = ngettext("the week has only {n} post of {min}", "the week has only {n} posts of {min}", planned)
    return text.format(n=planned, min=least)


def _planned_in_week(post: Post, plan: Plan) -> int:
    assert post.date is not None and post.page_id is not None
    week = week_of(post.date)
    row = plan.posts.get(post.page_id, ())
    return sum(p.date is not None and p.date in week and p.state in COUNTED_STATES and not p.binned for p in row)
