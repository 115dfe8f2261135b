"""The board of a week: what stands in which cell, what gauges and heads say."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from msgspec import structs

from smcal.layout.board import Badge, Level
from smcal.layout.week import finding_badges, make_card, week_board
from smcal.model import DayNote, Network, NoteKind, Page, Plan, Post, State
from smcal.model.period import week_of
from smcal.model.plan import Facts
from smcal.regulation import Finding, Scope, Severity, check_pages, load_pack
from smcal.worktime import Worktime, national_years

MONDAY = dt.date(2026, 11, 30)
WEEK = week_of(MONDAY)
PAGE = Page(id="p", branch_id="b", network=Network.VK, title="Library No. 3")


@pytest.fixture(scope="module")
def worktime():
    return Worktime("RU", national_years("RU"))


def post(name, day=0, at=None, **fields):
    time = dt.time.fromisoformat(at) if at else None
    return Post(id=name, page_id="p", date=MONDAY + dt.timedelta(day), time=time, title=name, **fields)


def board_of(posts, worktime, **options):
    ordered = sorted(posts, key=lambda p: (p.date, p.time is None, p.time or dt.time.min, p.id))
    plan = Plan(pages=(PAGE,), posts={"p": ordered}, attachments={})
    options = {"today": dt.date(2026, 11, 24), "horizon": dt.date(2026, 12, 1), "language": "en", **options}
    return week_board(plan, load_pack("spb-cbs"), WEEK, worktime.day, **options)


def test_cards_of_a_cell_stand_by_time_with_untimed_ones_last(worktime):
    board = board_of([post("c"), post("b", at="12:00"), post("a", at="12:00"), post("d", at="09:00")], worktime)
    assert [card.id for card in board.cards(0, 0)] == ["d", "a", "b", "c"]


def test_posts_of_other_weeks_stay_away(worktime):
    board = board_of([post("before", -1), post("in", 6), post("after", 7)], worktime)
    assert [card.id for _spot, card in board.spots()] == ["in"]
    assert board.find("in").column == 6


@pytest.mark.parametrize(("count", "level"), [(0, "warn"), (1, "warn"), (2, "ok"), (7, "ok"), (8, "bad")])
def test_the_gauge_measures_against_two_to_seven(worktime, count, level):
    gauge = board_of([post(f"n{n}", n % 7) for n in range(count)], worktime).rows[0].gauge
    assert (gauge.count, gauge.minimum, gauge.maximum, gauge.level) == (count, 2, 7, Level(level))


def test_ideas_and_cancelled_posts_do_not_count_but_show(worktime):
    board = board_of([post("idea", state=State.IDEA), post("off", state=State.CANCELLED), post("in")], worktime)
    assert board.rows[0].gauge.count == 1
    assert len(board.cards(0, 0)) == 3


def test_the_eighth_post_says_so(worktime):
    board = board_of([post(f"n{n}", n % 7, f"{10 + n}:00") for n in range(8)], worktime)
    marked = [card.id for _spot, card in board.spots() if any(b.level is Level.BAD for b in card.badges)]
    assert marked == ["n6"]  # Sunday's: the last one of the week, whatever was written first


def test_a_card_in_which_nothing_is_written_yet_is_not_told_what_it_lacks(worktime):
    lacks = {"a": (Badge("no text", Level.BAD),)}
    begun = structs.replace(post("a"), title="")
    handed_in = structs.replace(begun, first_submitted=dt.datetime(2026, 11, 20, tzinfo=dt.UTC))
    (card,) = board_of([begun], worktime, badges=lacks).cards(0, 0)
    assert card.badges == ()
    for told in (post("a"), structs.replace(begun, text="Come in"), handed_in):
        (card,) = board_of([told], worktime, badges=lacks).cards(0, 0)
        assert card.badges == lacks["a"]


def test_coverage_counts_mandatory_topics_of_the_quarter(worktime):
    posts = [
        post("a", topic=7),
        post("b", topic=7),
        post("c", -40, topic=10),
        post("old", -70, topic=2),
        post("x", topic=1),
    ]
    coverage = board_of(posts, worktime).rows[0].coverage
    assert (coverage.met, coverage.wanted) == (2, 9)


@pytest.mark.parametrize(
    ("branch", "date", "wanted"),
    [
        (None, dt.date(2026, 12, 28), 10),
        ("b", dt.date(2026, 10, 1), 10),
        ("other", dt.date(2026, 12, 28), 9),
        (None, dt.date(2027, 1, 1), 9),
    ],
)
def test_a_recorded_change_asks_for_its_topic_as_the_checks_do(worktime, branch, date, wanted):
    note = DayNote(id="n", date=date, text="New hours", kind=NoteKind.SERVICE_CHANGE, branch_id=branch)
    posts = [post("a", topic=1)]
    plan = Plan(pages=(PAGE,), posts={"p": posts}, attachments={}, facts=Facts(events=[note]))
    pack = load_pack("spb-cbs")
    board = week_board(plan, pack, WEEK, worktime.day, today=MONDAY, horizon=None, language="en")
    scope = Scope(
        plan=plan, pack=pack, worktime=worktime, period=WEEK, now=dt.datetime(2026, 11, 24, 10), zone=ZoneInfo("UTC")
    )
    missing = [f for f in check_pages(scope, ["p"]) if f.rule == "topics.coverage"]
    coverage = board.rows[0].coverage
    assert (coverage.met, coverage.wanted) == (wanted - 9, wanted)
    assert len(missing) == coverage.wanted - coverage.met


def test_days_before_the_horizon_are_for_urgent_posts_only(worktime):
    board = board_of([], worktime, today=dt.date(2026, 11, 30), horizon=dt.date(2026, 12, 3))
    assert [day.urgent_only for day in board.days] == [True, True, True, False, False, False, False]
    assert [day.today for day in board.days] == [True] + [False] * 6


def test_days_that_have_passed_are_past_and_not_urgent(worktime):
    board = board_of([], worktime, today=dt.date(2026, 12, 2), horizon=dt.date(2026, 12, 9))
    assert [(day.past, day.urgent_only) for day in board.days][:3] == [(True, False), (True, False), (False, True)]


def test_weekends_are_closed_and_notes_stand_on_their_day(worktime):
    note = DayNote(id="n", date=MONDAY + dt.timedelta(5), text="City festival")
    board = board_of([], worktime, notes=[note])
    assert [day.closed for day in board.days] == [False] * 5 + [True, True]
    assert board.days[5].notes == ("City festival",)
    assert board.days[0].opens == dt.time(9)


def test_findings_become_badges_and_are_not_said_twice():
    def finding(severity, post_id="a"):
        return Finding(rule="credits.complete", clause="5.7", severity=severity, page_id="p", post_id=post_id)

    findings = [
        finding(Severity.REQUIRED),
        finding(Severity.REQUIRED),
        finding(Severity.RECOMMENDED),
        finding(Severity.REQUIRED, None),
    ]
    badges = finding_badges(findings, lambda f: "no author")
    assert badges == {"a": (Badge("no author", Level.BAD), Badge("no author", Level.WARN))}


def test_what_somebody_has_overridden_is_no_badge():
    one = Finding(rule="credits.complete", clause="5.7", severity=Severity.REQUIRED, page_id="p", post_id="a")
    decided = structs.replace(one, override="o")
    assert finding_badges([decided], lambda f: "no author") == {}
    assert finding_badges([decided, one], lambda f: "no author") == {"a": (Badge("no author", Level.BAD),)}


def test_a_post_without_a_title_goes_by_how_its_text_begins():
    assert make_card(Post(id="a", text="\nCome and read\nat noon"), {}).title == "Come and read"
    assert make_card(Post(id="a"), {}).title == "untitled"
