"""One post in words: a row of the plan's table."""

from collections import Counter
from collections.abc import Iterator

from smcal.documents.dates import BabelDates
from smcal.documents.names import media_count, state_name
from smcal.documents.plan import Departure, Picture, PlanDocument, PlannedPost
from smcal.documents.sheet import Chip, SheetPicture, SheetPost
from smcal.model import MediaKind, State
from smcal.regulation.clauses import clause_text
from smcal.words import Words, inside

_SAID_ELSEWHERE = {State.DRAFT, State.SUBMITTED, State.APPROVED, State.CHANGES_REQUESTED, State.REJECTED}
"""States that a plan need not name: the column of decisions tells them."""


PROVISIONAL = "*"
"""Stands at a date that may still change; the summary says why."""


def word_post(post: PlannedPost, document: PlanDocument, dates: BabelDates, w: Words) -> SheetPost:
    """The row of one post, with what somebody decided not to mend in it."""
    departures = [made for made in document.departures if made.post_id == post.id]
    time = f", {dates.time(post.time)}" if post.time else ""
    flag, flag_tone = _flag(post, w)
    due_note, due_tone = _due_note(post, document, dates, w)
    title, lines = _title_and_lines(post)
    return SheetPost(
        id=post.id,
        day=dates.day(post.date),
        time=f"{dates.weekday(post.date)}{time}",
        flag=flag,
        flag_tone=flag_tone,
        topic=f"{post.topic.number} · {post.topic.title}" if post.topic else post.direction,
        title=title or w.gettext("(no title)"),
        lines=lines,
        notes=(*_notes(post, w), *(_departure(made, w) for made in departures)),
        materials=_materials(post, w),
        credits=tuple(_credits(post, w)),
        pictures=tuple(
            SheetPicture(path=file.path, thumbnail=file.thumbnail, alt=_alt(file, title, w))
            for file in post.media
            if file.kind is MediaKind.PICTURE and file.path
        ),
        due=_due(post, document, dates),
        due_note=due_note,
        due_tone=due_tone,
        decision=post.decision.value if post.decision else "",
        comment=post.comment,
    )


def _title_and_lines(post: PlannedPost) -> tuple[str, tuple[str, ...]]:
    """A title that only repeats the first line of the text (as imports make it) is not printed twice."""
    lines = post.text.strip("\n").split("\n") if post.text.strip() else []
    title = post.title.strip()
    if lines and lines[0].strip() == title:
        lines = "\n".join(lines[1:]).strip("\n").split("\n") if len(lines) > 1 else []
    return title, tuple(line.rstrip() for line in lines)


def _flag(post: PlannedPost, w: Words) -> tuple[str, str]:
    if post.urgent:
        return w.gettext("urgent"), "warn"
    if post.state not in _SAID_ELSEWHERE:
        return state_name(post.state, w), "plain"
    return "", "plain"


def _due(post: PlannedPost, document: PlanDocument, dates: BabelDates) -> str:
    if post.submit_by is None:
        return ""
    unsure = document.provisional(post.submit_by.date(), post.date)
    return dates.moment(post.submit_by) + PROVISIONAL * unsure


def _due_note(post: PlannedPost, document: PlanDocument, dates: BabelDates, w: Words) -> tuple[str, str]:
    if post.urgent and post.decision_due:
        unsure = document.provisional(post.decision_due.date(), post.decision_due.date())
        moment = dates.moment(post.decision_due) + PROVISIONAL * unsure
        return w.gettext("urgent: decision by {moment}").format(moment=moment), "warn"
    if post.late:
        return w.gettext("late"), "bad"
    return "", "plain"


def _notes(post: PlannedPost, w: Words) -> Iterator[Chip]:
    if post.urgent:
        if post.urgent_reason:
            yield Chip(w.gettext("Reason of urgency: {reason}").format(reason=post.urgent_reason))
        else:
            yield Chip(w.gettext("The reason of urgency is not given"), "bad")
    if post.borrowed or post.author or post.source:
        credit = _credit(post.author, post.source)
        if credit:
            yield Chip(w.gettext("Text: {credit}").format(credit=credit))
        if post.borrowed and not (post.author and post.source):
            yield Chip(_missing(post.author, w.gettext("The text is borrowed"), w), "bad")
    if post.partner:
        yield Chip(w.gettext("Partner: {name}").format(name=post.partner))


def _departure(made: Departure, w: Words) -> Chip:
    told = w.gettext("Departure from {clause}: {reason} ({person})")
    clause, person = clause_text(made.clause, w), made.person.replace(". ", ".\u00a0")
    return Chip(told.format(clause=clause, reason=made.reason.rstrip("."), person=person), "warn")


def _credit(author: str, source: str) -> str:
    return ", ".join(part for part in (author.strip(), source.strip()) if part)


def _missing(author: str, what: str, w: Words) -> str:
    told = w.gettext("{what}: no source given") if author else w.gettext("{what}: no author or source given")
    return told.format(what=what)


def _materials(post: PlannedPost, w: Words) -> str:
    counts = Counter(file.kind for file in post.media)
    told = ", ".join(media_count(kind, counts[kind], w) for kind in MediaKind if counts[kind])
    return told or ("" if post.artwork_ordered else w.gettext("no materials"))


def _credits(post: PlannedPost, w: Words) -> Iterator[Chip]:
    if post.artwork_ordered:
        yield Chip(w.gettext("ordered from the designer, not yet here"), "warn")
    for file in post.media:
        if file.kind is not MediaKind.PICTURE:
            yield Chip(file.name)
    credits = dict.fromkeys(_credit(file.author, file.source) for file in post.media)
    yield from (Chip(credit) for credit in credits if credit)
    incomplete = [file for file in post.media if file.borrowed and not (file.author and file.source)]
    if incomplete:
        yield Chip(_missing(incomplete[0].author, w.gettext("Borrowed"), w), "bad")


def _alt(file: Picture, title: str, w: Words) -> str:
    return file.alt.strip() or w.gettext("Picture for the post “{title}”").format(
        title=inside(title or file.name, w.language)
    )
