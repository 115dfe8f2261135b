"""From a plan, a pack and working time to the document: the figures are those that the checks count."""

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec

from smcal.documents import Coverage, Files, Fit, Particulars, PlanDocument, plan_document
from smcal.documents.wording import put_into_words
from smcal.model import (
    OTHER_DIRECTION,
    Artwork,
    Attachment,
    Decision,
    Media,
    MediaKind,
    Period,
    State,
    Submission,
    Verdict,
)
from smcal.words import words
from smcal.worktime import Worktime
from tests.core.regulation.plans import MONDAY, NOW, PAGE, WEEK, pack, plain_year, post, posts, scope

EN = words("en")


def build(of: Any, period: Period = WEEK, **fields: Any) -> PlanDocument:
    told = {"particulars": Particulars(library="Central library"), "files": Files(), **fields}
    return plan_document(scope(of, period), PAGE, EN, **told)


def test_a_week_is_counted_with_its_days_outside_the_period() -> None:
    document = build(posts(8), Period(MONDAY, MONDAY))
    week = document.weeks[0]
    assert (week.week, week.count, week.minimum, week.maximum, week.fit) == (WEEK, 8, 2, 7, Fit.HIGH)
    assert build(posts(1)).weeks[0].fit is Fit.LOW
    assert build(posts(2)).weeks[0].fit is Fit.OK


def test_ideas_and_days_outside_stay_out() -> None:
    others = [post(1, state=State.IDEA), post(2, MONDAY + dt.timedelta(7)), post(3)]
    assert [p.id for p in build(others).posts] == ["post-003"]


def test_a_direction_outside_the_list_is_named_in_words() -> None:
    other, listed = post(direction=OTHER_DIRECTION, topic=None), post(1, direction="reader-events", topic=None)
    told = build([other, listed]).posts
    assert [p.direction for p in told] == [
        "other, with the administration’s consent",
        "Events for readers, city-wide ones included",
    ]


def test_coverage_names_what_the_quarter_lacks() -> None:
    figures: Coverage = build([post(topic=6), post(1, topic=7)]).coverage[0]
    assert (figures.covered, figures.asked) == (2, 9)
    assert [topic.number for topic in figures.missing] == [2, 3, 4, 8, 9, 10, 11]


def test_partners_are_counted_by_month() -> None:
    share = build([post(), post(1, partner="School", pr_consent=True)]).shares[0]
    assert (share.partners, share.total, share.share) == (1, 2, 0.5)


def test_submit_by_and_lateness_come_from_working_time() -> None:
    soon = NOW.date() + dt.timedelta(1)
    far, near = build([post(1, MONDAY), post(0, soon)], Period(soon, MONDAY)).posts[::-1]
    assert far.submit_by == dt.datetime(2026, 11, 16, 18)
    assert (far.late, near.late) == (False, True)


def test_an_urgent_post_says_when_it_is_decided() -> None:
    soon = NOW.date() + dt.timedelta(1)
    document = build([post(0, soon, urgent=True, urgent_reason="burst pipe")], Period(soon, soon))
    assert document.posts[0].decision_due == dt.datetime(2026, 11, 2, 18)
    assert document.late == ()
    assert len(document.urgent) == 1


def test_a_day_that_has_gone_by_is_not_late_anew() -> None:
    past = NOW.date() - dt.timedelta(3)
    document = build([post(0, past)], Period(past, past))
    assert not document.posts[0].late
    assert len(document.gone) == 1
    assert not any("in time" in chip.text for chip in put_into_words(document, EN).chips)


def test_a_past_day_that_was_published_is_in_time() -> None:
    past = NOW.date() - dt.timedelta(3)
    document = build([post(0, past, state=State.PUBLISHED)], Period(past, past))
    assert any("in time" in chip.text for chip in put_into_words(document, EN).chips)


def test_findings_are_sorted_into_blockers_and_advice() -> None:
    document = build([post(borrowed=True)])
    assert {remark.post_id for remark in document.blockers} == {"post-000"}
    assert any(remark.post_id is None for remark in document.advice)
    assert put_into_words(document, EN).blockers[0].startswith("November\u00a023: ")


def test_files_say_where_they_lie_and_what_they_show(tmp_path: Path) -> None:
    media = Media(id="a" * 64, name="hall.jpg", kind=MediaKind.PICTURE, suffix=".jpg", size=1)
    placed = Attachment(id="at", post_id="post-000", media_id=media.id, alt="The hall", author="A. Petrova")
    lost = Attachment(id="lost", post_id="post-000", media_id="b" * 64, position=1)
    files = Files(media={media.id: media}, path=lambda m: tmp_path / m.name)
    of = scope([post(artwork=Artwork.ORDERED)], files=[placed, lost])
    told = plan_document(of, PAGE, EN, particulars=Particulars(), files=files).posts[0]
    assert told.artwork_ordered
    (picture,) = told.media
    assert (picture.path, picture.alt, picture.author) == (str(tmp_path / "hall.jpg"), "The hall", "A. Petrova")
    assert picture.thumbnail == ""


