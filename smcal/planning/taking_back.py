"""Take back a plan that was handed in by mistake: its posts are what they were before, and its number stays used."""

import msgspec

from smcal.model import FIXED_STATES, Decision, Post, Setting, State, Submission
from smcal.planning.refusal import LaterVersion, PlanAnswered, PlanGone, PlanIsOut, Refused
from smcal.planning.submit import same_as_handed_in
from smcal.planning.used_numbers import USED, used_numbers
from smcal.store.changes import Area
from smcal.store.reader import Reader
from smcal.store.work import Work


def why_not(reader: Reader, submission: Submission) -> Refused | None:
    """What keeps a plan from being taken back: that it is gone, answered, out, or has a later version; or None."""
    if reader.get(Area.SUBMISSIONS, submission.id) is None:
        return PlanGone()
    held = [kept.post_id for kept in reader.submitted_posts(submission.id)]
    if any(verdict.submission_id == submission.id for post_id in held for verdict in reader.verdicts(post_id)):
        return PlanAnswered()
    out = next((post for post in map(reader.post, held) if post and post.state in FIXED_STATES), None)
    if out is not None:
        return PlanIsOut(out)
    later = _later_version(reader, submission, held)
    return LaterVersion(later) if later else None


def take_back(work: Work, submission_id: str) -> list[Post]:
    """Make it as if a plan had not been handed in; returns its posts as they are now.

    Posts that stand in an earlier plan are again as that one left them. What was edited since stays edited. The number
    and version are not given again, for somebody may have the documents. Raises what `why_not` says.
    """
    submission = work.get(Area.SUBMISSIONS, submission_id)
    if not isinstance(submission, Submission):
        raise PlanGone
    refusal = why_not(work.read, submission)
    if refusal is not None:
        raise refusal
    kept = work.read.submitted_posts(submission_id)
    for one in kept:
        work.remove(Area.SUBMITTED_POSTS, one.id)
    work.remove(Area.SUBMISSIONS, submission_id)
    used = used_numbers(work.read)
    used[submission.number] = max(submission.version, used.get(submission.number, 0))
    work.put(Setting(id=USED, value=msgspec.json.encode(used).decode()))
    posts = [post for one in kept if (post := work.read.post(one.post_id)) is not None]
    return [work.put(_as_before(work.read, post)) for post in posts]


def _later_version(reader: Reader, submission: Submission, held: list[str]) -> Submission | None:
    """Another plan handed in since that holds one of its posts, or the next version of this one."""
    for one in reader.submissions(submission.page_id):
        if one.number == submission.number and one.version > submission.version:
            return one
    latest = (reader.latest_submission(post_id) for post_id in held)
    return next((one for one in latest if one and one.id != submission.id), None)


def _as_before(reader: Reader, post: Post) -> Post:
    """A post of a plan that is stored no more, as the plan before that left it."""
    earlier = reader.latest_submission(post.id)
    if earlier is None:
        post = msgspec.structs.replace(post, first_submitted=None, in_time_from=None)
    if post.state is not State.SUBMITTED:
        return post
    return msgspec.structs.replace(post, state=State.DRAFT if earlier is None else _state_under(reader, post, earlier))


def _state_under(reader: Reader, post: Post, earlier: Submission) -> State:
    verdict = next((said for said in reader.verdicts(post.id) if said.submission_id == earlier.id), None)
    if verdict is None:
        return State.SUBMITTED if same_as_handed_in(reader, post, earlier) else State.DRAFT
    return State.CHANGES_REQUESTED if verdict.decision is Decision.CHANGES else State.DRAFT
