"""A proposed post on another day: where it may stand, what that breaks, and that this is laid to the day's charge."""

import datetime as dt
from pathlib import Path

from smcal.model import DayNote, Facts, NoteKind, Period, Post
from smcal.planning.preview import Level
from smcal.planning.proposal import (
    Cause,
    Item,
    Lack,
    NoDay,
    Proposal,
    accept,
    no_day,
    placed,
    propose,
    remaining,
    trial,
)
from smcal.regulation import Scope
from smcal.store import Workspace
from tests.core.regulation.plans import MONDAY, NOW, PAGE, post, scope
from tests.library import VK, make_library

DAY = dt.timedelta(1)
FORTNIGHT = Period(NOW.date(), MONDAY + 13 * DAY)
SUNDAY = FORTNIGHT.last


def asked(planned: list[Post] | None = None) -> tuple[Scope, Proposal]:
    of = scope(planned or [], FORTNIGHT)
    return of, propose(of, PAGE)


def lacks(of: Scope, proposal: Proposal, chosen: list[Item]) -> set[tuple[str, Lack]]:
    return {(one.finding.rule, one.lack) for one in remaining(of, PAGE, proposal, chosen)}


def test_days_gone_by_and_days_that_were_not_asked_for_are_none() -> None:
    of, _proposal = asked()
    assert no_day(of, NOW.date() - DAY) is NoDay.PAST
    assert no_day(of, SUNDAY + DAY) is NoDay.OUTSIDE
    assert no_day(of, NOW.date()) is None and no_day(of, SUNDAY) is None


def test_a_day_that_is_too_near_is_told_before_and_afterwards() -> None:
    of, proposal = asked()
    item, tomorrow = proposal.items[0], NOW.date() + DAY
    said = trial(of, PAGE, proposal.items, item).at(None, tomorrow)
    assert said.level is Level.BREAKS and "submission.window" in [finding.rule for finding in said.findings]
    moved = [placed(item, tomorrow, item.post.time), *proposal.items[1:]]
    assert ("submission.window", Lack.CHOSEN) in lacks(of, proposal, moved)


def test_the_eighth_post_of_a_week_counts_the_others_that_are_wanted() -> None:
    of, _proposal = asked([post(n, MONDAY + n * DAY) for n in range(6)])
    one, two = (Item(post=post(50 + n, MONDAY - 7 * DAY), new=True, cause=Cause.TOPIC) for n in range(2))
    for others, counts in (([one], []), ([placed(one, MONDAY, None)], [8])):
        said = trial(of, PAGE, [*others, two], two).at(None, MONDAY).findings
        assert [finding.args["count"] for finding in said if finding.rule == "frequency.max"] == counts


def test_an_announcement_behind_its_event_is_laid_to_the_day() -> None:
    event = DayNote(id="event", date=MONDAY + 2 * DAY, kind=NoteKind.CITY_EVENT, text="Fest")
    of = scope([], FORTNIGHT, facts=Facts(events=(event,)))
    proposal = propose(of, PAGE)
    (item,) = [item for item in proposal.items if item.cause is Cause.EVENT]
    late = event.date + DAY
    said = trial(of, PAGE, proposal.items, item).at(None, late)
    assert "citywide.events" in [finding.rule for finding in said.findings]
    others = [other for other in proposal.items if other is not item]
    assert ("citywide.events", Lack.CHOSEN) in lacks(of, proposal, [placed(item, late, None), *others])


def test_what_a_post_without_a_tick_would_meet_is_not_laid_to_the_day() -> None:
    of, proposal = asked()
    item, left_out = proposal.items[0], proposal.items[1]
    moved = [placed(item, SUNDAY, item.post.time), *proposal.items[2:]]
    said = {one.finding.args.get("topic"): one.lack for one in remaining(of, PAGE, proposal, moved)}
    assert said[left_out.post.topic] is Lack.LEFT_OUT


def test_a_post_moved_within_what_holds_breaks_nothing() -> None:
    of, proposal = asked()
    item = proposal.items[0]
    assert item.post.date is not None
    moved = [placed(item, item.post.date, dt.time(9, 30)), *proposal.items[1:]]
    assert lacks(of, proposal, moved) == lacks(of, proposal, list(proposal.items))


def test_it_goes_into_the_plan_where_it_was_put(tmp_path: Path) -> None:
    with Workspace.open(make_library(tmp_path / "plan.smcal")) as workspace:
        item = Item(post=post(1, page_id=VK.id), new=True, cause=Cause.TOPIC)
        with workspace.work("Plan the week") as work:
            (stored,) = accept(work, [placed(item, SUNDAY, dt.time(8, 15))])
        assert (stored.date, stored.time) == (SUNDAY, dt.time(8, 15))
