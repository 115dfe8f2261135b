"""The figures of the summary, counted as the checks count them."""

from smcal.documents.plan import Coverage, Fit, PartnerShare, Topic, WeekCount
from smcal.model import Period
from smcal.regulation.checks.partners import of_partners
from smcal.regulation.checks.topics import topics_due
from smcal.regulation.look import Look, stretches_of
from smcal.words import Words


def week_counts(look: Look) -> tuple[WeekCount, ...]:
    """Every whole ISO week that the period touches, held against the norm of the pack (spb-cbs 5.8)."""
    norm = look.pack.frequency
    least, most = (norm.min, norm.max) if norm else (None, None)
    return tuple(
        WeekCount(
            week=Period(week.first, week.last),
            count=count,
            minimum=least,
            maximum=most,
            clause=norm.clause if norm else "",
            fit=_fit(count, least, most),
        )
        for week, count in look.weeks
    )


def _fit(count: int, least: int | None, most: int | None) -> Fit:
    if most is not None and count > most:
        return Fit.HIGH
    return Fit.LOW if least is not None and count < least else Fit.OK


def coverage(look: Look, words: Words) -> tuple[Coverage, ...]:
    """The topics of every quarter (or month) that the period touches (spb-cbs 5.9)."""
    asked = look.pack.coverage
    if asked is None:
        return ()
    figures = []
    for stretch in stretches_of(look.period, asked.period):
        due = topics_due(look, stretch)
        planned = {post.topic for post in look.between(stretch.first, stretch.last)}
        missing = tuple(
            Topic(number=topic.id, title=topic.short.within(words.language)) for topic in due if topic.id not in planned
        )
        figures.append(
            Coverage(
                period=stretch, covered=len(due) - len(missing), asked=len(due), missing=missing, clause=asked.clause
            )
        )
    return tuple(figures)


def partner_shares(look: Look) -> tuple[PartnerShare, ...]:
    """Partners' posts in every month (or quarter) that the period touches (spb-cbs 3.9)."""
    allowed = look.pack.partners
    if allowed is None:
        return ()
    return tuple(
        PartnerShare(
            period=stretch,
            partners=len(of_partners(look, posts)),
            total=len(posts),
            limit=allowed.share,
            clause=allowed.clause,
        )
        for stretch in stretches_of(look.period, allowed.period)
        for posts in [look.between(stretch.first, stretch.last)]
    )
