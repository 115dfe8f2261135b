"""Which pages a change touches, and that findings which follow it are those of a full run."""

import datetime as dt
import random

import msgspec
import pytest

from smcal.model import (
    Artwork,
    Attachment,
    Branch,
    CalendarChange,
    ChangeKind,
    Confirmation,
    DayNote,
    NoteKind,
    Period,
    Person,
    Removal,
    Role,
    State,
    new_id,
)
from smcal.planning.book import PlanBook
from smcal.planning.edit import edit, new_post
from smcal.planning.move import bin_posts, copy, move
from smcal.planning.scope import scope_over
from smcal.planning.touched import touched_pages
from smcal.regulation import check_plan
from smcal.regulation.incremental import Findings
from smcal.store.changes import AREAS, Area, Change, ChangeSet
from tests.core.planning.conftest import LATER, NOW, TODAY

YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def changed(*values):
    """A change set that adds these values."""
    return ChangeSet(id="c", at=NOW, changes=tuple(Change(AREAS[type(v)], v.id, None, v) for v in values))


FILE = Attachment(id="f", post_id="p", media_id="m")


@pytest.mark.parametrize(
    ("value", "touched"),
    [
        (Person(id="a", name="Anna", role=Role.COORDINATOR), None),
        (CalendarChange(id="c", date=LATER, kind=ChangeKind.FREE, reason="r"), None),
        (DayNote(id="n", date=LATER, text="City Day", kind=NoteKind.CITY_EVENT), None),
        (DayNote(id="n", date=LATER, text="A note"), frozenset()),
        (Branch(id="b", name="Branch"), frozenset()),
        (Confirmation(id="c", page_id="one", item="i", monday=LATER, at=NOW), frozenset({"one"})),
        (FILE, None),
    ],
)
def test_what_a_change_touches(value, touched):
    assert touched_pages(changed(value)) == touched


def test_a_note_that_was_an_event_touches_all():
    event = DayNote(id="n", date=LATER, text="City Day", kind=NoteKind.CITY_EVENT)
    plain = msgspec.structs.replace(event, kind=NoteKind.NOTE)
    assert touched_pages(ChangeSet(id="c", at=NOW, changes=(Change(Area.DAY_NOTES, "n", event, plain),))) is None


def test_files_and_removals_touch_the_page_of_their_post():
    removal = Removal(id="r", post_id="q", ground="law", edit_tried="", agreed_coordinator="", at=NOW)
    where = {"p": "one", "q": "two"}
    assert touched_pages(changed(FILE, removal), where.get) == frozenset({"one", "two"})
    assert touched_pages(changed(FILE), lambda post_id: None) == frozenset()


def test_a_post_touches_the_page_it_comes_from_and_the_one_it_goes_to(library):
    post = library.post()
    with library.workspace.work("move", at=NOW) as work:
        move(work, [post.id], library.other.id, LATER, today=TODAY)
    assert touched_pages(work.changes) == frozenset({library.page.id, library.other.id})


def test_a_post_that_goes_with_its_files_needs_no_asking(library):
    post = library.post()
    file = msgspec.structs.replace(FILE, post_id=post.id)
    gone = ChangeSet(
        id="c", at=NOW, changes=(Change(Area.POSTS, post.id, post, None), Change(Area.ATTACHMENTS, "f", file, None))
    )
    assert touched_pages(gone) == frozenset({library.page.id})


@pytest.mark.parametrize("seed", range(4))
def test_random_edits_leave_the_findings_of_a_full_run(library, seed):
    chance = random.Random(seed)
    book, findings = PlanBook(library.workspace), Findings()
    findings.refresh(scope_over(library.workspace, book.plan, YEAR, NOW))
    posts = [library.post(LATER + dt.timedelta(n % 9), library.page) for n in range(4)]
    book = PlanBook(library.workspace)
    findings.refresh(scope_over(library.workspace, book.plan, YEAR, NOW))
    for _ in range(12):
        with library.workspace.work("edit", at=NOW) as work:
            an_edit(work, library, chance, posts)
        book.take(work.changes)
        scope = scope_over(library.workspace, book.plan, YEAR, NOW)
        assert findings.refresh(scope, touched_pages(work.changes, book.page_of)) == check_plan(scope)
        with library.workspace.read() as reader:
            assert book.facts == reader.facts()
            assert reader.plan(YEAR).posts == scope.plan.posts


def removed(post):
    """Why it was taken down; always the same record."""
    return Removal(id=post.id, post_id=post.id, ground="law", edit_tried="", agreed_coordinator="Anna", at=NOW)


def an_edit(work, library, chance, posts):
    """One of the things that people do, and its result among the posts."""
    page = chance.choice([library.page, library.other])
    day = LATER + dt.timedelta(chance.randrange(-7, 20))
    there = [p for p in posts if work.read.post(p.id).binned is None]
    post = chance.choice(there or posts)
    monday = day - dt.timedelta(day.weekday())
    actions = [
        lambda: posts.append(new_post(work, page.id, date=day, text=chance.choice(["", "Come"]))),
        lambda: edit(work, post.id, text="", partner="Bookshop", artwork=Artwork.ORDERED, personal_data=True),
        lambda: edit(work, post.id, urgent=True, topic=chance.randrange(1, 12)),
        lambda: move(work, [post.id], page.id, day, today=TODAY),
        lambda: posts.extend(copy(work, [post.id], page.id, day, today=TODAY)),
        lambda: bin_posts(work, [post.id], NOW),
        lambda: work.put(DayNote(id=new_id(), date=day, text="City Day", kind=NoteKind.CITY_EVENT)),
        lambda: work.put(DayNote(id=new_id(), date=day, text="Repairs", kind=NoteKind.SERVICE_CHANGE)),
        lambda: work.put(Confirmation(id=new_id(), page_id=page.id, item="language-opinion", monday=monday, at=NOW)),
        lambda: work.put(msgspec.structs.replace(library.coordinator, two_factor=chance.random() < 0.5)),
        lambda: work.put(CalendarChange(id=new_id(), date=day, kind=ChangeKind.FREE, reason="Repairs")),
        lambda: work.put(msgspec.structs.replace(work.read.post(post.id), state=State.REMOVED)),
        lambda: work.put(removed(post)),
        lambda: work.remove(Area.REMOVALS, removed(post).id) if work.get(Area.REMOVALS, removed(post).id) else None,
        lambda: work.put(Person(id=new_id(), name="Boris", role=Role.ADMINISTRATOR)),
        lambda: [work.remove(Area.DAY_NOTES, note.id) for note in work.read.facts().events[:1]],
        lambda: [work.put(msgspec.structs.replace(n, kind=NoteKind.NOTE)) for n in work.read.facts().events[:1]],
    ]
    chance.choice(actions)()
