"""The summary at the head of a plan: what the regulation asks, and how the plan answers."""

from collections.abc import Iterator

from smcal.documents.dates import NBSP, BabelDates
from smcal.documents.plan import Coverage, Fit, PartnerShare, PlanDocument, WeekCount
from smcal.documents.sheet import Chip
from smcal.regulation.clauses import first_clause_text
from smcal.words import Words


def chips(document: PlanDocument, dates: BabelDates, w: Words) -> tuple[Chip, ...]:
    """Posts per week, in time or late, topics, share of partners, each with its clause; and departures."""
    several_quarters = len(document.coverage) > 1
    return (
        *_week_chips(document, w),
        *_window_chips(document, w),
        *_provisional_chips(document, w),
        *(_coverage_chip(quarter, several_quarters, dates, w) for quarter in document.coverage),
        *_share_chips(document.shares, dates, w),
        *_departure_chips(document, w),
    )


def _cite(text: str, clause: str, w: Words) -> str:
    return f"{text} · {first_clause_text(clause, w)}" if clause else text


def week_note(count: WeekCount, w: Words) -> Chip:
    """As in «4 поста: норма 2–7 · п. 5.8»."""
    posts = w.ngettext("{n} post", "{n} posts", count.count).format(n=count.count)
    norm = _norm(count, w)
    text = w.gettext("{posts}: norm {norm}").format(posts=posts, norm=norm) if norm else posts
    return Chip(_cite(text, count.clause, w), _tone(count.fit) if norm else "plain")


def _norm(count: WeekCount, w: Words) -> str:
    match count.minimum, count.maximum:
        case None, None:
            return ""
        case None, most:
            return w.gettext("at most {n}").format(n=most)
        case least, None:
            return w.gettext("at least {n}").format(n=least)
        case least, most:
            return f"{least}–{most}"


def _tone(fit: Fit) -> str:
    return {Fit.OK: "good", Fit.LOW: "warn", Fit.HIGH: "bad"}[fit]


def _week_chips(document: PlanDocument, w: Words) -> Iterator[Chip]:
    if len(document.weeks) == 1:
        yield week_note(document.weeks[0], w)
        return
    if not document.weeks:
        return
    any_week = document.weeks[0]
    total = len(document.weeks)
    fine = sum(week.fit is Fit.OK for week in document.weeks)
    posts = w.ngettext("{n} post", "{n} posts", len(document.posts)).format(n=len(document.posts))
    if not _norm(any_week, w):
        yield Chip(posts)
        return
    text = w.gettext("{posts}; norm {norm} a week kept in {fine} of {total}").format(
        posts=posts, norm=_norm(any_week, w), fine=fine, total=total
    )
    worst = next((fit for fit in (Fit.HIGH, Fit.LOW) if any(week.fit is fit for week in document.weeks)), Fit.OK)
    yield Chip(_cite(text, any_week.clause, w), _tone(worst))


def _window_chips(document: PlanDocument, w: Words) -> Iterator[Chip]:
    if not document.window_clause or not document.posts:
        return
    late, urgent = len(document.late), len(document.urgent)
    if late:
        text, tone = w.ngettext("{n} post is late", "{n} posts are late", late).format(n=late), "bad"
    elif urgent:
        text = w.ngettext("in time, except {n} urgent post", "in time, except {n} urgent posts", urgent)
        text, tone = text.format(n=urgent), "warn"
    elif document.gone:
        return  # neither in time nor to be mended: the advice says so
    else:
        text, tone = w.gettext("in time"), "good"
    yield Chip(_cite(text, document.window_clause, w), tone)


def _provisional_chips(document: PlanDocument, w: Words) -> Iterator[Chip]:
    """What the star beside a deadline means."""
    if document.undecreed:
        years = _list([str(year) for year in document.undecreed], w)
        text = w.ngettext(
            "* provisional: the calendar of {years} is not decreed yet",
            "* provisional: the calendars of {years} are not decreed yet",
            len(document.undecreed),
        )
        yield Chip(text.format(years=years))


def _coverage_chip(coverage: Coverage, several: bool, dates: BabelDates, w: Words) -> Chip:
    name = dates.short_span(coverage.period) if several else ""
    text = w.gettext("topics of the quarter: {covered} of {asked}").format(
        covered=coverage.covered, asked=coverage.asked
    )
    if name:
        text = w.gettext("topics {span}: {covered} of {asked}").format(
            span=name, covered=coverage.covered, asked=coverage.asked
        )
    if coverage.missing:
        numbers = _list([str(topic.number) for topic in coverage.missing], w)
        text = w.gettext("{text}, missing {topics}").format(text=text, topics=numbers)
    return Chip(_cite(text, coverage.clause, w), "warn" if coverage.missing else "good")


def _share_chips(shares: tuple[PartnerShare, ...], dates: BabelDates, w: Words) -> Iterator[Chip]:
    """Every month that has too much of it, else one line with the highest share."""
    too_much = [share for share in shares if share.share > share.limit]
    for share in too_much:
        text = w.gettext("partner posts, {month}: {percent}")
        text = text.format(month=dates.month(share.period.first), percent=_percent(share, w))
        yield Chip(_cite(text, share.clause, w), "warn")
    if shares and not too_much:
        highest = max(shares, key=lambda share: share.share)
        text = w.gettext("partner posts: {percent}")
        if len(shares) > 1 and highest.partners:
            text = w.gettext("partner posts: up to {percent} a month")
        yield Chip(_cite(text.format(percent=_percent(highest, w)), highest.clause, w), "good")


def _departure_chips(document: PlanDocument, w: Words) -> Iterator[Chip]:
    n = len(document.departures)
    if n:
        text = w.ngettext("{n} departure from the regulation", "{n} departures from the regulation", n)
        yield Chip(text.format(n=n), "warn")


def _percent(share: PartnerShare, w: Words) -> str:
    space = "" if w.language == "en" else NBSP
    return f"{share.share * 100:.0f}{space}%"


def _list(parts: list[str], w: Words) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return w.gettext("{parts} and {last}").format(parts=", ".join(parts[:-1]), last=parts[-1])
