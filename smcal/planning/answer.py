"""What the curator answers about a post, and what became of it."""

import datetime as dt

import msgspec

from smcal.model import FIXED_STATES, Decision, Post, State, Verdict, new_id
from smcal.planning.edit import fetch
from smcal.planning.refusal import NotHandedIn, OwnPost, PostHasHappened
from smcal.store.work import Work

STATE_AFTER = {
    Decision.APPROVED: State.APPROVED,
    Decision.CHANGES: State.CHANGES_REQUESTED,
    Decision.REJECTED: State.REJECTED,
}


def answer(
    work: Work, post_id: str, decision: Decision, *, comment: str, curator_id: str | None, at: dt.datetime
) -> Post:
    """Record the curator's decision about a post that was handed in, and return the post in its new state.

    Raises `NotHandedIn`, and `OwnPost` where the curator is the person who handed the post in: nobody approves their
    own post.
    """
    post = fetch(work, post_id)
    if post.state in FIXED_STATES:
        raise PostHasHappened(post)
    submission = work.read.latest_submission(post_id)
    if submission is None:
        raise NotHandedIn
    if curator_id is not None and curator_id == submission.person_id:
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
