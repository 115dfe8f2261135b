"""What a cell says of a drop: its colour is that of the place after it, not of what the post lacks anywhere."""

import datetime as dt

from smcal.layout.board import Level
from smcal.model import DayNote, NoteKind, State, new_id
from smcal.planning.move import bin_posts
from tests.ui.conftest import NEXT_WEEK

TOMORROW = dt.date(2026, 11, 25)
DAY = dt.timedelta(1)
FAR = NEXT_WEEK.last + 8 * DAY  # a Monday that a plan handed in today is in time for


def told(opened, post, date, copy=False):
    return opened.window.week.preview([post.id], post.page_id, date, copy)


def test_a_late_card_on_another_late_day_is_still_late_and_red(opened):
    late = opened.make(title="Late", text="Come", date=TOMORROW, topic=7)
    verdict = told(opened, late, TOMORROW + DAY)
    assert verdict.allowed and verdict.level is Level.BAD
    assert verdict.text.split("\n")[0].startswith("still late: hand in by ")


def test_a_card_that_becomes_late_is_said_to_be_late(opened):
    post = opened.make(title="In time", text="Come", date=FAR, topic=7)
    first = told(opened, post, TOMORROW).text.split("\n")[0]
    assert first.startswith("late: hand in by ")


def test_an_idea_without_a_text_is_welcome_on_a_day_that_fits(opened):
    idea = opened.make(title="Idea", text="", date=None, topic=7, state=State.IDEA)
    verdict = told(opened, idea, FAR)
    assert verdict.level is not Level.BAD
    assert "no text" not in verdict.text


def test_an_announcement_carried_past_its_event_says_so_before_the_drop(opened):
    day = dt.date(2027, 1, 13)  # in the next quarter
    event = DayNote(id=new_id(), date=day, text="City reads", kind=NoteKind.CITY_EVENT)
    opened.desk.do("note", lambda work: work.put(event))
    telling = opened.make(title="City reads", text="Come", date=dt.date(2026, 12, 31), event_id=event.id)
    missed = "event of 13\N{NO-BREAK SPACE}January not announced"
    assert missed not in told(opened, telling, day).text
    assert missed in told(opened, telling, day + DAY).text
    again = opened.make(title="City reads", text="Come", date=day, event_id=event.id)
    assert missed not in told(opened, telling, day + DAY).text
    opened.desk.do("bin", lambda work: bin_posts(work, [again.id], opened.desk.at))
    assert missed not in told(opened, telling, day + DAY, copy=True).text


def test_what_the_page_loses_that_a_card_leaves_is_told_with_its_name(opened):
    here, there = opened.window.desk.book.pages[:2]
    post = opened.make(title="Only one", text="Come", date=FAR, topic=7, page_id=here.id)
    lines = opened.window.week.preview([post.id], there.id, FAR, False).text.split("\n")
    assert f"{here.title} · VK: 1 of 2 posts this week, cl. 5.8" in lines
    stays = opened.window.week.preview([post.id], here.id, FAR + DAY, False).text
    assert here.title not in stays
