"""Gathers a page's plan from a workspace as a document: what window and command line hand to a writer."""

import datetime as dt

import msgspec

from smcal.documents.build import Files, Particulars, plan_document
from smcal.documents.plan import PlanDocument
from smcal.model import Page, Period, Person, Post, Role, Submission
from smcal.planning.scope import scope_for
from smcal.store import Reader, Workspace
from smcal.store.errors import decoded
from smcal.words import Words

PICTURE_SIDE = 480  # pixels of the smaller copies: what `smcal.typeset.pictures` takes as they are


class _Snapshot(msgspec.Struct):
    post: Post


def page_document(
    workspace: Workspace,
    page: Page,
    period: Period,
    at: dt.datetime,
    words: Words,
    *,
    submission: Submission | None = None,
) -> PlanDocument:
    """The plan of a page for a period, as of an instant (UTC); with a submission, the posts as they were handed in."""
    with workspace.read() as reader:
        scope = scope_for(workspace, reader, period, at, page_ids=[page.id])
        posts = None if submission is None else _handed_in(reader, submission)
        shown = scope.plan.posts.get(page.id, []) if posts is None else posts
        attachments = [file for files in scope.plan.attachments.values() for file in files]
        media = reader.media({file.media_id for file in attachments})
        people = {person.id: person for person in reader.people(archived=True)}
        verdicts = {post.id: found[0] for post in shown if (found := reader.verdicts(post.id))}
        kept = {pack.id: pack for pack in reader.kept_packs()} if scope.plan.facts.overrides else {}
        particulars = _particulars(workspace, reader, page, people, submission)
    return plan_document(
        scope,
        page,
        words,
        particulars=particulars,
        files=Files(
            media=media,
            path=workspace.media.path,
            thumbnail=lambda file: workspace.media.thumbnail(file, PICTURE_SIDE),
        ),
        submission=submission,
        verdicts=verdicts,
        posts=posts,
        kept=kept,
    )


def _handed_in(reader: Reader, submission: Submission) -> list[Post]:
    return [decoded(kept.snapshot, _Snapshot).post for kept in reader.submitted_posts(submission.id)]


def _particulars(
    workspace: Workspace, reader: Reader, page: Page, people: dict[str, Person], submission: Submission | None
) -> Particulars:
    branch = next((branch.name for branch in reader.branches() if branch.id == page.branch_id), "")
    curators = [p.name for p in people.values() if p.role is Role.CURATOR and not p.archived]
    who = people.get(submission.person_id or "") if submission else None
    return Particulars(
        library=workspace.settings().library,
        branch=branch,
        coordinator=people[page.coordinator_id].name if page.coordinator_id in people else "",
        curator=curators[0] if len(curators) == 1 else "",
        handed_in_by=who.name if who else "",
    )
