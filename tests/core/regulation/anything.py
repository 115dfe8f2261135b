"""Plans of any kind for what holds for every plan: several pages, all rules, facts beside the posts."""

import datetime as dt

import msgspec
from hypothesis import strategies as st

from smcal.model import Artwork, Attachment, DayNote, Facts, NoteKind, Page, Period, Post, Removal, State
from smcal.model.plan import Plan
from smcal.regulation import Scope
from tests.core.regulation.cases import ANNA, BORIS, KEPT
from tests.core.regulation.plans import MONDAY, PAGE, post, scope, whole_pack

DAYS = 30
WHOLE = Period(MONDAY, MONDAY + dt.timedelta(DAYS - 1))
NOW = dt.datetime(2026, 12, 1, 12, 0)
EARLY = dt.datetime(2026, 10, 20, tzinfo=dt.UTC)

dates = st.integers(0, DAYS - 1).map(lambda n: MONDAY + dt.timedelta(n))
instants = st.none() | st.integers(0, 60 * 24).map(lambda hours: EARLY + dt.timedelta(hours=hours))
words = st.sampled_from(["", " ", "Anna"])
PAGES = (PAGE, *(msgspec.structs.replace(KEPT, id=f"page-{n}", branch_id=f"b{n}", position=n % 2) for n in range(3)))
EVENTS = (
    DayNote(id="city", date=MONDAY + dt.timedelta(9), text="City Day", kind=NoteKind.CITY_EVENT),
    DayNote(id="ours", date=MONDAY + dt.timedelta(3), text="Fair", kind=NoteKind.CITY_EVENT, branch_id="b1"),
    DayNote(id="shut", date=MONDAY + dt.timedelta(5), text="Repairs", kind=NoteKind.SERVICE_CHANGE, branch_id="b0"),
)

some_posts = st.builds(
    post,
    date=dates,
    page_id=st.sampled_from([page.id for page in PAGES]),
    topic=st.sampled_from([None, 1, 2, 6, 7, 99]),
    direction=st.sampled_from([None, "collections", "gossip", "partners", "reader-events"]),
    state=st.sampled_from(list(State)),
    text=st.sampled_from(["", "Come and read", "Photographs are taken at our events"]),
    urgent=st.booleans(),
    partner=st.sampled_from(["", "Bookshop"]),
    borrowed=st.booleans(),
    artwork=st.sampled_from(list(Artwork)),
    first_submitted=instants,
    event_id=st.sampled_from([None, "city", "ours", "gone"]),
    personal_data=st.booleans(),
    data_consent=words,
    mistake=words,
    corrected=st.booleans(),
)
rows = st.lists(some_posts, max_size=25).map(
    lambda row: [msgspec.structs.replace(p, id=f"post-{n:03}") for n, p in enumerate(row)]
)
ITEMS = [point.id for point in whole_pack().checklist]
mondays = dates.map(lambda day: day - dt.timedelta(day.weekday()))
confirmations = st.dictionaries(
    st.tuples(st.sampled_from([p.id for p in PAGES]), st.sampled_from(ITEMS), mondays),
    st.sampled_from([(), ("another",)]),
    max_size=9,
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan for four pages, with files, people, events, removals and confirmations."""
    row = draw(rows)
    files = {
        p.id: (Attachment(id=f"f-{p.id}", post_id=p.id, media_id="m", borrowed=True, author=draw(words)),)
        for p in row
        if draw(st.booleans())
    }
    removals = {
        p.id: removal(p, draw(words), draw(words)) for p in row if p.state is State.REMOVED and draw(st.booleans())
    }
    anna = msgspec.structs.replace(ANNA, two_factor=draw(st.booleans()), trained=draw(st.booleans()))
    facts = Facts(
        people={ANNA.id: anna, BORIS.id: BORIS},
        events=tuple(sorted(draw(st.sets(st.sampled_from(EVENTS))), key=lambda note: note.date)),
        removals=removals,
        confirmed=draw(confirmations),
    )
    return Plan(pages=PAGES, posts=by_page(row), attachments=files, facts=facts)


def by_page(row: list[Post], pages: tuple[Page, ...] = PAGES) -> dict[str, list[Post]]:
    """Posts as a plan holds them: a list for every page, in order."""
    ordered = sorted(row, key=lambda p: (p.date, p.time is None, p.time or dt.time.min, p.id))
    return {page.id: [p for p in ordered if p.page_id == page.id] for page in pages}


def removal(of: Post, ground: str = "law", why: str = "Anna") -> Removal:
    """Why a post was taken down."""
    return Removal(id=f"r-{of.id}", post_id=of.id, ground=ground, edit_tried=why, agreed_coordinator=why, at=EARLY)


def over(plan: Plan, period: Period = WHOLE, now: dt.datetime = NOW) -> Scope:
    """A plan as the checks want it, every rule on."""
    return msgspec.structs.replace(scope([], period, pack=whole_pack(), now=now), plan=plan)
