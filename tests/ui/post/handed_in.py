"""A post that was handed in earlier, with what the curator said about it."""

import datetime as dt

import msgspec

from smcal.model import Decision, Role, Submission, SubmittedPost, Verdict, new_id
from tests.ui.conftest import MOMENT

FIRST = dt.datetime(2026, 11, 16, 9, tzinfo=dt.UTC)
SOON = dt.date(2026, 11, 26)  # too near for a plan handed in now
COMMENT = "Уточните, сколько ждать ответа"


def hand_in(opened, state, decision=None, *, again=None, in_time_from=dt.date(2026, 11, 23), **fields):
    """A post that was handed in on 16 November, and what the curator said on the 24th."""
    direction = opened.desk.workspace.pack().directions[0].id
    fields = {"date": SOON, "direction": direction, "title": "Лекция", "text": "Приходите", **fields}
    post = opened.make(state=state, first_submitted=FIRST, in_time_from=in_time_from, **fields)
    with opened.desk.workspace.work("Prepare") as work:
        curator = next(person for person in work.read.people() if person.role is Role.CURATOR)
        for number, at in enumerate([FIRST] + ([again] if again else []), 1):
            submission = Submission(
                id=new_id(),
                page_id=post.page_id,
                first=SOON,
                last=SOON,
                number=900,
                version=number,
                at=at,
                effective=at.replace(tzinfo=None) + dt.timedelta(hours=3),
                person_id=None,
                regulation="spb-cbs",
                regulation_version=1,
                digest="0" * 64,
            )
            work.put(submission)
            snapshot = msgspec.json.encode(post).decode()
            held = SubmittedPost(
                id=new_id(), submission_id=submission.id, post_id=post.id, position=0, snapshot=snapshot
            )
            work.put(held)
        if decision is not None:
            work.put(
                Verdict(
                    id=new_id(),
                    post_id=post.id,
                    submission_id=submission.id,
                    decision=decision,
                    comment="" if decision is Decision.APPROVED else COMMENT,
                    person_id=curator.id,
                    at=MOMENT,
                )
            )
    opened.show(post.id)
    return post, curator.name
