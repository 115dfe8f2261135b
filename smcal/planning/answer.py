"""What the curator answers about a post, and what became of it."""

import datetime as dt

import msgspec

from smcal.model import FIXED_STATES, Decision, Page, Post, State, Submission, Verdict, new_id
from smcal.planning.edit import fetch
from smcal.planning.refusal import ChangedSince, InDeferred, NotHandedIn, OwnPost, PostHasHappened, UnnamedCurator
from smcal.planning.submit import same_as_handed_in
from smcal.store.changes import Area
from smcal.store.reader import Reader
from smcal.store.work import Work

STATE_AFTER = {
    Decision.APPROVED: State.APPROVED,
    Decision.CHANGES: State.CHANGES_REQUESTED,
    Decision.REJECTED: State.REJECTED,
}

ANSWERABLE = frozenset({State.SUBMITTED, State.CHANGES_REQUESTED, State.APPROVED, State.REJECTED})
"""States in which the curator has the post before them, or has answered and may think again."""


def answer(
    work: Work, post_id: str, decision: Decision, *, comment: str, curator_id: str | None, at: dt.datetime
) -> Post:
    """Record the curator's decision about a post that was handed in, and return the post in its new state.

    Nobody approves their own post, and nobody approves what they have not seen. Raises `NotHandedIn`, `ChangedSince`
    for what is no longer as it was handed in, `InDeferred`, and for an approval `UnnamedCurator` or `OwnPost`.
    """
    post = fetch(work, post_id)
    submission = handed_in_with(work.read, post)
    if decision is Decision.APPROVED:
        _check_approval(work, post, submission, curator_id)
    elif curator_id is not None and curator_id == submission.person_id:
        raise OwnPost
    work.put(
        Verdict(
            id=new_id(),
            post_id=post_id,
            submission_id=submission.id,
            decision=decision,
            comment=comment,
            person_id=curator_id,
            at=at,
        )
    )
    answered = msgspec.structs.replace(post, state=STATE_AFTER[decision])
    work.put(answered)
    return answered


def handed_in_with(reader: Reader, post: Post) -> Submission:
    """The submission that an answer about a post is to; raises `Refused` where it can have none, as `answer` does."""
    if post.state in FIXED_STATES:
        raise PostHasHappened(post)
    submission = reader.latest_submission(post.id)
    if submission is None:
        raise NotHandedIn
    if post.state is State.SCHEDULED:
        raise InDeferred
    if post.state not in ANSWERABLE:
        raise ChangedSince
    return submission


def _check_approval(work: Work, post: Post, submission: Submission, curator_id: str | None) -> None:
    if curator_id is None:
        raise UnnamedCurator
    if curator_id == _author(work, submission):
        raise OwnPost
    if not same_as_handed_in(work.read, post, submission):
        raise ChangedSince


def _author(work: Work, submission: Submission) -> str | None:
    """Whose plan it is: a plan handed in without a name is that of the page's coordinator (spb-cbs 5.5, 5.6)."""
    if submission.person_id is not None:
        return submission.person_id
    page = work.get(Area.PAGES, submission.page_id)
    return page.coordinator_id if isinstance(page, Page) else None


def can_be_answered(post: Post) -> bool:
    """Whether a post, as far as it tells by itself, has been handed in and not changed since."""
    return post.first_submitted is not None and post.state in ANSWERABLE


def place_deferred(work: Work, post_id: str, placed: bool) -> Post:
    """Note that a post was placed in VK's deferred posts (spb-cbs 5.6), or no longer is; approved, it is scheduled."""
    post = fetch(work, post_id)
    state = post.state
    if placed and state is State.APPROVED:
        state = State.SCHEDULED
    elif not placed and state is State.SCHEDULED:
        state = State.APPROVED
    changed = msgspec.structs.replace(post, deferred=placed, state=state)
    work.put(changed)
    return changed


def mark_published(work: Work, post_id: str, link: str) -> Post:
    """Note that a post went out, and where; from now on it stays where it is."""
    post = fetch(work, post_id)
    if post.state is State.REMOVED:
        raise PostHasHappened(post)
    published = msgspec.structs.replace(post, state=State.PUBLISHED, link=link)
    work.put(published)
    return published


def set_state(work: Work, post_id: str, state: State) -> Post:
    """Put a post on hold, cancel it, or take it up again as a draft; what has happened stays."""
    post = fetch(work, post_id)
    if post.state in FIXED_STATES:
        raise PostHasHappened(post)
    changed = msgspec.structs.replace(post, state=state)
    work.put(changed)
    return changed
