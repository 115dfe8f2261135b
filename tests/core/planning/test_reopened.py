"""Which posts an edit takes from the curator."""

import datetime as dt

import msgspec

from smcal.model import Attachment, Post, State, Submission
from smcal.planning.reopened import of_post, reopened
from smcal.store.changes import Area, Change, ChangeSet

POST = Post(id="p", page_id="a", date=dt.date(2026, 12, 3), state=State.APPROVED)
AT = dt.datetime(2026, 11, 24, 8, tzinfo=dt.UTC)


def changed(*changes: Change) -> ChangeSet:
    return ChangeSet(id="c", at=AT, changes=changes)


def to(state: State, before: Post = POST, post_id: str = "p") -> Change:
    return Change(Area.POSTS, post_id, before, msgspec.structs.replace(before, state=state))


def test_what_was_agreed_or_handed_in_and_is_a_draft_again() -> None:
    handed_in = msgspec.structs.replace(POST, state=State.SUBMITTED)
    for before in (POST, handed_in, msgspec.structs.replace(POST, state=State.SCHEDULED)):
        assert reopened(changed(to(State.DRAFT, before))) == [before]


def test_other_steps_are_none() -> None:
    idea = msgspec.structs.replace(POST, state=State.CHANGES_REQUESTED)
    assert reopened(changed(to(State.ON_HOLD))) == []
    assert reopened(changed(to(State.PUBLISHED))) == []
    assert reopened(changed(to(State.DRAFT, idea))) == []
    assert reopened(changed(Change(Area.POSTS, "p", POST, None))) == []


def test_a_plan_that_is_taken_back_is_none() -> None:
    submission = Submission(
        id="s",
        page_id="a",
        first=dt.date(2026, 11, 30),
        last=dt.date(2026, 12, 6),
        number=1,
        version=1,
        at=AT,
        effective=dt.datetime(2026, 11, 24, 11),
        person_id=None,
        regulation="spb-cbs",
        regulation_version=1,
        digest="0" * 64,
    )
    handed_in = msgspec.structs.replace(POST, state=State.SUBMITTED)
    back = changed(to(State.DRAFT, handed_in), Change(Area.SUBMISSIONS, "s", submission, None))
    assert reopened(back) == []


def test_the_part_of_one_post_has_its_files() -> None:
    file = Attachment(id="f", post_id="p", media_id="m")
    own = (to(State.DRAFT), Change(Area.ATTACHMENTS, "f", None, file))
    other = (
        to(State.DRAFT, post_id="q"),
        Change(Area.ATTACHMENTS, "g", msgspec.structs.replace(file, post_id="q"), None),
    )
    assert of_post(changed(*own, *other), "p").changes == own
