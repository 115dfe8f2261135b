"""Checks say the same about a plan made by hand and about the one that the store gives back, every rule on."""

import datetime as dt

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from smcal.model import Branch, Confirmation, Media, MediaKind, new_id
from smcal.regulation import check_plan, context
from smcal.store import Settings, Workspace
from smcal.store.shapes import cleaned
from tests.core.regulation.anything import PAGES, WHOLE, over, plans
from tests.core.regulation.plans import whole_pack

AT = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
BRANCHES = [Branch(id=name, name=name) for name in sorted({page.branch_id for page in PAGES})]
PICTURE = Media(id="0" * 64, name="a.png", kind=MediaKind.PICTURE, suffix=".png", size=1)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("stored") / "plan.smcal"
    with Workspace.create(path, Settings(library="Stored")) as workspace:
        with workspace.work("found", at=AT) as work:
            for branch in BRANCHES:
                work.put(branch)
            work.put(PICTURE)
        yield workspace


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans())
def test_the_store_changes_no_finding(library, plan):
    files = {
        of: tuple(cleaned(msgspec.structs.replace(f, media_id=PICTURE.id)) for f in has)
        for of, has in plan.attachments.items()
    }
    posts = {page: [cleaned(post) for post in row] for page, row in plan.posts.items()}
    facts, plan = plan.facts, msgspec.structs.replace(plan, posts=posts, attachments=files)
    with library.work("plan", at=AT) as work:
        for person in facts.people.values():
            work.put(person)
        for page in plan.pages:
            work.put(page)
        values = [*facts.events, *(p for row in plan.posts.values() for p in row)]
        values += [file for files in plan.attachments.values() for file in files]
        values += [*facts.removals.values(), *(_confirmation(*key, seen) for key, seen in facts.confirmed.items())]
        for value in values:
            work.put(value)
    with library.read() as reader:
        stored = reader.plan(context(WHOLE, whole_pack()))
    library.apply(work.changes.inverse())
    assert check_plan(over(stored)) == check_plan(over(plan)) != []


def _confirmation(page_id, item, monday, seen):
    return Confirmation(id=new_id(), page_id=page_id, item=item, monday=monday, seen=seen, at=AT)
