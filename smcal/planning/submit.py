"""Hand a page's plan in to the curator: see what stands in the way, then make plan version N."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from smcal.model import COUNTED_STATES, Attachment, Page, Period, Post, State, Submission, SubmittedPost, new_id
from smcal.planning.edit import REVIEWED_FIELDS
from smcal.planning.keeping import keep_pack
from smcal.planning.refusal import EmptyPlan, NotReady
from smcal.planning.scope import provisional, scope_for
from smcal.planning.used_numbers import next_version
from smcal.regulation import Finding, Pack, Severity, check_pages
from smcal.store.changes import ChangeSet
from smcal.store.errors import decoded
from smcal.store.reader import Reader
from smcal.store.work import Work
from smcal.store.workspace import Workspace

HANDED_IN = frozenset({State.DRAFT, State.CHANGES_REQUESTED, State.SUBMITTED})
"""States that handing in turns into *submitted*; approved posts go along as they are."""


class Readiness(msgspec.Struct, frozen=True):
    """What stands in the way of handing a plan in, and what is only worth knowing."""

    posts: tuple[Post, ...]  # of the plan, in order
    effective: dt.datetime  # local: from when a plan handed in now counts
    blockers: tuple[Finding, ...]  # required and open
    overridden: tuple[Finding, ...]  # required, but somebody has decided to hand in all the same
    advice: tuple[Finding, ...]
    number: int
    version: int
    in_time_from: dt.date | None = None  # the first publication date that handing in now is in time for
    provisional: bool = False  # a decree may still move days before the deadlines

    @property
    def ready(self) -> bool:
        """Nothing required is open, and there is something to hand in."""
        return bool(self.posts) and not self.blockers


def readiness(workspace: Workspace, page: Page, period: Period, at: dt.datetime) -> Readiness:
    """What handing in the plan of a page for a period at an instant (UTC) would meet."""
    with workspace.read() as reader:
        scope = scope_for(workspace, reader, period, at, page_ids=[page.id])
        number, version = next_version(reader, page.id, period)
    findings = check_pages(scope, [page.id])
    posts = tuple(p for p in scope.plan.posts.get(page.id, ()) if goes_along(p, period))
    return Readiness(
        posts=posts,
        effective=scope.worktime.effective(scope.now),
        blockers=tuple(f for f in findings if f.blocks),
        overridden=tuple(f for f in findings if f.override is not None),
        advice=tuple(f for f in findings if f.severity is Severity.RECOMMENDED),
        number=number,
        version=version,
        in_time_from=scope.worktime.horizon(scope.now) if scope.pack.submission else None,
        provisional=provisional(scope, posts),
    )


def submit(
    workspace: Workspace, page: Page, period: Period, at: dt.datetime, person_id: str | None
) -> tuple[Submission, ChangeSet]:
    """Make plan version N: the posts as they stand now are kept, and their state becomes *submitted*.

    Raises `NotReady` while required findings are open and `EmptyPlan` where there is nothing to hand in; then nothing
    was written.
    """
    ready = readiness(workspace, page, period, at)
    if not ready.posts:
        raise EmptyPlan
    if ready.blockers:
        raise NotReady(len(ready.blockers))
    pack, text = workspace.pack(), workspace.pack_text()
    handover = Handover(page.id, period, ready.number, ready.version, at, ready.effective, person_id, pack, text)
    with workspace.work("Hand in the plan", person_id, at) as work:
        submission = hand_over(work, [_handed_in(post, at, ready.in_time_from) for post in ready.posts], handover)
    return submission, work.changes


class Handover(msgspec.Struct, frozen=True):
    """Whose plan is handed in, as which version of which number, when and by whom."""

    page_id: str
    period: Period
    number: int
    version: int
    at: dt.datetime  # UTC
    effective: dt.datetime  # local wall clock
    person_id: str | None
    pack: Pack
    pack_text: str | None = None  # the regulation as it is written; None: it is not kept


def hand_over(work: Work, posts: Sequence[Post], handover: Handover) -> Submission:
    """Store a submission: the posts in their new state, and each exactly as the curator gets it."""
    snapshots = [snapshot(post, work.read.attachments([post.id]).get(post.id, ())) for post in posts]
    submission = Submission(
        id=new_id(),
        page_id=handover.page_id,
        first=handover.period.first,
        last=handover.period.last,
        number=handover.number,
        version=handover.version,
        at=handover.at,
        effective=handover.effective,
        person_id=handover.person_id,
        regulation=handover.pack.id,
        regulation_version=handover.pack.version,
        digest=digest_of(snapshots),
        pack_id=None if handover.pack_text is None else keep_pack(work, handover.pack_text).id,
    )
    work.put(submission)
    for position, (post, shot) in enumerate(zip(posts, snapshots, strict=True)):
        work.put(post)
        work.put(
            SubmittedPost(
                id=new_id(), submission_id=submission.id, post_id=post.id, position=position, snapshot=shot.decode()
            )
        )
    return submission


class Shown(msgspec.Struct, frozen=True):
    """What a snapshot holds: a post and its files as the curator got them."""

    post: Post
    attachments: tuple[Attachment, ...]


def snapshot(post: Post, attachments: Sequence[Attachment]) -> bytes:
    """A post and its files as they are handed in, as JSON."""
    return msgspec.json.encode(Shown(post, tuple(attachments)))


def digest_of(snapshots: Sequence[bytes]) -> str:
    """SHA-256 of a plan's snapshots in their order, as hex."""
    from hashlib import sha256  # brings OpenSSL: 3.5 MB and 5 ms of the start otherwise

    return sha256(b"\n".join(snapshots)).hexdigest()


def same_as_handed_in(reader: Reader, post: Post, submission: Submission) -> bool:
    """Whether a post is, in all that a curator agrees to, what stands in a submission."""
    shots = [kept.snapshot for kept in reader.submitted_posts(submission.id) if kept.post_id == post.id]
    shown = [decoded(shot, Shown) for shot in shots]
    files = reader.attachments([post.id]).get(post.id, ())
    return any(seen.attachments == files and _reviewed(seen.post) == _reviewed(post) for seen in shown)


def _reviewed(post: Post) -> dict[str, object]:
    return {name: getattr(post, name) for name in REVIEWED_FIELDS}


def goes_along(post: Post, period: Period) -> bool:
    """Whether a post is part of the plan for a period: dated then, counted, and still to come out."""
    dated_here = post.date is not None and post.date in period
    return dated_here and post.state in COUNTED_STATES and post.state is not State.PUBLISHED


def _handed_in(post: Post, at: dt.datetime, in_time_from: dt.date | None) -> Post:
    state = State.SUBMITTED if post.state in HANDED_IN else post.state
    if post.first_submitted is not None:
        return msgspec.structs.replace(post, state=state)
    return msgspec.structs.replace(post, state=state, first_submitted=at, in_time_from=in_time_from)
