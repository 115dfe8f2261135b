"""The coverage view agrees with the checks, whatever way time is cut."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smcal.layout.coverage import Columns, coverage_board
from smcal.model import DayNote, NoteKind, Period, Post
from smcal.model.facts import Facts
from smcal.model.period import quarter_of
from smcal.regulation import check_pages
from tests.core.regulation.plans import MONDAY, PAGE, pack, post, scope

QUARTER = quarter_of(MONDAY)
PLANNED = st.lists(
    st.tuples(st.integers(-60, 45), st.sampled_from([None, *range(1, 12)]), st.sampled_from(["", "Museum"])),
    max_size=30,
)


def planned(of: list[tuple[int, int | None, str]]) -> list[Post]:
    return [
        post(n, MONDAY + dt.timedelta(day), topic=topic, partner=partner) for n, (day, topic, partner) in enumerate(of)
    ]


@given(PLANNED, st.booleans(), st.booleans(), st.sampled_from(list(Columns)))
def test_gaps_and_shares_are_those_of_the_checks(
    of: list[tuple[int, int | None, str]], collection: bool, changed: bool, columns: Columns
) -> None:
    page = msgspec.structs.replace(PAGE, has_collection=collection)
    question = scope(planned(of), QUARTER, page=page)
    change = DayNote(id="n", date=MONDAY, text="New hours", kind=NoteKind.SERVICE_CHANGE)
    facts = Facts(events=(change,) if changed else ())
    plan = msgspec.structs.replace(question.plan, facts=facts)
    board = coverage_board(plan, pack(), [page], QUARTER, columns)
    found = check_pages(msgspec.structs.replace(question, plan=plan), [page.id])
    missing = [f.args["topic"] for f in found if f.rule == "topics.coverage"]
    assert [row.topic.id for row in board.rows if row.gaps] == missing
    assert board.gaps == len(missing)
    tipped = [f.args["first"] for f in found if f.rule == "partners.share"]
    assert [share.stretch.first for share in board.shares if share.too_many] == tipped


@given(PLANNED)
def test_every_counted_post_stands_in_exactly_one_cell(of: list[tuple[int, int | None, str]]) -> None:
    question = scope(planned(of), QUARTER)
    inside = [p for p in question.plan.posts[PAGE.id] if p.date and p.date in QUARTER]
    for columns in Columns:
        board = coverage_board(question.plan, pack(), [PAGE], QUARTER, columns)
        shown = [p.id for row in board.rows for cell in row.cells for p in cell]
        assert len(shown) + sum(map(len, board.untold)) == len(inside) == sum(mix.count for mix in board.mix)
        assert sorted(shown) == sorted(p.id for p in inside if p.topic is not None)


@pytest.mark.parametrize(("columns", "number"), [(Columns.WEEKS, 14), (Columns.MONTHS, 3), (Columns.WHOLE, 1)])
def test_columns_cut_the_stretch_without_gaps(columns: Columns, number: int) -> None:
    board = coverage_board(scope([]).plan, pack(), [PAGE], QUARTER, columns)
    assert len(board.columns) == number
    assert (board.columns[0].first, board.columns[-1].last) == (QUARTER.first, QUARTER.last)
    for one, other in zip(board.columns, board.columns[1:], strict=False):
        assert other.first - one.last == dt.timedelta(1)


def test_several_pages_owe_each_for_themselves() -> None:
    other = msgspec.structs.replace(PAGE, id="other")
    plan = msgspec.structs.replace(scope([post(1, topic=6)]).plan, pages=(PAGE, other))
    board = coverage_board(plan, pack(), [PAGE, other], Period(QUARTER.first, QUARTER.last), Columns.WHOLE)
    (reference,) = [row for row in board.rows if row.topic.id == 6]
    assert reference.gaps == ("other",)
    assert board.due == 18


def test_a_gap_that_a_change_of_hours_left_is_none_behind_the_change() -> None:
    days = (MONDAY - dt.timedelta(20), MONDAY)
    facts = Facts(events=tuple(DayNote(id=str(d), date=d, text="New", kind=NoteKind.SERVICE_CHANGE) for d in days))
    plan = msgspec.structs.replace(scope([]).plan, facts=facts)
    board = coverage_board(plan, pack(), [PAGE], QUARTER, Columns.WEEKS)
    change, always = board.rows[0], board.rows[1]
    assert change.pages[0].until == MONDAY, "the later of two changes can still be told of"
    for column in board.columns:
        assert change.is_owed_in(column) == (column.first <= MONDAY)
        assert always.is_owed_in(column)
