"""Plan my week: what is proposed keeps the regulation, and what is not met is said."""

import datetime as dt
from collections import Counter
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from smcal.model import DayNote, Facts, NoteKind, Period, Post, State
from smcal.model.period import quarter_of, week_of
from smcal.planning.proposal import (
    Cause,
    Item,
    Lack,
    Proposal,
    accept,
    fill,
    propose,
    propose_all,
    reach_of,
    remaining,
)
from smcal.planning.proposal.afterwards import HELD
from smcal.regulation import Scope, Severity, Topic, check_pages, load_pack
from smcal.store import Workspace
from tests.core.regulation.plans import MONDAY, NOW, PAGE, WEEK, WORKTIME, pack, post, scope
from tests.library import VK, make_library

QUARTER = quarter_of(MONDAY)
DAYS = st.integers(-30, 50).map(lambda n: MONDAY + dt.timedelta(n))
PLANNED = st.builds(
    lambda date, topic, partner, state, time: {
        "date": date,
        "topic": topic,
        "partner": partner,
        "state": state,
        "time": time,
    },
    DAYS,
    st.sampled_from([None, *range(1, 12)]),
    st.sampled_from(["", "", "Музей"]),
    st.sampled_from([State.DRAFT, State.PUBLISHED, State.ON_HOLD]),
    st.sampled_from([None, dt.time(10), dt.time(17, 30)]),
)


def idea(number: int, **fields: object) -> Post:
    """A post in the tray."""
    return Post(**{"id": f"idea-{number:03}", "page_id": PAGE.id, "state": State.IDEA, "text": "Text", **fields})


WAITING = st.builds(
    lambda topic, partner, page: {"topic": topic, "partner": partner, "page_id": page},
    st.sampled_from([None, *range(1, 12)]),
    st.sampled_from(["", "Музей"]),
    st.sampled_from([PAGE.id, None]),
)


def after(before: Scope, proposal: Proposal) -> Scope:
    """The same question once everything proposed is accepted."""
    row = [*before.plan.posts[PAGE.id], *(item.post for item in proposal.items)]
    return scope(row, before.period, now=before.now)


def held(of: Scope) -> list[tuple[str, str]]:
    """What the rules that a proposal looks after say."""
    return [(f.rule, f.key) for f in check_pages(of, [PAGE.id]) if f.rule in HELD]


def kinds(of: Scope) -> set[tuple[object, ...]]:
    """The findings that a proposal must never cause, by what they are about."""
    never = ("frequency.max", "submission.window", "partners.share")
    found = [f for f in check_pages(of, [PAGE.id]) if f.rule in never]
    return {(f.rule, f.post_id, f.week, f.args.get("first")) for f in found}


def test_an_empty_week_gets_its_share_of_what_the_quarter_lacks() -> None:
    proposal = propose(scope([]), PAGE)
    assert len(proposal.items) == 3  # nine topics are owed in six weeks; one more than the usual two of a week
    assert {item.cause for item in proposal.items} == {Cause.TOPIC}
    assert all(item.new and item.post.topic and item.post.direction for item in proposal.items)
    assert len({item.post.date for item in proposal.items}) == 3
    assert [(u.finding.rule, u.lack) for u in proposal.unmet] == [("topics.coverage", Lack.OUTSIDE)] * 6


def test_what_is_owed_until_the_period_ends_is_all_proposed_spread_over_its_weeks() -> None:
    period = Period(MONDAY, QUARTER.last)
    proposal = propose(scope([], period), PAGE)
    weeks = Counter(week_of(item.post.date).first for item in proposal.items if item.post.date)
    assert proposal.unmet == ()
    assert set(weeks.values()) == {2}


def test_in_the_last_week_of_the_quarter_everything_owed_is_proposed_as_far_as_there_is_room() -> None:
    last = Period(dt.date(2026, 12, 21), QUARTER.last)  # one week and four days
    proposal = propose(scope([], last), PAGE)
    assert {item.post.topic for item in proposal.items if item.cause is Cause.TOPIC} == {2, 3, 4, 6, 7, 8, 9, 10, 11}
    week = Period(dt.date(2026, 12, 28), QUARTER.last)
    crowded = propose(scope([], week), PAGE)
    assert {u.lack for u in crowded.unmet if u.finding.args["topic"]} == {Lack.OUTSIDE}, "earlier days have room"


