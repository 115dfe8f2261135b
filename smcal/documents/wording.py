"""Puts a plan document into words."""

from collections.abc import Iterator

from smcal.documents.dates import BabelDates
from smcal.documents.names import answer_name, network_name
from smcal.documents.plan import Departure, PlanDocument, PlannedPost, Remark
from smcal.documents.rows import PROVISIONAL, word_post
from smcal.documents.sheet import Choice, Labels, Sheet, SheetDeparture, SheetGroup, SheetPost
from smcal.documents.summary import chips, week_note
from smcal.model import Decision
from smcal.model.period import week_of
from smcal.regulation.clauses import clause_text
from smcal.words import Words, begun_small, inside


def put_into_words(document: PlanDocument, w: Words) -> Sheet:
    """Every text of the document in the language of `w`."""
    dates = BabelDates(w.language)
    headline = " · ".join(
        part for part in (document.page, network_name(document.network, w), _period(document, dates, w)) if part
    )
    return Sheet(
        language=w.language,
        title=f"{w.gettext('Content plan')}: {headline}",
        heading=w.gettext("Content plan"),
        headline=headline,
        subline=" · ".join(_particulars(document, dates, w)),
        author=document.coordinator or document.branch or document.library,
        labels=_labels(document, w),
        choices=tuple(Choice(decision.value, answer_name(decision, w)) for decision in Decision),
        chips=chips(document, dates, w),
        groups=_groups(document, dates, w),
        blockers=_remarks(document.blockers, document, dates, w),
        advice=(*_remarks(document.advice, document, dates, w), *_of_the_page(document, w)),
        footer=_footer(document, dates, w),
        departures=_departures(document, dates, w),
        approval=document.approval,
        columns=tuple(_columns(document)),
    )


def _columns(document: PlanDocument) -> Iterator[str]:
    """The columns that have a meaning under the regulation."""
    yield "when"
    if document.topics or document.directions:
        yield "topic"
    yield "post"
    yield "materials"
    if document.window_clause:
        yield "due"
    if document.approval:
        yield "decision"


def _period(document: PlanDocument, dates: BabelDates, w: Words) -> str:
    span = dates.span(document.period)
    weeks = [week.first.isocalendar().week for week in document.period.weeks()]
    if len(weeks) > 1:
        return w.gettext("{span} (weeks {first}–{last})").format(span=span, first=weeks[0], last=weeks[-1])
    return w.gettext("{span} (week {week})").format(span=span, week=weeks[0])


def plan_name(document: PlanDocument, w: Words) -> str:
    """As in «План № 14, версия 2», or «Черновик плана»; where nobody agrees to plans, «Для сведения»."""
    if document.number is None:
        return w.gettext("Draft of a plan") if document.approval else w.gettext("For information")
    return w.gettext("Plan No. {number}, version {version}").format(number=document.number, version=document.version)


def _particulars(document: PlanDocument, dates: BabelDates, w: Words) -> list[str]:
    told = [plan_name(document, w)]
    if document.submitted is None or not document.approval:
        told.append(w.gettext("made {moment}").format(moment=dates.full_moment(document.made)))
    else:
        told.append(_handed_in(document, dates.full_moment(document.submitted), w))
        if document.effective is not None and document.effective != document.submitted:
            unsure = document.provisional(document.effective.date(), document.effective.date())
            moment = dates.moment(document.effective) + PROVISIONAL * unsure
            told.append(w.gettext("counts from {moment}").format(moment=moment))
    if document.regulation:
        told.append(
            w.gettext("{regulation}, edition {version}").format(
                regulation=document.regulation, version=document.regulation_version
            )
        )
    if document.coordinator and document.coordinator != document.handed_in_by:
        told.append(w.gettext("page coordinator: {name}").format(name=_name(document.coordinator)))
    told += [place for place in (document.library, document.branch) if place and place != document.page]
    return list(dict.fromkeys(told))


def _handed_in(document: PlanDocument, moment: str, w: Words) -> str:
    if not document.handed_in_by:
        return w.gettext("handed in {moment}").format(moment=moment)
    if document.handed_in_by == document.coordinator:
        text = w.gettext("handed in {moment} by the page coordinator, {name}")
        return text.format(moment=moment, name=_name(document.coordinator))
    return w.gettext("handed in {moment} by {name}").format(moment=moment, name=_name(document.handed_in_by))


def _name(person: str) -> str:
    """Initials stay with the family name."""
    return person.replace(". ", ".\u00a0")


