"""The sample library shows everything that the regulation can say, on whatever day it is made."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from smcal.errors import WrongUse
from smcal.model import FIXED_STATES, Period
from smcal.model.period import quarter_of
from smcal.planning.scope import scope_for
from smcal.regulation import Severity, check_plan, load_pack
from smcal.sample import make_sample
from smcal.sample.content import sample_of
from smcal.sample.pictures import PICTURES
from smcal.sample.plan import placed_posts

MOSCOW = ZoneInfo("Europe/Moscow")
DAYS = {
    "tuesday": dt.datetime(2026, 11, 24, 11, 20),
    "saturday": dt.datetime(2026, 11, 21, 9, 0),
    "first-of-quarter": dt.datetime(2026, 7, 1, 12, 0),
    "last-of-quarter": dt.datetime(2026, 9, 30, 23, 30),
    "new-year": dt.datetime(2023, 1, 1, 0, 10),  # a Sunday
    "end-of-year": dt.datetime(2026, 12, 31, 17, 0),
    "leap-day": dt.datetime(2024, 2, 29, 15, 0),
}


@pytest.fixture(scope="module", params=DAYS.values(), ids=DAYS)
def sample(request, tmp_path_factory):
    at = request.param.replace(tzinfo=MOSCOW)
    with make_sample(tmp_path_factory.mktemp("sample") / "s.smcal", at=at.astimezone(dt.UTC)) as workspace:
        yield workspace, at


def test_every_rule_has_a_post_that_breaks_it(sample):
    workspace, at = sample
    around = Period(at.date() - dt.timedelta(7), at.date() + dt.timedelta(28))
    with workspace.read() as reader:
        found = {finding.rule for finding in check_plan(scope_for(workspace, reader, around, at))}
    assert found == {rule for rule, of in workspace.pack().rules.items() if of.severity is not Severity.OFF}


def test_four_branches_nine_pages_about_120_posts(sample):
    workspace, _at = sample
    with workspace.read() as reader:
        assert len(reader.branches()) == 4
        pages = reader.pages()
        assert len({page.network for page in pages}) == 4
        assert 115 <= len(reader.posts(Period(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))) <= 135
        assert len(reader.tray()) == 5
    assert len(pages) == 9
    assert all(page.link and page.coordinator_id and page.owner_id for page in pages)
    assert [page.title for page in pages if not page.approval_day] == ["Маяк читает вслух"]


def test_the_past_is_published_and_what_was_handed_in_is_kept(sample):
    workspace, at = sample
    with workspace.read() as reader:
        past = reader.posts(Period(at.date() - dt.timedelta(100), at.date() - dt.timedelta(1)))
        assert {post.state for post in past} == FIXED_STATES
        for post in past:
            submission = reader.latest_submission(post.id)
            assert submission is not None
            assert post.first_submitted is not None
            assert post.first_submitted <= submission.at <= at


def every_day():
    first = dt.date(2023, 10, 1)
    return [first + dt.timedelta(n) for n in range(1200)]  # a leap year and quarters of every shape


def test_the_whole_quarter_is_planned_whatever_the_day():
    sample = sample_of("spb-cbs")
    for today in every_day():
        dates = [placed.date for placed in placed_posts(sample, today)]
        quarter = quarter_of(today)
        assert 115 <= len(dates) <= 135, today
        for week in quarter.weeks():
            whole = week.first in quarter and week.last in quarter
            assert not whole or sum(date in week for date in dates) >= 3, (today, week)


def test_no_page_repeats_a_title():
    sample = sample_of("spb-cbs")
    for today in every_day()[::13]:
        titles = [(placed.page, placed.post.title) for placed in placed_posts(sample, today)]
        assert len(titles) == len(set(titles)), today


def test_topics_directions_and_pictures_are_known():
    sample, pack = sample_of("spb-cbs"), load_pack("spb-cbs")
    posts = (*sample.case, *sample.post, *sample.idea)
    assert all(post.topic is None or pack.topic(post.topic) for post in posts)
    assert all(post.direction in (None, "other") or pack.direction(post.direction) for post in posts)
    assert {post.picture for post in posts if post.picture} == set(PICTURES)
    assert set(sample.alt) == set(PICTURES)


def test_a_regulation_without_a_sample_says_so():
    with pytest.raises(WrongUse, match="spb-cbs"):
        sample_of("nowhere")
