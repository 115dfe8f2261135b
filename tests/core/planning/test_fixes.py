"""Fixes: one click mends the finding, breaks nothing required, and is one step to take back."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from smcal.documents.dates import BabelDates
from smcal.errors import WrongUse
from smcal.model import OTHER_DIRECTION, Attachment, DayNote, Media, MediaKind, NoteKind, Period, Post, State
from smcal.planning.fixes import Ask, Offer, Wish, apply, offers
from smcal.planning.scope import scope_for
from smcal.regulation import Finding, Severity, check_pages
from smcal.regulation.check import Voice
from smcal.store import Workspace
from smcal.words import words
from tests.library import VK, make_library

NOW = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
MONDAY = dt.date(2026, 11, 23)
AROUND = Period(MONDAY - dt.timedelta(21), MONDAY + dt.timedelta(27))
PICTURE = Media(id="a" * 64, name="x.png", kind=MediaKind.PICTURE, suffix=".png", size=1)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(make_library(tmp_path / "plan.smcal")) as opened:
        yield opened


def put(workspace: Workspace, *values: Post | Attachment | Media | DayNote) -> None:
    with workspace.work("Prepare") as work:
        for value in values:
            work.put(value)


def good(number: int, day: int = 0, **fields: object) -> Post:
    """A post that breaks no rule of its own, so many days after the Monday."""
    date = MONDAY + dt.timedelta(day)
    usual = {"page_id": VK.id, "date": date, "time": dt.time(10), "title": f"Post {number}", "text": "Come", "topic": 6}
    return Post(**{"id": f"post-{number:02}", **usual, **fields})


def ask(workspace: Workspace) -> Ask:
    with workspace.read() as reader:
        scope = scope_for(workspace, reader, AROUND, NOW)
        return Ask(scope, tuple(reader.tray()), Voice(words("en"), BabelDates("en")))


def findings(workspace: Workspace) -> list[Finding]:
    return check_pages(ask(workspace).scope, [VK.id])


def only(workspace: Workspace, rule: str, **args: object) -> Finding:
    found = [f for f in findings(workspace) if f.rule == rule and args.items() <= f.args.items()]
    return found[0]


def take(workspace: Workspace, finding: Finding, offer: Offer, *lines: str) -> None:
    """Take an offer; the finding must be gone, nothing required may be new, and one step takes all of it back."""
    before = findings(workspace)
    with workspace.work("Fix") as work:
        apply(work, offer, *lines)
    after = findings(workspace)
    assert finding.key not in {f.key for f in after}
    required = {f.key for f in after if f.severity is Severity.REQUIRED} - {f.key for f in before}
    assert not {key for key in required if not key.startswith("media.ready")}, "a new post has still to be written"
    workspace.apply(work.changes.inverse())
    assert [f.key for f in findings(workspace)] == [f.key for f in before]


def test_a_late_post_moves_to_the_nearest_day_in_time_or_becomes_urgent(workspace: Workspace) -> None:
    put(workspace, good(1, date=dt.date(2026, 11, 6)))
    finding = only(workspace, "submission.window")
    urgent, move = offers(ask(workspace), finding)
    assert (move.label, move.edits) == ("Move to November\xa010", {"post-01": {"date": dt.date(2026, 11, 10)}})
    assert (urgent.wish, urgent.prompt) == (Wish.LINE, "Why it cannot wait:")
    take(workspace, finding, move)
    take(workspace, finding, urgent, "The roof leaks")
    with pytest.raises(WrongUse, match="Nothing was written"), workspace.work("Fix") as work:
        apply(work, urgent, "  ")


def test_of_a_week_too_full_the_last_draft_goes_to_another_week(workspace: Workspace) -> None:
    put(workspace, *[good(n, n) for n in range(7)], good(7, 3, state=State.APPROVED))
    finding = only(workspace, "frequency.max")
    (move,) = offers(ask(workspace), finding)
    ((post_id, fields),) = move.edits.items()
    assert post_id == "post-06"
    assert fields["date"] == MONDAY + dt.timedelta(7)
    take(workspace, finding, move)


def test_a_day_off_is_told_as_one(workspace: Workspace) -> None:
    put(workspace, *[good(n, date=MONDAY + dt.timedelta(7)) for n in range(8)])
    finding = only(workspace, "frequency.max")
    (move,) = offers(ask(workspace), finding)
    ((_post_id, fields),) = move.edits.items()
    assert fields["date"].weekday() == 6 and move.label.endswith(", a day off")


def test_a_thin_week_takes_from_the_tray_or_gets_a_new_post(workspace: Workspace) -> None:
    put(workspace, good(1), good(2, date=None, title="Waits", state=State.IDEA))
    finding = next(f for f in findings(workspace) if f.rule == "frequency.min" and f.args["first"] == MONDAY)
    tray, new, plan = offers(ask(workspace), finding)
    assert (plan.wish, plan.target) == (Wish.DIALOG, "proposal")
    assert new.label.endswith(", to be written") and not tray.label.endswith("written")
    assert tray.label.startswith("Take “Waits” for November")
    assert new.new[0].date in Period(MONDAY, MONDAY + dt.timedelta(6))
    take(workspace, finding, tray)
    take(workspace, finding, new)


def test_what_waits_without_a_text_says_that_it_has_to_be_written(workspace: Workspace) -> None:
    put(workspace, good(1), good(2, date=None, title="Waits", text="", state=State.IDEA))
    finding = next(f for f in findings(workspace) if f.rule == "frequency.min" and f.args["first"] == MONDAY)
    assert offers(ask(workspace), finding)[0].label.endswith(", to be written")


def note(kind: NoteKind, day: int) -> DayNote:
    return DayNote(id="note", date=MONDAY + dt.timedelta(day), kind=kind, text="Fest")


def test_a_post_on_a_change_of_service_is_made_before_its_day(workspace: Workspace) -> None:
    put(workspace, note(NoteKind.SERVICE_CHANGE, 2))
    finding = only(workspace, "topics.coverage", topic=1)
    (new,) = offers(ask(workspace), finding)
    assert new.new[0].date is not None and new.new[0].date <= MONDAY + dt.timedelta(2)
    take(workspace, finding, new)


def test_a_change_of_service_that_is_over_gets_no_new_post(workspace: Workspace) -> None:
    put(workspace, note(NoteKind.SERVICE_CHANGE, -19))
    assert offers(ask(workspace), only(workspace, "topics.coverage", topic=1)) == ()


def test_a_new_announcement_has_the_usual_direction(workspace: Workspace) -> None:
    put(workspace, note(NoteKind.CITY_EVENT, 4))
    finding = only(workspace, "citywide.events")
    (new,) = offers(ask(workspace), finding)
    assert (new.new[0].direction, new.new[0].event_id) == ("reader-events", "note")
    take(workspace, finding, new)


def test_a_late_announcement_is_not_moved_behind_its_event(workspace: Workspace) -> None:
    event = note(NoteKind.CITY_EVENT, -15)  # before a plan handed in now is in time
    put(workspace, event, good(1, date=dt.date(2026, 11, 6), event_id=event.id))
    assert [offer.fix for offer in offers(ask(workspace), only(workspace, "submission.window"))] == ["mark-urgent"]


def test_partners_are_brought_down_to_their_share_by_posts_of_our_own(workspace: Workspace) -> None:
    theirs = [good(n, n, date=dt.date(2026, 12, 1 + n), partner="Museum", pr_consent=True) for n in range(3)]
    put(workspace, *theirs, good(9, date=dt.date(2026, 12, 9)))
    finding = only(workspace, "partners.share")
    new = next(offer for offer in offers(ask(workspace), finding) if offer.fix == "new-post")
    assert new.label.startswith("2 new posts of our own from December")
    assert all(post.date in Period(finding.args["first"], finding.args["last"]) for post in new.new)
    take(workspace, finding, new)


def test_author_and_source_are_two_lines_of_one_step(workspace: Workspace) -> None:
    put(workspace, good(1, borrowed=True))
    finding = only(workspace, "credits.complete")
    (offer,) = offers(ask(workspace), finding)
    assert offer.lines == (("author", "Author:"), ("source", "Link to the source:"))
    take(workspace, finding, offer, "A. Author", "https://example.org")
    for lines in (("A. Author",), ("A. Author", " ")):
        with pytest.raises(WrongUse, match="Nothing was written"), workspace.work("Fix") as work:
            apply(work, offer, *lines)


def test_the_pr_service_is_asked_in_the_language_of_the_library(workspace: Workspace) -> None:
    put(workspace, good(1, partner="Museum", text="Come to the museum"))
    asked = msgspec.structs.replace(ask(workspace), own=Voice(words("ru"), BabelDates("ru")))
    agreed, mail, copy = offers(asked, only(workspace, "partners.consent"))
    assert (agreed.wish, mail.wish, copy.wish) == (Wish.NOTHING, Wish.MAIL, Wish.COPY)
    assert mail.letter == copy.letter and mail.letter is not None
    assert "Post 1" in mail.letter.subject
    for part in ("VK: ", "23\xa0ноября, 10:00", "Post 1", "Museum", "Come to the museum"):
        assert part in mail.letter.text
    assert "Page" not in mail.letter.text


def test_a_missing_topic_is_written_or_given_to_a_post_that_has_none(workspace: Workspace) -> None:
    put(workspace, good(1, topic=None, direction="collections"))
    finding = only(workspace, "topics.coverage", topic=10)
    new, give = offers(ask(workspace), finding)
    assert new.label.startswith("New post on “Book list” on November")
    assert (new.new[0].topic, new.new[0].direction) == (10, "collections")
    assert give.label == "Give “Post 1” this topic"
    take(workspace, finding, new)
    take(workspace, finding, give)


@pytest.mark.parametrize(
    ("rule", "fields", "line"),
    [
        ("submission.urgent", {"urgent": True}, "Water is off"),
        ("direction.listed", {"direction": OTHER_DIRECTION}, "The director, 2 November"),
        ("partners.consent", {"partner": "Museum"}, ""),
        ("credits.complete", {"borrowed": True, "source": "https://example.org"}, "A. Author"),
        ("credits.complete", {"borrowed": True, "author": "A. Author"}, "https://example.org"),
    ],
)
def test_a_line_or_a_click_completes_a_post(
    workspace: Workspace, rule: str, fields: dict[str, object], line: str
) -> None:
    put(workspace, good(1, **fields))
    finding = only(workspace, rule)
    fitting = [
        o for o in offers(ask(workspace), finding) if (o.wish is Wish.LINE) == bool(line) and o.wish is not Wish.FIELD
    ]
    take(workspace, finding, fitting[0], *filter(None, [line]))


def test_the_author_of_a_file_goes_to_the_file(workspace: Workspace) -> None:
    put(workspace, good(1), PICTURE)
    put(workspace, Attachment(id="file", post_id="post-01", media_id=PICTURE.id, borrowed=True, source="https://x.org"))
    finding = only(workspace, "credits.complete")
    (offer,) = offers(ask(workspace), finding)
    assert offer.attachment == "file"
    take(workspace, finding, offer, "A. Author")


def test_what_needs_a_person_at_the_post_says_which_field(workspace: Workspace) -> None:
    put(workspace, good(1, text=""))
    (offer,) = offers(ask(workspace), only(workspace, "media.ready"))
    assert (offer.wish, offer.target, list(offer.edits)) == (Wish.FIELD, "text", ["post-01"])
    with pytest.raises(ValueError, match="not done by one click"), workspace.work("Fix") as work:
        apply(work, offer)


def test_where_no_day_helps_moving_is_not_offered(workspace: Workspace) -> None:
    put(workspace, good(1, date=dt.date(2026, 11, 6)))
    finding = only(workspace, "submission.window")
    asked = ask(workspace)
    narrow = msgspec.structs.replace(asked.scope, period=Period(dt.date(2026, 11, 2), dt.date(2026, 11, 8)))
    assert [o.fix for o in offers(Ask(narrow, asked.tray, asked.voice), finding)] == ["mark-urgent"]
    assert ZoneInfo("Europe/Moscow") == narrow.zone