HANDED_IN = dt.datetime(2026, 11, 2, 16, 30, tzinfo=dt.UTC)  # 19:30 in Moscow, after hours


def handed_in_by(person_id: str | None) -> Submission:
    return Submission(
        id="s",
        page_id=PAGE.id,
        first=WEEK.first,
        last=WEEK.last,
        number=14,
        version=2,
        at=HANDED_IN,
        effective=dt.datetime(2026, 11, 3, 9),
        person_id=person_id,
        regulation=pack().id,
        regulation_version=3,
        digest="f" * 64,
    )


def test_a_submission_gives_number_version_and_moment() -> None:
    submission = handed_in_by(None)
    verdict = Verdict(
        id="v", post_id="post-000", submission_id="s", decision=Decision.CHANGES, comment="Shorter", at=HANDED_IN
    )
    document = build([post(), post(1)], submission=submission, verdicts={"post-000": verdict})
    assert document.submitted == document.made == dt.datetime(2026, 11, 2, 19, 30)
    assert (document.number, document.version, document.regulation_version) == (14, 2, 3)
    assert [p.decision for p in document.posts] == [Decision.CHANGES, None]
    line = put_into_words(document, EN).subline.replace("\u00a0", " ")
    assert "Plan No. 14, version 2" in line
    assert "counts from November 3, 09:00" in line


def test_who_handed_it_in_stands_beside_when() -> None:
    submission = handed_in_by("p")
    told = Particulars(coordinator="Ivanova I. I.", handed_in_by="Petrova A. A.")
    line = put_into_words(build([post()], submission=submission, particulars=told), EN).subline.replace("\u00a0", " ")
    assert "by Petrova A. A." in line and "page coordinator: Ivanova I. I." in line
    told = Particulars(coordinator="Ivanova I. I.", handed_in_by="Ivanova I. I.")
    line = put_into_words(build([post()], submission=submission, particulars=told), EN).subline.replace("\u00a0", " ")
    assert "by the page coordinator, Ivanova I. I." in line and line.count("Ivanova") == 1


def test_a_post_without_files_says_so() -> None:
    assert put_into_words(build([post()]), EN).posts[0].materials == "no materials"
    assert put_into_words(build([post(artwork=Artwork.ORDERED)]), EN).posts[0].materials == ""


def test_advice_about_the_quarter_and_the_register_is_short_on_the_sheet_to_be_signed() -> None:
    document = build([post()])
    assert document.coverage[0].missing and document.of_the_page > 0
    advice = put_into_words(document, EN).advice
    assert not any("no post on" in line for line in advice)
    assert advice[-1].startswith(f"{document.of_the_page} piece") and "as a whole" in advice[-1]


UNSURE = Worktime("RU", lambda year: msgspec.structs.replace(plain_year(year), decreed=year < 2028))
"""Nothing is decreed for 2028 yet."""


def build_late(of: Any, period: Period, **fields: Any) -> PlanDocument:
    told = {"particulars": Particulars(), "files": Files()}
    return plan_document(scope(of, period, worktime=UNSURE, **fields), PAGE, EN, **told)


def test_deadlines_of_years_that_are_not_decreed_are_marked() -> None:
    new_year = dt.date(2028, 1, 5)
    document = build_late([post(1, new_year), post(2)], Period(NOW.date(), new_year))
    assert document.undecreed == (2028,)
    sheet = put_into_words(document, EN)
    due = {row.id: row.due for row in sheet.posts}
    assert document.posts[-1].submit_by == dt.datetime(2027, 12, 29, 18), "decreed itself, but not what follows it"
    assert due["post-001"].endswith("*") and not due["post-002"].endswith("*")
    assert [chip.text for chip in sheet.chips if chip.text.startswith("*")] == [
        "* provisional: the calendar of 2028 is not decreed yet"
    ]
    assert build_late([post()], WEEK).undecreed == ()


def test_a_decision_that_is_due_in_such_a_year_is_marked() -> None:
    now = dt.datetime(2027, 12, 31, 20)  # counts from 3 January
    tomorrow = dt.date(2028, 1, 4)
    document = build_late([post(1, tomorrow, urgent=True)], Period(tomorrow, tomorrow), now=now)
    assert put_into_words(document, EN).posts[0].due_note.endswith("*")


def test_without_a_window_nothing_is_provisional() -> None:
    late = dt.date(2029, 3, 7)
    document = build_late([post(1, late)], Period(late, late), pack=msgspec.structs.replace(pack(), submission=None))
    assert document.undecreed == () and not put_into_words(document, EN).posts[0].due
