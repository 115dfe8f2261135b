"""Makes the workspace of the format in use: `python -m tests.workspaces.make PATH`. Run once, before a release."""

import datetime as dt
import sys
from pathlib import Path

import msgspec

from smcal.model import (
    Artwork,
    Attachment,
    CalendarChange,
    ChangeKind,
    Confirmation,
    DayNote,
    Decision,
    KeptPack,
    Media,
    MediaKind,
    NoteKind,
    Override,
    Removal,
    State,
    Submission,
    SubmittedPost,
    Verdict,
    WorkingHours,
)
from smcal.store import Work, Workspace
from smcal.store.identity import FORMAT
from tests.library import ANNA, SETTINGS, VK, WEEK, a_post, settle

AT = dt.datetime(2026, 11, 16, 9, 30, tzinfo=dt.UTC)
MEDIA = Media(id="0" * 64, name="афиша.jpg", kind=MediaKind.PICTURE, suffix=".jpg", size=12, width=4, height=3)


SNAPSHOT = """{"post":{"id":"post-full","date":"2026-12-03","state":"removed"},"attachments":[]}"""


def fill(work: Work, format: int = FORMAT) -> None:
    """Put at least one value of every kind that a format knows, with every field used somewhere."""
    _first(work)
    if format >= 2:
        _regulation_whole(work)


def _first(work: Work) -> None:
    settle(work)
    work.put(MEDIA)
    for number, state in enumerate(State):
        post = a_post(number, id=f"post-{number}", state=state, text="Первая строка\nвторая «строка»", topic=number + 1)
        work.put(post)
    full = msgspec.structs.replace(
        post,
        id="post-full",
        time=dt.time(10, 30),
        direction="events",
        direction_consent="Директор",
        urgent=True,
        urgent_reason="Отключили воду",
        partner="Музей",
        pr_consent=True,
        borrowed=True,
        author="А. Б.",
        source="https://example.org",
        artwork=Artwork.ARRIVED,
        deferred=True,
        link="https://vk.com/wall-1_1",
        note="Проверить",
        first_submitted=AT,
        binned=AT + dt.timedelta(days=1, microseconds=1),
    )
    work.put(full)
    work.put(a_post(id="post-tray", page_id=None, date=None))
    work.put(
        Attachment(id="file", post_id=full.id, media_id=MEDIA.id, alt="Афиша", borrowed=True, author="В.", source="Г.")
    )
    work.put(
        Submission(
            id="submission",
            page_id=VK.id,
            first=WEEK.first,
            last=WEEK.last,
            number=1,
            version=1,
            at=AT,
            effective=dt.datetime(2026, 11, 16, 12, 30),
            person_id=ANNA.id,
            regulation="spb-cbs",
            regulation_version=1,
            digest="1" * 64,
        )
    )
    work.put(SubmittedPost(id="sent", submission_id="submission", post_id=full.id, position=0, snapshot=SNAPSHOT))
    work.put(
        Verdict(
            id="verdict", post_id=full.id, submission_id="submission", decision=Decision.CHANGES, comment="?", at=AT
        )
    )
    work.put(DayNote(id="note", date=WEEK.first, text="День города"))
    work.put(CalendarChange(id="change", date=WEEK.last, kind=ChangeKind.WORKING, reason="Праздник"))
    work.put(WorkingHours(id="hours", owner="curator", weekday=0, opens=dt.time(9), closes=dt.time(18)))
    work.put(WorkingHours(id="shut", owner="curator", weekday=6, opens=None, closes=None))


def _regulation_whole(work: Work) -> None:
    pack = KeptPack(id="2" * 64, regulation="spb-cbs", version=1, toml='[regulation]\nid = "spb-cbs"\n', at=AT)
    work.put(pack)
    work.put(DayNote(id="event", date=WEEK.last, text="Ночь музеев", kind=NoteKind.CITY_EVENT))
    work.put(
        a_post(
            1,
            id="post-announcing",
            event_id="event",
            personal_data=True,
            data_consent="Родители, папка 3",
            mistake="Не тот год",
            corrected=True,
            in_time_from=WEEK.first,
        )
    )
    work.put(msgspec.structs.replace(VK, id="page-kept", owner_id=ANNA.id, administrator_ids=(ANNA.id, "someone")))
    work.put(msgspec.structs.replace(ANNA, id="trained", since=WEEK.first, trained=True, two_factor=True))
    work.put(
        Override(
            id="override",
            subject="frequency.max|2026-W49|8",
            rule="frequency.max",
            clause="5.8",
            message="8 постов за неделю",
            page_id=VK.id,
            post_id="post-announcing",
            reason="Юбилей библиотеки\nпо просьбе администрации",
            person_id=ANNA.id,
            at=AT,
            pack_id=pack.id,
            withdrawn=AT + dt.timedelta(hours=1),
            withdrawn_by=ANNA.id,
        )
    )
    work.put(
        Confirmation(
            id="seen",
            page_id=VK.id,
            item="profile",
            monday=WEEK.first,
            seen=("c0ffee0012", "c0ffee0034"),
            person_id=ANNA.id,
            at=AT,
            pack_id=pack.id,
        )
    )
    work.put(
        Removal(
            id="removal",
            post_id="post-full",
            ground="law",
            edit_tried="Нечего оставить",
            agreed_coordinator="Анна",
            agreed_head="Заведующая",
            note="Письмо",
            person_id=ANNA.id,
            at=AT,
            pack_id=pack.id,
        )
    )


def main(path: Path) -> None:
    """Make the file, closed and without company."""
    with Workspace.create(path, SETTINGS) as workspace:
        with workspace.work("Make library", ANNA.id, AT) as work:
            fill(work)
        with workspace.work("Edit", at=AT) as work:
            work.put(msgspec.structs.replace(workspace.read().post("post-0") or a_post(), title="Изменён"))
        workspace.close(backup=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
