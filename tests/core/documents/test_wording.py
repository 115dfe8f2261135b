"""What a plan says in words: summary, rows, credits."""

import datetime as dt
from typing import Any

import pytest

from smcal.documents import Fit, PartnerShare, Picture, WeekCount
from smcal.documents.sheet import Chip, SheetPost
from smcal.documents.wording import put_into_words
from smcal.model import MediaKind, Period, State
from smcal.model.period import month_of
from smcal.words import words
from tests.core.documents import samples

EN = words("en")


def chips(**fields: Any) -> list[str]:
    document = samples.plan(**{"posts": (samples.post(0), samples.post(1)), **fields})
    return [f"{chip.tone}: {chip.text}".replace("\u00a0", " ") for chip in put_into_words(document, EN).chips]


def row(**fields: Any) -> SheetPost:
    return put_into_words(samples.plan((samples.post(0, **fields),)), EN).posts[0]


def test_the_summary_cites_clauses() -> None:
    assert chips() == [
        "good: 2 posts: norm 2–7 · cl. 5.8",
        "good: in time · cl. 5.6",
        "warn: topics of the quarter: 7 of 9, missing 4 and 9 · cl. 5.9",
        "good: partner posts: 0% · cl. 3.9",
    ]


def test_one_urgent_post_is_told_and_a_late_one_more_so() -> None:
    urgent, late = samples.post(0, urgent=True, late=True), samples.post(1, late=True)
    assert "warn: in time, except 1 urgent post · cl. 5.6" in chips(posts=(urgent,))
    assert "bad: 1 post is late · cl. 5.6" in chips(posts=(urgent, late))


def share(month: int, partners: int) -> PartnerShare:
    return PartnerShare(period=month_of(dt.date(2026, month, 1)), partners=partners, total=4, limit=0.5, clause="3.9")


def test_months_with_too_many_partners_are_named() -> None:
    told = chips(shares=(share(11, 1), share(12, 3)))
    assert "warn: partner posts, December: 75% · cl. 3.9" in told
    assert not any("November" in chip for chip in told)


def test_months_with_few_partners_share_a_line() -> None:
    assert chips(shares=(share(11, 1), share(12, 2)))[-1] == "good: partner posts: up to 50% a month · cl. 3.9"
    assert chips(shares=(share(11, 0), share(12, 0)))[-1] == "good: partner posts: 0% · cl. 3.9"


@pytest.mark.parametrize(("fit", "tone"), [(Fit.OK, "good"), (Fit.LOW, "warn"), (Fit.HIGH, "bad")])
def test_a_week_shows_how_it_fits(fit: Fit, tone: str) -> None:
    week = WeekCount(week=Period(samples.MONDAY, samples.MONDAY + dt.timedelta(6)), count=1, minimum=2, fit=fit)
    assert f"{tone}: 1 post: norm at least 2" in chips(weeks=(week,))


def test_several_weeks_get_headings_and_empty_ones_too() -> None:
    posts = (samples.post(0), samples.post(0, id="later", date=samples.MONDAY + dt.timedelta(14)))
    groups = put_into_words(samples.plan(posts), EN).groups
    assert [len(group.posts) for group in groups] == [1, 0, 1]
    assert groups[1].heading.replace("\u00a0", " ") == "Week 50 · December 7–13"
    assert groups[1].note == Chip("0 posts: norm 2–7 · cl. 5.8", "warn")


def test_a_title_that_only_repeats_the_text_is_printed_once() -> None:
    told = row(title="First line", text="First line\n\nSecond line")
    assert (told.title, told.lines) == ("First line", ("Second line",))
    assert row(title="Only this", text="Only this").lines == ()


def test_missing_credits_are_marked() -> None:
    photo = Picture(kind=MediaKind.PICTURE, name="a.jpg", borrowed=True, author="A. Petrova")
    told = row(media=(photo,), borrowed=True)
    assert Chip("Borrowed: no source given", "bad") in told.credits
    assert Chip("A. Petrova") in told.credits
    assert Chip("The text is borrowed: no author or source given", "bad") in told.notes


def test_materials_are_counted_by_kind_and_films_named() -> None:
    files = [Picture(kind=MediaKind.PICTURE, name=f"{n}.jpg") for n in range(2)]
    told = row(media=(*files, Picture(kind=MediaKind.VIDEO, name="tour.mp4")))
    assert told.materials == "2 pictures, 1 video"
    assert told.credits == (Chip("tour.mp4"),)


def test_every_picture_has_words_even_without_an_alternative_text() -> None:
    file = Picture(kind=MediaKind.PICTURE, name="a.jpg", path="/a.jpg")
    assert row(title="Night", media=(file,)).pictures[0].alt == "Picture for the post “Night”"


def test_an_urgent_post_without_reason_is_marked() -> None:
    assert Chip("The reason of urgency is not given", "bad") in row(urgent=True).notes
    due = row(urgent=True, decision_due=dt.datetime(2026, 11, 24, 18)).due_note
    assert due.replace("\u00a0", " ") == "urgent: decision by November 24, 18:00"


def test_a_post_that_is_out_says_so() -> None:
    assert row(state=State.PUBLISHED).flag == "published"
    assert row(state=State.SUBMITTED).flag == ""