def _labels(document: PlanDocument, w: Words) -> Labels:
    return Labels(
        when=w.gettext("When"),
        topic=w.gettext("Topic") if document.topics else w.gettext("Direction"),
        post=w.gettext("Publication"),
        materials=w.gettext("Materials"),
        due=w.gettext("Hand in by"),
        decision=w.gettext("Curator’s decision"),
        comment=w.gettext("comment"),
        agreed=w.gettext("AGREED"),
        role=w.gettext("Curator of social networks"),
        signer=_name(document.curator) or w.gettext("Name"),
        date_line=w.gettext("“____” ____________________ {year}").format(year=document.made.year),
        page_of=w.gettext("p. {page} of {pages}"),
        blockers=w.gettext("Required by the regulation"),
        advice=w.gettext("Advice"),
        departures=w.gettext("Departures from the regulation"),
        departed_from=w.gettext("Clause"),
        departed_what=w.gettext("What is not kept"),
        departed_why=w.gettext("Reason"),
        departed_who=w.gettext("Decided by"),
        edition=w.gettext("Edition"),
        empty=w.gettext("No posts are planned in this period."),
        table=w.gettext("Posts of the plan, by date"),
    )


def _groups(document: PlanDocument, dates: BabelDates, w: Words) -> tuple[SheetGroup, ...]:
    weeks = list(document.period.weeks())
    if len(weeks) == 1:
        return (SheetGroup(posts=tuple(_post(post, document, dates, w) for post in document.posts)),)
    counts = {count.week: count for count in document.weeks}
    return tuple(
        SheetGroup(
            heading=w.gettext("Week {week} · {span}").format(
                week=week.first.isocalendar().week, span=dates.short_span(week)
            ),
            note=week_note(counts[week], w) if week in counts else None,
            posts=tuple(_post(post, document, dates, w) for post in document.posts if week_of(post.date) == week),
        )
        for week in weeks
    )


def _post(post: PlannedPost, document: PlanDocument, dates: BabelDates, w: Words) -> SheetPost:
    return word_post(post, document, dates, w)


def _departures(document: PlanDocument, dates: BabelDates, w: Words) -> tuple[SheetDeparture, ...]:
    titles = {post.id: post.title for post in document.posts}
    return tuple(_departure(made, titles.get(made.post_id or ""), dates, w) for made in document.departures)


def _departure(made: Departure, title: str | None, dates: BabelDates, w: Words) -> SheetDeparture:
    clause = clause_text(made.clause, w)
    remark = Remark(text=_without_clause(made.text, clause), date=made.date, post_id=made.post_id)
    return SheetDeparture(
        clause=clause,
        text=_remark(remark, title, dates, w),
        reason=made.reason,
        who=", ".join(part for part in (_name(made.person), dates.full_moment(made.at)) if part),
        edition=f"{made.regulation}, {made.version}" if made.regulation else str(made.version),
    )


def _without_clause(text: str, clause: str) -> str:
    """The clause has a column of its own."""
    bare = text.removesuffix(f" ({clause}).")
    return text if bare == text else f"{bare}."


def _remarks(remarks: tuple[Remark, ...], document: PlanDocument, dates: BabelDates, w: Words) -> tuple[str, ...]:
    titles = {post.id: post.title for post in document.posts}
    return tuple(_remark(remark, titles.get(remark.post_id or ""), dates, w) for remark in remarks)


def _of_the_page(document: PlanDocument, w: Words) -> Iterator[str]:
    if document.of_the_page:
        text = w.ngettext(
            "{n} piece of advice is about the page as a whole: its coordinator sees it.",
            "{n} pieces of advice are about the page as a whole: its coordinator sees them.",
            document.of_the_page,
        )
        yield text.format(n=document.of_the_page)


def _remark(remark: Remark, title: str | None, dates: BabelDates, w: Words) -> str:
    """The finding, with the day and title of the post that it is about."""
    if remark.date is None:
        return remark.text
    day, finding = dates.day(remark.date), begun_small(remark.text, w.language)
    if not title:
        return w.gettext("{day}: {finding}").format(day=day, finding=finding)
    return w.gettext("{day}, “{title}”: {finding}").format(day=day, title=inside(title, w.language), finding=finding)


def _footer(document: PlanDocument, dates: BabelDates, w: Words) -> str:
    parts = [plan_name(document, w)]
    if document.digest:
        short = f"{document.digest[:4]}…{document.digest[-4:]}"
        parts.append(w.gettext("checksum {digest}").format(digest=short))
    elif document.number is None:
        parts.append(dates.full_moment(document.made))
    return " · ".join(parts)
