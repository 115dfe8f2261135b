"""Put the posts of a sample, their pictures, submissions and answers, as far as each week has come by now."""

import datetime as dt
from collections import defaultdict
from zoneinfo import ZoneInfo

from smcal.model import (
    Attachment,
    Confirmation,
    DayNote,
    Decision,
    Media,
    Network,
    Period,
    Post,
    Removal,
    State,
    Submission,
    Verdict,
    new_id,
)
from smcal.model.period import week_of
from smcal.planning.confirm import seen_now
from smcal.planning.submit import Handover, hand_over
from smcal.sample.content import Sample, SampleNote, SamplePost
from smcal.sample.pictures import picture
from smcal.sample.places import Places
from smcal.sample.plan import Placed, day_of, placed_posts
from smcal.store import Work, Workspace
from smcal.worktime.zone import to_instant, to_local

SURE = dt.timedelta(days=4)  # so far ahead posts are scheduled where nobody reviews them
LOOKED_AHEAD = dt.timedelta(days=14)


class Filling:
    """Fills a workspace whose places are there."""

    def __init__(self, workspace: Workspace, work: Work, places: Places, sample: Sample, at: dt.datetime) -> None:
        self._work, self._places, self._sample, self._at = work, places, sample, at
        self._zone = ZoneInfo(workspace.settings().zone)
        self._now = to_local(at, self._zone)
        self._worktime, self._pack = workspace.worktime(), workspace.pack()
        self._text_of_pack = workspace.pack_text()
        self._store = workspace.media
        self._media: dict[str, Media] = {}
        self._notes: dict[str, DayNote] = {}
        self._numbers = 0

    def fill(self) -> None:
        """Store everything that has a day or waits for one."""
        for note in self._sample.note:
            self._notes[note.key] = self._work.put(self._note(note))
        weeks: dict[tuple[dt.date, str], list[tuple[Post, SamplePost]]] = defaultdict(list)
        for placed in placed_posts(self._sample, self._now.date()):
            post = self._work.put(self._post(placed))
            self._picture(post, placed.post)
            self._removal(post, placed.post)
            weeks[week_of(placed.date).first, placed.page].append((post, placed.post))
        for (monday, page), posts in sorted(weeks.items(), key=lambda week: week[0]):
            self._hand_in(page, week_of(monday), [post for post, _made in posts if post.first_submitted])
            if not any(made.late for _post, made in posts):
                self._confirm(page, monday)
        for idea in self._sample.idea:
            page_id = self._places.pages[idea.page].id if idea.page else None
            self._work.put(Post(id=new_id(), page_id=page_id, title=idea.title, topic=idea.topic, state=State.IDEA))

    def _note(self, note: SampleNote) -> DayNote:
        date = day_of(note, self._now.date())
        branch_id = self._places.branches[note.branch].id if note.branch else None
        return DayNote(id=new_id(), date=date, text=note.text, kind=note.kind, branch_id=branch_id)

    def _post(self, placed: Placed) -> Post:
        made, page = placed.post, self._places.pages[placed.page]
        state, topic = self._state(placed), self._pack.topic(made.topic)
        out = state in (State.PUBLISHED, State.REMOVED)
        handed_in = None if state is State.DRAFT else self._handed_in(placed)
        return Post(
            id=new_id(),
            page_id=page.id,
            date=placed.date,
            time=placed.time,
            title=made.title,
            text=self._text(made),
            state=state,
            topic=made.topic,
            direction=made.direction or (topic.direction if topic else None),
            direction_consent=made.consent,
            urgent=made.urgent,
            urgent_reason=made.urgent_reason,
            partner=made.partner,
            pr_consent=made.pr_consent,
            borrowed=made.borrowed,
            author=made.author,
            source=made.source,
            artwork=made.artwork,
            deferred=state is State.SCHEDULED and page.network is Network.VK,
            link=f"{page.link}/{placed.date:%m%d}-{placed.time:%H%M}" if out and page.link else "",
            first_submitted=handed_in,
            in_time_from=self._in_time_from(handed_in),
            event_id=self._notes[made.event].id if made.event else None,
            personal_data=made.personal_data,
            data_consent=made.data_consent,
            mistake=made.mistake,
            corrected=made.corrected,
        )

    def _text(self, made: SamplePost) -> str:
        if not made.notice or self._pack.privacy is None:
            return made.text
        return f"{made.text}\n\n{self._pack.privacy.notice.within(self._pack.language)}"

    def _state(self, placed: Placed) -> State:
        """The past is published, the near future agreed, the next days are with the curator, the rest is drafted."""
        if dt.datetime.combine(placed.date, placed.time) <= self._now:
            return State.REMOVED if placed.post.removed else State.PUBLISHED
        handed_in = self._handed_in(placed)
        if handed_in is None:
            return State.SCHEDULED if placed.date <= self._now.date() + SURE else State.DRAFT
        if placed.post.late or handed_in > self._at:
            return State.DRAFT
        if placed.week <= 0:
            in_vk = self._places.pages[placed.page].network is Network.VK
            return State.SCHEDULED if in_vk else State.APPROVED
        return State.CHANGES_REQUESTED if placed.date.weekday() == 3 else State.SUBMITTED

    def _handed_in(self, placed: Placed) -> dt.datetime | None:
        """Two hours before the window closes; an urgent post the day before; None where nothing is handed in."""
        if self._pack.submission is None:
            return None
        if placed.post.urgent:
            return to_instant(dt.datetime.combine(placed.date - dt.timedelta(1), dt.time(10, 0)), self._zone)
        return to_instant(self._worktime.submit_by(placed.date) - dt.timedelta(hours=2), self._zone)

    def _in_time_from(self, handed_in: dt.datetime | None) -> dt.date | None:
        if handed_in is None or self._pack.submission is None:
            return None
        return self._worktime.horizon(to_local(handed_in, self._zone))

    def _picture(self, post: Post, made: SamplePost) -> None:
        if not made.picture:
            return
        if made.picture not in self._media:
            self._media[made.picture] = self._store.add(picture(made.picture), f"{made.picture}.png")
            self._work.put(self._media[made.picture])
        self._work.put(
            Attachment(
                id=new_id(),
                post_id=post.id,
                media_id=self._media[made.picture].id,
                alt=self._sample.alt[made.picture],
                borrowed=made.picture_borrowed,
                author=made.picture_author,
                source=made.picture_source,
            )
        )

    def _removal(self, post: Post, made: SamplePost) -> None:
        if post.state is not State.REMOVED or made.removed is None or not made.removed.ground:
            return
        self._work.put(
            Removal(
                id=new_id(),
                post_id=post.id,
                ground=made.removed.ground,
                edit_tried=made.removed.edit_tried,
                agreed_coordinator=made.removed.coordinator,
                agreed_head=made.removed.head,
                at=self._at,
            )
        )

    def _confirm(self, page: str, monday: dt.date) -> None:
        """The coordinator has looked through everything up to the week after next."""
        if page in self._sample.unconfirmed or monday > self._now.date() + LOOKED_AHEAD:
            return
        page_id = self._places.pages[page].id
        seen = seen_now(self._work.read, page_id, monday)
        for point in self._pack.checklist:
            self._work.put(
                Confirmation(
                    id=new_id(),
                    page_id=page_id,
                    item=point.id,
                    monday=monday,
                    seen=seen,
                    person_id=self._places.pages[page].coordinator_id,
                    at=min(to_instant(dt.datetime.combine(monday, dt.time(10)), self._zone), self._at),
                )
            )

    def _hand_in(self, page: str, week: Period, posts: list[Post]) -> None:
        if not posts:
            return
        kept = self._places.pages[page]
        at = max(post.first_submitted for post in posts if post.first_submitted)
        self._numbers += 1
        effective = self._worktime.effective(to_local(at, self._zone))
        handover = Handover(
            kept.id, week, self._numbers, 1, at, effective, kept.coordinator_id, self._pack, self._text_of_pack
        )
        submission = hand_over(self._work, posts, handover)
        for post in posts:
            self._answer(post, submission)

    def _answer(self, post: Post, submission: Submission) -> None:
        if post.state is State.SUBMITTED:
            return
        changes = post.state is State.CHANGES_REQUESTED
        self._work.put(
            Verdict(
                id=new_id(),
                post_id=post.id,
                submission_id=submission.id,
                decision=Decision.CHANGES if changes else Decision.APPROVED,
                comment=self._sample.comment if changes else "",
                person_id=self._places.curator().id,
                at=min(submission.at + dt.timedelta(hours=20), self._at),
            )
        )
