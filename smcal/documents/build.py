"""Makes the neutral document of a page's plan out of values: posts, files, a pack, working time."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from smcal.documents.dates import BabelDates
from smcal.documents.figures import coverage, partner_shares, week_counts
from smcal.documents.plan import Departure, Picture, PlanDocument, PlannedPost, Remark, Topic
from smcal.model import (
    COUNTED_STATES,
    OTHER_DIRECTION,
    Artwork,
    Attachment,
    KeptPack,
    Media,
    Page,
    Post,
    State,
    Submission,
    Verdict,
)
from smcal.regulation import Finding, Pack, Scope, Severity, check_pages, message
from smcal.regulation.look import Ground, Look
from smcal.words import Words

_IN_CHIPS = frozenset({"topics.coverage", "partners.share"})


class Particulars(msgspec.Struct, frozen=True, kw_only=True):
    """Who a plan comes from and who decides on it."""

    library: str = ""
    branch: str = ""
    coordinator: str = ""
    curator: str = ""
    handed_in_by: str = ""


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """The media of the posts, and where each lies on this disk."""

    media: Mapping[str, Media] = {}  # by id; what is missing is left out of the document
    path: Callable[[Media], Path | None] = lambda _media: None
    thumbnail: Callable[[Media], Path | None] = lambda _media: None


def plan_document(
    scope: Scope,
    page: Page,
    words: Words,
    *,
    particulars: Particulars,
    files: Files,
    submission: Submission | None = None,
    verdicts: Mapping[str, Verdict] | None = None,
    posts: Sequence[Post] | None = None,
    findings: Iterable[Finding] | None = None,
    kept: Mapping[str, KeptPack] | None = None,
) -> PlanDocument:
    """The document of one page for `scope.period`, as of `scope.now`; the plan must hold the posts of `context`.

    `verdicts` are the latest by post id. `posts` are those that were handed in (else every counted post of the
    period), `findings` those of the page (else the checks are run), `kept` the regulations that overrides name.
    """
    look = Look(page, Ground(scope))
    teller = _Teller(look, words, files)
    remarks = list(check_pages(scope, [page.id]) if findings is None else findings)
    advice = [finding for finding in remarks if finding.severity is Severity.RECOMMENDED]
    told = advice if scope.pack.submission is None else [finding for finding in advice if _is_about_posts(finding)]
    pack, answers = scope.pack, verdicts or {}
    made = scope.now if submission is None else look.ground.local(submission.at)
    planned = tuple(
        _post(post, teller, answers.get(post.id), made)
        for post in (_counted(scope, page) if posts is None else posts)
        if post.date is not None
    )
    return PlanDocument(
        library=particulars.library,
        branch=particulars.branch,
        page=page.title,
        network=page.network,
        period=scope.period,
        posts=planned,
        made=made,
        zone=scope.zone.key,
        number=submission.number if submission else None,
        version=submission.version if submission else None,
        submitted=made if submission else None,
        effective=submission.effective if submission else None,
        coordinator=particulars.coordinator,
        curator=particulars.curator,
        handed_in_by=particulars.handed_in_by,
        regulation=pack.title.within(words.language),
        regulation_version=submission.regulation_version if submission else pack.version,
        weeks=week_counts(look),
        coverage=coverage(look, words),
        shares=partner_shares(look),
        window_clause=pack.submission.clause if pack.submission else "",
        undecreed=tuple(_undecreed(scope, planned, submission)),
        blockers=_remarks((f for f in remarks if f.blocks), words),
        advice=_remarks(told, words),
        of_the_page=sum(finding.standing for finding in advice) - sum(finding.standing for finding in told),
        departures=tuple(_departures(remarks, look.ground, kept or {})),
        digest=submission.digest if submission else "",
        approval=pack.submission is not None or any(post.decision for post in planned),
        topics=bool(pack.topics) or any(post.topic for post in planned),
        directions=bool(pack.directions) or any(post.direction for post in planned),
    )


def _counted(scope: Scope, page: Page) -> list[Post]:
    return [
        post
        for post in scope.plan.posts.get(page.id, ())
        if post.date is not None and post.date in scope.period and post.state in COUNTED_STATES and not post.binned
    ]


class _Teller(NamedTuple):
    """What every post is told by."""

    look: Look
    words: Words
    files: Files


def _post(post: Post, teller: _Teller, verdict: Verdict | None, made: dt.datetime) -> PlannedPost:
    assert post.date is not None  # the caller has left undated ones out
    look, words, files = teller
    pack, worktime = look.pack, look.ground.scope.worktime
    handed_in = look.ground.local(post.first_submitted) if post.first_submitted else made
    published = post.state is State.PUBLISHED
    gone = not published and post.first_submitted is None and post.date < made.date()
    settled = published or gone
    windowed = pack.submission is not None
    topic = pack.topic(post.topic)
    return PlannedPost(
        id=post.id,
        date=post.date,
        time=post.time,
        topic=Topic(number=topic.id, title=topic.short.within(words.language)) if topic else None,
        direction=_direction(post, pack, words),
        title=post.title,
        text=post.text,
        media=tuple(_files(look.attachments(post), files)),
        borrowed=post.borrowed,
        author=post.author,
        source=post.source,
        partner=post.partner,
        artwork_ordered=post.artwork is Artwork.ORDERED,
        submit_by=worktime.submit_by(post.date) if windowed else None,
        late=windowed and not settled and worktime.is_late(handed_in, post.date),
        gone=gone,
        urgent=post.urgent,
        urgent_reason=post.urgent_reason,
        decision_due=worktime.urgent_due(handed_in) if windowed and post.urgent and not settled else None,
        state=post.state,
        decision=verdict.decision if verdict else None,
        comment=verdict.comment if verdict else "",
    )


def _undecreed(scope: Scope, posts: Iterable[PlannedPost], submission: Submission | None) -> list[int]:
    """The years in which deadlines are counted, and in which a decree may still move days."""
    if scope.pack.submission is None:
        return []
    days = [submission.effective.date()] if submission else []
    days += [day for post in posts for day in (post.date, post.submit_by, post.decision_due) if day is not None]
    return sorted(year for year in {day.year for day in days} if _may_change(scope, year))


def _may_change(scope: Scope, year: int) -> bool:
    return scope.worktime.provisional(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _direction(post: Post, pack: Pack, words: Words) -> str:
    direction = pack.direction(post.direction)
    if direction is not None:
        return direction.title.within(words.language)
    if post.direction == OTHER_DIRECTION:
        return words.gettext("other, with the administration’s consent")
    return post.direction or ""


def _files(attachments: Iterable[Attachment], files: Files) -> Iterable[Picture]:
    for attachment in attachments:
        media = files.media.get(attachment.media_id)
        if media is not None:
            yield Picture(
                kind=media.kind,
                name=media.name,
                path=str(files.path(media) or ""),
                thumbnail=str(files.thumbnail(media) or ""),
                alt=attachment.alt,
                borrowed=attachment.borrowed,
                author=attachment.author,
                source=attachment.source,
            )


def _remarks(findings: Iterable[Finding], words: Words) -> tuple[Remark, ...]:
    dates = BabelDates(words.language)
    return tuple(
        Remark(text=message(finding, words, dates), clause=finding.clause, date=finding.date, post_id=finding.post_id)
        for finding in findings
    )


def _is_about_posts(finding: Finding) -> bool:
    """Whether whoever agrees to a plan needs it: chips tell of topics and partners, and nobody signs a register."""
    return not finding.standing and finding.rule not in _IN_CHIPS


def _departures(findings: Iterable[Finding], ground: Ground, kept: Mapping[str, KeptPack]) -> Iterator[Departure]:
    """The findings that somebody overrode, with what was kept then: later words and numbers change nothing."""
    scope = ground.scope
    made = {override.id: override for override in scope.plan.facts.overrides.values()}
    for finding in findings:
        override = made.get(finding.override or "")
        if override is None:
            continue
        person, pack = scope.plan.facts.people.get(override.person_id), kept.get(override.pack_id)
        yield Departure(
            clause=override.clause,
            text=override.message,
            reason=override.reason,
            person=person.name if person else "",
            at=ground.local(override.at),
            regulation=pack.regulation if pack and pack.regulation != scope.pack.id else "",
            version=pack.version if pack else scope.pack.version,
            date=finding.date,
            post_id=finding.post_id,
        )
