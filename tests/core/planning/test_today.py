"""What must be handed in today: exactly the posts whose window closes, however many others there are."""

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from smcal.model import State
from smcal.planning.today import OPEN_STATES, agenda_period, due_today

from .test_preview import NOW, WORKTIME, make_post, make_scope

DAYS = st.integers(0, 40).map(lambda n: NOW.date() + dt.timedelta(n))
STATES = st.sampled_from([State.DRAFT, State.CHANGES_REQUESTED, State.SUBMITTED, State.IDEA, State.PUBLISHED])


def agenda(posts):
    scope = make_scope(posts)
    return msgspec.structs.replace(scope, period=agenda_period(NOW))


@given(st.lists(st.tuples(DAYS, STATES), max_size=20), st.integers(0, 6))
def test_it_names_every_open_post_whose_day_has_come(made, ahead):
    posts = [make_post(n, date, state=state) for n, (date, state) in enumerate(made)]
    until = NOW.date() + dt.timedelta(ahead)
    found = due_today(agenda(posts), until)
    expected = {p.id for p in posts if p.state in OPEN_STATES and WORKTIME.submit_by(p.date).date() <= until}
    assert {due.post.id for due in found} == expected
    assert [due.submit_by for due in found] == sorted(due.submit_by for due in found)
    for due in found:
        late = WORKTIME.is_late(NOW, due.post.date) and due.post.state is State.DRAFT
        assert (due.late, due.today) == (late, due.submit_by.date() == NOW.date())


def test_what_the_curator_gave_back_is_never_late():
    post = make_post(1, NOW.date() + dt.timedelta(1), state=State.CHANGES_REQUESTED)
    (due,) = due_today(agenda([post]))
    assert not due.late


def test_an_urgent_post_with_a_reason_is_due_but_not_late():
    tomorrow = NOW.date() + dt.timedelta(1)
    told = make_post(1, tomorrow, urgent=True, urgent_reason="A burst pipe")
    mute = make_post(2, tomorrow, urgent=True, urgent_reason=" ")
    assert [(due.post.id, due.late, due.urgent) for due in due_today(agenda([told, mute]))] == [
        ("p01", False, True),
        ("p02", True, False),
    ]