def test_one_more_than_the_usual_number_of_a_week_is_proposed_at_most() -> None:
    busy = [post(n, MONDAY - dt.timedelta(7 * (n // 4 + 1) - n % 4), topic=6) for n in range(12)]
    proposal = propose(scope(busy), PAGE)
    assert len(proposal.items) == 5
    assert {u.lack for u in proposal.unmet} == {Lack.OUTSIDE}


def change(day: dt.date, **fields: object) -> DayNote:
    """A change of hours on a day."""
    return DayNote(**{"id": "change", "date": day, "kind": NoteKind.SERVICE_CHANGE, "text": "New hours", **fields})


def city(day: dt.date, number: int = 1) -> DayNote:
    """A city event on a day."""
    return DayNote(id=f"event-{number}", date=day, kind=NoteKind.CITY_EVENT, text="Fest")


def told_of(note: DayNote) -> Facts:
    return Facts(events=(note,))


def covered_but(topic: int) -> list[Post]:
    return [post(n, MONDAY - dt.timedelta(14 + n % 5), topic=n) for n in range(1, 12) if n != topic]


def test_a_change_of_service_is_told_before_its_day() -> None:
    facts = told_of(change(MONDAY + dt.timedelta(2)))
    proposal = propose(scope(covered_but(1), QUARTER, facts=facts), PAGE)
    (told,) = [item for item in proposal.items if item.post.topic == 1 and item.cause is Cause.TOPIC]
    assert told.post.date is not None and told.post.date <= MONDAY + dt.timedelta(2)


def test_a_change_of_service_too_near_is_for_an_urgent_post() -> None:
    soon, over = NOW.date() + dt.timedelta(3), NOW.date() - dt.timedelta(3)
    for day, lack in ((soon, Lack.URGENT), (over, Lack.NO_DAY_IN_TIME)):
        proposal = propose(scope(covered_but(1), QUARTER, facts=told_of(change(day))), PAGE)
        assert [i for i in proposal.items if i.post.topic == 1 and i.cause is Cause.TOPIC] == []
        assert [u.lack for u in proposal.unmet if u.finding.args.get("topic") == 1] == [lack]
        assert (
            fill(scope([], reach_of(QUARTER, NOW.date()), facts=told_of(change(day))), PAGE, topic(1), QUARTER) is None
        )


def test_a_gap_for_a_change_of_service_is_filled_before_its_day() -> None:
    facts = told_of(change(MONDAY + dt.timedelta(2)))
    made = fill(scope([], reach_of(QUARTER, NOW.date()), facts=facts), PAGE, topic(1), QUARTER)
    assert made is not None and made.post.date is not None and made.post.date <= MONDAY + dt.timedelta(2)


def test_an_announcement_waits_in_the_tray_for_days_before_its_event() -> None:
    busy = [post(n, MONDAY + dt.timedelta(n % 2), topic=n + 1) for n in range(6)]
    period = Period(MONDAY, MONDAY + dt.timedelta(13))
    event = city(MONDAY + dt.timedelta(1))
    waiting = [idea(1, event_id=event.id)]
    proposal = propose(scope(busy, period, facts=told_of(event)), PAGE, waiting)
    (taken,) = [item for item in proposal.items if item.post.event_id]
    assert (taken.post.id, taken.cause) == ("idea-001", Cause.EVENT)
    assert taken.post.date is not None and taken.post.date <= event.date
    gone = propose(scope([], period, facts=told_of(city(MONDAY - dt.timedelta(1)))), PAGE, waiting)
    assert [p.id for p in gone.left] == ["idea-001"]


def test_an_event_without_an_announcement_gets_one_in_the_days_before_it() -> None:
    event = city(MONDAY + dt.timedelta(20))
    proposal = propose(scope([], Period(MONDAY, MONDAY + dt.timedelta(27)), facts=told_of(event)), PAGE)
    (made,) = [item for item in proposal.items if item.post.event_id == event.id]
    assert made.new and made.cause is Cause.EVENT and made.post.title == "Анонс: Fest"
    assert made.post.direction == "reader-events"
    assert made.post.date is not None and event.date - dt.timedelta(14) <= made.post.date <= event.date
    assert not [u for u in proposal.unmet if u.finding.rule == "citywide.events"]


def test_an_event_too_near_to_be_announced_is_for_an_urgent_post() -> None:
    soon = city(NOW.date() + dt.timedelta(2))
    proposal = propose(scope([], week_of(NOW.date()), facts=told_of(soon)), PAGE)
    assert [u.lack for u in proposal.unmet if u.finding.rule == "citywide.events"] == [Lack.URGENT]


def test_sections_whose_rule_is_off_bind_nobody() -> None:
    rules = pack().rules
    for rule in HELD:
        off = msgspec.structs.replace(rules[rule], severity=Severity.OFF)
        loose = msgspec.structs.replace(pack(), rules={**rules, rule: off})
        theirs = [post(n, MONDAY + dt.timedelta(n), partner="Музей", pr_consent=True) for n in range(4)]
        proposal = propose(scope(theirs, pack=loose, facts=told_of(city(MONDAY + dt.timedelta(3)))), PAGE)
        causes = {
            "frequency.min": Cause.FREQUENCY,
            "topics.coverage": Cause.TOPIC,
            "partners.share": Cause.SHARE,
            "citywide.events": Cause.EVENT,
        }
        assert causes.get(rule) not in {item.cause for item in proposal.items}
        assert rule not in {u.finding.rule for u in proposal.unmet}


def test_every_rule_off_proposes_nothing_and_leaves_days_to_the_tray() -> None:
    off = {name: msgspec.structs.replace(rule, severity=Severity.OFF) for name, rule in pack().rules.items()}
    loose = msgspec.structs.replace(pack(), rules=off)
    near = Period(NOW.date(), NOW.date() + dt.timedelta(3))
    assert propose(scope([], near, pack=loose), PAGE).items == ()
    assert [item.cause for item in propose(scope([], near, pack=loose), PAGE, [idea(1)]).items] == [Cause.TRAY]


def test_what_waits_in_the_tray_comes_before_new_posts() -> None:
    covered = [post(n, MONDAY - dt.timedelta(n + 1), topic=topic) for n, topic in enumerate([2, 3, 4, 7, 8, 9, 10, 11])]
    waiting = [idea(1, topic=6), idea(2), idea(3, state=State.ON_HOLD), idea(4, page_id="another")]
    proposal = propose(scope(covered), PAGE, waiting)
    assert {item.post.id: item.cause for item in proposal.items} == {
        "idea-001": Cause.TOPIC,
        "idea-002": Cause.FREQUENCY,
    }
    assert proposal.unmet == proposal.left == ()


def test_posts_go_to_the_days_and_hours_of_the_page() -> None:
    tuesdays_and_fridays = [
        post(10 * week + day, MONDAY - dt.timedelta(7 * week) + dt.timedelta(day), time=dt.time(17, 30), topic=topic)
        for week, topic in zip(range(1, 5), (2, 3, 4, 6), strict=True)
        for day in (1, 4)
    ]
    covered = [msgspec.structs.replace(p, topic=n) for p, n in zip(tuesdays_and_fridays, range(7, 12), strict=False)]
    rest = [post(90 + n, MONDAY - dt.timedelta(20), topic=n, time=None) for n in (2, 3, 4, 6)]
    proposal = propose(scope([*covered, *tuesdays_and_fridays[5:], *rest]), PAGE)
    assert [(item.post.date.weekday(), item.post.time) for item in proposal.items if item.post.date] == [
        (1, dt.time(17, 30)),
        (4, dt.time(17, 30)),
    ]


def test_days_too_near_to_be_handed_in_are_left_alone_and_that_is_said() -> None:
    late = dt.datetime(2026, 11, 25, 12)
    proposal = propose(scope([], now=late), PAGE)
    assert proposal.items == ()
    assert {u.lack for u in proposal.unmet if u.finding.rule == "frequency.min"} == {Lack.NO_DAY_IN_TIME}


def test_partners_never_get_more_than_their_share() -> None:
    covered = [post(n, MONDAY - dt.timedelta(n), topic=topic) for n, topic in enumerate([2, 3, 4, 6, 7, 8, 9, 10, 11])]
    partners = [idea(n, partner="Музей", pr_consent=True) for n in range(9)]
    before = scope(covered, Period(MONDAY, MONDAY + dt.timedelta(27)))
    proposal = propose(before, PAGE, partners)
    taken = [item for item in proposal.items if not item.new]
    assert 0 < len(taken) < 9
    assert len(proposal.left) == 9 - len(taken)
    assert not kinds(after(before, proposal))


def test_too_many_partners_are_balanced_by_posts_of_our_own() -> None:
    theirs = [post(n, MONDAY + dt.timedelta(n), partner="Музей", pr_consent=True) for n in range(3)]
    mended = propose(scope(theirs, Period(MONDAY, dt.date(2026, 12, 31))), PAGE)
    assert not [u for u in mended.unmet if u.finding.rule == "partners.share"]


def test_a_pack_without_topics_window_and_numbers_empties_the_tray_only() -> None:
    bare = msgspec.structs.replace(
        load_pack("spb-cbs"), frequency=None, submission=None, coverage=None, topics=(), partners=None, rules={}
    )
    proposal = propose(scope([], pack=bare), PAGE, [idea(1)])
    assert [item.cause for item in proposal.items] == [Cause.TRAY]
    assert proposal.unmet == ()


@given(st.lists(PLANNED, max_size=25), st.lists(WAITING, max_size=8), st.sampled_from([WEEK, QUARTER]))
def test_what_is_proposed_keeps_the_regulation_and_the_rest_is_told(
    planned: list[dict[str, object]], waiting: list[dict[str, object]], period: Period
) -> None:
    before = scope([post(n, **fields) for n, fields in enumerate(planned)], period)
    tray = [idea(n, **fields) for n, fields in enumerate(waiting)]
    proposal = propose(before, PAGE, tray)
    done = after(before, proposal)
    horizon = WORKTIME.horizon(NOW)
    assert all(item.post.date in period and item.post.date >= horizon for item in proposal.items if item.post.date)
    assert held(done) == [(u.finding.rule, u.finding.key) for u in proposal.unmet]
    assert kinds(done) <= kinds(before)
    for unmet in proposal.unmet:
        if unmet.finding.rule == "frequency.min" and unmet.lack is Lack.NO_DAY_IN_TIME:
            assert unmet.finding.args["last"] < horizon
    taken = {item.post.id for item in proposal.items if not item.new}
    assert taken | {p.id for p in proposal.left} == {p.id for p in tray}


KINDS = st.sampled_from([NoteKind.SERVICE_CHANGE, NoteKind.CITY_EVENT])


@given(
    st.lists(PLANNED, max_size=15),
    st.lists(st.tuples(DAYS, KINDS), max_size=4),
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from([1, 6])), max_size=4),
    st.sampled_from([WEEK, QUARTER]),
)
def test_posts_about_events_are_proposed_beforehand_or_not_at_all(
    planned: list[dict[str, object]],
    noted: list[tuple[dt.date, NoteKind]],
    waiting: list[tuple[int, int]],
    period: Period,
) -> None:
    notes = sorted((change(day, id=f"note-{n}", kind=kind) for n, (day, kind) in enumerate(noted)), key=_date)
    before = scope([post(n, **fields) for n, fields in enumerate(planned)], period, facts=Facts(events=tuple(notes)))
    tray = [idea(n, event_id=f"note-{event}", topic=topic) for n, (event, topic) in enumerate(waiting)]
    proposal = propose(before, PAGE, tray)
    events = {note.id: note for note in notes}
    changes = [note.date for note in notes if note.kind is NoteKind.SERVICE_CHANGE]
    for item in proposal.items:
        day, event = item.post.date, events.get(item.post.event_id or "")
        assert day is not None
        if event is not None:
            assert day <= event.date
            assert event.kind is NoteKind.SERVICE_CHANGE or day >= event.date - dt.timedelta(14)
        elif item.post.topic == 1 and any(date in quarter_of(day) for date in changes):
            assert any(date >= day for date in changes)
    row = [*before.plan.posts[PAGE.id], *(item.post for item in proposal.items)]
    done = scope(row, period, facts=before.plan.facts)
    assert held(done) == [(u.finding.rule, u.finding.key) for u in proposal.unmet]
    assert kinds(done) <= kinds(before)


def _date(note: DayNote) -> dt.date:
    return note.date


def test_several_pages_share_what_has_no_page() -> None:
    other = msgspec.structs.replace(PAGE, id="other")
    of = scope([])
    both = msgspec.structs.replace(of, plan=msgspec.structs.replace(of.plan, pages=(PAGE, other)))
    first, second = propose_all(both, [PAGE, other], [idea(1, page_id=None, topic=6)])
    assert "idea-001" in {item.post.id for item in first.items}
    assert "idea-001" not in {item.post.id for item in second.items}


def test_accepting_a_part_is_one_step_that_can_be_taken_back(tmp_path: Path) -> None:
    with Workspace.open(make_library(tmp_path / "plan.smcal")) as workspace:
        with workspace.work("Idea") as work:
            work.put(idea(1, page_id=VK.id))
        new = Item(post=post(1, page_id=VK.id), new=True, cause=Cause.TOPIC)
        placed = msgspec.structs.replace(idea(1, page_id=VK.id), date=MONDAY, time=dt.time(12))
        with workspace.work("Plan") as work:
            accept(work, [new, Item(post=placed, new=False, cause=Cause.FREQUENCY)])
        stored = workspace.read().posts(week_of(MONDAY))
        assert [(p.id, p.state) for p in stored] == [("post-001", State.DRAFT), ("idea-001", State.DRAFT)]
        workspace.apply(work.changes.inverse())
        assert workspace.read().posts(week_of(MONDAY)) == []
        assert [p.id for p in workspace.read().tray()] == ["idea-001"]


@given(st.lists(PLANNED, max_size=15), st.lists(WAITING, max_size=6), st.data())
def test_what_remains_of_a_part_is_what_the_checks_say_and_names_what_was_left_out(
    planned: list[dict[str, object]], waiting: list[dict[str, object]], data: st.DataObject
) -> None:
    before = scope([post(n, **fields) for n, fields in enumerate(planned)])
    proposal = propose(before, PAGE, [idea(n, **fields) for n, fields in enumerate(waiting)])
    chosen = [item for item in proposal.items if data.draw(st.booleans())]
    found = remaining(before, PAGE, proposal, chosen)
    part = msgspec.structs.replace(proposal, items=tuple(chosen))
    assert held(after(before, part)) == [(u.finding.rule, u.finding.key) for u in found]
    known = {u.finding.key: u.lack for u in proposal.unmet}
    assert all(u.lack is known.get(u.finding.key, Lack.LEFT_OUT) for u in found)
    assert remaining(before, PAGE, proposal, proposal.items) == proposal.unmet


def topic(number: int) -> Topic:
    found = pack().topic(number)
    assert found is not None
    return found


def test_a_gap_is_filled_on_a_day_of_its_column() -> None:
    made = fill(scope([], reach_of(WEEK, NOW.date())), PAGE, topic(6), WEEK)
    assert made is not None and made.inside
    assert made.post.date in WEEK
    assert (made.post.topic, made.post.direction, made.post.page_id) == (6, topic(6).direction, PAGE.id)


def test_where_no_day_of_a_column_is_possible_the_next_one_is_offered() -> None:
    full = [post(n, MONDAY + dt.timedelta(n)) for n in range(7)]
    behind = week_of(MONDAY + dt.timedelta(7))
    made = fill(scope(full, reach_of(WEEK, NOW.date())), PAGE, topic(6), WEEK)
    assert made is not None and not made.inside
    assert made.post.date in behind
    past = week_of(NOW.date() - dt.timedelta(30))
    late = fill(scope([], reach_of(past, NOW.date())), PAGE, topic(6), past)
    assert late is not None and not late.inside
    assert WORKTIME.horizon(NOW) <= late.post.date <= WORKTIME.horizon(NOW) + dt.timedelta(6)


def test_where_every_week_is_full_nothing_is_offered() -> None:
    full = [post(n, MONDAY + dt.timedelta(n)) for n in range(60)]
    assert fill(scope(full, reach_of(WEEK, NOW.date())), PAGE, topic(6), WEEK) is None
