"""What a reader answers, and in which order."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import msgspec

from smcal.model import Attachment, CalendarChange, ChangeKind, DayNote, Media, MediaKind, Period, Post
from smcal.store import Area, Workspace
from tests.library import ANNA, BRANCH, TELEGRAM, VK, WEEK, a_post

HASH = "a" * 64
MEDIA = Media(id=HASH, name="афиша.jpg", kind=MediaKind.PICTURE, suffix=".jpg", size=10, width=1, height=1)


def _put(workspace: Workspace, *values: object) -> None:
    with workspace.work("Put") as work:
        for value in values:
            work.put(value)


def _file(post: Post, position: int) -> Attachment:
    return Attachment(id=f"{post.id}-{position}", post_id=post.id, media_id=HASH, position=position)


def test_posts_come_by_date_then_time_with_none_last_then_id(workspace: Workspace) -> None:
    late, none, early = a_post(0, time=dt.time(18)), a_post(0, id="0"), a_post(0, time=dt.time(9, 5))
    twin, tomorrow = a_post(0, time=dt.time(18), id="zz"), a_post(1, time=dt.time(7))
    _put(workspace, tomorrow, twin, late, none, early)
    assert workspace.read().posts(WEEK) == [early, late, twin, none, tomorrow]


def test_the_bin_and_the_tray_are_not_in_the_plan(workspace: Workspace) -> None:
    binned = a_post(0, binned=dt.datetime(2026, 11, 1, tzinfo=dt.UTC))
    undated, homeless, planned = a_post(date=None), a_post(page_id=None), a_post()
    _put(workspace, binned, undated, homeless, planned)
    reader = workspace.read()
    assert reader.posts(WEEK) == [planned]
    assert reader.tray() == sorted([undated, homeless], key=lambda post: post.id)
    assert reader.bin() == [binned]
    assert reader.count(Area.POSTS) == 4


def test_a_period_holds_both_its_ends(workspace: Workspace) -> None:
    posts = [a_post(number) for number in range(-1, 8)]
    _put(workspace, *posts)
    assert workspace.read().posts(WEEK) == posts[1:-1]


def test_a_plan_has_every_page_its_posts_and_their_files(workspace: Workspace) -> None:
    post, other = a_post(), a_post(1, page_id=TELEGRAM.id)
    files = _file(post, 1), _file(post, 0)
    _put(workspace, MEDIA, post, other, a_post(30), *files, _file(other, 0))
    plan = workspace.read().plan(WEEK)
    assert plan.pages == (VK, TELEGRAM)
    assert plan.posts == {VK.id: [post], TELEGRAM.id: [other]}
    assert plan.attachments == {post.id: files[::-1], other.id: (_file(other, 0),)}
    assert workspace.read().plan(WEEK, [TELEGRAM.id]).posts == {TELEGRAM.id: [other]}
    assert workspace.read().plan(WEEK, [VK.id]).attachments == {post.id: files[::-1]}


def test_pages_put_away_are_shown_only_when_asked_for(workspace: Workspace) -> None:
    away = msgspec.structs.replace(VK, id="away", archived=True, position=9)
    _put(workspace, away)
    assert workspace.read().pages() == [VK, TELEGRAM]
    assert workspace.read().pages(archived=True) == [VK, TELEGRAM, away]
    assert workspace.read().plan(WEEK, ["away"]).pages == (away,)


def test_small_things_are_read_back(workspace: Workspace) -> None:
    note = DayNote(id="n", date=WEEK.first, text="День города")
    free = CalendarChange(id="c", date=WEEK.last, kind=ChangeKind.FREE, reason="Санитарный день", branch_id=BRANCH.id)
    _put(workspace, note, free, MEDIA)
    reader = workspace.read()
    assert reader.day_notes(WEEK) == [note]
    assert reader.day_notes(Period(WEEK.last, WEEK.last)) == []
    assert reader.calendar_changes() == [free]
    assert reader.media([HASH, "b" * 64]) == {HASH: MEDIA}
    assert (reader.branches(), reader.people()) == ([BRANCH], [ANNA])
    assert reader.get(Area.PEOPLE, ANNA.id) == ANNA


def test_a_snapshot_sees_one_moment(workspace: Workspace) -> None:
    reader = workspace.read()
    with reader:
        assert reader.posts(WEEK) == []
        other = Workspace.open(workspace.path, read_only=True)
        assert other.read().posts(WEEK) == []
        other.close()
    _put(workspace, a_post())
    assert len(reader.posts(WEEK)) == 1


def test_thousands_of_posts_can_be_named_at_once(workspace: Workspace) -> None:
    post = a_post()
    _put(workspace, MEDIA, post, _file(post, 0))
    names = [post.id, *(str(number) for number in range(50_000))]
    assert workspace.read().attachments(names) == {post.id: (_file(post, 0),)}


def test_opening_and_reading_import_no_heavy_library(path: Path) -> None:
    code = (
        "import sys, datetime as dt\n"
        "from smcal.model import Period\n"
        "from smcal.store import Workspace\n"
        f"workspace = Workspace.open({str(path)!r})\n"
        "workspace.read().plan(Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29)))\n"
        "workspace.close()\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'sqlalchemy', 'alembic', 'holidays', 'PIL'}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
